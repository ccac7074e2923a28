import type { Absences, Directory } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { type ApprovalCase, activeSlots } from './case.ts';
import type { Views } from './views.ts';

export interface DeputiesParts {
  readonly directory: Directory;
  readonly absences: Absences;
  readonly views: Pick<Views, 'viewOf'>;
}

/** By case, who may act today for holders who are away: the case is something new for them as well. */
export type DeputiesToAsk = (tx: Tx, cases: readonly ApprovalCase[]) => Promise<ReadonlyMap<string, readonly string[]>>;

const openPosts = (approvalCase: ApprovalCase): string[] =>
  activeSlots(approvalCase).flatMap(({ assignee, postId }) => (assignee ? [] : [postId]));

export const deputiesToAsk =
  ({ directory, absences, views }: DeputiesParts): DeputiesToAsk =>
  async (tx, cases) => {
    const asked = new Map<string, readonly string[]>();
    const holders = await directory.holdersOf(tx, [...new Set(cases.flatMap(openPosts))]);
    const staff = [...holders.values()].flatMap((post) => post.holders.map(({ staffId }) => staffId));
    // Nearly always everybody is there, and this is all that is asked.
    const away = staff.length === 0 ? new Map() : await absences.absencesOf(tx, [...new Set(staff)]);
    if (away.size === 0) return asked;
    const isLeft = (postId: string) => {
      const people = holders.get(postId)?.holders ?? [];
      return people.length > 0 && people.every(({ staffId }) => away.has(staffId));
    };
    for (const approvalCase of cases.filter((one) => openPosts(one).some(isLeft))) {
      const actor = await directory.actorById(tx, approvalCase.drafter.staffId);
      if (!actor) continue;
      const { route } = await views.viewOf({ tx, actor, locale: 'ja' }, approvalCase);
      const posts = route.flatMap((slot) =>
        slot.status === 'ACTIVE' && slot.expectedDeputy ? [slot.expectedDeputy.postId] : [],
      );
      const deputies = [...(await directory.holdersOf(tx, posts)).values()].flatMap((post) => post.holders);
      asked.set(
        approvalCase.caseId,
        deputies.map(({ staffId }) => staffId),
      );
    }
    return asked;
  };

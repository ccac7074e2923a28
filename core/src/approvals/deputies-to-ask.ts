import type { Absences, Directory } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { type ApprovalCase, activeSlots } from './case.ts';
import type { Views } from './views.ts';

export interface DeputiesParts {
  readonly directory: Directory;
  readonly absences: Absences;
  readonly views: Pick<Views, 'viewOf'>;
}

/** Cases that lie with people of whom all are away today, and who is away. */
export interface Left {
  readonly cases: readonly ApprovalCase[];
  readonly away: ReadonlySet<string>;
}

export interface DeputiesToAsk {
  /** Nearly always everybody is there, and this is all that is asked. */
  left(tx: Tx, cases: readonly ApprovalCase[]): Promise<Left>;
  /** By case, who may act today for holders who are away: the case is something new for them as well. */
  ask(tx: Tx, cases: readonly ApprovalCase[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

const openPosts = (approvalCase: ApprovalCase): string[] =>
  activeSlots(approvalCase).flatMap(({ assignee, postId }) => (assignee ? [] : [postId]));

const named = (approvalCase: ApprovalCase): string[] =>
  activeSlots(approvalCase).flatMap(({ assignee }) => (assignee ? [assignee.staffId] : []));

async function leftOf({ directory, absences }: DeputiesParts, tx: Tx, cases: readonly ApprovalCase[]): Promise<Left> {
  const holders = await directory.holdersOf(tx, [...new Set(cases.flatMap(openPosts))]);
  const holding = [...holders.values()].flatMap((post) => post.holders.map(({ staffId }) => staffId));
  const staff = [...new Set([...holding, ...cases.flatMap(named)])];
  const known = staff.length === 0 ? new Map() : await absences.absencesOf(tx, staff);
  const away = new Set(known.keys());
  const isLeft = (postId: string) => {
    const people = holders.get(postId)?.holders ?? [];
    return people.length > 0 && people.every(({ staffId }) => away.has(staffId));
  };
  const lies = (one: ApprovalCase) => openPosts(one).some(isLeft) || named(one).some((staffId) => away.has(staffId));
  return { cases: away.size === 0 ? [] : cases.filter(lies), away };
}

async function ask({ directory, views }: DeputiesParts, tx: Tx, cases: readonly ApprovalCase[]) {
  const asked = new Map<string, readonly string[]>();
  for (const approvalCase of cases) {
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
}

export const deputiesToAsk = (parts: DeputiesParts): DeputiesToAsk => ({
  left: (tx, cases) => leftOf(parts, tx, cases),
  ask: (tx, cases) => ask(parts, tx, cases),
});

import { type Directory, hasRole, type OrganisationSnapshot } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { ApprovalCase } from '../case.ts';
import type { DueStep } from './rules.ts';

export interface Told {
  readonly staffId: string;
  readonly name: string;
}

/** Whom a step of the ladder tells today. */
export type WhomToTell = (approvalCase: ApprovalCase, step: DueStep) => readonly Told[];

/** The nearest head above the post that somebody holds. */
function superiorsOf(there: OrganisationSnapshot, postId: string): readonly Told[] {
  const post = there.posts.get(postId);
  const heads = there.lineAbove(post?.unitId ?? '').flatMap(({ head }) => (head ? [head.postId] : []));
  const own = heads.indexOf(postId);
  const above = heads.slice(own + 1).map((id) => there.posts.get(id)?.holders ?? []);
  return above.find((holders) => holders.length > 0) ?? [];
}

/** 総括文書管理者: whoever has the role, among those who head a unit. */
async function recordsManagers(directory: Directory, tx: Tx, there: OrganisationSnapshot): Promise<Told[]> {
  const heads = [...there.posts.values()].filter(({ headsUnit }) => headsUnit).flatMap(({ holders }) => holders);
  const actors = await Promise.all(
    [...new Set(heads.map(({ staffId }) => staffId))].map((staffId) => directory.actorById(tx, staffId)),
  );
  return actors.flatMap((actor) =>
    actor && hasRole(actor, 'CHIEF_RECORDS_MANAGER') ? [{ staffId: actor.staffId, name: actor.name }] : [],
  );
}

/** Who is told by which step, as the city hall stands today; 総括文書管理者 are looked for only where they are told. */
export async function whomToTell(
  directory: Directory,
  tx: Tx,
  { there, records }: { there: OrganisationSnapshot; records: boolean },
): Promise<WhomToTell> {
  const managers = records ? await recordsManagers(directory, tx, there) : [];
  return ({ drafter }, { slot, to }) => {
    const plain = ({ staffId, name }: Told): Told => ({ staffId, name });
    // 起案者 never act on their own case, so the post they have come to hold is as good as vacant.
    const holders = slot.assignee ? [slot.assignee] : (there.posts.get(slot.postId)?.holders ?? []);
    const holding = holders.filter(({ staffId }) => staffId !== drafter.staffId);
    const above = () => superiorsOf(there, slot.postId).map(plain);
    switch (to) {
      case 'HOLDER':
        // Nobody is there to be told: the superior can name somebody.
        return holding.length > 0 ? holding.map(plain) : above();
      case 'SUPERIOR':
        return above();
      case 'RECORDS':
        return managers;
      case 'DRAFTER':
        return [plain(drafter)];
    }
  };
}

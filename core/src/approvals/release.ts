import type { Directory, OrganisationSnapshot } from '../directory/index.ts';
import { type Clock, type Database, newId, type Tx } from '../platform/index.ts';
import { release } from './acts/oversight.ts';
import { BY_THE_RULES } from './acts/pass-over.ts';
import { type ApprovalCase, isSettled, isUnderReview, type Slot } from './case.ts';
import { factsOf, numbered } from './changes.ts';
import { casesAssigned, lockedCase } from './queries.ts';
import { save } from './store.ts';

export interface ReleaseParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
}

/** Lets go what lies with people who were named and have since left: they can no longer be asked, or are elsewhere. */
export type Release = (municipalityId: string) => Promise<void>;

const VIA = { via: 'rules' } as const;

/** In the section that is consulted, in the post that decides, else anywhere: an administrator may have named anybody. */
function isThere(there: OrganisationSnapshot, { assignee, section, duty, postId }: Slot): boolean {
  const posts = there.postsOf(assignee?.staffId ?? '');
  if (duty === 'DECISION') return posts.some((post) => post.postId === postId);
  if (section === undefined) return posts.length > 0;
  return posts.some(({ unitId }) => there.lineAbove(unitId).some((unit) => unit.unitId === section));
}

const leftIn = (there: OrganisationSnapshot, one: ApprovalCase): Slot | undefined =>
  isUnderReview(one) ? one.route.find((slot) => slot.assignee && !isSettled(slot) && !isThere(there, slot)) : undefined;

async function releaseIn({ clock, directory }: ReleaseParts, tx: Tx, caseId: string): Promise<void> {
  const there = await directory.organisation(tx);
  let one = await lockedCase(tx, caseId);
  for (let left = one && leftIn(there, one); one && left; left = leftIn(there, one)) {
    const facts = factsOf(clock, BY_THE_RULES, VIA);
    const outcome = release(one, left.slotId, facts);
    const next = numbered(outcome.next, one, facts.now);
    await save(tx, { next, before: one, history: outcome.history, ...VIA, leafId: newId(clock) });
    one = next;
  }
}

export const releasing =
  (parts: ReleaseParts): Release =>
  async (municipalityId) => {
    const { db, directory, wake } = parts;
    const caseIds = await db.singly(municipalityId, async (tx) => {
      const there = await directory.organisation(tx);
      return (await casesAssigned(tx)).filter((one) => leftIn(there, one)).map((one) => one.caseId);
    });
    for (const caseId of caseIds) await db.inMunicipality(municipalityId, (tx) => releaseIn(parts, tx, caseId));
    if (caseIds.length > 0) wake();
  };

import type { Person } from '../../directory/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { inParts, invariant, type Json } from '../../shared/index.ts';
import type { TeleworkFact } from '../history/fact.ts';
import { addFact } from '../history/store.ts';
import { type Closing, closingOf, closingToEnd, endClosing, takenBy } from './closing-store.ts';
import { confirmersOf } from './month-people.ts';
import { type SheetParts, timesOf } from './parts.ts';
import type { Review, Reviewed } from './review.ts';
import { marksOf, NO_MARK, type SheetMark, saveReviews } from './store.ts';

export const closingSubject = (closingId: string) => ({ kind: 'closing', id: closingId });

export interface ToClose {
  readonly review: Review;
  readonly mark: Pick<SheetMark, 'confirmed'>;
  /** Nobody is above those at the top: personnel's closing is the word on them. */
  readonly hasBoss: boolean;
}

/** What is complete and, where there is a boss, confirmed as it is now. */
export function mayClose({ review, mark, hasBoss }: ToClose): boolean {
  if (!review.isOver || review.blocks.length > 0) return false;
  return !hasBoss || mark.confirmed?.fingerprint === review.fingerprint;
}

/** An entry of the log holds 64 KB. */
const IN_ONE_FACT = 500;

interface Ending {
  readonly closing: Closing;
  readonly fingerprints: ReadonlyMap<string, string>;
  readonly leftOut: number;
}

function factsOf({ closing, fingerprints, leftOut }: Ending, at: Date, newLeaf: () => string): TeleworkFact[] {
  const { closingId, month, unitId, begunBy, via } = closing;
  const all = [...fingerprints].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const parts = inParts(all, IN_ONE_FACT).map((some) => Object.fromEntries(some));
  const said: { act: string; fact: Readonly<Record<string, Json>> }[] = [
    ...parts.map((sheets) => ({ act: 'SHEETS_CLOSED', fact: { month, sheets } })),
    { act: 'CLOSED', fact: { month, unitId, closed: fingerprints.size, leftOut } },
  ];
  // The first line said that it began.
  return said.map(({ act, fact }, nth) => ({
    ...{ subject: closingSubject(closingId), seq: nth + 2, at, act, fact, via },
    ...{ staffId: null, actor: begunBy as Person, leafId: newLeaf() },
  }));
}

async function write(parts: SheetParts, tx: Tx, ending: Ending): Promise<boolean> {
  const { clock } = parts;
  const { closing, fingerprints, leftOut } = ending;
  const held = await closingToEnd(tx, closing.closingId);
  if (!held || held.doneAt) return false;
  const at = clock.now();
  for (const fact of factsOf(ending, at, () => newId(clock)))
    invariant(await addFact(tx, fact), 'nobody else ends a closing that is held');
  await endClosing(tx, { closingId: closing.closingId, fingerprints, at, leftOut });
  return true;
}

/** Of those whom the closing has taken, the ones whose month is complete and confirmed. */
async function closable(parts: SheetParts, municipalityId: string, closing: Closing): Promise<Omit<Ending, 'closing'>> {
  const { closingId, month } = closing;
  const { db, clock, engine, standing } = parts;
  const inside = <T>(work: (tx: Tx) => Promise<T>) => db.singly(municipalityId, work);
  const staffIds = await inside((tx) => takenBy(tx, closingId));
  const [both, times] = await inside((tx) => Promise.all([standing(tx, month), timesOf(parts, tx, month)]));
  const now = clock.now();
  const fingerprints = new Map<string, string>();
  const take = async (reviews: Reviewed): Promise<void> => {
    const marks = await inside(async (tx) => {
      await saveReviews(tx, { month, at: now, reviews });
      return marksOf(tx, month, [...reviews.keys()]);
    });
    for (const [staffId, review] of reviews) {
      const mark = marks.get(staffId) ?? NO_MARK;
      const hasBoss = confirmersOf(both, staffId).length > 0;
      if (mayClose({ review, mark, hasBoss })) fingerprints.set(staffId, review.fingerprint);
    }
  };
  await engine.each({ municipalityId, staffIds, month, times, now }, take);
  return { fingerprints, leftOut: staffIds.length - fingerprints.size };
}

/**
 * Works a closing out and ends it. Until its one transaction at the end nothing is closed: killed anywhere before, it is
 * worked out again from the beginning; run twice, the second finds it done.
 */
export async function runClosing(
  parts: SheetParts,
  { municipalityId, closingId }: { municipalityId: string; closingId: string },
): Promise<void> {
  const closing = await parts.db.singly(municipalityId, (tx) => closingOf(tx, closingId));
  if (!closing || closing.doneAt) return;
  const ending = { closing, ...(await closable(parts, municipalityId, closing)) };
  await parts.db.inMunicipality(municipalityId, (tx) => write(parts, tx, ending));
  parts.wake();
}

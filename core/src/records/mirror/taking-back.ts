import { BY_THE_RULES } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { lookLater, noteLooked } from './by-hand-store.ts';
import type { MirrorProblem, Removed } from './library.ts';
import { addLine, lastTold } from './lines.ts';
import { type City, DAY_MS, heard, inCity, type Work } from './one-city.ts';
import { type Leaving, noteLeft } from './store.ts';

/** What is to be said of a copy that is removed. */
const LEFT = {
  GONE: null,
  RECYCLED: 'records.mirror_in_recycle_bin',
  NOT_FOUND: 'records.mirror_gone_before',
} as const;

const aDayAfter = (now: Date): Date => new Date(now.getTime() + DAY_MS);
const byTheRules = { by: BY_THE_RULES, via: 'rules' } as const;

/** A copy in a library that is not configured any more: nobody here can say that it is gone, and somebody has to remove it. */
export async function leftElsewhere(work: City, { recordId }: Leaving): Promise<void> {
  const now = work.clock.now();
  const left = { state: 'BLOCKED', problem: 'records.mirror_left_elsewhere' } as const;
  await inCity(work, (tx) => noteLeft(tx, { recordId, now, againAt: aDayAfter(now), ...left }));
}

/** Where somebody had told that it was gone, and it was there, that stays on the list and in the history. */
async function noteGone(tx: Tx, { recordId, itemId, place }: Leaving, { left, now }: { left: Removed; now: Date }) {
  const last = await lastTold(tx, recordId);
  const afterAll = last?.wasFound === true;
  const problem: MirrorProblem | null = afterAll && left === 'GONE' ? 'records.mirror_found_and_removed' : LEFT[left];
  const turned = await noteLeft(tx, { recordId, state: 'REMOVED', problem, now, againAt: null });
  if (!turned || !afterAll) return;
  const fact = { place, itemId, left, problem, told: last.told };
  await addLine(tx, { recordId, act: 'REMOVED', now, fact, ...byTheRules });
}

/** False: the library wants to be left alone. */
export async function removeOne(work: Work, leaving: Leaving): Promise<boolean> {
  const { recordId, itemId, place } = leaving;
  if (place !== work.port.placeNow(work.municipalityId)) {
    await leftElsewhere(work, leaving);
    return true;
  }
  const answer = await heard(work, await work.port.remove(work.municipalityId, itemId));
  if (!answer) return false;
  const now = work.clock.now();
  const blocked = (problem: MirrorProblem) => ({ recordId, state: 'BLOCKED' as const, problem, now });
  await inCity<unknown>(work, (tx) =>
    answer.kind === 'OK'
      ? noteGone(tx, leaving, { left: answer.value, now })
      : noteLeft(tx, { ...blocked(answer.code), againAt: aDayAfter(now) }),
  );
  return true;
}

/**
 * Somebody told that it was deleted by hand, and its library is configured again: what is seen there counts. It is looked
 * for before it is removed, so that an answer that is lost never makes what the app did look like what somebody had done.
 */
export async function lookAgain(work: Work, { recordId, itemId, place }: Leaving): Promise<boolean> {
  const answer = await heard(work, await work.port.isThere(work.municipalityId, itemId));
  if (!answer) return false;
  const now = work.clock.now();
  await inCity(work, async (tx) => {
    if (answer.kind === 'REFUSED') return lookLater(tx, recordId, aDayAfter(now));
    const seen = answer.value
      ? ({ state: 'BLOCKED', problem: 'records.mirror_still_there', againAt: now } as const)
      : ({ state: 'REMOVED', problem: 'records.mirror_by_hand_confirmed', againAt: null } as const);
    if (!(await noteLooked(tx, { recordId, now, ...seen }))) return;
    const fact = { place, itemId, told: (await lastTold(tx, recordId))?.told ?? null };
    await addLine(tx, { recordId, act: answer.value ? 'FOUND_THERE' : 'NOT_THERE', now, fact, ...byTheRules });
  });
  return true;
}

import type { Count, Decision, Remark, Result, Stance, Written } from './written.ts';

const HOUR_MS = 3_600_000;
const REMIND_BEFORE_MS = 24 * HOUR_MS;

type Times = Pick<Written, 'state' | 'opensAt' | 'closesAt'>;

/** Whether something may be written now, whether or not a job has already looked at it. */
export const isOpen = ({ state, opensAt, closesAt }: Times, now: Date): boolean =>
  (state === 'PLANNED' || state === 'OPEN') && opensAt <= now && now < closesAt;

/** Whether nothing has come of it yet, whether or not a job has already looked at it. */
export const isAhead = ({ state, closesAt }: Times, now: Date): boolean =>
  (state === 'PLANNED' || state === 'OPEN') && now < closesAt;

/** What time alone does next; null: nothing yet. */
export function turnOf({ state, opensAt, closesAt }: Times, now: Date): 'OPEN' | 'CLOSE' | null {
  if (state !== 'PLANNED' && state !== 'OPEN') return null;
  if (closesAt <= now) return 'CLOSE';
  return state === 'PLANNED' && opensAt <= now ? 'OPEN' : null;
}

/** A day before the end, or after half of the time where that is later; once. */
export function remindsNow(written: Pick<Written, 'remindedAt'> & Times, now: Date): boolean {
  const { state, opensAt, closesAt, remindedAt } = written;
  if (state !== 'OPEN' || remindedAt !== null || now >= closesAt) return false;
  const half = (opensAt.getTime() + closesAt.getTime()) / 2;
  return now.getTime() >= Math.max(half, closesAt.getTime() - REMIND_BEFORE_MS);
}

/** Of each person the last stance to a matter. */
export function stancesTo(remarks: readonly Remark[], itemId: string): ReadonlyMap<string, Stance> {
  const inOrder = remarks.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.remarkId < b.remarkId ? -1 : 1));
  return new Map(
    inOrder.flatMap(({ itemId: of, staffId, stance }) =>
      of === itemId && stance !== null ? [[staffId, stance] as const] : [],
    ),
  );
}

type Said = Pick<Remark, 'itemId' | 'stance' | 'comment'>;

/** What somebody says that they have not said already: a card sends all of its fields, and is pressed twice. */
export function newsIn(said: readonly Said[], before: readonly Remark[]): Said[] {
  return said.filter(({ itemId, stance, comment }) => {
    const own = before.filter((one) => one.itemId === itemId);
    const stands = own.findLast((one) => one.stance !== null)?.stance ?? null;
    const sameStance = stance === null || stance === stands;
    return !sameStance || (comment !== '' && comment !== own.findLast((one) => one.comment !== '')?.comment);
  });
}

export function countOf(remarks: readonly Remark[], itemId: string): Count {
  const stances = [...stancesTo(remarks, itemId).values()];
  const many = (stance: Stance) => stances.filter((one) => one === stance).length;
  return { for: many('FOR'), against: many('AGAINST'), hold: many('HOLD') };
}

/** Those who have not said where they stand on every matter. */
export const waitedFor = (
  { participants, content }: Pick<Written, 'participants' | 'content'>,
  remarks: readonly Remark[],
): string[] => {
  const stances = content.items.map(({ itemId }) => stancesTo(remarks, itemId));
  return participants.filter((staffId) => stances.some((of) => !of.has(staffId)));
};

function decisionOf({ for: yes, against }: Count, present: number): Decision {
  if (yes * 2 > present) return 'APPROVED';
  return against * 2 > present ? 'REJECTED' : 'CONTINUED';
}

/** Whoever has written anything took part; more than half of them decide, and of too few nobody. */
export function resultOf(
  { participants, content }: Pick<Written, 'participants' | 'content'>,
  remarks: readonly Remark[],
): Result {
  const attended = participants.filter((staffId) => remarks.some((one) => one.staffId === staffId));
  const quorate = attended.length >= content.quorum;
  const of = remarks.filter(({ staffId }) => attended.includes(staffId));
  const items = content.items.map(({ itemId }) => {
    const count = countOf(of, itemId);
    return { itemId, ...count, decision: quorate ? decisionOf(count, attended.length) : ('NO_QUORUM' as const) };
  });
  return { attended, quorate, items };
}

export type TimesProblem = 'schedules.written_times' | 'schedules.written_past' | 'schedules.written_long';

const LEAST_MS = HOUR_MS / 2;
const LONGEST_MS = 62 * 24 * HOUR_MS;

/** What is wrong with its times, or null. */
export function timesProblem(
  { opensAt, closesAt }: Pick<Written, 'opensAt' | 'closesAt'>,
  now: Date,
): TimesProblem | null {
  if (closesAt.getTime() - opensAt.getTime() < LEAST_MS) return 'schedules.written_times';
  if (closesAt.getTime() - now.getTime() < LEAST_MS) return 'schedules.written_past';
  return closesAt.getTime() - Math.min(opensAt.getTime(), now.getTime()) > LONGEST_MS ? 'schedules.written_long' : null;
}

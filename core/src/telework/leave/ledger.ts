import type { LocalDate } from '../../shared/index.ts';

interface Entry {
  readonly entryId: string;
  /** The same one twice counts once. */
  readonly key: string;
}

/** 付与. What holds of it is written with it: a rule that changes later changes nothing that was given. */
export interface LeaveGranted extends Entry {
  readonly kind: 'GRANTED';
  readonly on: LocalDate;
  readonly minutes: number;
  readonly expiresOn: LocalDate;
  /** How much of what was there before goes on beside it (繰越の上限). */
  readonly carryOverAtMost: number;
  /** So many minutes were a day when it was written: who works shorter days later keeps the days. */
  readonly perDay?: number | undefined;
}

/** 取得, one entry for each day. */
export interface LeaveTaken extends Entry {
  readonly kind: 'TAKEN';
  readonly on: LocalDate;
  readonly minutes: number;
  readonly requestId: string;
  /** So many minutes are a day on that day. */
  readonly perDay?: number | undefined;
}

/** 取消: the day comes back to where it was taken from, and lapses with it. */
export interface LeaveCancelled extends Entry {
  readonly kind: 'CANCELLED';
  readonly takenId: string;
}

export type LeaveEntry = LeaveGranted | LeaveTaken | LeaveCancelled;

export interface Lot {
  readonly grantId: string;
  readonly on: LocalDate;
  readonly expiresOn: LocalDate;
  readonly left: number;
}

export interface Lapse {
  readonly grantId: string;
  readonly on: LocalDate;
  readonly minutes: number;
  readonly why: 'EXPIRED' | 'ABOVE_CARRY_OVER';
}

export interface Shortage {
  readonly entryId: string;
  readonly on: LocalDate;
  readonly minutes: number;
}

export interface LeaveBalance {
  readonly left: number;
  readonly granted: number;
  readonly taken: number;
  /** The oldest first, as they are taken. */
  readonly lots: readonly Lot[];
  readonly lapses: readonly Lapse[];
  /** What was taken and was not there. Never a negative balance, and never silent. */
  readonly shortages: readonly Shortage[];
}

const byId = (a: Entry, b: Entry): number => (a.entryId < b.entryId ? -1 : a.entryId > b.entryId ? 1 : 0);

function standing(entries: readonly LeaveEntry[]): (LeaveGranted | LeaveTaken)[] {
  const seen = new Set<string>();
  const once = [...entries].sort(byId).filter(({ entryId, key }) => {
    if (seen.has(`id ${entryId}`) || seen.has(`key ${key}`)) return false;
    seen.add(`id ${entryId}`).add(`key ${key}`);
    return true;
  });
  const cancelled = new Set(once.flatMap((entry) => (entry.kind === 'CANCELLED' ? [entry.takenId] : [])));
  return once
    .filter((entry) => entry.kind !== 'CANCELLED')
    .filter(({ kind, entryId }) => kind === 'GRANTED' || !cancelled.has(entryId))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : Number(a.kind === 'TAKEN') - Number(b.kind === 'TAKEN')));
}

type Open = { -readonly [Name in keyof Lot]: Lot[Name] } & { readonly perDay: number | undefined };

/** So much of one day as the same share of another. */
export function asDays(minutes: number, from: number | undefined, to: number | undefined): number {
  if (from === undefined || to === undefined || from === to) return minutes;
  return Math.round((minutes * to * 1000) / from) / 1000;
}

interface Amount {
  readonly minutes: number;
  readonly perDay: number | undefined;
}

/** Lets go of what has lapsed by a day. */
function expire(lots: readonly Open[], day: LocalDate, lapses: Lapse[]): Open[] {
  for (const { grantId, left, expiresOn } of lots)
    if (expiresOn <= day && left > 0) lapses.push({ grantId, on: expiresOn, minutes: left, why: 'EXPIRED' });
  return lots.filter(({ expiresOn }) => expiresOn > day);
}

const tidy = (minutes: number): number => Math.round(minutes * 1000) / 1000;

/** Takes so much from the oldest on; says how much was not there. */
function takeFrom(
  lots: readonly Open[],
  { minutes, perDay }: Amount,
  done: (lot: Open, taken: number) => void,
): number {
  let wanted = minutes;
  for (const lot of lots) {
    const all = asDays(wanted, perDay, lot.perDay);
    const taken = Math.min(all, lot.left);
    if (taken <= 0) continue;
    lot.left = tidy(lot.left - taken);
    wanted = taken === all ? 0 : tidy(wanted - asDays(taken, lot.perDay, perDay));
    done(lot, taken);
  }
  // So little is what is left of rounding.
  return wanted < 0.1 ? 0 : wanted;
}

function carryOver(lots: readonly Open[], { on, carryOverAtMost, perDay }: LeaveGranted, lapses: Lapse[]): void {
  const earlier = lots.filter((lot) => lot.on < on);
  const above = earlier.reduce((sum, lot) => sum + asDays(lot.left, lot.perDay, perDay), 0) - carryOverAtMost;
  if (above <= 0) return;
  takeFrom(earlier, { minutes: above, perDay }, ({ grantId }, minutes) =>
    lapses.push({ grantId, on, minutes, why: 'ABOVE_CARRY_OVER' }),
  );
}

/**
 * 年次有給休暇の残 as it will stand at the end of a day, by everything that is in the ledger up to it. What is older is
 * taken first; entries are never changed, and their order of arrival does not matter. With `perDay` in days of so many
 * minutes, whatever was a day when it was granted.
 */
export function balanceOn(day: LocalDate, entries: readonly LeaveEntry[], perDay?: number): LeaveBalance {
  let lots: Open[] = [];
  const lapses: Lapse[] = [];
  const shortages: Shortage[] = [];
  let granted = 0;
  let taken = 0;
  for (const entry of standing(entries)) {
    if (entry.on > day) break;
    lots = expire(lots, entry.on, lapses);
    if (entry.kind === 'GRANTED') {
      carryOver(lots, entry, lapses);
      granted += entry.minutes;
      const { entryId: grantId, on, expiresOn, minutes: left } = entry;
      lots.push({ grantId, on, expiresOn, left, perDay: entry.perDay });
      lots.sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : 0));
      continue;
    }
    const missing = takeFrom(lots, { minutes: entry.minutes, perDay: entry.perDay }, () => undefined);
    taken += entry.minutes - missing;
    if (missing > 0) shortages.push({ entryId: entry.entryId, on: entry.on, minutes: missing });
  }
  lots = expire(lots, day, lapses);
  const open = lots.map(({ perDay: own, left, ...lot }) => ({ ...lot, left: Math.round(asDays(left, own, perDay)) }));
  const left = open.reduce((sum, lot) => sum + lot.left, 0);
  return { left, granted, taken, lots: open.filter((lot) => lot.left > 0), lapses, shortages };
}

const FOR_EVER = '9999-12-31' as LocalDate;

export interface NotEnough {
  readonly code: 'telework.leave_not_enough' | 'telework.leave_promised';
  /** On the day asked for, or on a later one whose leave was approved already. */
  readonly on: LocalDate;
  readonly missing: number;
}

/** Whether more can be taken without taking away what was approved for a later day; null when it can. */
export function refuseTaking(entries: readonly LeaveEntry[], wished: readonly LeaveTaken[]): NotEnough | null {
  const missingOf = ({ shortages }: LeaveBalance) => new Map(shortages.map((one) => [one.entryId, one] as const));
  const before = missingOf(balanceOn(FOR_EVER, entries));
  const wishes = new Set(wished.map(({ entryId }) => entryId));
  for (const one of missingOf(balanceOn(FOR_EVER, [...entries, ...wished])).values()) {
    const missing = one.minutes - (before.get(one.entryId)?.minutes ?? 0);
    if (missing <= 0) continue;
    const code = wishes.has(one.entryId) ? 'telework.leave_not_enough' : 'telework.leave_promised';
    return { code, on: one.on, missing };
  }
  return null;
}

export interface DaysAndMinutes {
  readonly days: number;
  readonly minutes: number;
}

/** Shown as days and hours: 3日2時間. */
export const inDays = (minutes: number, minutesPerDay: number): DaysAndMinutes => ({
  days: Math.floor(minutes / minutesPerDay),
  minutes: minutes % minutesPerDay,
});

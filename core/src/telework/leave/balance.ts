import { addYears, type LocalDate } from '../../shared/index.ts';
import type { Account } from './account.ts';
import type { LeaveBalanceView } from './contract.ts';
import { dueGrants, type Service } from './grants.ts';
import { asDays, balanceOn, inDays, type LeaveEntry, type LeaveGranted, refuseTaking } from './ledger.ts';

/** Grants due by today, and those of days to come, as far as anything is asked for; a year ahead at most. */
export function grantsFor(
  account: Account,
  service: Omit<Service, 'upTo'>,
  asked: readonly LocalDate[] = [],
): { due: LeaveGranted[]; ahead: LeaveGranted[] } {
  const days = [...asked, ...[...account.items.values()].map(({ on }) => on), service.today];
  const furthest = days.toSorted().at(-1) ?? service.today;
  const [upTo = furthest] = [furthest, addYears(service.today, 1)].toSorted();
  const all = dueGrants(account.entries, { ...service, upTo });
  return {
    due: all.filter(({ on }) => on <= service.today),
    ahead: all.filter(({ on }) => on > service.today),
  };
}

/**
 * The most that could still be taken on a day without taking away what was asked for or approved for others, where so
 * many minutes are a day.
 */
export function availableOn(day: LocalDate, entries: readonly LeaveEntry[], perDay: number): number {
  const fits = (minutes: number) => {
    const entryId = '~wish';
    return (
      refuseTaking(entries, [
        { kind: 'TAKEN', entryId, key: entryId, on: day, minutes, perDay, requestId: entryId },
      ]) === null
    );
  };
  let low = 0;
  let high = balanceOn(day, entries, perDay).left + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** What was so much of a day then, in days as they are now. */
export const inDaysOfToday = (
  { minutes, perDay }: { readonly minutes: number; readonly perDay?: number | undefined },
  minutesPerDay: number,
): number => Math.round(asDays(minutes, perDay, minutesPerDay));

/** The next 付与 within a year, as the terms that hold today say. */
function nextOf(service: Omit<Service, 'upTo'>): LeaveBalanceView['nextGrant'] {
  const { today, rulesOn } = service;
  const next = dueGrants([], { ...service, upTo: addYears(today, 1) }).find(({ on }) => on > today);
  return next ? { on: next.on, days: Math.round(next.minutes / rulesOn(next.on).minutesPerDay) } : null;
}

type Figures = Omit<
  LeaveBalanceView,
  'person' | 'may' | 'history' | 'basis' | 'minutesPerDay' | 'hourStep' | 'halfDays'
>;

/** The account in figures, as it stands today. */
export function figuresOf(account: Account, service: Omit<Service, 'upTo'>): Figures {
  const { today, rulesOn } = service;
  const { minutesPerDay } = rulesOn(today);
  const amount = (minutes: number) => ({ total: minutes, ...inDays(minutes, minutesPerDay) });
  const { due, ahead } = grantsFor(account, service);
  const entries = [...account.entries, ...due, ...ahead];
  const now = balanceOn(today, entries, minutesPerDay);
  const items = [...account.items.values()];
  const sum = (some: typeof items) =>
    some.reduce((all, { minutes, perDay }) => all + inDaysOfToday({ minutes, perDay }, minutesPerDay), 0);
  return {
    on: today,
    version: account.version,
    left: amount(now.left),
    reserved: amount(sum(items.filter(({ state }) => state === 'RESERVED'))),
    promised: amount(sum(items.filter(({ state, on }) => state === 'TAKEN' && on > today))),
    available: amount(availableOn(today, entries, minutesPerDay)),
    nextGrant: nextOf(service),
    lots: now.lots.map(({ on, expiresOn, left }) => ({ on, expiresOn, left: amount(left) })),
  };
}

import { addDays, type ClosedDays, startOfDay } from '../../shared/index.ts';
import type { WeekItem } from '../week/contract.ts';
import type { YearlyItemView, YearlyPreview } from './contract.ts';
import type { YearlyItem } from './item.ts';
import { doubtsOf, insteadOf, nextYear, preparedFrom } from './rules.ts';

const plain = (doubts: ReturnType<typeof doubtsOf>) => doubts.map(({ kind, name }) => ({ kind, name }));

export function presentItem(item: YearlyItem, closed: ClosedDays): YearlyItemView {
  const { itemId, title, note, rule, date, days, daysBefore, version } = item;
  return {
    ...{ itemId, title, note, rule, date, days, daysBefore, version },
    until: addDays(date, days - 1),
    preparedFrom: preparedFrom(item),
    doubts: plain(doubtsOf(date, closed)),
  };
}

interface Closed {
  /** Of the year from which it is taken. */
  readonly before: ClosedDays;
  /** Of the one into which it is taken. */
  readonly after: ClosedDays;
}

interface Over extends Closed {
  readonly taken: boolean;
  /** Into a list of the same year. */
  readonly sameYear: boolean;
}

export function presentNext(item: YearlyItem, { taken, sameYear, ...closed }: Over): YearlyPreview['items'][number] {
  const next = sameYear ? { date: item.date, doubts: doubtsOf(item.date, closed.after) } : nextYear(item, closed.after);
  return {
    item: presentItem(item, closed.before),
    date: next.date,
    doubts: plain([...next.doubts]),
    instead: insteadOf(next, closed.after),
    taken,
  };
}

const OF_THE_SECTION = {
  ...{ source: 'OWN', status: 'FREE', allDay: true, place: null, visibility: 'SECTION', online: false },
  ...{ category: null, mayEdit: false, version: null, bookingId: null, heldFor: null },
} as const satisfies Partial<WeekItem>;

/** As it stands in the week of the section: its days, and the day on which one begins to prepare it. */
export function inWeek(item: YearlyItem, prepareTitle: string): WeekItem[] {
  const { itemId, title, note, date, days } = item;
  const on = (id: string, words: string, span: { from: typeof date; days: number }): WeekItem => ({
    ...{ ...OF_THE_SECTION, id, title: words, place: note === '' ? null : note },
    from: startOfDay(span.from).toISOString(),
    to: startOfDay(addDays(span.from, span.days)).toISOString(),
  });
  const begun = preparedFrom(item);
  return [
    ...(begun === null ? [] : [on(`${itemId} prepare`, prepareTitle, { from: begun, days: 1 })]),
    on(itemId, title, { from: date, days }),
  ];
}

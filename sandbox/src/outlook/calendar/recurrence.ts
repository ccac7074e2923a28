/** Days since 1 January 1970, as a calendar on the wall counts them: no zone. */
export type DayNumber = number;
/** 0 is Sunday. */
export type Weekday = number;
export type WeekIndex = 'first' | 'second' | 'third' | 'fourth' | 'last';

export interface Recurrence {
  readonly type: 'daily' | 'weekly' | 'absoluteMonthly' | 'relativeMonthly';
  /** Every so many days, weeks or months. */
  readonly interval: number;
  readonly weekdays: readonly Weekday[];
  readonly firstWeekday: Weekday;
  readonly dayOfMonth: number;
  readonly index: WeekIndex;
  readonly startDay: DayNumber;
  /** The last possible day; null: no such limit. */
  readonly endDay: DayNumber | null;
  /** How many there are; null: no such limit. */
  readonly count: number | null;
}

const DAY_MS = 86_400_000;
const INDEXES: readonly WeekIndex[] = ['first', 'second', 'third', 'fourth'];

export const dayNumber = (date: string): DayNumber => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
export const dateText = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
// Day 0 was a Thursday.
export const weekdayOf = (day: DayNumber): Weekday => (((day + 4) % 7) + 7) % 7;

const monthOf = (day: DayNumber): number => {
  const at = new Date(day * DAY_MS);
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
};
const firstOfMonth = (month: number): DayNumber => Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY_MS;

/** The days of the series from one day to another, both included, in order. */
export function occurrenceDays(series: Recurrence, from: DayNumber, to: DayNumber): DayNumber[] {
  const { startDay, endDay, count } = series;
  const last = Math.min(to, endDay ?? to);
  const found: DayNumber[] = [];
  let seen = 0;
  for (const day of daysSince(series, count === null ? Math.max(from, startDay) : startDay)) {
    if (day > last || (count !== null && seen >= count)) break;
    if (day < startDay) continue;
    seen += 1;
    if (day >= from) found.push(day);
  }
  return found;
}

/** Without end; may begin a little earlier than asked. */
function* daysSince(series: Recurrence, since: DayNumber): Generator<DayNumber> {
  const { type, interval, startDay } = series;
  if (type === 'daily') {
    const passed = Math.max(0, Math.floor((since - startDay) / interval));
    for (let day = startDay + passed * interval; ; day += interval) yield day;
  }
  if (type === 'weekly') {
    yield* weeklySince(series, since);
    return;
  }
  const begin = monthOf(startDay);
  const passed = Math.max(0, Math.floor((monthOf(since) - begin) / interval));
  for (let month = begin + passed * interval; ; month += interval) {
    yield type === 'absoluteMonthly' ? absoluteDay(series, month) : relativeDay(series, month);
  }
}

function* weeklySince({ interval, startDay, weekdays, firstWeekday }: Recurrence, since: DayNumber) {
  const place = (weekday: Weekday) => (weekday - firstWeekday + 7) % 7;
  const places = weekdays.map(place).sort((left, right) => left - right);
  const firstWeek = startDay - place(weekdayOf(startDay));
  const step = 7 * interval;
  const passed = Math.max(0, Math.floor((since - firstWeek) / step));
  for (let week = firstWeek + passed * step; ; week += step) for (const offset of places) yield week + offset;
}

/** The 31st of a shorter month is its last day. */
function absoluteDay({ dayOfMonth }: Recurrence, month: number): DayNumber {
  return Math.min(firstOfMonth(month) + dayOfMonth - 1, firstOfMonth(month + 1) - 1);
}

function relativeDay({ weekdays, index }: Recurrence, month: number): DayNumber {
  const [first, next] = [firstOfMonth(month), firstOfMonth(month + 1)];
  const all = Array.from({ length: next - first }, (_, offset) => first + offset);
  const fitting = all.filter((day) => weekdays.includes(weekdayOf(day)));
  return (index === 'last' ? fitting.at(-1) : fitting[INDEXES.indexOf(index)]) ?? first;
}

import {
  addDays,
  addWorkingDays,
  type ClosedDays,
  dayOfWeek,
  firstOfNextMonth,
  fiscalYearOf,
  holidayName,
  isWorkingDay,
  type LocalDate,
  lastOfMonth,
  parseLocalDate,
} from '../../shared/index.ts';

/** When a 行事 is, every year anew. `weekday`: 0 is Sunday. */
export type WhenRule =
  /** 4月第2水曜 */
  | { readonly kind: 'NTH_WEEKDAY'; readonly month: number; readonly nth: number; readonly weekday: number }
  /** 3月最終金曜 */
  | { readonly kind: 'LAST_WEEKDAY'; readonly month: number; readonly weekday: number }
  /** 6月1日, on a day off as it is, or on the working day before or after. */
  | { readonly kind: 'DAY'; readonly month: number; readonly day: number; readonly onDayOff: OnDayOff }
  /** 「第1回は議会前」: somebody says the day every year. */
  | { readonly kind: 'BY_HAND' };

export type OnDayOff = 'KEEP' | 'BEFORE' | 'AFTER';

/**
 * HOLIDAY, DAY_OFF: the city hall is closed; NO_SUCH_DAY: 第5水曜 or 2月29日 that the year has not;
 * BY_HAND: nothing but people can say the day.
 */
export type DoubtKind = 'HOLIDAY' | 'DAY_OFF' | 'NO_SUCH_DAY' | 'BY_HAND';

export interface Doubt {
  readonly kind: DoubtKind;
  /** Of HOLIDAY its name. */
  readonly name: string | null;
}

export interface Reckoned {
  readonly date: LocalDate;
  readonly doubts: readonly Doubt[];
}

const WEEK = 7;
const FIRST_MONTH = 4;
/** 52 weeks: the same day of the week. */
const SAME_WEEKDAY = 52 * WEEK;

/** The first day of a month within a fiscal year: January to March are of the year after. */
const firstIn = (fiscalYear: number, month: number): LocalDate =>
  `${month < FIRST_MONTH ? fiscalYear + 1 : fiscalYear}-${String(month).padStart(2, '0')}-01` as LocalDate;

const doubt = (kind: DoubtKind, name: string | null = null): Doubt => ({ kind, name });

function lastWeekday(first: LocalDate, weekday: number): LocalDate {
  const last = lastOfMonth(first);
  return addDays(last, -((dayOfWeek(last) - weekday + WEEK) % WEEK));
}

function nthWeekday(first: LocalDate, nth: number, weekday: number): Reckoned {
  const date = addDays(first, ((weekday - dayOfWeek(first) + WEEK) % WEEK) + (nth - 1) * WEEK);
  if (date < firstOfNextMonth(first)) return { date, doubts: [] };
  return { date: lastWeekday(first, weekday), doubts: [doubt('NO_SUCH_DAY')] };
}

function dayOfMonth(first: LocalDate, day: number): Reckoned {
  const date = parseLocalDate(`${first.slice(0, 8)}${String(day).padStart(2, '0')}`);
  return date ? { date, doubts: [] } : { date: lastOfMonth(first), doubts: [doubt('NO_SUCH_DAY')] };
}

const STEP: Readonly<Record<OnDayOff, number>> = { KEEP: 0, BEFORE: -1, AFTER: 1 };

function moved(date: LocalDate, onDayOff: OnDayOff, closed: ClosedDays): LocalDate {
  const step = STEP[onDayOff];
  return step === 0 || isWorkingDay(date, closed) ? date : addWorkingDays(date, step, closed);
}

/** Why a day would not do, as far as the calendar knows. */
export function doubtsOf(date: LocalDate, closed: ClosedDays): Doubt[] {
  const holiday = holidayName(date);
  if (holiday !== null) return [doubt('HOLIDAY', holiday)];
  return isWorkingDay(date, closed) ? [] : [doubt('DAY_OFF')];
}

/** The days of a fiscal year on which the city hall is closed; `name` of a holiday. */
export function daysOffOf(fiscalYear: number, closed: ClosedDays): { date: LocalDate; name: string | null }[] {
  const found: { date: LocalDate; name: string | null }[] = [];
  for (let date = firstIn(fiscalYear, FIRST_MONTH); fiscalYearOf(date) === fiscalYear; date = addDays(date, 1)) {
    const [why] = doubtsOf(date, closed);
    if (why) found.push({ date, name: why.name });
  }
  return found;
}

/** The day of a rule in a fiscal year (April to March); null where people say it. */
export function dayByRule(rule: WhenRule, fiscalYear: number, closed: ClosedDays): Reckoned | null {
  if (rule.kind === 'BY_HAND') return null;
  const first = firstIn(fiscalYear, rule.month);
  if (rule.kind === 'LAST_WEEKDAY') {
    const date = lastWeekday(first, rule.weekday);
    return { date, doubts: doubtsOf(date, closed) };
  }
  if (rule.kind === 'NTH_WEEKDAY') {
    const { date, doubts } = nthWeekday(first, rule.nth, rule.weekday);
    return { date, doubts: [...doubts, ...doubtsOf(date, closed)] };
  }
  const found = dayOfMonth(first, rule.day);
  const date = moved(found.date, rule.onDayOff, closed);
  // 3月31日 on a day off goes to 1 April, and that is another fiscal year.
  const within = fiscalYearOf(date) === fiscalYear ? date : found.date;
  return { date: within, doubts: [...found.doubts, ...doubtsOf(within, closed)] };
}

/** The same day of the week a year later, within the next fiscal year. */
function aYearLater(date: LocalDate): LocalDate {
  const later = addDays(date, SAME_WEEKDAY);
  return fiscalYearOf(later) > fiscalYearOf(date) ? later : addDays(later, WEEK);
}

/** The day of a 行事 in the fiscal year after that of its day. */
export function nextYear(item: { readonly rule: WhenRule; readonly date: LocalDate }, closed: ClosedDays): Reckoned {
  const byRule = dayByRule(item.rule, fiscalYearOf(item.date) + 1, closed);
  if (byRule) return byRule;
  const date = aYearLater(item.date);
  return { date, doubts: [doubt('BY_HAND'), ...doubtsOf(date, closed)] };
}

/** Days that would do instead of one in doubt: the working days around it, and the same weekday a week later. */
export function insteadOf({ date, doubts }: Reckoned, closed: ClosedDays): LocalDate[] {
  if (doubts.every(({ kind }) => kind === 'BY_HAND' || kind === 'NO_SUCH_DAY')) return [];
  const around = [addWorkingDays(date, -1, closed), addWorkingDays(date, 1, closed), addDays(date, WEEK)];
  const year = fiscalYearOf(date);
  return [...new Set(around)].filter((day) => isWorkingDay(day, closed) && fiscalYearOf(day) === year).sort();
}

/** From when on one prepares it; null: nothing is said. */
export const preparedFrom = ({ date, daysBefore }: { date: LocalDate; daysBefore: number }): LocalDate | null =>
  daysBefore === 0 ? null : addDays(date, -daysBefore);

/** Whether such a day is in some year: 2月30日 is in none. */
export const isDayOfSomeYear = (month: number, day: number): boolean =>
  day <= Number(lastOfMonth(`2024-${String(month).padStart(2, '0')}`).slice(8));

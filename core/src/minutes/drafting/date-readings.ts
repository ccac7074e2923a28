import {
  addDays,
  addWorkingDays,
  type ClosedDays,
  dayOfWeek,
  fiscalYearOf,
  type LocalDate,
  parseLocalDate,
} from '../../shared/index.ts';

// How a day is read from the words that name it.

export interface Calendar {
  /** The day on which it was said. */
  readonly today: LocalDate;
  readonly closed?: ClosedDays;
  /** The hour that was told as the present one (「22時30分現在」): an hour before it is one of the next day. */
  readonly hour?: number;
}

export type Groups = Readonly<Record<string, string | undefined>>;
type Reading = (groups: Groups, calendar: Calendar) => LocalDate | null;

const ERAS: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 };
const WEEKS: Readonly<Record<string, number>> = { 今週: 0, 来週: 1, 翌週: 1, 再来週: 2 };
const MONTHS: Readonly<Record<string, number>> = { 今月: 0, 当月: 0, 来月: 1, 翌月: 1, 再来月: 2 };
export const NEAR: Readonly<Record<string, number>> = {
  ...{
    本日: 0,
    今日: 0,
    きょう: 0,
    今晩: 0,
    今夜: 0,
    明日: 1,
    明朝: 1,
    翌朝: 1,
    あした: 1,
    あす: 1,
    翌日: 1,
    明後日: 2,
    あさって: 2,
    明々後日: 3,
    しあさって: 3,
  },
};
const YEARS: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 来年: 1, 翌年: 1 };
const DAYS_OF_WEEK = '日月火水木金土';

export const onDay = (year: number, month: number, day: number): LocalDate | null =>
  parseLocalDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
export const yearOf = (day: LocalDate) => Number(day.slice(0, 4));
export const monthOf = (day: LocalDate) => Number(day.slice(5, 7));

function lastOfMonth(year: number, month: number): LocalDate {
  const next = onDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1);
  return addDays(next as LocalDate, -1);
}

/** The month that many months after the one it is said in. */
function monthAfter(today: LocalDate, months: number) {
  const at = yearOf(today) * 12 + monthOf(today) - 1 + months;
  return { year: Math.floor(at / 12), month: (at % 12) + 1 };
}

/** Of a day without a year the next one is meant, today included. */
function nextOf(today: LocalDate, month: number, day: number): LocalDate | null {
  const thisYear = onDay(yearOf(today), month, day);
  return thisYear !== null && thisYear >= today ? thisYear : onDay(yearOf(today) + 1, month, day);
}

function withYear({ era, years, year, month, day }: Groups): LocalDate | null {
  const ofEra = (ERAS[era ?? ''] ?? 0) + (years === '元' ? 1 : Number(years));
  return onDay(era === undefined ? Number(year) : ofEra, Number(month), Number(day));
}

function ofMonth({ relative, month, day }: Groups, { today }: Calendar): LocalDate | null {
  const years = YEARS[relative ?? ''];
  if (years !== undefined) return onDay(yearOf(today) + years, Number(month), Number(day));
  return nextOf(today, Number(month), Number(day));
}

function bareDay({ day }: Groups, { today }: Calendar): LocalDate | null {
  const { year, month } = monthAfter(today, 0);
  const here = onDay(year, month, Number(day));
  if (here !== null && here >= today) return here;
  const next = monthAfter(today, 1);
  return onDay(next.year, next.month, Number(day));
}

function dayOfMonth({ relative, day }: Groups, { today }: Calendar): LocalDate | null {
  const { year, month } = monthAfter(today, MONTHS[relative ?? ''] ?? 0);
  return onDay(year, month, Number(day));
}

function monthEnd({ relative, month }: Groups, { today }: Calendar): LocalDate | null {
  if (month !== undefined) {
    const number = Number(month);
    if (number < 1 || number > 12) return null;
    return lastOfMonth(yearOf(today) + (number < monthOf(today) ? 1 : 0), number);
  }
  const at = monthAfter(today, MONTHS[relative ?? ''] ?? 0);
  return lastOfMonth(at.year, at.month);
}

/** 「来月の第2金曜日」. */
function nthOfMonth({ relative, month, nth, weekday }: Groups, { today }: Calendar): LocalDate | null {
  const last = monthEnd({ relative, month }, { today });
  if (last === null) return null;
  const first = `${last.slice(0, 8)}01` as LocalDate;
  const ahead = (DAYS_OF_WEEK.indexOf(weekday ?? '') - dayOfWeek(first) + 7) % 7;
  const count = '一二三四五'.indexOf(nth ?? '') + 1 || Number(nth);
  const day = addDays(first, ahead + 7 * (count - 1));
  return day <= last ? day : null;
}

function yearEnd({ relative }: Groups, { today }: Calendar): LocalDate | null {
  return onDay(fiscalYearOf(today) + (relative === '来' ? 2 : 1), 3, 31);
}

/** Weeks begin on Monday. Without a week, the next day of that name after today. */
function ofWeek({ week, weekday }: Groups, { today }: Calendar): LocalDate {
  const wanted = (DAYS_OF_WEEK.indexOf(weekday ?? '') + 6) % 7;
  const now = (dayOfWeek(today) + 6) % 7;
  const weeks = WEEKS[week ?? ''];
  if (weeks !== undefined) return addDays(today, 7 * weeks + wanted - now);
  return addDays(today, (wanted - now + 6) % 7 === 6 ? 7 : (wanted - now + 7) % 7);
}

function monthsLater({ count }: Groups, { today }: Calendar): LocalDate {
  const { year, month } = monthAfter(today, Number(count));
  return onDay(year, month, Number(today.slice(8))) ?? lastOfMonth(year, month);
}

/** At night an hour that has passed is one of the next day. */
function ofHour({ half, hours }: Groups, { today, hour }: Calendar): LocalDate {
  if (hours === undefined || hour === undefined) return today;
  const said = Number(hours) + (/午後|夕方/u.test(half ?? '') && Number(hours) < 12 ? 12 : 0);
  return said < hour ? addDays(today, 1) : today;
}

// In this order: a longer wording goes before a shorter one that it holds.
export const READINGS: readonly (readonly [string, Reading])[] = [
  [
    '(?:(?<era>令和|平成|R|H)(?<years>\\d{1,2}|元)[年./]|(?<year>\\d{4})[年/.-])(?<month>\\d{1,2})[月/.-](?<day>\\d{1,2})日?',
    withYear,
  ],
  [
    '(?:(?<relative>今年|本年|来年|翌年)の?)?(?<![\\d/])(?<month>\\d{1,2})(?:月の?|/)(?<day>\\d{1,2})(?![\\d/])日?',
    ofMonth,
  ],
  ['(?<relative>今月|当月|来月|翌月|再来月)の?(?<day>\\d{1,2})日', dayOfMonth],
  ['(?:(?<relative>今月|当月|来月|翌月|再来月)の?|(?<month>\\d{1,2})月の?)?(?:月末|末日|(?<=月の?)末)', monthEnd],
  ['(?<relative>今|本|来|当)?年度末', yearEnd],
  [
    '(?:(?<relative>今月|当月|来月|翌月|再来月)の?|(?<month>\\d{1,2})月の?)第(?<nth>[1-5一二三四五])(?<weekday>[日月火水木金土])曜日?',
    nthOfMonth,
  ],
  ['(?:(?<week>今週|来週|翌週|再来週|今度|次|この次)の?)?(?<weekday>[日月火水木金土])曜日?', ofWeek],
  ['(?:翌営業日|翌開庁日)', (_, { today, closed }) => addWorkingDays(today, 1, closed)],
  ['(?:本日|今日|きょう|今晩|今夜|明々後日|しあさって|明後日|あさって|明朝|翌朝|明日|あした|あす|翌日)', () => null],
  [
    '(?<!てから|でから|次第)(?<count>\\d{1,2})(?:営業日|開庁日|稼働日)(?:以内|後)?',
    ({ count }, { today, closed }) => addWorkingDays(today, Number(count), closed),
  ],
  ['(?<count>\\d{1,3})日間?(?:以内|後)', ({ count }, { today }) => addDays(today, Number(count))],
  [
    '(?<!てから|でから|次第)(?<count>\\d{1,2})週間(?:以内|後|ほど|程度)?(?!前|以内)',
    ({ count }, { today }) => addDays(today, 7 * Number(count)),
  ],
  ['(?<count>\\d{1,2})(?:か|ヶ|カ|ケ|ヵ|箇)月(?:以内|後|ほど|程度)', monthsLater],
  [
    '(?<!から|[の日曜朝昼夜晩\\d]|午前|午後)(?:(?<half>午前|午後|夕方|朝)の?)?(?<hours>\\d{1,2})時(?:半|\\d{1,2}分)?(?=まで(?!は|の)|に(?!は|なっ|なる|なり|い|あ|始|終|来|着|つい|集)|必着|締切|厳守)|(?<![の日曜前]|の午)(?:正午|お?昼|夕方|定時|午前中)(?=まで|に(?:は|、|[^ぁ-ん])|もう|、)|(?<![の日曜前]|の午)午前中(?=に)|(?<![の日曜])午後(?:一|イチ)?(?=まで|に)',
    ofHour,
  ],
  ['(?<![\\d月第])(?<day>\\d{1,2})日(?!間|前|目|程|連|常|本)', bareDay],
];

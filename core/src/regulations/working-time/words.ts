import { fill, type LocalDate, type Locale, type Sentence, wareki } from '../../shared/index.ts';
import { valueAt } from './values.ts';
import type { LeaveValues, ShiftHours, SpecialLeaveKind, TimeValues, WorkingTimeTopic } from './vocabulary.ts';

export const DAY_NAMES: readonly Sentence[] = [
  { ja: '日', en: 'Sunday' },
  { ja: '月', en: 'Monday' },
  { ja: '火', en: 'Tuesday' },
  { ja: '水', en: 'Wednesday' },
  { ja: '木', en: 'Thursday' },
  { ja: '金', en: 'Friday' },
  { ja: '土', en: 'Saturday' },
];

const CLOCK = (minutes: number): Sentence => {
  const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return { ja: time, en: time };
};
const HOURS = (minutes: number): Sentence => ({ ja: `${minutes / 60}時間`, en: `${minutes / 60} hours` });
const WEEKDAY = (day: number): Sentence => DAY_NAMES[day] ?? { ja: '', en: '' };

const choose = (names: Readonly<Record<string, Sentence>>) => (value: string) => names[value] ?? { ja: '', en: '' };
const DAY_OFF_BY = choose({
  CALENDAR_DAY: { ja: '暦の日', en: 'the day of the calendar' },
  WORKING_DAY: { ja: '勤務を始めた日', en: 'the day on which work began' },
});
const LASTS = choose({
  NEXT_LEAVE_YEAR: { ja: '次の休暇の年の末日', en: 'the end of the next leave year' },
  TWO_YEARS: { ja: '付与から2年', en: 'two years from the grant' },
});
const ROUNDING = (rounding: TimeValues['payRounding']): Sentence => {
  if (!rounding) return { ja: '分のまま計算します', en: 'stays in minutes' };
  const { unit, how } = rounding;
  return how === 'UP'
    ? { ja: `${unit}分単位に切り上げます`, en: `is rounded up to ${unit} minutes` }
    : {
        ja: `${unit}分単位とし、半分以上を切り上げ、半分未満を切り捨てます`,
        en: `is rounded to the nearest ${unit} minutes`,
      };
};
const HALVES = (halves: LeaveValues['halfDays']): Sentence =>
  halves
    ? {
        ja: `午前${CLOCK(halves.AM).ja}、午後${CLOCK(halves.PM).ja}です`,
        en: `is ${CLOCK(halves.AM).en} in the morning and ${CLOCK(halves.PM).en} in the afternoon`,
      }
    : { ja: '取れません', en: 'cannot be taken' };
const COUNTS = (counts: boolean): Sentence =>
  counts ? { ja: '数えます', en: 'counts' } : { ja: '数えません', en: 'does not count' };
const SHARES = (shares: readonly number[]): Sentence => ({
  ja: shares.map((one) => `${one}％`).join('・'),
  en: shares.map((one) => `${one} %`).join(', '),
});
const ABOVE = (minutes: number): Sentence =>
  minutes === 0 ? { ja: '', en: '' } : { ja: `${minutes}分を超えると`, en: ` above ${minutes} minutes` };
const KEPT_SINCE = (day: LocalDate | null): Sentence =>
  day
    ? { ja: `${wareki(day)}から`, en: `on ${day}` }
    : { ja: 'この団体で最初の打刻があった日から', en: 'with the first punch that anybody here makes' };
const PART_TIME = (rows: LeaveValues['partTime']): Sentence =>
  rows.length > 0
    ? { ja: '週の勤務日数に応じた日数です', en: 'have days by those that they work a week' }
    : { ja: '常勤の職員と同じ日数です', en: 'have the same days as full-time staff' };
const DAYS_BY_MONTH = (days: readonly number[]): Sentence => ({ ja: days.join('・'), en: days.join(', ') });

interface Told<Value> {
  readonly says: Sentence;
  readonly value?: (value: Value) => Sentence;
}
type Values = Omit<TimeValues, 'limits'> & {
  readonly [Name in keyof TimeValues['limits'] as `limits.${Name}`]: TimeValues['limits'][Name];
} & { readonly [Name in keyof LeaveValues as `leave.${Name}`]: LeaveValues[Name] };

const told = (ja: string, en: string) => ({ says: { ja, en } });
const by = <Value>(value: (one: Value) => Sentence, ja: string, en: string): Told<Value> => ({
  says: { ja, en },
  value,
});

/** What each value means, where no row of the body says it better. */
const SENTENCES: { readonly [Topic in WorkingTimeTopic]: Told<Values[Topic]> } = {
  dayTurnsAt: by(
    CLOCK,
    '一日の勤務は、翌日の{value}で区切ります。',
    'A working day lasts until {value} of the day after.',
  ),
  openAfterShift: told(
    '日をまたぐ勤務は、終業後{value}分まで打刻できます。',
    'A shift over midnight stays open {value} minutes after its end.',
  ),
  earlyStart: told(
    '夜の勤務は、始業の{value}分前から打刻できます。',
    'The start of a night shift may be punched {value} minutes before.',
  ),
  doubleTapSeconds: told(
    '{value}秒以内の同じ打刻は、一度と数えます。',
    'The same punch again within {value} seconds counts once.',
  ),
  offlineAfterSeconds: told(
    '送るまでに{value}秒を超えて待った打刻には、印を付けます。',
    'A punch that waited longer than {value} seconds is marked.',
  ),
  offlineAtMostHours: told(
    '{value}時間を超えて待った打刻は、打刻修正で届け出ます。',
    'One that waited longer than {value} hours needs a correction.',
  ),
  askAfter: told(
    '打刻がないまま{value}分を過ぎると、本人に尋ねます。',
    'A missing punch is asked about after {value} minutes.',
  ),
  askAboutMidShift: told(
    '{value}分を超える中抜けは、休憩か休暇かを尋ねます。',
    'Interruptions longer than {value} minutes are asked about: break or leave?',
  ),
  flagWithoutOrder: by(
    ABOVE,
    '命令のない時間外の勤務は、{value}上司に知らせます。時間は必ず数えます。',
    'Work without an order is told to the boss{value}; it always counts.',
  ),
  askAboutGap: told(
    '打刻とほかの記録が{value}分を超えて違うときは、本人に尋ねます。',
    'Where punches and other signs lie more than {value} minutes apart, the person is asked.',
  ),
  keptSince: by(
    KEPT_SINCE,
    '出退勤の記録は{value}始まります。その前の日に打刻がなくても、漏れとはしません。',
    'The record begins {value}. Of days before it nothing is missing.',
  ),
  confirmWithin: told(
    '月の勤務表は、翌月の{value}営業日目までに所属長が確かめます。',
    'Heads confirm a month until working day {value} of the month after.',
  ),
  dayOffBy: by(
    DAY_OFF_BY,
    '日をまたぐ勤務の休日は、{value}で数えます。',
    'Whether work past midnight is on a day off goes by {value}.',
  ),
  weekBegins: by(WEEKDAY, '一週間は{value}曜日から数えます。', 'The week begins on {value}.'),
  payRounding: by(ROUNDING, '給与の計算で、月の合計の端数は{value}。', 'For pay a month’s total {value}.'),
  'limits.month': by(HOURS, '時間外勤務は1か月{value}までです。', 'Overtime is limited to {value} a month.'),
  'limits.year': by(HOURS, '時間外勤務は1年{value}までです。', 'Overtime is limited to {value} a year.'),
  'limits.monthsAbove': told(
    '1か月の上限を超えてよいのは、1年に{value}か月までです。',
    'At most {value} months of a year may be above it.',
  ),
  'limits.singleMonth': by(
    HOURS,
    '休日の勤務を含め、1か月{value}未満とします。',
    'With work on days off a month stays below {value}.',
  ),
  'limits.average': by(
    HOURS,
    '2か月から6か月の平均は{value}までです。',
    'The average of two to six months is at most {value}.',
  ),
  'limits.warnAtPercent': by(
    SHARES,
    '上限の{value}で、本人と上司に知らせます。',
    'At {value} of a limit the person and the boss are told.',
  ),
  'limits.countsDayOffWork': by(
    COUNTS,
    '週休日と休日の勤務は、上限に{value}。',
    'Work on days off {value} towards the limits.',
  ),
  'leave.yearBegins': told('年次有給休暇の1年は、{value}月から数えます。', 'The leave year begins with month {value}.'),
  'leave.days': told('年次有給休暇は1年に{value}日です。', 'Annual leave is {value} days a year.'),
  'leave.firstYear': by(
    DAYS_BY_MONTH,
    '採用の年は、残りの月数（1か月から12か月）により{value}日です。',
    'In the first year, by the months left (1 to 12): {value} days.',
  ),
  'leave.carryOverDays': told('翌年へ{value}日まで繰り越せます。', 'Up to {value} days are carried over.'),
  'leave.lasts': by(LASTS, '繰り越した日数は{value}まで使えます。', 'Days can be used until {value}.'),
  'leave.minutesPerDay': by(CLOCK, '時間で取るときは{value}を1日とします。', 'By the hour, {value} make a day.'),
  'leave.hourStep': told(
    '時間で取るときの単位は{value}分です。',
    'By the hour it is taken in steps of {value} minutes.',
  ),
  'leave.partTime': by(PART_TIME, '勤務日の少ない職員は{value}。', 'Staff who work less {value}.'),
  'leave.halfDays': by(HALVES, '半日の休暇は{value}。', 'Half a day {value}.'),
};

export const ALL_TOPICS = Object.keys(SENTENCES) as readonly WorkingTimeTopic[];

/** A value in a sentence. */
export function topicSentence(
  topic: WorkingTimeTopic,
  values: { readonly rules: TimeValues; readonly leave: LeaveValues },
  locale: Locale,
): string {
  const { says, value } = SENTENCES[topic] as Told<unknown>;
  const plain = valueAt(topic, values);
  return fill(says[locale], { value: value ? value(plain)[locale] : String(plain) });
}

const span = ({ from, to }: { readonly from: number; readonly to: number }, locale: Locale): string =>
  locale === 'ja' ? `${CLOCK(from).ja}から${CLOCK(to).ja}` : `${CLOCK(from).en} to ${CLOCK(to).en}`;

/** 「8:30から17:15（休憩 12:00から13:00）」 */
export function shiftWords(shift: ShiftHours, locale: Locale): string {
  const breaks = shift.breaks.map((one) => span(one, locale));
  if (breaks.length === 0) return span(shift, locale);
  return locale === 'ja'
    ? `${span(shift, 'ja')}（休憩 ${breaks.join('、')}）`
    : `${span(shift, 'en')} (break ${breaks.join(', ')})`;
}

const UNITS = choose({
  DAY: { ja: '日単位', en: 'by the day' },
  HALF_DAY: { ja: '半日単位', en: 'by the half day' },
  HOUR: { ja: '時間単位', en: 'by the hour' },
  MINUTE: { ja: '分単位', en: 'by the minute' },
});

/** 「1年に5日、時間単位」 */
export function specialWords({ days, per, unit }: SpecialLeaveKind, locale: Locale): string {
  const step = UNITS(unit)[locale];
  if (days === null) return locale === 'ja' ? `必要な期間、${step}` : `as long as needed, ${step}`;
  const often = per === 'YEAR' ? { ja: '1年に', en: 'a year' } : { ja: '1回に', en: 'each time' };
  return locale === 'ja' ? `${often.ja}${days}日、${step}` : `${days} days ${often.en}, ${step}`;
}

/** 続柄, as the national table of 忌引 has them. */
export const relationName: (code: string) => Sentence = (code) => RELATIONS[code] ?? { ja: code, en: code };
const RELATIONS: Readonly<Record<string, Sentence>> = {
  SPOUSE: { ja: '配偶者', en: 'spouse' },
  PARENT: { ja: '父母', en: 'parent' },
  CHILD: { ja: '子', en: 'child' },
  GRANDPARENT: { ja: '祖父母', en: 'grandparent' },
  GRANDCHILD: { ja: '孫', en: 'grandchild' },
  SIBLING: { ja: '兄弟姉妹', en: 'brother or sister' },
  UNCLE_OR_AUNT: { ja: 'おじ・おば', en: 'uncle or aunt' },
  PARENT_IN_LAW: { ja: '配偶者の父母', en: 'parent of the spouse' },
};

import { z } from 'zod';
import { NameSchema, rowShape, TextSchema } from './parts.ts';
import { ClockSchema, ClockSpanSchema, LengthSchema, WeekdaySchema } from './working-time-parts.ts';

const minutes = z.int().nonnegative();
const hours = z.number().positive();
const value = <Rule extends string, Shape extends z.core.$ZodLooseShape>(rule: Rule, what: string, shape: Shape) =>
  z.strictObject({ ...rowShape, rule: z.literal(rule), ...shape }).describe(what);

/** Values of the record of working time; what no row says is as in the state's offices. Each rule at most once. */
const TimeRuleSchema = z.discriminatedUnion('rule', [
  value('DAY_TURNS', '一日の区切り / when a working day turns into the next', { at: ClockSchema }),
  value('OVER_MIDNIGHT', '日をまたぐ勤務の打刻 / punches of a shift over midnight', {
    openAfter: minutes.describe('終業後、何分開けておくか / minutes open after its end'),
    earlyStart: minutes.describe('始業の何分前から打てるか / minutes before its start'),
  }),
  value('TAPS', '二重の打刻と、送れなかった打刻 / double taps, taps made offline', {
    doubleSeconds: minutes,
    offlineAfterSeconds: minutes,
    offlineAtMostHours: minutes,
  }),
  value('MISSING_PUNCH', '打刻漏れを尋ねるまでの分 / minutes until a missing punch is asked about', { minutes }),
  value('MID_SHIFT', 'これを超える中抜けは尋ねる / longer interruptions are asked about', { minutes }),
  value('WITHOUT_ORDER', '命令のない勤務に印を付ける分 / work without an order is flagged above', { minutes }),
  value('GAP', '打刻とほかの記録の差を尋ねる分 / how far punches and other signs may lie apart', { minutes }),
  value('KEPT_SINCE', '出退勤の記録を始める日。書かなければ最初の打刻の日 / from when on the record is kept', {
    on: z.iso.date(),
  }),
  value('MONTH_CONFIRMED', '所属長が月の勤務表を確かめる期限 / until when heads confirm a month', {
    workingDays: z.int().min(1).max(20).describe('翌月の何営業日目まで / working day of the month after'),
  }),
  value('DAY_OFF_BY', '日をまたぐ勤務の週休日の数え方 / whose day off it is after midnight', {
    by: z.enum(['CALENDAR_DAY', 'WORKING_DAY']),
  }),
  value('WEEK', '一週間の初めの日 / the first day of the week', { begins: WeekdaySchema }),
  value('PAY_ROUNDING', '月の合計の端数。null は分のまま / rounding of a month’s total; null: none', {
    to: z.strictObject({ minutes: z.literal([15, 30, 60]), how: z.enum(['NEAREST', 'UP']) }).nullable(),
  }),
  value('OVERTIME_MONTH', '時間外勤務の上限、1か月 / overtime of a month at most', { hours }),
  value('OVERTIME_YEAR', '時間外勤務の上限、1年 / overtime of a year at most', { hours }),
  value('MONTHS_ABOVE', '上限を超えてよい月数 / months that may be above', { months: z.int().min(0).max(12) }),
  value('SINGLE_MONTH', '休日を含む1か月、未満 / a single month stays below', { hours }),
  value('AVERAGE', '2から6か月の平均 / the average of two to six months at most', { hours }),
  value('OVERTIME_WARNING', '上限の何％で知らせるか / shares of a limit that are told of', {
    percent: z.array(z.int().min(1).max(99)).min(1),
  }),
  value('OVERTIME_COUNTS', '週休日・休日の勤務を上限に数えるか / whether work on days off counts', {
    dayOffWork: z.boolean(),
  }),
]);

const ShiftSchema = z.strictObject({
  ...rowShape,
  code: NameSchema,
  name: TextSchema,
  from: ClockSchema,
  to: ClockSchema,
  breaks: z.array(ClockSpanSchema).default([]),
});

const PatternSchema = z.strictObject({
  ...rowShape,
  code: NameSchema,
  name: TextSchema,
  employments: z.array(NameSchema).default([]).describe('この型で働く任用の種別 / the employments that work by it'),
  week: z
    .partialRecord(WeekdaySchema, NameSchema)
    .default({})
    .describe('曜日ごとの勤務。ない曜日は週休日 / the shift of each weekday; missing: a day off'),
  roster: z.array(NameSchema).default([]).describe('勤務表で割り振れる勤務 / shifts that a roster may give'),
  statutoryDayOff: WeekdaySchema.optional().describe('法定休日 / the weekly day off of the law'),
  worksOnHolidays: z.boolean().default(false),
  variableHours: z.boolean().default(false).describe('1か月単位の変形労働時間制 / variable hours within a month'),
  yearlyHours: hours.optional().describe('年度の勤務時間の上限 / hours of a fiscal year at most'),
});

const DayOffSchema = z.strictObject({
  ...rowShape,
  on: z
    .union([z.iso.date(), z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/u)])
    .describe('「06-01」は毎年、「2026-06-01」はその年だけ / every year, or one day'),
});

const HoursExampleSchema = z.strictObject({
  name: z.string().min(1),
  day: z.iso.date(),
  employment: NameSchema,
  expect: z.union([
    z.strictObject({ pattern: NameSchema, shift: NameSchema, worked: LengthSchema, article: z.string().min(1) }),
    z.strictObject({ pattern: NameSchema, off: z.enum(['DAY_OFF', 'STATUTORY_DAY_OFF', 'HOLIDAY', 'CITY_DAY_OFF']) }),
  ]),
});

const ShiftExampleSchema = z.strictObject({
  name: z.string().min(1),
  shift: NameSchema,
  expect: z.strictObject({ worked: LengthSchema, article: z.string().min(1) }),
});
const RosterExampleSchema = z.strictObject({
  name: z.string().min(1),
  pattern: NameSchema,
  expect: z.strictObject({ roster: z.array(NameSchema).min(1), article: z.string().min(1) }),
});

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** A value as the program counts with it: `limits.month`, in minutes. */
export const ValueExampleSchema = z.strictObject({
  name: z.string().min(1),
  value: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+){0,2}$/u),
  expect: z.strictObject({ is: z.union([plain, z.array(plain)]), article: z.string().min(1) }),
});

/** 勤務時間・休日・時間外勤務の定め. */
export const WorkingTimeSchema = z.strictObject({
  title: TextSchema.describe('規則の題名 / the title of the rules'),
  article: z.string().min(1),
  rules: z.array(TimeRuleSchema).default([]),
  shifts: z.array(ShiftSchema).min(1).describe('勤務の時間割 / hours of a day'),
  patterns: z.array(PatternSchema).min(1).describe('勤務パターン / what is worked by day of the week'),
  usual: NameSchema.describe('ほかに定めのない職員の勤務パターン / the pattern where no other is said'),
  daysOff: z.array(DayOffSchema).default([]).describe('団体の休日 / the body’s own days off'),
  examples: z.array(z.union([HoursExampleSchema, ShiftExampleSchema, RosterExampleSchema, ValueExampleSchema])).min(1),
});

export type WorkingTimeBlock = z.infer<typeof WorkingTimeSchema>;
export type TimeRule = WorkingTimeBlock['rules'][number];
export type ShiftRow = WorkingTimeBlock['shifts'][number];
export type PatternRow = WorkingTimeBlock['patterns'][number];
export type HoursExample = z.infer<typeof HoursExampleSchema>;
export type HoursOrRosterExample = WorkingTimeBlock['examples'][number];
export type ValueExample = z.infer<typeof ValueExampleSchema>;

/** Every row of the block, with its article. */
export const workingTimeRowsOf = ({ rules, shifts, patterns, daysOff }: WorkingTimeBlock) => [
  ...[...rules, ...shifts, ...patterns, ...daysOff],
];

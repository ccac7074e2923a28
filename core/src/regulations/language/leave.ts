import { z } from 'zod';
import { NameSchema, rowShape, TextSchema } from './parts.ts';
import { ValueExampleSchema } from './working-time.ts';
import { LengthSchema } from './working-time-parts.ts';

const days = z.int().nonnegative();
const value = <Rule extends string, Shape extends z.core.$ZodLooseShape>(rule: Rule, what: string, shape: Shape) =>
  z.strictObject({ ...rowShape, rule: z.literal(rule), ...shape }).describe(what);

/** 年次有給休暇; what no row says is as for the state's staff. Each rule at most once. */
const LeaveRuleSchema = z.discriminatedUnion('rule', [
  value('LEAVE_YEAR', '休暇の年の初めの月 / the month with which the leave year begins', {
    begins: z.int().min(1).max(12),
  }),
  value('YEARLY_DAYS', '1年の日数 / days of a year', { days }),
  value('FIRST_YEAR', '採用の年の日数。残りの月数 1 から 12 の順 / days of the first year, by months left, 1 to 12', {
    days: z.array(days).length(12),
  }),
  value('CARRY_OVER', '繰越の上限の日数 / days carried over at most', { days }),
  value('LASTS', 'いつまで使えるか / how long days last', { until: z.enum(['NEXT_LEAVE_YEAR', 'TWO_YEARS']) }),
  value('DAY_LENGTH', '時間で取るときの1日の長さ / a day taken by the hour', { length: LengthSchema }),
  value('HOURLY', '時間で取るときの単位の分 / the step of leave by the hour, in minutes', {
    step: z.literal([1, 15, 30, 60]),
  }),
  value('PART_TIME', '勤務日の少ない職員の日数 / days of staff who work less than full time', {
    employments: z.array(NameSchema).min(1).describe('任用の種別 / kinds of employment'),
    by: z
      .enum(['LAW', 'SHARE'])
      .default('LAW')
      .describe('労働基準法39条3項の表か、1年の日数を週の勤務日で按分 / the table of the law, or a share of the year'),
    first: z.enum(['JOINING', 'HALF_YEAR']).default('HALF_YEAR').describe('最初の付与 / when the first days come'),
    begins: z
      .int()
      .min(1)
      .max(12)
      .nullable()
      .describe('その後の付与の月。null は最初の付与から1年ごと / month of those after; null: yearly from the first'),
    table: z
      .partialRecord(z.enum(['1', '2', '3', '4', '5']), z.array(days).length(7))
      .optional()
      .describe('表を上回る日数。週の日数ごとに7つ / more than the law, by days a week'),
  }),
  value('HALF_DAYS', '半日の長さ。null は半日なし / what half a day takes; null: no half days', {
    halves: z.strictObject({ morning: LengthSchema, afternoon: LengthSchema }).nullable(),
  }),
]);

/** What a kind of special leave may say for itself; a kind of the national list only what differs. */
const SpecialRowSchema = z.strictObject({
  ...rowShape,
  kind: NameSchema,
  name: TextSchema.optional(),
  days: z.int().positive().nullable().optional().describe('日数。null は必要な期間 / days; null: as long as needed'),
  per: z.enum(['OCCASION', 'YEAR']).optional(),
  unit: z.enum(['DAY', 'HALF_DAY', 'HOUR', 'MINUTE']).optional(),
  paid: z.boolean().optional(),
  evidence: z.enum(['NONE', 'STATEMENT', 'CERTIFICATE']).optional(),
  calendarDays: z.boolean().optional().describe('休日を含めて数える / counted over days off as well'),
  daysBy: z.record(NameSchema, z.int().positive()).optional().describe('続柄ごとの日数 / days by relation'),
});

const GrantExampleSchema = z.strictObject({
  name: z.string().min(1),
  joinedIn: z.int().min(1).max(12).describe('採用の月 / the month of joining'),
  expect: z.strictObject({ days, article: z.string().min(1) }),
});
const PartTimeExampleSchema = z.strictObject({
  name: z.string().min(1),
  employment: NameSchema,
  grant: z.int().min(1).describe('何回目の付与か / which grant, from 1'),
  expect: z.strictObject({ days, article: z.string().min(1) }),
});
const SpecialExampleSchema = z.strictObject({
  name: z.string().min(1),
  special: NameSchema,
  relation: NameSchema.optional(),
  expect: z.union([
    z.strictObject({ days: z.int().nullable(), article: z.string().min(1) }),
    z.strictObject({ unknown: z.literal(true) }),
  ]),
});

/** 休暇の定め. */
export const LeaveSchema = z.strictObject({
  title: TextSchema,
  article: z.string().min(1),
  rules: z.array(LeaveRuleSchema).default([]),
  special: z
    .strictObject({
      article: z.string().min(1).describe('特別休暇の条 / the article on special leave'),
      national: z.boolean().default(true).describe('国の一覧による / goes by the national list'),
      without: z.array(NameSchema).default([]).describe('国の一覧から除くもの / not these of the national list'),
      rows: z.array(SpecialRowSchema).default([]).describe('変えるもの、加えるもの / what is changed or added'),
    })
    .optional(),
  examples: z
    .array(z.union([GrantExampleSchema, PartTimeExampleSchema, SpecialExampleSchema, ValueExampleSchema]))
    .min(1),
});

export type LeaveBlock = z.infer<typeof LeaveSchema>;
export type LeaveRule = LeaveBlock['rules'][number];
export type SpecialRow = z.infer<typeof SpecialRowSchema>;
export type PartTimeExample = z.infer<typeof PartTimeExampleSchema>;
export type LeaveExample = LeaveBlock['examples'][number];

export const leaveRowsOf = ({ rules, special }: LeaveBlock) => [...rules, ...(special?.rows ?? [])];

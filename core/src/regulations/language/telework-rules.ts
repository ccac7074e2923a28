import { z } from 'zod';
import { DesignationSchema, NameSchema, rowShape, TextSchema } from './parts.ts';
import {
  CommitmentSchema,
  FieldSchema,
  OnlySchema,
  ruleShape,
  SeveritySchema,
  SpanOfTimeSchema,
  TimeSchema,
  teleworkRow,
} from './telework-parts.ts';

const days = z.int().nonnegative();

/** What an application must keep to; `rule` says what kind of rule the row is. */
export const TeleworkRuleSchema = z.discriminatedUnion('rule', [
  z.strictObject({ ...ruleShape, rule: z.literal('FORBIDDEN') }).describe('when の場合はできない / not when'),
  z.strictObject({ ...ruleShape, rule: z.literal('ONLY'), allowed: OnlySchema }).describe('これに限る / nothing else'),
  z
    .strictObject({ ...ruleShape, rule: z.literal('REASON'), reasons: z.array(NameSchema).min(1) })
    .describe('いずれかの事由を要する / one of these reasons is needed'),
  z
    .strictObject({
      ...ruleShape,
      rule: z.literal('REGISTRATION'),
      validFor: z
        .union([z.literal('FISCAL_YEAR'), z.strictObject({ months: z.int().positive() })])
        .describe('年度末まで、又は月数 / until the end of the fiscal year, or months'),
      changeNotice: z
        .array(z.enum(['places', 'devices']))
        .default([])
        .describe('登録と違うとき変更の届出を要するもの / what must be as registered'),
      remindWorkingDays: days.optional().describe('期限の何営業日前に更新を促すか / when to remind of the renewal'),
    })
    .describe('利用者登録 / registration'),
  z
    .strictObject({
      ...ruleShape,
      rule: z.literal('LEAD_TIME'),
      workingDays: days.describe('何営業日前までに。0 は当日まで / so many working days before; 0: on the day'),
      late: SeveritySchema.exclude(['REFUSED'])
        .optional()
        .describe('遅れても理由があればよいとき / what a late application with a reason gets; missing: none'),
    })
    .describe('申請の期限 / lead time'),
  z
    .strictObject({
      ...ruleShape,
      rule: z.literal('AFTERWARDS'),
      workingDays: days,
      late: SeveritySchema.exclude(['REFUSED']),
    })
    .describe('事後の申請。理由を添え、何営業日以内 / after the day: with a reason, within so many working days'),
  z
    .strictObject({
      ...ruleShape,
      rule: z.literal('CAP'),
      per: z.enum(['WEEK', 'MONTH', 'FISCAL_YEAR']),
      atMost: z.number().nonnegative().describe('日数の上限 / days at most'),
      partDays: z.enum(['WHOLE', 'HALF']).default('WHOLE').describe('一部の日の数え方 / how part of a day counts'),
    })
    .describe('回数の上限 / cap'),
  z
    .strictObject({
      ...ruleShape,
      rule: z.literal('OFFICE_DAYS'),
      atLeast: z.int().positive().describe('週に登庁する日数 / days of the week at the office'),
      partDays: z.boolean().default(true).describe('一部登庁した日も数える / part of a day counts'),
    })
    .describe('登庁する日 / days at the office'),
  z
    .strictObject({ ...ruleShape, rule: z.literal('OVERLAP'), with: z.array(CommitmentSchema).min(1) })
    .describe('時間が重なってはならないもの / must not overlap'),
  z
    .strictObject({ ...ruleShape, rule: z.literal('HOURS'), from: TimeSchema, to: TimeSchema })
    .describe('勤務時間 / working hours'),
  z
    .strictObject({
      ...ruleShape,
      rule: z.literal('BREAKS'),
      usual: z.array(SpanOfTimeSchema).min(1).describe('通常の休憩 / the usual breaks'),
      change: z.enum(['NEVER', 'WITH_APPROVAL', 'FREE']),
      totalEqual: z.boolean().default(true).describe('合計は同じ / the total stays the same'),
      atEdges: z.boolean().default(false).describe('始業・終業に接してよいか / may touch the start or the end'),
      parts: z.int().positive().optional().describe('分割できる数 / into so many parts at most'),
    })
    .describe('休憩 / breaks'),
  z
    .strictObject({ ...ruleShape, rule: z.literal('REACHABLE'), minutes: z.int().positive() })
    .describe('電話に何分以内に応じられること / answers the phone within so many minutes'),
  z
    .strictObject({ ...ruleShape, rule: z.literal('STATED'), fields: z.array(FieldSchema).min(1) })
    .describe('申請に書くこと / what an application must say'),
]);

/** A step of the chain besides the rules: approvals, permits, orders, loans. */
export const ProcedureSchema = z.strictObject({
  ...teleworkRow,
  at: z
    .enum(['REGISTRATION', 'REQUEST'])
    .describe('登録のときか、申請ごとか / for a registration, or each application'),
  procedure: z.enum(['APPROVAL', 'TAKE_OUT_PERMIT', 'TRIP_ORDER', 'DEVICE_LOAN', 'DEVICE_USE', 'NOTICE']),
  name: TextSchema,
  place: z.int().positive().describe('順序 / place in the order'),
  by: DesignationSchema.describe('行う者 / by whom'),
  matter: NameSchema.optional().describe('決裁を受ける事案 / the matter of the approval case'),
  returned: z.enum(['NEXT_OFFICE_DAY', 'SAME_DAY']).optional().describe('返却の確認 / when the return is checked'),
});

export const ReportSchema = z.strictObject({
  ...teleworkRow,
  due: z
    .enum(['START', 'INTERRUPTION', 'RESUMPTION', 'END', 'PLAN', 'RESULT'])
    .describe('開始・中断・再開・終了・予定・実績 / when'),
  to: DesignationSchema.default({ superior: true }),
  workingDays: days.optional().describe('その日から何営業日以内 / within so many working days'),
  remindAt: TimeSchema.optional().describe(
    '最後の日のこの時刻までになければ、本人に一度知らせる / the time of its last day at which the person is reminded, once',
  ),
});

/** 対話の案内: 書かなければ行わない. */
export const TalkSchema = z.strictObject({
  ...rowShape,
  afterDays: z.int().min(1).max(100).describe('テレワークの日が続けて何日になったら / after so many telework days'),
});

/** 取扱い: plain facts that others ask for. */
export const TreatmentSchema = z.strictObject({
  ...teleworkRow,
  topic: z.enum(['TRIP', 'COMMUTING_ALLOWANCE', 'TELEWORK_ALLOWANCE', 'COSTS', 'ACCIDENTS']),
  holds: z.boolean().describe('出張とする、減額する、支給する、本人負担とするなど / yes or no'),
});

/** 災害・感染症などの切替え: order number and days are given when it is switched on. */
export const SwitchSchema = z.strictObject({
  ...teleworkRow,
  name: TextSchema,
  longestDays: z.int().positive().optional().describe('一度に続けられる日数 / days that it may last'),
  matter: NameSchema.optional().describe('命令を決裁する事案 / the matter by which an order is decided'),
  atOnceBy: z
    .array(z.union([z.strictObject({ post: z.string().min(1) }), z.strictObject({ head: z.string().min(1) })]))
    .default([])
    .describe('緊急のとき直ちに命じられる職（市長・副市長のほか） / posts besides the mayors that may order at once'),
  relaxes: z
    .array(
      z.strictObject({
        rows: z.array(NameSchema).min(1),
        to: z.enum(['WAIVED', 'WARNED', 'NEEDS_SPECIAL_APPROVAL']).default('WAIVED'),
      }),
    )
    .min(1)
    .describe('緩める行 / the rows that it relaxes'),
});

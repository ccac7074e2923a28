import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLines, typedLinesOrNothing } from '../../shared/typed-text.ts';

/** `26:30` is half past two of the day after. */
const time = z.string().regex(/^([0-2]?[0-9]|3[0-5]):[0-5][0-9]$/u);

/** `POST /api/v1/overtime` and `/overtime/check`: 時間外勤務の事前命令を求める. */
export const OvertimeRequestInputSchema = z.strictObject({
  date: typedDay(),
  /** Null: from the end of the day's hours of duty; to be said for a day off. */
  from: time.nullable().default(null),
  to: time,
  reason: typedLines(1000),
});
export type OvertimeRequestInput = z.infer<typeof OvertimeRequestInputSchema>;

/** `POST /api/v1/overtime/orders`: 事前命令 by a boss for somebody below them. */
export const OrderOvertimeInputSchema = z.strictObject({
  staffId: z.uuid(),
  date: typedDay(),
  from: time.nullable().default(null),
  to: time,
  reason: typedLines(1000),
});
export type OrderOvertimeInput = z.infer<typeof OrderOvertimeInputSchema>;

/** A limit that is near, reached or passed: 月45時間 of 45時間, said in a sentence. */
export const OvertimeLimitSchema = z.object({
  code: z.string(),
  level: z.enum(['NEAR', 'REACHED', 'EXCEEDED']),
  /** Minutes; months for `telework.limit_months_above`. */
  value: z.number(),
  limit: z.number(),
  percent: z.number(),
  sentence: z.string(),
});

/** 時間外勤務 of one person on one day: what was ordered, and what was confirmed afterwards. */
export const OvertimeDayViewSchema = z.object({
  /** Of the order; null: worked without one. */
  itemId: z.string().nullable(),
  applicationId: z.string().nullable(),
  person: PersonSchema,
  date: z.string(),
  from: z.string(),
  to: z.string(),
  minutes: z.number().int(),
  reason: z.string(),
  state: z.enum(['UNORDERED', 'ASKED', 'ORDERED', 'CONFIRMED', 'NOT_WORKED', 'CANCELLED', 'REFUSED']),
  /** Who ordered it, where a boss did without being asked. */
  orderedBy: PersonSchema.nullable(),
  confirmed: z
    .object({
      by: PersonSchema,
      at: z.string(),
      from: z.string(),
      to: z.string(),
      minutes: z.number().int(),
      note: z.string(),
    })
    .nullable(),
  /** Its history; to be sent back with a confirmation. */
  version: z.number().int(),
  may: z.object({ confirm: z.boolean(), cancel: z.boolean() }),
});
export type OvertimeDayView = z.infer<typeof OvertimeDayViewSchema>;

/** `GET /api/v1/overtime/days`: mine, or those that wait for the caller's 事後確認. */
export const OvertimeDaysQuerySchema = z.strictObject({
  box: z.enum(['mine', 'to-confirm']).default('mine'),
  /** `2026-11`; the present month where it is left out. Not heeded for `to-confirm`. */
  month: z
    .string()
    .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/u)
    .optional(),
});
export type OvertimeDaysQuery = z.infer<typeof OvertimeDaysQuerySchema>;

export const OvertimeDaysViewSchema = z.object({
  items: z.array(OvertimeDayViewSchema),
  /** Of the month, for `mine`: ordered or confirmed minutes, of the 年度 too, and how near the limits are. */
  totals: z.object({
    month: z.number().int(),
    year: z.number().int(),
    limits: z.array(OvertimeLimitSchema),
  }),
});
export type OvertimeDaysView = z.infer<typeof OvertimeDaysViewSchema>;

/** `POST /api/v1/overtime/days/{itemId}/confirm`: 事後確認, what was really worked; `worked` null: nothing was. */
export const ConfirmOvertimeInputSchema = z.strictObject({
  version: z.number().int().min(0).max(2_147_483_647),
  worked: z.strictObject({ from: time, to: time }).nullable(),
  note: typedLinesOrNothing(1000).default(''),
});
export type ConfirmOvertimeInput = z.infer<typeof ConfirmOvertimeInputSchema>;

/** `POST /api/v1/overtime/confirmations`: 事後確認 of work for which there was no order. It counts all the same. */
export const ConfirmUnorderedInputSchema = z.strictObject({
  staffId: z.uuid(),
  date: typedDay(),
  from: time,
  to: time,
  note: typedLinesOrNothing(1000).default(''),
});
export type ConfirmUnorderedInput = z.infer<typeof ConfirmUnorderedInputSchema>;

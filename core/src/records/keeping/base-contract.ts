import { z } from 'zod';
import { LEVELS, type LevelAnswers } from '../../shared/level-questions.ts';

export const LevelSchema = z.enum(LEVELS);
export const LevelAnswersSchema = z.strictObject({
  ...{ secret: z.boolean(), grave: z.boolean(), personal: z.boolean(), internal: z.boolean() },
}) satisfies z.ZodType<LevelAnswers>;
export const ActionSchema = z.enum(['TRANSFER', 'DESTROY', 'CONSULT']);
export const BasisSchema = z.enum(['CREATION', 'COMPLETION', 'ISSUANCE', 'EVENT']);
export const HoldReasonSchema = z.enum(['AUDIT', 'LITIGATION', 'APPEAL', 'DISCLOSURE', 'BUSINESS']);
export const version = z.number().int().min(0);
export const day = z.string();

/** 保存期間: how long, from when, until when, why, and what becomes of it. */
export const RetentionViewSchema = z.object({
  /** 5年, 永年（30年ごとに見直し）, 1年未満 */
  period: z.string(),
  permanent: z.boolean(),
  basis: BasisSchema,
  basisOn: day.nullable(),
  startsOn: day.nullable(),
  /** 満了日; of 永年 the day of its review. */
  endsOn: day.nullable(),
  action: ActionSchema,
  ruleId: z.string(),
  article: z.string(),
  regulationVersion: z.string(),
  /** All of it in words. */
  sentence: z.string(),
});

export const HoldViewSchema = z.object({
  id: z.string(),
  reason: HoldReasonSchema,
  note: z.string(),
  /** What it lies on. */
  on: z.enum(['RECORD', 'FOLDER']),
  recordId: z.string().nullable(),
  folderId: z.string().nullable(),
  title: z.string(),
  placedBy: z.string(),
  placedOn: day,
  decidedOn: day.nullable(),
  /** The last day on which it holds; null while it is open. */
  until: day.nullable(),
  /** 開示請求・審査請求: it holds a year more than the day of the decision. */
  yearMore: z.boolean(),
  /** Whether the reader may register the decision that ends it. */
  mayEnd: z.boolean(),
  version,
});
export type HoldView = z.infer<typeof HoldViewSchema>;
export const HoldListSchema = z.object({
  items: z.array(HoldViewSchema),
  /** There are more than are shown. */
  truncated: z.boolean(),
  mayPlace: z.boolean(),
});
export type HoldList = z.infer<typeof HoldListSchema>;

export const HistoryLineSchema = z.object({
  at: z.string(),
  act: z.string(),
  /** What was done, in words. */
  said: z.string(),
  /** All of it in a sentence: what became of what, and by which article where a rule decided. */
  sentence: z.string(),
  by: z.string(),
  post: z.string(),
  reason: z.string().nullable(),
});

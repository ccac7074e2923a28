import { z } from 'zod';
import { PersonSchema } from '../directory/contract.ts';
import { SlotDutySchema } from './contract-slots.ts';

export const ActNameSchema = z.enum([
  'DRAFTED',
  'EDITED',
  'DOCUMENT_REPLACED',
  'ROUTE_EDITED',
  /** Under review: one more step, or a higher decider. */
  'ROUTE_ADDED',
  'DECIDER_RAISED',
  'ATTACHED',
  'ATTACHMENT_REPLACED',
  'ATTACHMENTS_ORDERED',
  'ATTACHMENT_REMOVED',
  'SUBMITTED',
  'APPROVED',
  'CONSENTED',
  'CONSENTED_WITH_OPINION',
  'OBJECTED',
  'RECEIVED',
  'ASSIGNED',
  'DISPUTE_SETTLED',
  'DECIDED',
  /** 代決, or 代理 for a reviewer. */
  'DEPUTY_DECIDED',
  'SKIPPED_ABSENT',
  /** By the regulations themselves, when the case came to somebody absent. */
  'PASSED_OVER',
  'PULLED_UP',
  'POST_REVIEW_CONFIRMED',
  'POST_REVIEW_OBJECTED',
  'SENT_BACK',
  'REJECTED',
  'ASKED',
  'ANSWERED',
  'PULLED_BACK',
  'WITHDRAWAL_REQUESTED',
  'WITHDRAWAL_CONFIRMED',
  'WITHDRAWAL_DECLINED',
  'DISCARDED',
  'ABANDONED',
  'CIRCULATED',
  'READ',
  'REASSIGNED',
  /** By the rules: whoever was named to answer is no longer there. */
  'RELEASED',
  'EFFECTIVE_DATE_SET',
  /** 施行 */
  'ISSUED',
  'ISSUANCE_CORRECTED',
  /** 完結 */
  'COMPLETED',
  'REMINDED',
  /** By the rules: its document was disposed of or handed over, and what was written in the case with it. */
  'WORDS_GONE',
]);
export type ActName = z.infer<typeof ActNameSchema>;

export const HistoryEntrySchema = z.object({
  /** Equals the version of the case after the act; the first is 1. */
  seq: z.number().int(),
  at: z.string(),
  act: ActNameSchema,
  actor: PersonSchema,
  comment: z.string().nullable(),
  /** The step that it put into the route. */
  step: z.object({ duty: SlotDutySchema, post: z.string() }).nullable(),
  revision: z.number().int(),
  via: z.enum(['teams', 'api', 'word', 'rules']),
  /** The day that the act names: of 施行, of 完結, or on which the decision takes effect. */
  day: z.string().nullable(),
  /** 緊急時の代決: the 特例の命令 without which it was not allowed. */
  orderNumber: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntrySchema>;
export const HistorySchema = z.object({ items: z.array(HistoryEntrySchema) });

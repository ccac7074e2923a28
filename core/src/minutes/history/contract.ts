import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';

/** `GET /api/v1/meetings/{id}/history`: the newest first. */
export const MeetingHistoryQuerySchema = z.strictObject({ cursor: z.string().max(200).optional() });

/** One thing before and after: a line, a sentence, a part of the meeting; null where there was or is none. */
export const HistoryChangeSchema = z.object({
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type HistoryChange = z.infer<typeof HistoryChangeSchema>;

export const MeetingHistoryEntrySchema = z.object({
  id: z.string(),
  /** `meeting`, `transcript`, `minutes`, `publication`, and what else keeps a history of meetings. */
  of: z.string(),
  act: z.string(),
  at: z.string(),
  by: PersonSchema,
  /** What was done, without the words it was done to. */
  sentence: z.string(),
  /** NONE: the act has none; DISPOSED: their time is over, the fact stays; WITHHELD: not for this reader. */
  words: z.enum(['SHOWN', 'NONE', 'DISPOSED', 'WITHHELD']),
  changes: z.array(HistoryChangeSchema),
  /** So many more changes than are shown. */
  more: z.number().int(),
});
export type MeetingHistoryEntry = z.infer<typeof MeetingHistoryEntrySchema>;

export const MeetingHistorySchema = z.object({
  items: z.array(MeetingHistoryEntrySchema),
  nextCursor: z.string().nullable(),
});
export type MeetingHistory = z.infer<typeof MeetingHistorySchema>;

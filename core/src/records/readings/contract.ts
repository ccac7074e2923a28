import { z } from 'zod';

/** 閲覧の記録 of one record, the newest first. */
export const ReadingLogSchema = z.object({
  recordId: z.string(),
  /** Whether this person may know who opened it; else nothing stands in it. */
  mayLook: z.boolean(),
  items: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      /** RECORD: what is registered of it. CONTENT: the document. */
      what: z.enum(['RECORD', 'CONTENT']),
      told: z.string(),
      /** Section, post and name of that day; null once the period is over. */
      by: z.string().nullable(),
    }),
  ),
  /** There are older ones. */
  more: z.boolean(),
});
export type ReadingLog = z.infer<typeof ReadingLogSchema>;

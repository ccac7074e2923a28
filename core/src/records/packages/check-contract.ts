import { z } from 'zod';

/** What the service found when it looked at a record and the log together, just now. */
export const RecordCheckSchema = z.object({
  /** instant, ISO 8601 */
  checkedAt: z.string(),
  /**
   * `INTACT`: nothing has changed. `WAITING`: something has no place in the log yet, a matter of seconds. `ENDED`: the
   * files were disposed of, what the log says of them stands. `CHANGED`: something is not as it was recorded.
   */
  result: z.enum(['INTACT', 'WAITING', 'ENDED', 'CHANGED']),
  files: z.array(
    z.object({
      fileVersion: z.number().int(),
      fileName: z.string(),
      sha256: z.string(),
      state: z.enum(['SAME', 'ALTERED', 'MISSING', 'ENDED']),
      /** Its place in the log; null while it waits. */
      index: z.number().int().nullable(),
    }),
  ),
  /** How many entries of the log are about the record, and how many of them led to its signed state. */
  entries: z.number().int(),
  proved: z.number().int(),
  waiting: z.number().int(),
  /** Whether how it is kept today is what the log says last. */
  keptAsTold: z.boolean(),
  /** How long the log is. */
  size: z.number().int(),
  /** The first stamp of an authority outside over all of it. */
  stamp: z.object({ at: z.string(), authority: z.string() }).nullable(),
});
export type RecordCheck = z.infer<typeof RecordCheckSchema>;

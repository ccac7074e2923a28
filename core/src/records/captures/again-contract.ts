import { z } from 'zod';

/** `GET /api/v1/records/{id}/captures`: other records that hold messages of this one, as far as the reader may see them. */
export const CapturedAgainSchema = z.object({
  recordId: z.string(),
  /** The newest first. */
  items: z.array(
    z.object({
      recordId: z.string(),
      title: z.string(),
      number: z.string().nullable(),
      filedOn: z.string(),
      /** LATER: captured again after this one; FILES: files that could not be read for this one; EARLIER: before it. */
      relation: z.enum(['LATER', 'FILES', 'EARLIER']),
    }),
  ),
  /** There are more. */
  truncated: z.boolean(),
});
export type CapturedAgain = z.infer<typeof CapturedAgainSchema>;

import { z } from 'zod';

/** A PDF/A made of the record's file: `NONE` where nobody has asked for one. */
export const RenditionViewSchema = z.object({
  recordId: z.string(),
  fileVersion: z.number().int(),
  state: z.enum(['NONE', 'WAITING', 'MADE', 'ABSENT', 'REFUSED']),
  /** In a sentence. */
  told: z.string(),
  /** `2b`: the part of the standard that it keeps. */
  pdfa: z.string().nullable(),
  /** Why it does not count. */
  faults: z.array(z.string()),
  size: z.number().int().nullable(),
});
export type RenditionView = z.infer<typeof RenditionViewSchema>;

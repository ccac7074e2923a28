import { z } from 'zod';

const LineSchema = z.object({
  leafId: z.string(),
  kind: z.string(),
  subject: z.string(),
  body: z.object({
    caseId: z.string(),
    seq: z.number().int(),
    at: z.iso.datetime(),
    act: z.string(),
    actor: z.object({ staffId: z.string(), name: z.string(), postTitle: z.string(), unitName: z.string() }),
    /** In lines of before; later it stands in what was changed. */
    comment: z.string().nullable().optional(),
    statusAfter: z.string(),
    manifestHash: z.string(),
    changeSha256: z.string(),
  }),
});

/** A line of a case's history, as its entry in the log says it. */
export type Line = z.infer<typeof LineSchema>;

/** Reads what an entry says; null where it is no line of a history. Whether it is in the log is another question. */
export function lineOf(entry: unknown): Line | null {
  const read = LineSchema.safeParse(entry);
  return read.success ? read.data : null;
}

export function lineOfText(entry: string): Line | null {
  try {
    return lineOf(JSON.parse(entry));
  } catch {
    return null;
  }
}

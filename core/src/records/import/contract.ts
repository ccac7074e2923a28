import { z } from 'zod';

const SaidSchema = z.object({
  /** Of the file; 0: the file as a whole. */
  line: z.number().int(),
  column: z.string().nullable(),
  sentence: z.string(),
});

/** What an old ledger holds, looked over; nothing is written by it. */
export const ImportReportSchema = z.object({
  fileName: z.string(),
  encoding: z.string(),
  rows: z.number().int(),
  /** New rows, and those that were imported before. */
  fresh: z.number().int(),
  known: z.number().int(),
  errorCount: z.number().int(),
  warningCount: z.number().int(),
  /** The first of them. */
  errors: z.array(SaidSchema),
  warnings: z.array(SaidSchema),
  /** Numbers that are missing in a run. */
  gaps: z.array(z.object({ symbol: z.string(), fiscalYear: z.string(), missing: z.string(), count: z.number().int() })),
  sample: z.array(
    z.object({
      number: z.string(),
      fiscalYear: z.string(),
      date: z.string(),
      direction: z.enum(['DRAFTED', 'RECEIVED', 'SENT']),
      title: z.string(),
      counterparty: z.string().nullable(),
      unitName: z.string(),
    }),
  ),
  /** True once it is in the register. */
  imported: z.boolean(),
});
export type ImportReport = z.infer<typeof ImportReportSchema>;

/** The `metadata` part of `POST /api/v1/register/import`; the `file` part carries the ledger. */
export const ImportInputSchema = z.strictObject({ dryRun: z.boolean().default(true) });
export type ImportInput = z.infer<typeof ImportInputSchema>;

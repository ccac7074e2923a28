import { z } from 'zod';

/** `POST /api/v1/cases/summaries`: what a list for bulk approval shows of each case. Whoever asked has seen it. */
export const SummariesInputSchema = z.strictObject({ caseIds: z.array(z.uuid()).min(1).max(100) });
export type SummariesInput = z.infer<typeof SummariesInputSchema>;

export const SummariesSchema = z.object({
  items: z.array(
    z.object({
      caseId: z.string(),
      version: z.number().int(),
      title: z.string(),
      proposalText: z.string(),
      drafterName: z.string(),
      unitName: z.string(),
      /** What the regulations asked of it: amount, days, nights. */
      facts: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
      document: z.string(),
      attachments: z.array(z.string()),
      mayBulkApprove: z.boolean(),
    }),
  ),
});
export type Summaries = z.infer<typeof SummariesSchema>;

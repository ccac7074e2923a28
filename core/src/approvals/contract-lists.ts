import { z } from 'zod';
import { type CaseSummary, CaseSummarySchema } from './contract-views.ts';

export const BoxSchema = z.enum(['inbox', 'drafted', 'consulted', 'reading', 'all']);
export type Box = z.infer<typeof BoxSchema>;

export const CaseQuerySchema = z.strictObject({
  box: BoxSchema.default('inbox'),
  q: z.string().trim().max(100).optional(),
  cursor: z.string().max(200).optional(),
});
export const CasePageSchema = z.object({ items: z.array(CaseSummarySchema), nextCursor: z.string().nullable() });
export interface CasePage {
  items: CaseSummary[];
  nextCursor: string | null;
}

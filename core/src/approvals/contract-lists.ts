import { z } from 'zod';
import { type CaseSummary, CaseSummarySchema } from './contract-views.ts';

/** `standIn` = 代理: what one may do today for absent ones. `board` = 誰のところにあるか: what is open, of all that one may see. */
export const BoxSchema = z.enum(['inbox', 'drafted', 'consulted', 'reading', 'standIn', 'board', 'all']);
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

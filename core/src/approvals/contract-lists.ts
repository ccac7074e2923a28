import { z } from 'zod';
import { type CaseSummary, CaseSummarySchema } from './contract-views.ts';

/**
 * `section` = 課の決裁済み: what one's own 課 has decided, up to 機密性 2. `standIn` = 代理: what one may do today for absent
 * ones. `board` = 誰のところにあるか: what is open, of all that one may see.
 */
export const BoxSchema = z.enum(['inbox', 'drafted', 'consulted', 'section', 'reading', 'standIn', 'board', 'all']);
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

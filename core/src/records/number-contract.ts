import { z } from 'zod';

/** The number a document took from the register, ready to be shown and stamped. */
export const DocumentNumberSchema = z.object({
  /** 政第12号 */
  label: z.string(),
  symbol: z.string(),
  fiscalYear: z.number().int(),
  number: z.number().int(),
  /** The day in Japan on which it was taken, `YYYY-MM-DD`. */
  date: z.string(),
  /** 令和8年11月21日 */
  dateWareki: z.string(),
});
export type DocumentNumber = z.infer<typeof DocumentNumberSchema>;

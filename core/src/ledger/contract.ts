import { z } from 'zod';

/** The key with which anybody can check the checkpoints of this municipality's log. */
export const LedgerKeySchema = z.object({
  /** First line of every checkpoint: names the log. */
  origin: z.string(),
  /** Verifier key in the text form of c2sp.org/signed-note. */
  vkey: z.string(),
  /** Verifier keys that signed earlier checkpoints. */
  formerVkeys: z.array(z.string()),
});
export type LedgerKey = z.infer<typeof LedgerKeySchema>;

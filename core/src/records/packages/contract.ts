import { z } from 'zod';
import { LedgerKeySchema, ProvedEntrySchema } from '../../ledger/contract.ts';

/** Everything that shows, without the product, what the log holds about a record. */
export const RecordProofSchema = z.object({
  format: z.literal('kaigi-record-proof/1'),
  recordId: z.string(),
  title: z.string(),
  /** 政第12号, where it has one. */
  documentNumber: z.string().nullable(),
  /** Every version of the file: whoever has one compares its SHA-256. */
  files: z.array(
    z.object({ fileVersion: z.number().int(), fileName: z.string(), sha256: z.string(), size: z.number().int() }),
  ),
  /** What was recorded, oldest first, each with its place in the log. */
  entries: z.array(ProvedEntrySchema),
  /** Entries that have no place in the log yet: they get one within seconds. */
  waiting: z.number().int(),
  key: LedgerKeySchema,
  /** The signed state of the log that the proofs lead to; null while nothing is in it. */
  checkpoint: z.string().nullable(),
});
export type RecordProof = z.infer<typeof RecordProofSchema>;

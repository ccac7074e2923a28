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

/** An entry of the log with the way up to the root of a checkpoint (RFC 6962 section 2.1.1). */
export const ProvedEntrySchema = z.object({
  index: z.number().int(),
  /** The very text that was hashed: canonical JSON (RFC 8785). */
  entry: z.string(),
  /** Base 64, from the leaf upwards. */
  proof: z.array(z.string()).readonly(),
});

export const InclusionQuerySchema = z.strictObject({ leafId: z.uuid() });
export const InclusionSchema = ProvedEntrySchema.extend({ checkpoint: z.string() });

export const ConsistencyQuerySchema = z.strictObject({
  /** Size of the older tree; the newer one is that of the newest checkpoint. */
  from: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
});
/** Shows that the log only grew (RFC 6962 section 2.1.2). */
export const ConsistencySchema = z.object({
  from: z.number().int(),
  to: z.number().int(),
  /** Base 64. */
  proof: z.array(z.string()),
  checkpoint: z.string(),
});

export const TimestampsQuerySchema = z.strictObject({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
});
/** From the smallest tree on; `next` is what to ask after. */
export const TimestampsSchema = z.object({
  items: z.array(
    z.object({
      size: z.number().int(),
      /** The signed note that was stamped, byte for byte. */
      note: z.string(),
      /** The address that was asked. */
      authority: z.string(),
      /** The token (DER) in base 64; `openssl ts -verify -token_in` takes it. */
      token: z.string(),
    }),
  ),
  next: z.number().int().nullable(),
});

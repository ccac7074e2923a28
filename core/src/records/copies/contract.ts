import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The document that is open in Word and says that it is this record. Addresses and words are sent as hashes only. */
export const OpenDocumentSchema = z.strictObject({
  /** SHA-256 of the address where it stands; null for one that was never saved. */
  place: sha256.nullable(),
  fileName: z.string().max(255).nullable(),
  /** SHA-256 of its words, without number, date and classification. */
  words: sha256,
});
export type OpenDocument = z.infer<typeof OpenDocumentSchema>;

/** 場所・名前・文章が違う: why it may be a copy. */
export const CopySignSchema = z.enum(['PLACE', 'NAME', 'WORDS']);
export type CopySign = z.infer<typeof CopySignSchema>;

/** Empty: it is the document that was filed. */
export const CopySignsSchema = z.object({ signs: z.array(CopySignSchema) });
export type CopySigns = z.infer<typeof CopySignsSchema>;

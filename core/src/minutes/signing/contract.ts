import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLine } from '../../shared/typed-text.ts';

const version = z.number().int().min(0).max(2_147_483_647);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const REASON = 1000;

export const SignerSchema = z.object({
  attendeeId: z.string(),
  name: z.string(),
  postTitle: z.string(),
  /** The chair, or a 署名委員. */
  role: z.enum(['CHAIR', 'SIGNER']),
  state: z.enum(['WAITING', 'SIGNED']),
  /** Signs here; otherwise on paper, which whoever keeps the minutes writes down. */
  signsHere: z.boolean(),
  signedAt: z.string().nullable(),
  /** Where the paper with the signature lies. Null: signed here. */
  paper: z.string().nullable(),
  enteredBy: PersonSchema.nullable(),
});
export type SignerView = z.infer<typeof SignerSchema>;

/** `GET /api/v1/meetings/{id}/signing` */
export const SigningSchema = z.object({
  meetingId: z.string(),
  /** Of the meeting. */
  version: z.number().int(),
  /** SHA-256 of the minutes as they stand: what is signed. */
  digest,
  /** 署名委員 that the rules want beside the chair; 0: the minutes are not signed. */
  needed: z.number().int(),
  article: z.string().nullable(),
  signers: z.array(SignerSchema),
  /** Why signing cannot begin or go on, as sentences: who is missing. */
  hindrances: z.array(z.object({ code: z.string(), sentence: z.string() })),
  isUnderWay: z.boolean(),
  isComplete: z.boolean(),
  may: z.object({
    ...{ begin: z.boolean(), sign: z.boolean(), refuse: z.boolean(), enterPaper: z.boolean(), reopen: z.boolean() },
  }),
});
export type SigningView = z.infer<typeof SigningSchema>;

/** `POST /api/v1/meetings/{id}/signing`: where the rules want signatures and no round comes before them. */
export const BeginSigningInputSchema = z.strictObject({ version });

/** `POST /api/v1/meetings/{id}/sign`: the minutes that were read, and no others. */
export const SignInputSchema = z.strictObject({ version, digest });
export type SignInput = z.infer<typeof SignInputSchema>;

/** `POST /api/v1/meetings/{id}/signing/paper`: signed on paper (紙の署名), by somebody who is not of the staff. */
export const PaperSignatureInputSchema = z.strictObject({
  ...{ version, digest, attendeeId: z.uuid() },
  /** Which paper, and where it lies. */
  note: typedLine(REASON),
});
export type PaperSignatureInput = z.infer<typeof PaperSignatureInputSchema>;

/** `POST /api/v1/meetings/{id}/signing/refuse`: the minutes go back to whoever keeps them. */
export const RefuseToSignInputSchema = z.strictObject({ version, reason: typedLine(REASON) });
export type RefuseToSignInput = z.infer<typeof RefuseToSignInputSchema>;

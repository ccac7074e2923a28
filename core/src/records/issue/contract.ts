import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine, typedLines } from '../../shared/typed-text.ts';

const version = z.number().int().min(1).max(2_147_483_647);
/** 公印・公印省略・電子署名 */
export const SealSchema = z.enum(['SEAL', 'OMITTED', 'SIGNATURE']);
/** 郵送・メール・LGWAN・手渡 */
export const SendingSchema = z.enum(['POST', 'MAIL', 'LGWAN', 'HAND']);

/** One entry of postage as it is asked for: a charge of the table, what is added to it, how many pieces. */
export const PostageWishSchema = z.strictObject({
  chargeId: z.string().min(1).max(60),
  extras: z.array(z.string().min(1).max(60)).max(6).default([]),
  pieces: z.number().int().min(1).max(100_000),
});
export type PostageWish = z.infer<typeof PostageWishSchema>;

/** 施行 of a decided document. */
export const IssueViewSchema = z.object({
  id: z.string(),
  registerId: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.enum(['PREPARED', 'SEALED', 'SENT', 'WITHDRAWN']),
  sender: z.string(),
  addressee: z.string(),
  seal: SealSchema,
  method: SendingSchema,
  unitName: z.string(),
  sealedBy: PersonSchema.nullable(),
  sealedAt: z.string().nullable(),
  /** 発送日 */
  sentOn: z.string().nullable(),
  signature: z
    .object({
      status: z.enum(['VALID', 'INVALID', 'UNKNOWN']),
      by: z.string(),
      /** Until when it can be checked; within half a year of it `expires` warns. */
      until: z.string().nullable(),
      expires: z.boolean(),
      source: z.enum(['PLUGIN', 'BY_HAND']),
    })
    .nullable(),
  version: z.number().int(),
  may: z.object({ seal: z.boolean(), send: z.boolean(), withdraw: z.boolean(), sign: z.boolean() }),
});
export type IssueView = z.infer<typeof IssueViewSchema>;

/** `GET /api/v1/issues?register=`: of one number, or all that wait. */
export const IssuesQuerySchema = z.strictObject({ register: z.uuid().optional() });
export const IssuesViewSchema = z.object({
  items: z.array(IssueViewSchema),
  /** Signatures that can soon no longer be checked. */
  expiring: z.array(IssueViewSchema),
});
export type IssuesView = z.infer<typeof IssuesViewSchema>;

/** `POST /api/v1/issues` */
export const PrepareIssueInputSchema = z.strictObject({
  registerId: z.uuid(),
  sender: typedLine(60),
  addressee: typedLine(200),
  seal: SealSchema,
  method: SendingSchema,
});
export type PrepareIssueInput = z.infer<typeof PrepareIssueInputSchema>;

/** `POST /api/v1/issues/{id}/seal`: 公印を押した. */
export const SealInputSchema = z.strictObject({ version });
/** `POST /api/v1/issues/{id}/sending` */
export const SendInputSchema = z.strictObject({ version, sentOn: typedDay(), postage: PostageWishSchema.optional() });
export type SendInput = z.infer<typeof SendInputSchema>;
/** `POST /api/v1/issues/{id}/withdrawal` */
export const WithdrawIssueInputSchema = z.strictObject({ version, reason: typedLines(400) });
export type WithdrawIssueInput = z.infer<typeof WithdrawIssueInputSchema>;
/** `PUT /api/v1/issues/{id}/signature`: what somebody found; left out: the plug-in is asked. */
export const SignatureInputSchema = z.strictObject({
  version,
  found: z
    .strictObject({
      status: z.enum(['VALID', 'INVALID', 'UNKNOWN']),
      by: typedLine(100),
      until: typedDay().optional(),
    })
    .optional(),
});
export type SignatureInput = z.infer<typeof SignatureInputSchema>;

const ChargeSchema = z.object({
  id: z.string(),
  name: z.string(),
  yen: z.number().int(),
  upToGrams: z.number().int().nullable(),
});

export const PostageEntrySchema = z.object({
  id: z.string(),
  sentOn: z.string(),
  unitName: z.string(),
  addressee: z.string(),
  charge: z.string(),
  extras: z.array(z.string()),
  unitYen: z.number().int(),
  pieces: z.number().int(),
  totalYen: z.number().int(),
  enteredBy: z.string(),
  voidReason: z.string().nullable(),
  version: z.number().int(),
  may: z.object({ void: z.boolean() }),
});
export type PostageEntry = z.infer<typeof PostageEntrySchema>;
const SumSchema = z.object({ name: z.string(), pieces: z.number().int(), totalYen: z.number().int() });

/** `GET /api/v1/postage?month=2026-11`: 郵便発送簿 of a month, added up. */
export const PostageQuerySchema = z.strictObject({
  month: z
    .string()
    .regex(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/u)
    .optional(),
});
export const PostageCsvQuerySchema = PostageQuerySchema.extend({
  encoding: z.enum(['utf-8', 'shift_jis']).default('utf-8'),
});
export const PostageMonthSchema = z.object({
  month: z.string(),
  monthLabel: z.string(),
  items: z.array(PostageEntrySchema),
  byCharge: z.array(SumSchema),
  byUnit: z.array(SumSchema),
  pieces: z.number().int(),
  totalYen: z.number().int(),
  /** The table of today. */
  charges: z.array(ChargeSchema),
  extras: z.array(ChargeSchema),
  article: z.string(),
  may: z.object({ enter: z.boolean() }),
});
export type PostageMonth = z.infer<typeof PostageMonthSchema>;

/** `POST /api/v1/postage` */
export const EnterPostageInputSchema = PostageWishSchema.extend({ sentOn: typedDay(), addressee: typedLine(200) });
export type EnterPostageInput = z.infer<typeof EnterPostageInputSchema>;
/** `POST /api/v1/postage/{id}/void` */
export const VoidPostageInputSchema = z.strictObject({ version, reason: typedLines(400) });
export type VoidPostageInput = z.infer<typeof VoidPostageInputSchema>;

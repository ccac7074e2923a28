import { z } from 'zod';
import { typedDay, typedLines } from '../../shared/typed-text.ts';
import { HandlingSchema, RegisterRowSchema } from '../register/contract.ts';

/** 郵送・持参・ファクス・メール・LGWAN・Teams・スキャン */
export const CameBySchema = z.enum(['POST', 'HAND', 'FAX', 'MAIL', 'LGWAN', 'TEAMS', 'SCAN']);
export const LgwanSignatureSchema = z.enum(['VALID', 'INVALID', 'UNSIGNED', 'UNCHECKED']);
const version = z.number().int().min(1).max(2_147_483_647);

/** 収受の配布 */
export const ReceiptViewSchema = z.object({
  row: RegisterRowSchema,
  state: z.enum(['DISTRIBUTED', 'ACCEPTED', 'RETURNED']),
  /** Where it is, or was given back from. */
  unitId: z.string(),
  unitName: z.string(),
  cameBy: CameBySchema,
  signature: LgwanSignatureSchema.nullable(),
  acknowledged: z.enum(['ACCEPTED', 'DENIED']).nullable(),
  acknowledgedOn: z.string().nullable(),
  returnReason: z.string().nullable(),
  acceptedBy: z.string().nullable(),
  distributedAt: z.string(),
  version: z.number().int(),
  may: z.object({ accept: z.boolean(), giveBack: z.boolean(), distribute: z.boolean() }),
});
export type ReceiptView = z.infer<typeof ReceiptViewSchema>;

/** `GET /api/v1/receipts`: what waits to be distributed, what waits in the caller's section, what it works on. */
export const ReceiptsViewSchema = z.object({
  /** Received and not yet distributed, or given back to the section that took them in. */
  toDistribute: z.array(RegisterRowSchema),
  returned: z.array(ReceiptViewSchema),
  waiting: z.array(ReceiptViewSchema),
  underWay: z.array(ReceiptViewSchema),
  units: z.array(z.object({ unitId: z.string(), name: z.string() })),
});
export type ReceiptsView = z.infer<typeof ReceiptsViewSchema>;

/** `POST /api/v1/receipts/{id}/distribution`; the id is the register's. */
export const DistributeInputSchema = z.strictObject({
  unitId: z.uuid(),
  cameBy: CameBySchema,
  signature: LgwanSignatureSchema.optional(),
  acknowledged: z.enum(['ACCEPTED', 'DENIED']).optional(),
  acknowledgedOn: typedDay().optional(),
  /** Of one that was distributed before. */
  version: version.optional(),
});
export type DistributeInput = z.infer<typeof DistributeInputSchema>;

/** `POST /api/v1/receipts/{id}/acceptance`: 処理区分 and 処理期限 */
export const AcceptInputSchema = z.strictObject({ version, handling: HandlingSchema, dueOn: typedDay().optional() });
export type AcceptInput = z.infer<typeof AcceptInputSchema>;

/** `POST /api/v1/receipts/{id}/return`: it belongs to another section. */
export const ReturnInputSchema = z.strictObject({ version, reason: typedLines(400) });
export type ReturnInput = z.infer<typeof ReturnInputSchema>;

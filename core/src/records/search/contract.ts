import { z } from 'zod';
import { typedDay, typedLine } from '../../shared/typed-text.ts';
import { RecordKindSchema, RecordStateSchema } from '../contract.ts';

/** `GET /api/v1/records`: two letters or more; several words between blanks must all be there. */
export const RecordsSearchQuerySchema = z.strictObject({
  q: typedLine(200),
  kind: RecordKindSchema.optional(),
  state: RecordStateSchema.optional(),
  /** 年度 of the number, else of the filing. */
  fiscalYear: z.coerce.number().int().min(1868).max(2999).optional(),
  /** 主管課, or a unit above it. */
  unitId: z.uuid().optional(),
  /** The code, or the beginning of it. */
  classificationCode: z.string().min(1).max(40).optional(),
  /** A part of the name. */
  counterparty: typedLine(200).optional(),
  /** Registered on this day or later. */
  from: typedDay().optional(),
  to: typedDay().optional(),
  cursor: z.string().max(300).optional(),
});
export type RecordsSearchQuery = z.infer<typeof RecordsSearchQuerySchema>;

const MarkedSchema = z.array(z.object({ text: z.string(), hit: z.boolean() }));

export const RecordHitSchema = z.object({
  id: z.string(),
  kind: RecordKindSchema,
  state: RecordStateSchema,
  title: MarkedSchema,
  /** 政第12号 */
  number: z.string().nullable(),
  classification: z.object({ code: z.string(), name: z.string() }),
  unitName: z.string(),
  /** The day in Japan. */
  registeredOn: z.string(),
  registeredOnWareki: z.string(),
  caseId: z.string().nullable(),
  /** Where the words around the hit stand: FILED_AS (title, class, who and when), TEXT of the file, REGISTER, ATTACHMENT. */
  foundIn: z.enum(['FILED_AS', 'TEXT', 'REGISTER', 'ATTACHMENT']),
  /** What is attached to the decided case, where the hit is in that; not told above 自治体機密性 3C. */
  attachment: z.object({ id: z.string(), name: z.string() }).nullable(),
  snippet: MarkedSchema,
});
export type RecordHit = z.infer<typeof RecordHitSchema>;

export const RecordsSearchSchema = z.object({
  /** EXACT has every word, the newest first; RELATED has the most in common with a question, the best first. */
  mode: z.enum(['EXACT', 'RELATED']),
  /** Of all that this person may see. */
  total: z.number().int(),
  /** There are more than were counted. */
  totalIsMore: z.boolean(),
  items: z.array(RecordHitSchema),
  nextCursor: z.string().nullable(),
  /** Older documents are being taken into the index again, and may be missing until that is done. */
  rebuilding: z.boolean(),
});
export type RecordsSearch = z.infer<typeof RecordsSearchSchema>;

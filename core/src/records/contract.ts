import { z } from 'zod';
import { PersonSchema } from '../directory/contract.ts';
import { typedLine } from '../shared/typed-text.ts';

/** 起案・収受・参考・完成図書: what a document is filed as. */
export const RecordKindSchema = z.enum(['DRAFT_DOCUMENT', 'RECEIPT', 'REFERENCE', 'FINAL_DOCUMENT']);
export type RecordKind = z.infer<typeof RecordKindSchema>;

/** `OPEN` may still get a new version; `FROZEN` never changes again. */
export const RecordStateSchema = z.enum(['OPEN', 'FROZEN', 'DISCARDED']);

export const FileRefSchema = z.object({
  sha256: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  /** bytes */
  size: z.number().int(),
});
export type FileRef = z.infer<typeof FileRefSchema>;

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

export const RecordViewSchema = z.object({
  id: z.string(),
  kind: RecordKindSchema,
  state: RecordStateSchema,
  title: z.string(),
  file: FileRefSchema,
  /** Counts the versions of the file, from 1. */
  fileVersion: z.number().int(),
  classification: z.object({ code: z.string(), name: z.string() }),
  retentionYears: z.number().int(),
  documentNumber: DocumentNumberSchema.nullable(),
  /** The case this document belongs to, if any. */
  caseId: z.string().nullable(),
  registeredBy: PersonSchema,
  /** instant, ISO 8601 */
  registeredAt: z.string(),
  frozenAt: z.string().nullable(),
});
export type RecordView = z.infer<typeof RecordViewSchema>;

/** The `metadata` part of `POST /api/v1/records`; the `file` part carries the bytes. */
export const FileRecordInputSchema = z.strictObject({
  kind: z.enum(['RECEIPT', 'REFERENCE', 'FINAL_DOCUMENT']),
  title: typedLine(200),
  classificationCode: z.string().max(40),
  /** Only for 収受: from whom it came, and their number. */
  counterparty: typedLine(200).optional(),
});
export type FileRecordInput = z.infer<typeof FileRecordInputSchema>;

/** A row of the 文書収発簿. */
export const RegisterRowSchema = z.object({
  id: z.string(),
  number: DocumentNumberSchema,
  direction: z.enum(['DRAFTED', 'RECEIVED']),
  title: z.string(),
  counterparty: z.string().nullable(),
  unitName: z.string(),
  registeredBy: z.string(),
  recordId: z.string(),
  caseId: z.string().nullable(),
  state: z.enum(['TAKEN', 'VOID']),
});
export type RegisterRow = z.infer<typeof RegisterRowSchema>;

export const RegisterPageSchema = z.object({
  fiscalYear: z.number().int(),
  fiscalYearLabel: z.string(),
  items: z.array(RegisterRowSchema),
  nextCursor: z.string().nullable(),
});
export type RegisterPage = z.infer<typeof RegisterPageSchema>;

export const RegisterQuerySchema = z.strictObject({
  fiscalYear: z.coerce.number().int().min(1900).max(2999).optional(),
  cursor: z.string().max(200).optional(),
});

import { z } from 'zod';
import { PersonSchema } from '../directory/contract.ts';
import { typedDay, typedLine } from '../shared/typed-text.ts';
import { LevelAnswersSchema, LevelSchema } from './keeping/base-contract.ts';
import { DocumentNumberSchema } from './number-contract.ts';

export * from './import/contract.ts';
export * from './issue/contract.ts';
export { LevelSchema } from './keeping/base-contract.ts';
export * from './number-contract.ts';
export * from './receipts/contract.ts';
export * from './register/contract.ts';
export * from './shown/contract.ts';

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
  /** 保存期間 in words: 5年, 永年（30年ごとに見直し）, 1年未満 */
  period: z.object({ ja: z.string(), en: z.string() }),
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
  /** Of 収受: 相手番号, 処理期限. */
  theirNumber: typedLine(60).optional(),
  dueOn: typedDay().optional(),
  /** 「番号は要る?」 as it was answered; a 収受 that needs none takes none. */
  need: z.record(z.string().max(60), z.boolean()).optional(),
  /** 簿冊 of this section, year and class; where it is left out, the only one there is. */
  folderId: z.uuid().optional(),
  /** 自治体機密性; 2 where nothing is said. Where the plain questions were answered, the answers decide. */
  level: LevelSchema.optional(),
  levelAnswers: LevelAnswersSchema.optional(),
});
export type FileRecordInput = z.infer<typeof FileRecordInputSchema>;

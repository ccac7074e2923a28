export {
  type DocumentNumber,
  DocumentNumberSchema,
  type FileRecordInput,
  type FileRef,
  FileRefSchema,
  type RecordView,
  type RegisterPage,
  type RegisterRow,
} from './contract.ts';
export { createInspector, type InspectFile } from './docx-inspector.ts';
export { LIMITS as FILE_LIMITS } from './docx-package.ts';
export { DOCX_MEDIA_TYPE, type PreparedFile } from './files.ts';
export type { CaseDocument, Filed } from './filing.ts';
export { recordsRoutes } from './routes.ts';
export { createRecords, type Records, type RecordsParts } from './service.ts';
export { recordsTexts } from './text.ts';
export { recordsWitnesses } from './witnesses.ts';

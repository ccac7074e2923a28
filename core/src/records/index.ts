export { inspectDocx } from './docx-inspection.ts';
export { createInspector, type InspectFile } from './docx-inspector.ts';
export type { PreparedFile } from './files.ts';
export { recordsRoutes } from './routes.ts';
export { createRecords, RECORD_RECEIVED, type Records } from './service.ts';
export { recordsTexts } from './text.ts';
export { recordsWitnesses } from './witnesses.ts';
export { createWordRooms, type WordRooms, wordRoutes, wordTexts, wordWitnesses } from './word-rooms.ts';

export type { PreparedFile } from './files.ts';
export { createInspector, type InspectFile, inspectDocx } from './reading/index.ts';
export { recordsRoutes } from './routes.ts';
export { createRecords, RECORD_RECEIVED, type Records } from './service.ts';
export { recordsTexts } from './text.ts';
export { recordsWitnesses } from './witnesses.ts';

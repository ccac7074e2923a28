export type { AttachedOf } from './attached.ts';
export { noteAttached } from './attached-store.ts';
export type { RecordHit, RecordsSearch, RecordsSearchQuery } from './contract.ts';
export { type SearchJobsParts, searchJobs } from './jobs.ts';
export { recordsSearchRoutes } from './routes.ts';
export { createFinder, type RecordsFinder, type SearchParts } from './service.ts';
export { forgetRecordWords, putFiledAs, putFiledAsAgain, putRegistered, putRegisteredAgain, putText } from './words.ts';

export { type SearchJobsParts, searchJobs } from './jobs.ts';
export { recordsSearchRoutes } from './routes.ts';
export { createFinder, type RecordsFinder, type SearchParts } from './service.ts';
export { searchTexts } from './text.ts';
export { forgetWords, putFiledAs, putFiledAsAgain, putRegistered, putText } from './words.ts';

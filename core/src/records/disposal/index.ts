export { disposalJobs } from './jobs.ts';
export type { DecidingCase, DisposalParts } from './open.ts';
export type { OtherEndings } from './others.ts';
export { type NamesOf, recordFileNames } from './removal.ts';
export { disposalRoutes } from './routes.ts';
export { createDisposal, type Disposal } from './service.ts';
export { DISPOSAL_PROPOSED } from './steps.ts';
export { disposalTexts } from './text.ts';
export { refuseGone, stillKept } from './tombstones.ts';

export { pruningJobs } from './jobs.ts';
export { pruningRoutes } from './routes.ts';
export { createPruning } from './service.ts';
export { prunedOfCases } from './store.ts';
export { pruningTexts } from './text.ts';
export { pruningWitnesses } from './witness.ts';

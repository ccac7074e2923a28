export { lookedAt } from './queries.ts';
export { bulkRoutes } from './routes.ts';
export { createSummaries } from './service.ts';

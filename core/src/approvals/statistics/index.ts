export { statisticsJobs } from './jobs.ts';
export { statisticsRoutes } from './routes.ts';
export { createStatistics } from './service.ts';
export { statisticsTexts } from './text.ts';

export { isWeekTold, mondayOf, spaceJobs, TODO_OF_WEEK } from './jobs.ts';
export { spaceRoutes } from './routes.ts';
export { createSpace, type Space } from './service.ts';
export { spaceTexts } from './text.ts';

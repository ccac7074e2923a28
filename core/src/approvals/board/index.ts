export { boardRoutes } from './routes.ts';
export { createBoard } from './service.ts';

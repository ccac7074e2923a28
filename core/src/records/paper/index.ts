export { paperRoutes } from './routes.ts';
export { createPaper, type Paper } from './service.ts';
export { paperTexts } from './text.ts';

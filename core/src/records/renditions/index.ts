export { renditionRoutes } from './routes.ts';
export { createRenditions, type Renditions } from './service.ts';
export { forgetRenditions, forgetRenditionsOf, renditionNames } from './store.ts';

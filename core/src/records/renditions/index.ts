export { renditionRoutes } from './routes.ts';
export { createRenditions, type Renditions } from './service.ts';
export { forgetRenditions, renditionNames, renditionsOf } from './store.ts';

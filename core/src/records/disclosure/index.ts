export { disclosureRoutes } from './routes.ts';
export { createDisclosure, type DisclosureRequests } from './service.ts';
export { forgetRedactions, redactionNames } from './store.ts';
export { disclosureTexts } from './text.ts';

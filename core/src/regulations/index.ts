export { regulationsCommands } from './commands.ts';
export { regulationsRoutes } from './routes.ts';
export { numberLabel, type Series } from './rules.ts';
export { createRegulations, type Regulations, type When } from './service.ts';
export { regulationsTexts } from './text.ts';

export { type Config, type ConfigResult, toConfig } from './config/config.ts';
export { type Env, readEnv } from './config/env.ts';
export { Secrets, toSecrets } from './config/secrets.ts';
export { GRAPH_PERMISSIONS } from './graph/permissions.ts';
export { createService, type Service, type ServiceOverrides } from './service.ts';

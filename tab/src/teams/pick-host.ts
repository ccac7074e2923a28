import { createBrowserHost } from './browser-host.ts';
import type { ClientConfig } from './client-config.ts';
import type { Host } from './host.ts';
import { createTeamsHost, maybeInTeams } from './teams-host.ts';

export function pickHost(config: ClientConfig): Promise<Host> {
  return maybeInTeams(window) ? createTeamsHost(config) : createBrowserHost(config);
}

import type { Municipality } from './config.ts';
import type { Env } from './env.ts';
import type { Values } from './read-values.ts';

export interface SwitchParts {
  readonly env: Env;
  readonly values: Values;
  readonly municipalities: readonly Municipality[];
}

/** Those for whom something is switched on: `on` for all, `off` for none, or their tenant ids; null: not said. */
export function readSwitchedTenants(
  name: 'KAIGI_TEAMS_TRANSCRIPTS' | 'KAIGI_CALENDARS',
  { env, values, municipalities }: SwitchParts,
): readonly string[] | null {
  const said = env[name]?.toLowerCase();
  if (said === undefined) return null;
  if (said === 'off') return [];
  const all = municipalities.map(({ id }) => id);
  if (said === 'on') return all;
  const named = said.split(',').map((part) => part.trim());
  const unknown = named.find((id) => !all.includes(id));
  if (unknown !== undefined) values.problem('not_switched_tenants', { name, value: unknown });
  return [...new Set(named)];
}

import type { Municipality } from './config.ts';
import type { Env } from './env.ts';
import type { Values } from './read-values.ts';

/** Those whose Teams transcripts are fetched: `on` for all, `off` for none, or their tenant ids; null: not said. */
export function readTranscriptTenants(
  env: Env,
  values: Values,
  municipalities: readonly Municipality[],
): readonly string[] | null {
  const said = env.KAIGI_TEAMS_TRANSCRIPTS?.toLowerCase();
  if (said === undefined) return null;
  if (said === 'off') return [];
  const all = municipalities.map(({ id }) => id);
  if (said === 'on') return all;
  const named = said.split(',').map((part) => part.trim());
  const unknown = named.find((id) => !all.includes(id));
  if (unknown !== undefined) values.problem('not_transcript_tenants', { value: unknown });
  return [...new Set(named)];
}

import { isUuid } from '@kaigi/core/shared';
import type { Municipality } from './config.ts';
import type { Env } from './env.ts';
import type { Values } from './read-values.ts';

export function readHomeTenant(values: Values, municipalities: readonly Municipality[]): string {
  const named = values.guid('KAIGI_HOME_TENANT');
  if (named === null) return municipalities[0]?.id ?? '';
  if (!municipalities.some(({ id }) => id === named)) values.problem('home_tenant_unknown', { value: named });
  return named;
}

export function readTenants(env: Env, values: Values): Municipality[] | null {
  if (env.KAIGI_TENANTS === undefined) return null;
  const municipalities: Municipality[] = [];
  for (const part of env.KAIGI_TENANTS.split(',').map((text) => text.trim())) {
    const at = part.indexOf('=');
    const [id, name] = [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()];
    if (at < 0 || !isUuid(id) || name === '') values.problem('not_tenants', { value: part });
    else if (municipalities.some((seen) => seen.id === id)) values.problem('tenant_twice', { value: id });
    else municipalities.push({ id, name });
  }
  return municipalities;
}

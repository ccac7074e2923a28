import { BOT_FRAMEWORK_TENANT } from '../settings.ts';
import type { World } from '../world.ts';
import { EntraError } from './entra-error.ts';

const ANY = ['organizations', 'common'];

/** The tenant that a path names; null when any tenant will do. */
export function tenantOf(world: World, segment: string): { id: string } | null {
  const name = segment.toLowerCase();
  if (ANY.includes(name)) return null;
  if (name === BOT_FRAMEWORK_TENANT.domain || name === BOT_FRAMEWORK_TENANT.id) return BOT_FRAMEWORK_TENANT;
  const city = world.cities.city(name);
  if (city !== null) return { id: city.tenantId };
  throw new EntraError({
    code: 90002,
    error: 'invalid_request',
    description: `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID.`,
  });
}

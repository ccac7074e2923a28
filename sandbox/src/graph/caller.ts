import { errors } from 'jose';
import type { City, Person } from '../city/city.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import type { World } from '../world.ts';
import { GraphError } from './graph-error.ts';

/** Who calls, and the one city that its token opens. */
export interface Caller {
  readonly city: City;
  /** Null when the app calls in its own name. */
  readonly person: Person | null;
}

/** @throws GraphError 401 */
export async function callerOf(world: World, header: string | undefined): Promise<Caller> {
  const token = /^Bearer\s+(.+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) throw invalidToken('Access token is empty.');
  const claims = await world.entraKeys.verify(token, world.settings.now()).catch((error: unknown) => {
    if (error instanceof errors.JWTExpired) throw invalidToken('Lifetime validation failed, the token is expired.');
    throw invalidToken('Access token validation failure.');
  });
  if (claims.aud !== GRAPH_RESOURCE) throw invalidToken('Access token validation failure. Invalid audience.');
  const city = typeof claims.tid === 'string' ? world.cities.city(claims.tid) : null;
  if (city === null) throw invalidToken('Access token validation failure. Unknown tenant.');
  const isApp = claims.idtyp === 'app';
  return { city, person: isApp || typeof claims.oid !== 'string' ? null : world.cities.byId(claims.oid) };
}

function invalidToken(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message);
}

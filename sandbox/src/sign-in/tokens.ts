import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Person } from '../city/city.ts';
import { guidOf, opaqueIdOf } from '../city/stable-ids.ts';
import { BOT_RESOURCE, CLIENT_ID, GRAPH_RESOURCE, LOGIN_AUTHORITY } from '../settings.ts';
import type { World } from '../world.ts';
import type { Resource } from './scopes.ts';

export const TOKEN_LIFETIME_S = 3_600;

interface UserTokenWish {
  readonly resource: Resource;
  readonly scopes: readonly string[];
  /** Who asked for it: the app itself, or a Teams or Word host on its behalf. */
  readonly authorizedParty?: string;
}

/** Our own API gets v2.0 tokens; Graph and the Bot Framework still get v1.0 ones, as in the real tenant. */
export function userToken(world: World, person: Person, wish: UserTokenWish): Promise<string> {
  const client = wish.authorizedParty ?? CLIENT_ID;
  const common = {
    ...lifetime(world),
    oid: person.id,
    tid: person.tenantId,
    name: person.displayName,
    scp: wish.scopes.join(' '),
    sub: opaqueIdOf(`${person.id}:${wish.resource}`).slice(0, 43),
  };
  const byVersion =
    wish.resource === 'app'
      ? { azp: client, azpacr: '0', preferred_username: person.signInName, ver: '2.0' }
      : { appid: client, appidacr: '1', upn: person.signInName, unique_name: person.signInName, ver: '1.0' };
  return world.entraKeys.sign({ ...audience(wish.resource, person.tenantId), ...common, ...byVersion });
}

const APPLICATION_ROLES: Readonly<Record<Resource, readonly string[]>> = {
  app: [],
  graph: [
    'User.Read.All',
    'Calendars.ReadBasic.All',
    'Calendars.Read',
    'Calendars.ReadWrite',
    'Calendars.ReadWrite.All',
    'MailboxSettings.Read',
    'Place.Read.All',
    'Presence.Read.All',
    'TeamsActivity.Send',
    'TeamsAppInstallation.ReadWriteSelfForUser.All',
  ],
  bot: [],
};

export function appToken(world: World, tenantId: string, resource: Resource): Promise<string> {
  const principal = guidOf(`service-principal:${tenantId}:${CLIENT_ID}`);
  const who = resource === 'app' ? { azp: CLIENT_ID, azpacr: '1', ver: '2.0' } : { appid: CLIENT_ID, ver: '1.0' };
  const roles = APPLICATION_ROLES[resource];
  return world.entraKeys.sign({
    ...audience(resource, tenantId),
    ...lifetime(world),
    oid: principal,
    sub: principal,
    tid: tenantId,
    idtyp: 'app',
    ...who,
    ...(roles.length === 0 ? {} : { roles: [...roles] }),
  });
}

export function idToken(world: World, person: Person, nonce: string | null): Promise<string> {
  return world.entraKeys.sign({
    ...audience('app', person.tenantId),
    ...lifetime(world),
    oid: person.id,
    tid: person.tenantId,
    sub: opaqueIdOf(`${person.id}:app`).slice(0, 43),
    name: person.displayName,
    preferred_username: person.signInName,
    ver: '2.0',
    ...(nonce === null ? {} : { nonce }),
  });
}

export function clientInfo(person: Person): string {
  return Buffer.from(JSON.stringify({ uid: person.id, utid: person.tenantId })).toString('base64url');
}

function audience(resource: Resource, tenantId: string): JWTPayload {
  if (resource === 'app') return { aud: CLIENT_ID, iss: `${LOGIN_AUTHORITY}/${tenantId}/v2.0` };
  return {
    aud: resource === 'graph' ? GRAPH_RESOURCE : BOT_RESOURCE,
    iss: `https://sts.windows.net/${tenantId}/`,
  };
}

function lifetime(world: World): JWTPayload {
  const now = Math.floor(world.settings.now() / 1_000);
  return { iat: now, nbf: now, exp: now + TOKEN_LIFETIME_S, uti: randomUUID().replaceAll('-', '').slice(0, 22) };
}

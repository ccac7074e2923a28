import { BOT_RESOURCE, CLIENT_ID, GRAPH_RESOURCE } from '../settings.ts';
import { EntraError } from './entra-error.ts';

export type Resource = 'app' | 'graph' | 'bot';

export interface AskedScopes {
  readonly resource: Resource;
  /** Without the resource: `User.Read`, `access_as_user`, `.default`. */
  readonly names: readonly string[];
  readonly oidc: ReadonlySet<string>;
}

const OIDC = new Set(['openid', 'profile', 'email', 'offline_access']);
const APP_URI = new RegExp(`^(?:api://(?:[^/]+/)?)?${CLIENT_ID}/([^/]+)$`, 'i');

export function parseScopes(text: string): AskedScopes {
  const all = text.split(/\s+/).filter((scope) => scope !== '');
  const oidc = new Set(all.filter((scope) => OIDC.has(scope)));
  const rest = all.filter((scope) => !OIDC.has(scope)).map(parseScope);
  const [first] = rest;
  if (first === undefined) return { resource: 'graph', names: ['User.Read'], oidc };
  const other = rest.find((scope) => scope.resource !== first.resource);
  if (other !== undefined) {
    throw new EntraError({
      code: 28000,
      error: 'invalid_request',
      description:
        'Provided value for the input parameter scope is not valid because it contains more than one resource.',
    });
  }
  return { resource: first.resource, names: rest.map((scope) => scope.name), oidc };
}

function parseScope(scope: string): { resource: Resource; name: string } {
  const own = APP_URI.exec(scope)?.[1];
  if (own !== undefined) return { resource: 'app', name: own };
  for (const [base, resource] of [
    [GRAPH_RESOURCE, 'graph'],
    [BOT_RESOURCE, 'bot'],
  ] as const) {
    if (scope.startsWith(`${base}/`)) return { resource, name: scope.slice(base.length).replace(/^\/+/, '') };
  }
  if (/^[A-Za-z.]+$/.test(scope)) return { resource: 'graph', name: scope };
  throw new EntraError({
    code: 500011,
    error: 'invalid_resource',
    description: `The resource principal named ${scope.replace(/\/[^/]*$/, '')} was not found in the tenant.`,
  });
}

const DELEGATED: Readonly<Record<Resource, readonly string[]>> = {
  app: ['access_as_user'],
  graph: ['User.Read', 'User.Read.All', 'Calendars.Read', 'TeamsActivity.Send'],
  bot: ['user_impersonation'],
};

/** The scopes a user's token carries, with `.default` spelled out. */
export function grantedScopes(asked: AskedScopes): readonly string[] {
  const granted = asked.names.includes('.default') ? DELEGATED[asked.resource] : asked.names;
  const unknown = asked.resource === 'app' && granted.find((name) => !DELEGATED.app.includes(name));
  if (typeof unknown === 'string') {
    throw new EntraError({
      code: 65005,
      error: 'invalid_scope',
      description: `The application '${CLIENT_ID}' does not expose the scope '${unknown}'.`,
    });
  }
  return granted;
}

export function fullScopeNames(asked: AskedScopes, names: readonly string[]): string {
  const prefix = {
    app: `api://localhost:3978/${CLIENT_ID}/`,
    graph: `${GRAPH_RESOURCE}/`,
    bot: `${BOT_RESOURCE}/`,
  }[asked.resource];
  return [...names.map((name) => `${prefix}${name}`), ...asked.oidc].join(' ');
}

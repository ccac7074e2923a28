import type { Person } from '../city/city.ts';
import { CLIENT_ID } from '../settings.ts';
import type { World } from '../world.ts';
import { authorizePage } from './authorize-page.ts';
import { isRegisteredRedirect, unknownApplication } from './clients.ts';
import { EntraError, missing } from './entra-error.ts';
import type { Granted } from './granted.ts';
import { grantedScopes, parseScopes } from './scopes.ts';

export interface AuthorizeRequest {
  readonly world: World;
  readonly granted: Granted;
  readonly tenant: { id: string } | null;
  readonly query: URLSearchParams;
}

export type AuthorizeAnswer = { redirect: string } | { html: string };

/**
 * @throws EntraError when client or address are wrong: then nobody may be sent anywhere.
 */
export function answerAuthorize(request: AuthorizeRequest): AuthorizeAnswer {
  const { world, tenant, query } = request;
  const redirectUri = checkedRedirect(query);
  const back = (fields: Record<string, string>) => ({ redirect: redirectWith(redirectUri, query, fields) });
  try {
    checkRequest(query);
    const person = chosenPerson(request);
    if (person === null && query.get('prompt') === 'none') {
      throw new EntraError({
        code: 50058,
        error: 'login_required',
        description: 'A silent sign-in request was sent but no user is signed in.',
      });
    }
    if (person === null) {
      const cities = world.cities.all.filter((city) => tenant === null || city.tenantId === tenant.id);
      return { html: authorizePage(cities, query) };
    }
    return back({ code: issueCode(request, person, redirectUri), session_state: person.id });
  } catch (error) {
    if (!(error instanceof EntraError)) throw error;
    return back({ error: error.refusal.error, error_description: error.message });
  }
}

function checkedRedirect(query: URLSearchParams): string {
  const clientId = query.get('client_id') ?? '';
  if (clientId === '') throw missing('client_id');
  if (clientId !== CLIENT_ID) throw unknownApplication(clientId);
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!isRegisteredRedirect(redirectUri)) {
    throw new EntraError({
      code: 50011,
      error: 'invalid_request',
      description: `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${CLIENT_ID}'.`,
    });
  }
  return redirectUri;
}

function checkRequest(query: URLSearchParams): void {
  if (query.get('response_type') !== 'code') {
    throw new EntraError({ code: 700054, error: 'invalid_request', description: "response_type 'code' is expected." });
  }
  const scope = query.get('scope') ?? '';
  if (scope === '') throw missing('scope');
  grantedScopes(parseScopes(scope));
  const method = query.get('code_challenge_method');
  if (query.get('code_challenge') && method !== 'S256') {
    throw new EntraError({
      code: 501491,
      error: 'invalid_request',
      description: `Invalid code_challenge_method '${method ?? 'plain'}': only S256 is supported.`,
    });
  }
}

function chosenPerson({ world, tenant, query }: AuthorizeRequest): Person | null {
  const asksToChoose = query.get('prompt') === 'select_account';
  const name = query.get('sandbox_user') ?? (asksToChoose ? null : query.get('login_hint'));
  if (name === null || name === '') return null;
  const person = world.cities.bySignInName(name);
  if (person !== null && (tenant === null || tenant.id === person.tenantId)) return person;
  throw new EntraError({
    code: 50020,
    error: 'invalid_request',
    description: `User account '${name}' does not exist in this tenant.`,
  });
}

function issueCode({ world, granted, query }: AuthorizeRequest, person: Person, redirectUri: string): string {
  return granted.issueCode(
    {
      person,
      redirectUri,
      scope: query.get('scope') ?? '',
      nonce: query.get('nonce'),
      challenge: query.get('code_challenge') || null,
    },
    world.settings.now(),
  );
}

function redirectWith(uri: string, query: URLSearchParams, fields: Record<string, string>): string {
  const state = query.get('state');
  const answer = new URLSearchParams({ ...fields, ...(state === null ? {} : { state }) });
  const target = new URL(uri);
  if (query.get('response_mode') === 'fragment') {
    target.hash = answer.toString();
  } else {
    for (const [name, value] of answer) target.searchParams.set(name, value);
  }
  return target.toString();
}

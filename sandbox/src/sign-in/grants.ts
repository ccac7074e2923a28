import { createHash } from 'node:crypto';
import type { Person } from '../city/city.ts';
import { CLIENT_ID } from '../settings.ts';
import type { World } from '../world.ts';
import { checkClient } from './clients.ts';
import { EntraError, missing } from './entra-error.ts';
import type { Form } from './form.ts';
import type { Granted } from './granted.ts';
import { type AskedScopes, fullScopeNames, grantedScopes, parseScopes } from './scopes.ts';
import { appToken, clientInfo, idToken, TOKEN_LIFETIME_S, userToken } from './tokens.ts';

export interface TokenRequest {
  readonly world: World;
  readonly granted: Granted;
  /** Null for `organizations` and `common`. */
  readonly tenant: { id: string } | null;
  readonly form: Form;
}

type Grant = (request: TokenRequest) => Promise<Record<string, unknown>>;

const GRANTS: Readonly<Record<string, Grant>> = {
  client_credentials: clientCredentials,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': onBehalfOf,
  authorization_code: authorizationCode,
  refresh_token: refreshToken,
  password,
};

export async function answerToken(request: TokenRequest): Promise<Record<string, unknown>> {
  const type = request.form.get('grant_type');
  if (type === undefined) throw missing('grant_type');
  const grant = Object.hasOwn(GRANTS, type) ? GRANTS[type] : undefined;
  if (grant === undefined) {
    throw new EntraError({
      code: 70003,
      error: 'unsupported_grant_type',
      description: `The app requested an unsupported grant type '${type}'.`,
    });
  }
  return grant(request);
}

async function clientCredentials({ world, tenant, form }: TokenRequest): Promise<Record<string, unknown>> {
  checkClient(form, { secretNeeded: true });
  if (tenant === null) {
    throw new EntraError({
      code: 50059,
      error: 'invalid_request',
      description:
        'No tenant-identifying information found in either the request or implied by any provided credentials.',
    });
  }
  const asked = parseScopes(required(form, 'scope'));
  if (asked.names.some((name) => name !== '.default')) {
    throw new EntraError({
      code: 1002012,
      error: 'invalid_scope',
      description:
        'Client credential flows must have a scope value with /.default suffixed to the resource identifier.',
    });
  }
  const token = await appToken(world, tenant.id, asked.resource);
  return { token_type: 'Bearer', expires_in: TOKEN_LIFETIME_S, ext_expires_in: TOKEN_LIFETIME_S, access_token: token };
}

async function onBehalfOf(request: TokenRequest): Promise<Record<string, unknown>> {
  const { world, form, tenant } = request;
  checkClient(form, { secretNeeded: true });
  const assertion = required(form, 'assertion');
  if (form.get('requested_token_use') !== 'on_behalf_of') throw missing('requested_token_use');
  const asked = parseScopes(required(form, 'scope'));
  const claims = await world.entraKeys.verify(assertion, world.settings.now()).catch(() => null);
  const person = typeof claims?.oid === 'string' ? world.cities.byId(claims.oid) : null;
  if (claims?.aud !== CLIENT_ID || typeof claims.scp !== 'string' || person === null || !isIn(tenant, person)) {
    throw new EntraError({
      code: 50013,
      error: 'invalid_grant',
      description: 'Assertion failed signature, lifetime, audience or tenant validation.',
      suberror: 'bad_token',
    });
  }
  return userAnswer(request, { person, asked, nonce: null });
}

async function authorizationCode(request: TokenRequest): Promise<Record<string, unknown>> {
  const { world, form, granted, tenant } = request;
  const code = granted.code(required(form, 'code'));
  checkClient(form, { secretNeeded: code?.challenge === null });
  if (code === null) throw badGrant(70000, 'The provided authorization code is invalid or malformed.');
  if (code.redeemed)
    throw badGrant(
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    );
  if (world.settings.now() > code.expiresAt)
    throw badGrant(70008, 'The provided authorization code or refresh token has expired.');
  if (required(form, 'redirect_uri') !== code.redirectUri) {
    throw badGrant(
      500112,
      'The reply address does not match the reply address provided when requesting the authorization code.',
    );
  }
  if (!isIn(tenant, code.person))
    throw badGrant(700005, 'The provided authorization code is intended to be used against another tenant.');
  checkVerifier(form, code.challenge);
  code.redeemed = true;
  const asked = parseScopes(form.get('scope') ?? code.scope);
  return userAnswer(request, { person: code.person, asked, nonce: code.nonce });
}

function checkVerifier(form: Form, challenge: string | null): void {
  if (challenge === null) return;
  const verifier = required(form, 'code_verifier');
  if (createHash('sha256').update(verifier).digest('base64url') !== challenge) {
    throw badGrant(
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  }
}

async function refreshToken(request: TokenRequest): Promise<Record<string, unknown>> {
  const { world, form, granted, tenant } = request;
  checkClient(form, { secretNeeded: false });
  const grant = granted.refresh(required(form, 'refresh_token'));
  if (grant === null) throw badGrant(9002313, 'Invalid request. Request is malformed or invalid.');
  if (world.settings.now() > grant.expiresAt)
    throw badGrant(
      700084,
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime, which has now passed.',
    );
  if (!isIn(tenant, grant.person)) throw badGrant(700005, 'The refresh token belongs to another tenant.');
  return userAnswer(request, {
    person: grant.person,
    asked: parseScopes(form.get('scope') ?? grant.scope),
    nonce: null,
  });
}

async function password(request: TokenRequest): Promise<Record<string, unknown>> {
  const { world, form, tenant } = request;
  checkClient(form, { secretNeeded: false });
  const [username, secret] = [required(form, 'username'), required(form, 'password')];
  const asked = parseScopes(required(form, 'scope'));
  const person = username.includes('@') ? world.cities.bySignInName(username) : null;
  if (person === null || !isIn(tenant, person)) {
    throw badGrant(50034, `The user account ${username} does not exist in the directory.`);
  }
  if (![person.signInName, person.signInName.replace(/@.*/, '')].includes(secret)) {
    throw badGrant(50126, 'Error validating credentials due to invalid username or password.');
  }
  return userAnswer(request, { person, asked, nonce: null });
}

interface UserAnswer {
  readonly person: Person;
  readonly asked: AskedScopes;
  readonly nonce: string | null;
}

async function userAnswer({ world, granted }: TokenRequest, answer: UserAnswer): Promise<Record<string, unknown>> {
  const { person, asked, nonce } = answer;
  const scopes = grantedScopes(asked);
  const scope = fullScopeNames(asked, scopes);
  const refresh = asked.oidc.has('offline_access')
    ? { refresh_token: granted.issueRefresh(person, scope, world.settings.now()) }
    : {};
  const id = asked.oidc.has('openid') ? { id_token: await idToken(world, person, nonce) } : {};
  return {
    token_type: 'Bearer',
    scope,
    expires_in: TOKEN_LIFETIME_S,
    ext_expires_in: TOKEN_LIFETIME_S,
    access_token: await userToken(world, person, { resource: asked.resource, scopes }),
    ...refresh,
    ...id,
    client_info: clientInfo(person),
  };
}

function required(form: Form, name: string): string {
  const value = form.get(name);
  if (value === undefined) throw missing(name);
  return value;
}

function isIn(tenant: { id: string } | null, person: Person): boolean {
  return tenant === null || tenant.id === person.tenantId;
}

function badGrant(code: number, description: string): EntraError {
  return new EntraError({ code, error: 'invalid_grant', description });
}

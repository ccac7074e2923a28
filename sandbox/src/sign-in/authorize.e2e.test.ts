import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Sandbox } from '../server.ts';
import { CLIENT_ID, MINATO_TENANT_ID, YAMATO_TENANT_ID } from '../settings.ts';
import { call, startSandbox, TestClock, token } from '../testing/tenant.ts';

const SERVICE = 'http://localhost:4178';
const REDIRECT = `${SERVICE}/tab/`;
const SCOPE = `openid offline_access api://localhost:3978/${CLIENT_ID}/access_as_user`;
const VERIFIER = 'a'.repeat(64);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

const clock = new TestClock();
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: clock.now, serviceUrl: SERVICE });
});
afterAll(() => sandbox.close());

function authorize(more: Record<string, string> = {}, tenant = 'organizations') {
  const query = new URLSearchParams({
    client_id: CLIENT_ID,
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: SCOPE,
    state: 'st/ate',
    nonce: 'n-1',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    ...more,
  });
  return call(`${sandbox.url}/${tenant}/oauth2/v2.0/authorize?${query}`);
}

async function freshCode(more: Record<string, string> = {}): Promise<string> {
  const answer = await authorize({ login_hint: 'drafter@minato.example', ...more });
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

function redeem(code: string, more: Record<string, string> = {}, tenant = 'organizations') {
  const fields = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: VERIFIER };
  return token(sandbox, { client_secret: '', ...fields, ...more }, tenant);
}

describe('the authorize page', () => {
  it('shows people of every municipality under organizations, of one under its tenant', async () => {
    const all = await authorize();
    expect(all.status).toBe(200);
    expect(all.text).toContain('みなと市');
    expect(all.text).toContain('やまと町');
    const one = await authorize({}, YAMATO_TENANT_ID);
    expect(one.text).not.toContain('みなと市');
  });

  it('links each person to the same request, and the link signs in', async () => {
    const page = await authorize();
    const link = /href="(\?[^"]*sandbox_user=section-head%40minato.example[^"]*)"/.exec(page.text)?.[1] ?? '';
    const answer = await call(`${sandbox.url}/organizations/oauth2/v2.0/authorize${link.replaceAll('&amp;', '&')}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toContain('state=st%2Fate');
  });

  it('finds people by name', async () => {
    const page = await authorize({ sandbox_q: '財政課' });
    expect(page.text).toContain('finance-head@minato.example');
    expect(page.text).not.toContain('sandbox_user=mayor');
  });

  it('writes what it was given as text, never as markup', async () => {
    const page = await authorize({ state: '"><script>alert(1)</script>', sandbox_q: '<img src=x>' });
    expect(page.text).not.toContain('<script>alert');
    expect(page.text).not.toContain('<img');
  });

  it('sends nobody to an address that is not registered', async () => {
    const answer = await authorize({ redirect_uri: 'https://evil.example/', login_hint: 'drafter@minato.example' });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.text).toContain('AADSTS50011');
  });

  it('answers a silent request without a hint with login_required', async () => {
    const answer = await authorize({ prompt: 'none' });
    expect(new URL(answer.headers.get('location') ?? '').searchParams.get('error')).toBe('login_required');
  });

  it('asks again when the app wants an account chosen', async () => {
    expect((await authorize({ prompt: 'select_account', login_hint: 'drafter@minato.example' })).status).toBe(200);
  });

  it.each([
    ['a person of another tenant', { login_hint: 'drafter@yamato.example' }, 'AADSTS50020'],
    ['the plain challenge method', { code_challenge_method: 'plain' }, 'AADSTS501491'],
    ['the implicit flow', { response_type: 'token' }, 'AADSTS700054'],
  ])('sends back an error for %s', async (_what, more, words) => {
    const answer = await authorize(more, MINATO_TENANT_ID);
    const target = new URL(answer.headers.get('location') ?? '');
    expect(target.searchParams.get('error_description')).toContain(words);
    expect(target.searchParams.get('state')).toBe('st/ate');
  });

  it('puts the answer into the fragment on request', async () => {
    const answer = await authorize({ response_mode: 'fragment', login_hint: 'drafter@minato.example' });
    expect(new URL(answer.headers.get('location') ?? '').hash).toContain('code=');
  });
});

describe('an authorization code', () => {
  it('becomes tokens for the person, with PKCE and no secret', async () => {
    const answer = await redeem(await freshCode());
    expect(answer.status).toBe(200);
    expect(decodeJwt(answer.json.id_token)).toMatchObject({ nonce: 'n-1', aud: CLIENT_ID, tid: MINATO_TENANT_ID });
    expect(decodeJwt(answer.json.access_token)).toMatchObject({ scp: 'access_as_user' });
    expect(answer.json.refresh_token).toBeDefined();
  });

  it('works once', async () => {
    const code = await freshCode();
    await redeem(code);
    expect((await redeem(code)).json.error_codes).toEqual([54005]);
  });

  it('dies after ten minutes', async () => {
    const code = await freshCode();
    clock.forward(11 * 60_000);
    expect((await redeem(code)).json.error_codes).toEqual([70008]);
  });

  it.each([
    ['unknown', { code: '0.guess' }, 'organizations', 70000],
    ['given with a wrong verifier', { code_verifier: 'b'.repeat(64) }, 'organizations', 501481],
    ['given without a verifier', { code_verifier: '' }, 'organizations', 900144],
    ['redeemed from another address', { redirect_uri: `${SERVICE}/other/` }, 'organizations', 500112],
    ['redeemed in another tenant', {}, YAMATO_TENANT_ID, 700005],
  ])('is refused when %s', async (_why, more, tenant, code) => {
    const answer = await redeem(await freshCode(), more, tenant);
    expect(answer.json.error_codes).toEqual([code]);
  });

  it('needs the secret when there was no challenge', async () => {
    const code = await freshCode({ code_challenge: '', code_challenge_method: '' });
    expect((await redeem(code)).json.error_codes).toEqual([7000218]);
    expect((await redeem(code, { client_secret: 'sandbox-secret' })).status).toBe(200);
  });
});

describe('pages of other origins', () => {
  const preflight = (origin: string) =>
    call(`${sandbox.url}/organizations/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  it('may redeem codes when they are the service, and no others may', async () => {
    expect((await preflight(SERVICE)).headers.get('access-control-allow-origin')).toBe(SERVICE);
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('discovery', () => {
  it('names the issuer of the tokens and endpoints a browser can reach', async () => {
    const { json } = await call(`${sandbox.url}/minato.example/v2.0/.well-known/openid-configuration`);
    expect(json.issuer).toBe(`https://login.microsoftonline.com/${MINATO_TENANT_ID}/v2.0`);
    expect(json.token_endpoint).toBe(`${sandbox.url}/minato.example/oauth2/v2.0/token`);
    expect((await call(json.jwks_uri)).json.keys).toHaveLength(1);
  });

  it('leaves the tenant open under organizations', async () => {
    const { json } = await call(`${sandbox.url}/organizations/v2.0/.well-known/openid-configuration`);
    expect(json.issuer).toBe('https://login.microsoftonline.com/{tenantid}/v2.0');
  });
});

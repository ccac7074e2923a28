import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Sandbox } from '../server.ts';
import { CLIENT_ID, MINATO_TENANT_ID, YAMATO_TENANT_ID } from '../settings.ts';
import { appTokenFor, call, passwordToken, post, startSandbox, TestClock, token } from '../testing/tenant.ts';

const APP_SCOPE = `api://localhost:3978/${CLIENT_ID}/access_as_user`;
const GRAPH = 'https://graph.microsoft.com';
const BOT = 'https://api.botframework.com';
const OBO = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const clock = new TestClock();
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ now: clock.now });
});
afterAll(() => sandbox.close());

async function verified(jwt: string) {
  const keys = createRemoteJWKSet(new URL(`${sandbox.url}/${MINATO_TENANT_ID}/discovery/v2.0/keys`));
  const { payload } = await jwtVerify(jwt, keys, { algorithms: ['RS256'], currentDate: new Date(clock.now()) });
  return payload;
}

describe('client credentials', () => {
  it('give an app token for Graph, without scopes', async () => {
    const claims = await verified(await appTokenFor(sandbox, GRAPH));
    expect(claims).toMatchObject({ aud: GRAPH, tid: MINATO_TENANT_ID, appid: CLIENT_ID, idtyp: 'app' });
    expect(claims).toHaveProperty('roles');
    expect(claims).not.toHaveProperty('scp');
  });

  it.each([MINATO_TENANT_ID, 'minato.example', 'botframework.com'])(
    'give a bot token in the tenant %s',
    async (tenant) => {
      const claims = await verified(await appTokenFor(sandbox, BOT, tenant));
      expect(claims).toMatchObject({ aud: BOT, appid: CLIENT_ID });
    },
  );

  it.each([
    ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client', 7000215],
    ['no secret', { client_secret: '' }, 401, 'invalid_client', 7000218],
    ['an unknown app', { client_id: '00000000-0000-4000-8000-000000000000' }, 400, 'unauthorized_client', 700016],
    ['no app', { client_id: '' }, 400, 'invalid_request', 900144],
    ['no scope', { scope: '' }, 400, 'invalid_request', 900144],
    ['a scope that is not .default', { scope: `${GRAPH}/User.Read` }, 400, 'invalid_scope', 1002012],
    ['an unknown resource', { scope: 'https://storage.example/.default' }, 400, 'invalid_resource', 500011],
    ['an unknown grant', { grant_type: 'device_code' }, 400, 'unsupported_grant_type', 70003],
    ['no grant', { grant_type: '' }, 400, 'invalid_request', 900144],
  ])('are refused with %s', async (_why, fields, status, error, code) => {
    const answer = await token(sandbox, { grant_type: 'client_credentials', scope: `${GRAPH}/.default`, ...fields });
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ error, error_codes: [code] });
    expect(answer.json.error_description).toContain(`AADSTS${code}: `);
  });

  it('are refused in an unknown tenant, and where no tenant is named', async () => {
    const fields = { grant_type: 'client_credentials', scope: `${GRAPH}/.default` };
    expect((await token(sandbox, fields, 'kawa.example')).json.error_codes).toEqual([90002]);
    expect((await token(sandbox, fields, 'organizations')).json.error_codes).toEqual([50059]);
  });
});

describe('the password grant', () => {
  it('signs a person in to the product with the claims that the product checks', async () => {
    const answer = await passwordToken(sandbox, 'section-head@minato.example', `openid offline_access ${APP_SCOPE}`);
    expect(answer.json).toMatchObject({ token_type: 'Bearer', scope: `${APP_SCOPE} openid offline_access` });
    const claims = await verified(answer.json.access_token);
    expect(claims).toMatchObject({
      aud: CLIENT_ID,
      iss: `https://login.microsoftonline.com/${MINATO_TENANT_ID}/v2.0`,
      tid: MINATO_TENANT_ID,
      scp: 'access_as_user',
      azp: CLIENT_ID,
      name: '帆足 みちる',
      preferred_username: 'section-head@minato.example',
      ver: '2.0',
    });
    const info = JSON.parse(Buffer.from(answer.json.client_info, 'base64url').toString('utf8'));
    expect(info).toEqual({ uid: claims.oid, utid: MINATO_TENANT_ID });
  });

  it('finds the tenant from the sign-in name, and takes the bare name as password', async () => {
    const fields = { grant_type: 'password', username: 'mayor@yamato.example', password: 'mayor', scope: APP_SCOPE };
    const answer = await token(sandbox, fields, 'organizations');
    expect((await verified(answer.json.access_token)).tid).toBe(YAMATO_TENANT_ID);
  });

  it.each([
    ['an unknown user', 'nobody@minato.example', 'nobody', 50034],
    ['a wrong password', 'drafter@minato.example', 'guess', 50126],
    ['a user of another tenant', 'drafter@yamato.example', 'drafter', 50034],
  ])('is refused for %s', async (_why, username, password, code) => {
    const answer = await token(sandbox, { grant_type: 'password', username, password, scope: APP_SCOPE });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({ error: 'invalid_grant', error_codes: [code] });
  });

  it('is refused for a scope that the app does not expose', async () => {
    const answer = await passwordToken(
      sandbox,
      'drafter@minato.example',
      `api://localhost:3978/${CLIENT_ID}/everything`,
    );
    expect(answer.json.error).toBe('invalid_scope');
  });
});

describe('on behalf of', () => {
  async function exchange(assertion: string, tenant = MINATO_TENANT_ID) {
    const fields = { grant_type: OBO, assertion, requested_token_use: 'on_behalf_of', scope: `${GRAPH}/User.Read` };
    return token(sandbox, fields, tenant);
  }
  const userToken = async (user = 'drafter@minato.example') =>
    (await passwordToken(sandbox, user, APP_SCOPE)).json.access_token;

  it("turns a person's token for the product into one for Graph", async () => {
    const answer = await exchange(await userToken());
    expect(await verified(answer.json.access_token)).toMatchObject({
      aud: GRAPH,
      scp: 'User.Read',
      upn: 'drafter@minato.example',
    });
  });

  it('takes the token that a Teams host gives a tab', async () => {
    const host = await post(`${sandbox.url}/sandbox/host-token`, { as: 'drafter' });
    expect((await exchange(host.json.token)).status).toBe(200);
  });

  it.each([
    ['a forged token', async () => `${(await userToken()).slice(0, -6)}AAAAAA`, MINATO_TENANT_ID],
    [
      'a token for Graph',
      async () => (await passwordToken(sandbox, 'drafter@minato.example', `${GRAPH}/User.Read`)).json.access_token,
      MINATO_TENANT_ID,
    ],
    ['an app token', () => appTokenFor(sandbox, `api://localhost:3978/${CLIENT_ID}`), MINATO_TENANT_ID],
    ['a token of another tenant', () => userToken('drafter@yamato.example'), MINATO_TENANT_ID],
  ])('refuses %s', async (_what, assertion, tenant) => {
    const answer = await exchange(await assertion(), tenant);
    expect(answer.json).toMatchObject({ error: 'invalid_grant', error_codes: [50013], suberror: 'bad_token' });
  });

  it('refuses a token that has expired', async () => {
    const old = await userToken();
    clock.forward(3_700_000);
    expect((await exchange(old)).json.error_codes).toEqual([50013]);
  });
});

describe('refresh tokens', () => {
  const signIn = () => passwordToken(sandbox, 'drafter@minato.example', `offline_access ${APP_SCOPE}`);
  const refresh = (refresh_token: string, more: Record<string, string> = {}) =>
    token(sandbox, { grant_type: 'refresh_token', refresh_token, client_secret: '', ...more });

  it('renew the access token, for another resource too', async () => {
    const { refresh_token } = (await signIn()).json;
    const same = await refresh(refresh_token);
    expect((await verified(same.json.access_token)).scp).toBe('access_as_user');
    const other = await refresh(refresh_token, { scope: `${GRAPH}/User.Read` });
    expect((await verified(other.json.access_token)).aud).toBe(GRAPH);
  });

  it('are not given unless asked for', async () => {
    const answer = await passwordToken(sandbox, 'drafter@minato.example', APP_SCOPE);
    expect(answer.json).not.toHaveProperty('refresh_token');
  });

  it('are refused when unknown or a day old', async () => {
    expect((await refresh('1.guess')).json.error_codes).toEqual([9002313]);
    const { refresh_token } = (await signIn()).json;
    clock.forward(25 * 3_600_000);
    expect((await refresh(refresh_token)).json.error_codes).toEqual([700084]);
  });
});

describe('keys', () => {
  it('can be rotated, with or without keeping the old ones', async () => {
    const before = (await passwordToken(sandbox, 'drafter@minato.example', APP_SCOPE)).json.access_token;
    await post(`${sandbox.url}/sandbox/keys/rotate`);
    await expect(verified(before)).resolves.toBeDefined();
    await post(`${sandbox.url}/sandbox/keys/rotate`, { keepOld: false });
    await expect(verified(before)).rejects.toThrow();
    const after = (await passwordToken(sandbox, 'drafter@minato.example', APP_SCOPE)).json.access_token;
    await expect(verified(after)).resolves.toBeDefined();
  });

  it('publish only public parts', async () => {
    for (const path of [`/${MINATO_TENANT_ID}/discovery/v2.0/keys`, '/.well-known/keys']) {
      const { json } = await call(`${sandbox.url}${path}`);
      for (const key of json.keys) expect(Object.keys(key).sort().join()).toMatch(/^e,(endorsements,)?kid,kty,n,use$/);
    }
  });
});

import { ConfidentialClientApplication, type INetworkModule, InteractionRequiredAuthError } from '@azure/msal-node';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Sandbox } from '../server.ts';
import { CLIENT_ID, CLIENT_SECRET, MINATO_TENANT_ID } from '../settings.ts';
import { passwordToken, startSandbox } from '../testing/tenant.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** The product's way in: Microsoft's addresses in the configuration, another transport underneath. */
function network(): INetworkModule {
  const go = async <T>(method: string, url: string, options?: { headers?: Record<string, string>; body?: string }) => {
    const { pathname, search } = new URL(url);
    const { headers = {}, body = null } = options ?? {};
    const response = await fetch(`${sandbox.url}${pathname}${search}`, { method, headers, body });
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), body: JSON.parse(text) as T };
  };
  return {
    sendGetRequestAsync: (url, options) => go('GET', url, options),
    sendPostRequestAsync: (url, options) => go('POST', url, options),
  };
}

function client(clientSecret = CLIENT_SECRET, authority = `https://login.microsoftonline.com/${MINATO_TENANT_ID}`) {
  return new ConfidentialClientApplication({
    auth: { clientId: CLIENT_ID, clientSecret, authority },
    system: { networkClient: network() },
  });
}

describe("Microsoft's own sign-in library", () => {
  it('gets an app token and keeps it', async () => {
    const app = client();
    const request = { scopes: ['https://graph.microsoft.com/.default'] };
    const first = await app.acquireTokenByClientCredential(request);
    const second = await app.acquireTokenByClientCredential(request);
    expect(decodeJwt(first?.accessToken ?? '').aud).toBe('https://graph.microsoft.com');
    expect([first?.fromCache, second?.fromCache]).toEqual([false, true]);
  });

  it('exchanges a token on behalf of a person', async () => {
    const scope = `api://localhost:3978/${CLIENT_ID}/access_as_user`;
    const oboAssertion = (await passwordToken(sandbox, 'drafter@minato.example', scope)).json.access_token;
    const result = await client().acquireTokenOnBehalfOf({
      oboAssertion,
      scopes: ['https://graph.microsoft.com/User.Read'],
    });
    expect(decodeJwt(result?.accessToken ?? '').scp).toBe('User.Read');
    expect(result?.account?.username).toBe('drafter@minato.example');
  });

  it('reads a refused assertion as a call for interaction', async () => {
    const refused = client().acquireTokenOnBehalfOf({
      oboAssertion: 'no.such.token',
      scopes: ['https://graph.microsoft.com/User.Read'],
    });
    await expect(refused).rejects.toBeInstanceOf(InteractionRequiredAuthError);
    await expect(refused).rejects.toMatchObject({ errorNo: 50013 });
  });

  it('reads a wrong secret as such', async () => {
    const refused = client('guess').acquireTokenByClientCredential({
      scopes: ['https://graph.microsoft.com/.default'],
    });
    await expect(refused).rejects.toMatchObject({ errorCode: 'invalid_client' });
  });

  it('signs a person in by code with PKCE', async () => {
    const app = client();
    const redirectUri = 'http://localhost:3978/tab/';
    const scopes = [`api://localhost:3978/${CLIENT_ID}/access_as_user`];
    const codeVerifier = 'v'.repeat(64);
    const { createHash } = await import('node:crypto');
    const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
    const url = new URL(
      await app.getAuthCodeUrl({
        scopes,
        redirectUri,
        codeChallenge,
        codeChallengeMethod: 'S256',
        loginHint: 'mayor@minato.example',
      }),
    );
    const answer = await fetch(`${sandbox.url}${url.pathname}${url.search}`, { redirect: 'manual' });
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const result = await app.acquireTokenByCode({ code, scopes, redirectUri, codeVerifier });
    expect(result.account?.username).toBe('mayor@minato.example');
  });

  it('works with an authority it has to discover', async () => {
    const app = client(CLIENT_SECRET, `https://login.microsoftonline.com/organizations`);
    const url = await app.getAuthCodeUrl({ scopes: ['User.Read'], redirectUri: 'http://localhost:3978/tab/' });
    expect(url).toContain('/oauth2/v2.0/authorize?');
  });
});

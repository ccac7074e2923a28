import type { ClientConfig } from './client-config.ts';
import { authorizeUrl, base64Url, challengeOf, type PendingSignIn, readReturn, scopesOf } from './pkce.ts';
import { SignInError, troubleOf } from './sign-in-error.ts';

/** The access token lives in memory; only the refresh token outlives a reload, and only in this window. */
const REFRESH = 'kaigi.refresh';
const PENDING = 'kaigi.sign-in';
const MARGIN_MS = 120_000;

export interface BrowserSignIn {
  start(): Promise<void>;
  token(renew: boolean): Promise<string>;
  again(): Promise<void>;
}

interface Grant {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
}

const redirectUri = (): string => `${location.origin}${location.pathname.replace(/[^/]*$/, '')}`;
const randomText = (): string => base64Url(crypto.getRandomValues(new Uint8Array(32)));

function readPending(): PendingSignIn | null {
  const text = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  if (text === null) return null;
  try {
    return JSON.parse(text) as PendingSignIn;
  } catch {
    return null;
  }
}

async function askForGrant(config: ClientConfig, fields: Record<string, string>): Promise<Grant> {
  const body = new URLSearchParams({ client_id: config.clientId, scope: scopesOf(config), ...fields });
  let response: Response;
  try {
    const signal = AbortSignal.timeout(20_000);
    response = await fetch(`${config.authority}/oauth2/v2.0/token`, { method: 'POST', body, signal });
  } catch (error) {
    throw new SignInError('unreachable', error);
  }
  const answer = (await response.json().catch(() => null)) as (Grant & { error?: string }) | null;
  if (response.ok && typeof answer?.access_token === 'string') return answer;
  if (response.status >= 500 || response.status === 429) throw new SignInError('unreachable', answer?.error);
  throw new SignInError(troubleOf(answer?.error ?? ''), answer?.error);
}

/** Leaves for the sign-in page. The promise never settles: this page is about to go away. */
async function leave(config: ClientConfig, loginHint: string | null, choose: boolean): Promise<never> {
  const pending: PendingSignIn = { state: randomText(), verifier: randomText(), route: location.hash };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const challenge = await challengeOf(pending.verifier);
  const url = authorizeUrl({ config, redirectUri: redirectUri(), state: pending.state, challenge, loginHint, choose });
  location.replace(url);
  return new Promise<never>(() => undefined);
}

/** Authorization code with PKCE (RFC 7636) against the authority, as a single-page app does it. */
export function createBrowserSignIn(config: ClientConfig): BrowserSignIn {
  let current: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<string> | null = null;

  const keep = (grant: Grant): string => {
    current = { token: grant.access_token, until: Date.now() + grant.expires_in * 1000 - MARGIN_MS };
    if (grant.refresh_token) sessionStorage.setItem(REFRESH, grant.refresh_token);
    return grant.access_token;
  };

  const refresh = async (): Promise<string> => {
    const refreshToken = sessionStorage.getItem(REFRESH);
    if (refreshToken === null) throw new SignInError('expired');
    try {
      return keep(await askForGrant(config, { grant_type: 'refresh_token', refresh_token: refreshToken }));
    } catch (error) {
      if (error instanceof SignInError && error.trouble !== 'unreachable') sessionStorage.removeItem(REFRESH);
      throw error;
    }
  };

  const redeem = async (code: string, pending: PendingSignIn): Promise<void> => {
    const fields = { grant_type: 'authorization_code', code, code_verifier: pending.verifier };
    keep(await askForGrant(config, { ...fields, redirect_uri: redirectUri() }));
  };

  return {
    start: async () => {
      const answer = readReturn(location.search, readPending());
      const loginHint = new URLSearchParams(location.search).get('login_hint');
      if (answer.kind !== 'none') {
        const route = answer.kind === 'code' ? answer.pending.route : location.hash;
        history.replaceState(null, '', `${location.pathname}${route}`);
      }
      if (answer.kind === 'refused') throw new SignInError(troubleOf(answer.error), answer.error);
      if (answer.kind === 'code') return redeem(answer.code, answer.pending);
      if (loginHint === null && sessionStorage.getItem(REFRESH) !== null) {
        const renewed = await refresh().catch((error: unknown) => {
          if (error instanceof SignInError && error.trouble === 'unreachable') throw error;
          return null;
        });
        if (renewed !== null) return;
      }
      sessionStorage.removeItem(REFRESH);
      return leave(config, loginHint, false);
    },
    token: async (renew) => {
      if (current && !renew && Date.now() < current.until) return current.token;
      asking ??= refresh().finally(() => {
        asking = null;
      });
      return asking;
    },
    again: async () => {
      sessionStorage.removeItem(REFRESH);
      current = null;
      await leave(config, null, true);
    },
  };
}

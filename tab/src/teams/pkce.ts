import type { ClientConfig } from './client-config.ts';

/** RFC 4648 section 5, without padding. */
export function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The S256 challenge of RFC 7636. */
export async function challengeOf(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

/** What must be remembered while the person is away at the sign-in page. */
export interface PendingSignIn {
  readonly state: string;
  readonly verifier: string;
  /** The hash to come back to. */
  readonly route: string;
}

export interface AuthorizeWish {
  readonly config: ClientConfig;
  readonly redirectUri: string;
  readonly state: string;
  readonly challenge: string;
  readonly loginHint: string | null;
  readonly choose: boolean;
}

export function scopesOf(config: ClientConfig): string {
  return `${config.scope} openid profile offline_access`;
}

export function authorizeUrl({ config, redirectUri, state, challenge, loginHint, choose }: AuthorizeWish): string {
  const query = new URLSearchParams({
    client_id: config.clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    response_mode: 'query',
    scope: scopesOf(config),
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  if (loginHint !== null) query.set('login_hint', loginHint);
  else if (choose) query.set('prompt', 'select_account');
  return `${config.authority}/oauth2/v2.0/authorize?${query}`;
}

export type SignInReturn =
  | { readonly kind: 'none' }
  | { readonly kind: 'code'; readonly code: string; readonly pending: PendingSignIn }
  | { readonly kind: 'refused'; readonly error: string }
  /** Not the answer to a question of ours: an old link, or somebody else's. */
  | { readonly kind: 'strange' };

/** Reads what the sign-in page wrote into our address. */
export function readReturn(search: string, pending: PendingSignIn | null): SignInReturn {
  const query = new URLSearchParams(search);
  const code = query.get('code');
  const error = query.get('error');
  if (code === null && error === null) return { kind: 'none' };
  if (pending === null || query.get('state') !== pending.state) return { kind: 'strange' };
  if (code === null) return { kind: 'refused', error: error ?? 'failed' };
  return { kind: 'code', code, pending };
}

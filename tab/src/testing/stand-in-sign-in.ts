import { createHash, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

interface SignInCall {
  readonly url: URL;
  readonly text: string;
  readonly response: ServerResponse;
}

export interface StandInSignIn {
  handle(call: SignInCall): void;
  accepts(authorization: string | undefined): boolean;
  /** What a window keeps that has signed in before: it need not go to the sign-in page and come back. */
  remembered(): string;
}

/** The token a make-believe Teams answers with. */
export const HOST_TOKEN = 'host-token';

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/** Authorization code with PKCE, checked as a real authority checks it: one use per code, the verifier must fit. */
export function createStandInSignIn(): StandInSignIn {
  const codes = new Map<string, { readonly challenge: string; readonly redirectUri: string }>();
  const tokens = new Set([HOST_TOKEN]);
  const refreshTokens = new Set<string>();

  const grant = (response: ServerResponse): void => {
    const accessToken = randomUUID();
    const refreshToken = randomUUID();
    tokens.add(accessToken);
    refreshTokens.add(refreshToken);
    json(response, 200, {
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: accessToken,
      refresh_token: refreshToken,
    });
  };

  const authorize = ({ url, response }: SignInCall): void => {
    const code = randomUUID();
    const redirectUri = url.searchParams.get('redirect_uri') ?? '';
    codes.set(code, { challenge: url.searchParams.get('code_challenge') ?? '', redirectUri });
    const back = new URL(redirectUri);
    back.searchParams.set('code', code);
    back.searchParams.set('state', url.searchParams.get('state') ?? '');
    response.writeHead(302, { Location: back.href }).end();
  };

  const token = ({ text, response }: SignInCall): void => {
    const form = new URLSearchParams(text);
    const refused = { error: 'invalid_grant', error_description: 'AADSTS70000' };
    if (form.get('grant_type') === 'refresh_token') {
      if (refreshTokens.delete(form.get('refresh_token') ?? '')) grant(response);
      else json(response, 400, refused);
      return;
    }
    const code = form.get('code') ?? '';
    const asked = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits = asked?.challenge === challenge && asked.redirectUri === form.get('redirect_uri');
    if (fits) grant(response);
    else json(response, 400, refused);
  };

  return {
    handle: (call) => (call.url.pathname.endsWith('/authorize') ? authorize(call) : token(call)),
    remembered: () => {
      const refreshToken = randomUUID();
      refreshTokens.add(refreshToken);
      return refreshToken;
    },
    accepts: (authorization) => tokens.has(authorization?.replace(/^Bearer /, '') ?? ''),
  };
}

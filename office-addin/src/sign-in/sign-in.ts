export interface SignInSettings {
  clientId: string;
  authority: string;
  scope: string;
}

/** Gives the access token for the service. Tokens are kept in memory only. */
export interface SignIn {
  /** @throws SignedOut when the person has to act. `anew` says that the last token was refused. */
  token(options?: { anew?: boolean; ask?: boolean }): Promise<string>;
}

export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/** The instant at which a token stops being good, read from the token itself; a minute early, to be safe. */
export function expiryOf(token: string): number {
  try {
    const claims: unknown = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims === 'object' && claims !== null && 'exp' in claims && typeof claims.exp === 'number') {
      return claims.exp * 1000 - 60_000;
    }
  } catch {
    // Not a JWT we can read: ask for a new one every time.
  }
  return 0;
}

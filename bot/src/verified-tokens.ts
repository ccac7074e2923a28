import { hash } from 'node:crypto';
import type { AuthenticateRequestResult } from 'botframework-connector';

/** A key that its owner has withdrawn must not be believed much longer; a channel uses one token for an hour. */
const REMEMBERED_MS = 60_000;
/** A channel uses a handful at a time. */
const MAX_TOKENS = 1_000;

/** Tokens whose signature has been found right, so that the next activity under the same token need not wait for it again. */
export interface VerifiedTokens {
  find(authorization: string): AuthenticateRequestResult | null;
  /** Only what has passed every check. */
  keep(authorization: string, result: AuthenticateRequestResult): void;
}

/** Whole milliseconds since 1970 at which the token ends, 0 when it does not say so. */
function endOf({ claimsIdentity }: AuthenticateRequestResult): number {
  const exp: unknown = claimsIdentity.getClaimValue('exp');
  return typeof exp === 'number' ? exp * 1_000 : 0;
}

// Of a bearer token only its hash stays in memory. Two texts with the same SHA-256 are the same text.
const keyOf = (authorization: string) => hash('sha256', authorization, 'base64');

export function createVerifiedTokens(now: () => number = Date.now): VerifiedTokens {
  const known = new Map<string, { readonly result: AuthenticateRequestResult; readonly until: number }>();
  return {
    find(authorization) {
      const key = keyOf(authorization);
      const found = known.get(key);
      if (!found) return null;
      if (now() < found.until) return found.result;
      known.delete(key);
      return null;
    },
    keep(authorization, result) {
      const until = Math.min(endOf(result), now() + REMEMBERED_MS);
      // Those past their time and the longest known go first; they stand first in the map.
      for (const [key, one] of known) {
        if (one.until > now() && known.size < MAX_TOKENS) break;
        known.delete(key);
      }
      known.set(keyOf(authorization), { result, until });
    },
  };
}

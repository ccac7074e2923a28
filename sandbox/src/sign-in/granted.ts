import { randomBytes } from 'node:crypto';
import type { Person } from '../city/city.ts';

export interface IssuedCode {
  readonly person: Person;
  readonly redirectUri: string;
  readonly scope: string;
  readonly nonce: string | null;
  readonly challenge: string | null;
  readonly expiresAt: number;
  redeemed: boolean;
}

export interface RefreshGrant {
  readonly person: Person;
  readonly scope: string;
  readonly expiresAt: number;
}

const CODE_LIFETIME_MS = 10 * 60_000;
const REFRESH_LIFETIME_MS = 24 * 3_600_000;
const KEPT = 5_000;

/** Authorization codes and refresh tokens given out; the oldest are forgotten first. */
export class Granted {
  readonly #codes = new Map<string, IssuedCode>();
  readonly #refresh = new Map<string, RefreshGrant>();

  issueCode(code: Omit<IssuedCode, 'expiresAt' | 'redeemed'>, now: number): string {
    return put(this.#codes, '0.', { ...code, expiresAt: now + CODE_LIFETIME_MS, redeemed: false });
  }

  code(value: string): IssuedCode | null {
    return this.#codes.get(value) ?? null;
  }

  issueRefresh(person: Person, scope: string, now: number): string {
    return put(this.#refresh, '1.', { person, scope, expiresAt: now + REFRESH_LIFETIME_MS });
  }

  refresh(value: string): RefreshGrant | null {
    return this.#refresh.get(value) ?? null;
  }
}

function put<T>(map: Map<string, T>, prefix: string, value: T): string {
  const key = prefix + randomBytes(32).toString('base64url');
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
  return key;
}

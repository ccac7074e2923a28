import { createHash, createHmac, randomBytes } from 'node:crypto';
import { isUuid } from '../../../shared/index.ts';

const SECRET_BYTES = 32;
const SHAPE = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/u;

/** Whose display it is, and a secret that nobody can guess. */
export interface DisplayKey {
  readonly municipalityId: string;
  readonly hash: Buffer;
}

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** What a key is made of, beside what only its maker knows. */
export const newSalt = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/**
 * The key of a display. Of it only the hash is kept, and of what its maker knows (their Idempotency-Key) only a hash too;
 * so the same call again is told the same key, and nobody who reads the database finds one.
 */
export function displayKeyOf({ municipalityId, knows, salt }: Making): { readonly key: string; readonly hash: Buffer } {
  const secret = createHmac('sha256', knows).update(salt).digest('base64url');
  const key = `${municipalityId.replaceAll('-', '')}.${secret}`;
  return { key, hash: hashOf(key) };
}

export interface Making {
  readonly municipalityId: string;
  readonly knows: string;
  readonly salt: string;
}

/** In place of what their maker knows. */
export const digestOf = (knows: string): string => createHash('sha256').update(`display ${knows}`).digest('hex');

/** null: no key at all. */
export function readDisplayKey(key: string): DisplayKey | null {
  const [, hex] = SHAPE.exec(key) ?? [];
  if (hex === undefined) return null;
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return isUuid(id) ? { municipalityId: id, hash: hashOf(key) } : null;
}

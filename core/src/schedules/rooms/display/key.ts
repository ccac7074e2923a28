import { createHash, randomBytes } from 'node:crypto';
import { isUuid } from '../../../shared/index.ts';

const SECRET_BYTES = 32;
const SHAPE = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/u;

/** Whose display it is, and a secret that nobody can guess. */
export interface DisplayKey {
  readonly municipalityId: string;
  readonly hash: Buffer;
}

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** A new key; told once, of which only the hash is kept. */
export function newDisplayKey(municipalityId: string): { readonly key: string; readonly hash: Buffer } {
  const key = `${municipalityId.replaceAll('-', '')}.${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { key, hash: hashOf(key) };
}

/** null: no key at all. */
export function readDisplayKey(key: string): DisplayKey | null {
  const [, hex] = SHAPE.exec(key) ?? [];
  if (hex === undefined) return null;
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return isUuid(id) ? { municipalityId: id, hash: hashOf(key) } : null;
}

import { isUuid } from '@kaigi/core/shared';
import type { Env } from './env.ts';

/** Another system of a municipality that sends cases: its name, and the key with which it signs. */
export interface Sender {
  readonly name: string;
  readonly municipalityId: string;
  readonly key: Uint8Array;
}

const NAME = /^[a-z][a-z0-9-]{0,39}$/;
const SECRET = /^whsec_[A-Za-z0-9+/]+={0,2}$/;
const SHORTEST_KEY = 24;

function senderIn(part: string): Sender | null {
  const [name = '', tenantId = '', secret = ''] = (/^([^@]*)@([^=]*)=(.*)$/.exec(part) ?? []).slice(1);
  const key = SECRET.test(secret) ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.alloc(0);
  const fits = NAME.test(name) && isUuid(tenantId.toLowerCase()) && key.length >= SHORTEST_KEY;
  return fits ? { name, municipalityId: tenantId.toLowerCase(), key } : null;
}

/** `name@tenantId=whsec_…`, separated by commas; null where a part cannot be read. Keys are never told. */
export function readSenders({ KAIGI_SENDERS }: Env): readonly Sender[] | null {
  if (KAIGI_SENDERS === undefined) return [];
  const senders = KAIGI_SENDERS.split(',').map((part) => senderIn(part.trim()));
  if (!senders.every((one) => one !== null)) return null;
  return new Set(senders.map(({ name }) => name)).size === senders.length ? senders : null;
}

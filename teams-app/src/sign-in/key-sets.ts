import { KaigiError } from '@kaigi/core/shared';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { Transport } from '../transport/transport.ts';

/** Unknown keys make us ask again, but not oftener than this: a forged `kid` must not turn us against Entra. */
const ASK_AGAIN_MS = 30_000;
const FAILED_PAUSE_MS = 1_000;
const FRESH_MS = 24 * 3_600_000;
const DEADLINE_MS = 5_000;

interface Held {
  readonly keys: JWTVerifyGetKey;
  readonly since: number;
}

/** The signing keys of one tenant, fetched when needed, kept, and fetched again when Entra has rotated them. */
export function tenantKeys(tenantId: string, transport: Transport, now: () => number = Date.now): JWTVerifyGetKey {
  let held: Held | null = null;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;

  const ask = async () => {
    const keys = createLocalJWKSet(await fetchKeys(tenantId, transport));
    held = { keys, since: now() };
  };
  const refresh = (): Promise<void> => {
    if (asking === null) {
      askedAt = now();
      asking = ask().finally(() => {
        asking = null;
      });
    }
    return asking;
  };
  const mayAsk = () => asking !== null || now() - askedAt >= ASK_AGAIN_MS;

  return async (header, token) => {
    if (!held) {
      if (asking === null && askedAt + FAILED_PAUSE_MS > now()) throw unavailable();
      await refresh();
      // Entra may rotate right after; the first unknown key may be asked for at once.
      askedAt = Number.NEGATIVE_INFINITY;
    } else if (now() - held.since > FRESH_MS && mayAsk()) {
      // Old keys stay good while Entra cannot be reached.
      await refresh().catch(() => undefined);
    }
    try {
      return await current(held)(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !mayAsk()) throw error;
      await refresh();
      return current(held)(header, token);
    }
  };
}

function current(held: Held | null): JWTVerifyGetKey {
  if (!held) throw unavailable();
  return held.keys;
}

const unavailable = (cause?: unknown) =>
  Object.assign(new KaigiError('unavailable', 'sign_in.keys_unavailable'), { cause });

async function fetchKeys(tenantId: string, transport: Transport): Promise<JSONWebKeySet> {
  try {
    const url = `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`;
    const response = await transport.fetch(url, { deadlineMs: DEADLINE_MS });
    if (!response.ok) throw new KaigiError('unavailable', 'transport.unreachable');
    return (await response.json()) as JSONWebKeySet;
  } catch (error) {
    throw unavailable(error);
  }
}

import { createHash } from 'node:crypto';
import { canonicalJson, conflict, type Json } from '../shared/index.ts';
import type { Tx } from './database.ts';

export interface IdempotentCall {
  readonly staffId: string;
  /** The caller's `Idempotency-Key`; null when the call has none. */
  readonly key: string | null;
  /** What was asked; the same key with another question is refused. */
  readonly request: Json;
}

/**
 * Runs `work` once per key, inside its transaction: a repeated call gets the first answer, also after a crash,
 * and two at the same moment wait for each other.
 * @throws conflict `platform.idempotency_key_reused` when the key came with another request before.
 */
export async function onlyOnce<T extends Json>(tx: Tx, call: IdempotentCall, work: () => Promise<T>): Promise<T> {
  if (call.key === null) return work();
  const hash = createHash('sha256').update(canonicalJson(call.request)).digest();
  const inserted = await tx.query(
    `insert into kaigi.idempotency (municipality_id, staff_id, key, request_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning key`,
    [tx.municipalityId, call.staffId, call.key, hash],
  );
  if (inserted.length === 0) return answerOf<T>(tx, call, hash);
  const answer = await work();
  await tx.query('update kaigi.idempotency set answer = $4 where municipality_id = $1 and staff_id = $2 and key = $3', [
    tx.municipalityId,
    call.staffId,
    call.key,
    JSON.stringify(answer),
  ]);
  return answer;
}

async function answerOf<T>(tx: Tx, call: IdempotentCall, hash: Buffer): Promise<T> {
  const [row] = await tx.query<{ request_hash: Buffer; answer: T }>(
    'select request_hash, answer from kaigi.idempotency where municipality_id = $1 and staff_id = $2 and key = $3',
    [tx.municipalityId, call.staffId, call.key],
  );
  if (!row?.request_hash.equals(hash)) throw conflict('platform.idempotency_key_reused');
  return row.answer;
}

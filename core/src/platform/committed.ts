import type { Tx } from './database.ts';

/**
 * A text that is another one after every commit of anybody: what was read after it was asked for is as it would be read
 * now, as long as it is the same. Of `singly` only; what a transaction has written itself is not in it.
 */
export async function committedSoFar(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ seen: string }>('select pg_current_snapshot()::text as seen');
  return row?.seen ?? '';
}

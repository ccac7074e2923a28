import type { Tx } from '../../platform/index.ts';
import { type LocalDate, localDateOf } from '../../shared/index.ts';
import { listName } from './proposal.ts';
import { readList } from './store.ts';
import { tombstoneOf } from './tombstones.ts';

/** When and by which 廃棄・移管目録 the content of a record went; null while it is there. */
export async function disposalOf(
  tx: Tx,
  recordId: string,
): Promise<{ on: LocalDate; action: 'DESTROY' | 'TRANSFER'; listId: string; list: string } | null> {
  const found = await tombstoneOf(tx, 'RECORD', recordId);
  if (!found?.contentGoes) return null;
  const { listId, action, buriedAt } = found;
  const list = await readList(tx, listId);
  return list && { on: localDateOf(buriedAt), action, listId, list: listName(list) };
}

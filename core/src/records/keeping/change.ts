import type { Person } from '../../directory/index.ts';
import type { Clock, Tx } from '../../platform/index.ts';
import { canonicalJson, invariant, type Json, notFound, type Via } from '../../shared/index.ts';
import { tell } from '../history.ts';
import { putFiledAsAgain } from '../search/index.ts';
import { type KeepingRow, keptFact } from './rows.ts';
import { lockKeeping, updateKeeping } from './store.ts';

/** What is done to a record that is kept, by whom, and why. */
export interface Doing {
  readonly recordId: string;
  /** A word, where it depends on what stood there. */
  readonly act: string | ((before: KeepingRow) => string);
  readonly by: Person;
  readonly via: Via;
  /** Stands in the history beside how the record is kept then. */
  readonly said?: Readonly<Record<string, Json>>;
}

const same = (a: KeepingRow, b: KeepingRow): boolean =>
  canonicalJson({ ...a } as unknown as Json) === canonicalJson({ ...b } as unknown as Json);

const calledOf = ({ title, classificationCode, classificationName, unitName }: KeepingRow): string =>
  JSON.stringify([title, classificationCode, classificationName, unitName]);

/**
 * Changes how a record is kept: its row, the line of its history and the leaf, in one transaction. What changes nothing
 * leaves no line. @throws not-found `records.not_found`
 */
export async function changeKeeping(
  clock: Clock,
  tx: Tx,
  { recordId, act, by, via, said = {} }: Doing,
  next: (before: KeepingRow) => KeepingRow | Promise<KeepingRow>,
): Promise<KeepingRow> {
  const before = await lockKeeping(tx, recordId);
  if (!before) throw notFound('records.not_found');
  const wanted = await next(before);
  if (same(before, wanted)) return before;
  const after = { ...wanted, version: before.version + 1 };
  const fact = { ...said, kept: keptFact(after) };
  const [saved, told] = await Promise.all([
    updateKeeping(tx, after),
    tell(clock, tx, {
      of: 'record',
      id: recordId,
      seq: after.version,
      act: typeof act === 'string' ? act : act(before),
      fact,
      by,
      via,
    }),
  ]);
  invariant(saved && told, 'a row that is locked is changed');
  if (calledOf(before) !== calledOf(after)) await putFiledAsAgain(tx, recordId);
  return after;
}

import type { Person } from '../../directory/index.ts';
import type { Clock, Tx } from '../../platform/index.ts';
import { asJson, canonicalJson, conflict, invariant, type Json, notFound, type Via } from '../../shared/index.ts';
import { tell } from '../history.ts';
import { putFiledAsAgain } from '../search/index.ts';
import { type FolderDoing, recount } from './folder-count.ts';
import { lockFolder, shareWithin } from './folder-store.ts';
import { type KeepingRow, keptFact } from './rows.ts';
import { keepingOf, lockKeeping, updateKeeping } from './store.ts';

/** What is done to a record that is kept, by whom, and why. */
export interface Doing {
  readonly recordId: string;
  /** A word, where it depends on what stood there. */
  readonly act: string | ((before: KeepingRow) => string);
  readonly by: Person;
  readonly via: Via;
  /** Stands in the history beside how the record is kept then. */
  readonly said?: Readonly<Record<string, Json>>;
  /** A line is written though nothing changes of how it is kept: something of it went. */
  readonly alwaysTold?: boolean;
  /** The 簿冊 it goes to, if it goes anywhere. */
  readonly into?: string | null;
}

const same = (a: KeepingRow, b: KeepingRow): boolean => canonicalJson(asJson(a)) === canonicalJson(asJson(b));

// Somebody moves it from 簿冊 to 簿冊 while it is looked up.
const MOST_MOVES = 5;

/** The record, locked after the 簿冊 it lies in and those it goes to: everybody locks in this order. */
async function locked(tx: Tx, recordId: string, to: readonly string[]): Promise<KeepingRow> {
  for (let move = 1; move <= MOST_MOVES; move += 1) {
    const seen = await keepingOf(tx, recordId);
    if (!seen) throw notFound('records.not_found');
    const folders = [...new Set([...to, ...(seen.folderId === null ? [] : [seen.folderId])])].sort();
    for (const folderId of folders) await lockFolder(tx, folderId);
    const row = await lockKeeping(tx, recordId);
    if (row && row.folderId === seen.folderId) return row;
  }
  throw conflict('records.changed_meanwhile');
}

/** What shares its period with others moves them, too. */
async function countFolders(
  clock: Clock,
  tx: Tx,
  before: KeepingRow,
  after: KeepingRow,
  doing: FolderDoing,
): Promise<void> {
  const moved = before.folderId !== after.folderId || before.basisOn !== after.basisOn || before.state !== after.state;
  if (!moved) return;
  for (const folderId of new Set([before.folderId, after.folderId])) {
    if (folderId !== null) await recount(clock, tx, folderId, doing);
  }
  // It may have been looked up before it was locked.
  if (after.folderId !== null) await shareWithin(tx, { id: after.folderId }, after.recordId);
}

const calledOf = ({ title, classificationCode, classificationName, unitName }: KeepingRow): string =>
  JSON.stringify([title, classificationCode, classificationName, unitName]);

/**
 * Changes how a record is kept: its row, the line of its history and the leaf, and the 簿冊 that it lies in, in one
 * transaction. What changes nothing leaves no line.
 * @throws not-found `records.not_found`; conflict `records.kept_no_more`, `records.sealed`, `records.changed_meanwhile`
 */
export async function changeKeeping(
  clock: Clock,
  tx: Tx,
  { recordId, act, by, via, said = {}, into = null, alwaysTold = false }: Doing,
  next: (before: KeepingRow) => KeepingRow | Promise<KeepingRow>,
): Promise<KeepingRow> {
  const before = await locked(tx, recordId, into === null ? [] : [into]);
  const wanted = await next(before);
  if (same(before, wanted) && !alwaysTold) return before;
  if (before.state !== 'KEPT') throw conflict('records.kept_no_more');
  if (before.isSealed && named(before) !== named(wanted)) throw conflict('records.sealed');
  const after = { ...wanted, version: before.version + 1 };
  const fact = { ...said, kept: keptFact(after) };
  const word = typeof act === 'string' ? act : act(before);
  const [saved, told] = await Promise.all([
    updateKeeping(tx, after),
    tell(clock, tx, { of: 'record', id: recordId, seq: after.version, act: word, fact, by, via }),
  ]);
  invariant(saved && told, 'a row that is locked is changed');
  await countFolders(clock, tx, before, after, { act: `RECORD_${word}`, by, via, said: { ...said, recordId } });
  if (calledOf(before) !== calledOf(after)) await putFiledAsAgain(tx, recordId);
  return (await keepingOf(tx, recordId)) ?? after;
}

/** What it is called: a sealed record keeps it. The rest goes on: its period, holds, where it lies. */
const named = ({ title, classificationCode, classificationName, note, level, readers }: KeepingRow): string =>
  canonicalJson({ title, classificationCode, classificationName, note, level, readers: [...readers] });

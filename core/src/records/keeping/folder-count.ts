import type { Person } from '../../directory/index.ts';
import type { Clock, Tx } from '../../platform/index.ts';
import { spanOf } from '../../regulations/index.ts';
import { asJson, canonicalJson, invariant, type Json, type Via } from '../../shared/index.ts';
import { tell } from '../history.ts';
import { basisWithin, type FolderRow, lockFolder, shareWithin, updateFolder } from './folder-store.ts';

/** What is done to a 簿冊, by whom, and why. */
export interface FolderDoing {
  readonly act: string;
  readonly by: Person;
  readonly via: Via;
  readonly said?: Readonly<Record<string, Json>>;
}

/** What the log says of a 簿冊: all of it. */
export function folderFact({ version: _, madeAt, unitPath, ...row }: FolderRow): Record<string, Json> {
  return { ...row, unitPath: [...unitPath], madeAt: madeAt.toISOString() };
}

/** The period of a 簿冊 from what lies in it: the latest day of all decides; while one is open, none. */
async function countedNow(tx: Tx, folder: FolderRow): Promise<FolderRow> {
  const { latest, open } = await basisWithin(tx, folder.id);
  const basisOn = open > 0 ? null : latest;
  return { ...folder, basisOn, ...spanOf(folder, basisOn) };
}

/**
 * Changes a 簿冊 that is locked, counts it anew, and gives everything in it what it shares. What changes nothing leaves
 * no line; a line says from which day to which its end moved.
 */
export async function changeFolder(
  clock: Clock,
  tx: Tx,
  { before, ...doing }: FolderDoing & { readonly before: FolderRow },
  next: FolderRow = before,
): Promise<FolderRow> {
  const counted = await countedNow(tx, next);
  if (canonicalJson(asJson(folderFact(counted))) === canonicalJson(asJson(folderFact(before)))) return before;
  const after = { ...counted, version: before.version + 1 };
  const { act, by, via, said = {} } = doing;
  const fact = { ...said, endedOn: before.endsOn, folder: folderFact(after) };
  const [saved, told] = await Promise.all([
    updateFolder(tx, after),
    tell(clock, tx, { of: 'folder', id: after.id, seq: after.version, act, fact, by, via }),
  ]);
  invariant(saved && told, 'a folder that is locked is changed');
  await shareWithin(tx, after);
  return after;
}

/** Counts a 簿冊 after something in it has moved on. */
export async function recount(clock: Clock, tx: Tx, folderId: string, doing: FolderDoing): Promise<void> {
  const before = await lockFolder(tx, folderId);
  invariant(before, 'a folder that something lies in is there');
  await changeFolder(clock, tx, { before, ...doing });
}

import { BY_THE_RULES, type Person } from '../../directory/index.ts';
import type { Clock, Tx } from '../../platform/index.ts';
import { basisDay, type ClassificationRow, spanOf } from '../../regulations/index.ts';
import { type Level, type LocalDate, localDateOf } from '../../shared/index.ts';
import { tell } from '../history.ts';
import type { RecordRow } from '../rows.ts';
import { changeKeeping } from './change.ts';

import { recount } from './folder-count.ts';
import { type FolderRow, folderOf, lockFolder, shareWithin } from './folder-store.ts';
import { type KeepingRow, keptFact, ruleColumns } from './rows.ts';
import { insertKeeping } from './store.ts';

/** How a document is to be kept, as far as whoever files it says so. */
export interface KeepingWish {
  readonly level: Level;
  /** Of somebody's own matter, or above 自治体機密性 2: only those who take part in the case. */
  readonly onlyParticipants: boolean;
  /** Of 1年未満: the last day. */
  readonly keptUntil?: LocalDate | null;
  /** The plain questions as they were answered, where they were. */
  readonly levelAnswers?: Readonly<Record<string, boolean>> | null;
  /** Who sees it whatever its level. */
  readonly readers?: readonly string[];
}

export const PLAIN: KeepingWish = { level: 'C2', onlyParticipants: false };

/** 参考 and 完成図書 are finished when they are filed; a draft with its case, what came in when it was dealt with. */
const finishedAtFiling = ({ kind }: Pick<RecordRow, 'kind'>): boolean =>
  kind === 'REFERENCE' || kind === 'FINAL_DOCUMENT';

/** What was kept longer by a decision stays so long at least. */
const extended = (row: KeepingRow): KeepingRow => {
  const { endsOn, extendedUntil } = row;
  return endsOn !== null && extendedUntil !== null && extendedUntil > endsOn ? { ...row, endsOn: extendedUntil } : row;
};

/** The row with its period counted anew from what is known of the record and the rule that stands beside it. */
export function counted(row: KeepingRow, keptUntil: LocalDate | null = row.endsOn): KeepingRow {
  const basisOn = basisDay(row.basis, row);
  // A 簿冊 counts for all that is in it.
  return extended(
    row.folderId === null ? { ...row, basisOn, ...spanOf(row, basisOn, keptUntil) } : { ...row, basisOn },
  );
}

type FiledRecord = Omit<RecordRow, 'classificationCode' | 'classificationName' | 'retentionYears'>;

export function firstKeeping(record: FiledRecord, rule: ClassificationRow, wish: KeepingWish): KeepingRow {
  const createdOn = localDateOf(record.registeredAt);
  const row: KeepingRow = {
    recordId: record.id,
    folderId: null,
    title: record.title,
    classificationCode: rule.code,
    classificationName: rule.minor,
    note: null,
    unitId: record.ownerUnitId,
    unitName: record.ownerUnitName,
    unitPath: record.ownerUnitPath,
    level: wish.level,
    levelAnswers: wish.levelAnswers ?? null,
    onlyParticipants: wish.onlyParticipants,
    readers: wish.readers ?? [],
    isSealed: false,
    createdOn,
    issuedOn: null,
    completedOn: finishedAtFiling(record) ? createdOn : null,
    eventOn: null,
    ...ruleColumns(rule, record.regulationVersion),
    basisOn: null,
    startsOn: null,
    endsOn: null,
    extendedUntil: null,
    isHeld: false,
    heldUntil: null,
    medium: 'ELECTRONIC',
    custody: 'SECTION',
    state: 'KEPT',
    isSettled: true,
    version: 1,
  };
  return counted(row, wish.keptUntil ?? null);
}

/** What lies in a 簿冊 has its period, class rule and place from it. */
export function inFolder(row: KeepingRow, folder: FolderRow): KeepingRow {
  const { basis, retentionYears, isPermanent, startsOn, endsOn, action, ruleId, article, starts, keepDays } = folder;
  const shared = { basis, retentionYears, isPermanent, startsOn, endsOn, action, ruleId, article, starts, keepDays };
  const { regulationVersion, custody, unitId, unitName, unitPath } = folder;
  const place = { regulationVersion, custody, unitId, unitName, unitPath };
  const held = { isHeld: folder.isHeld, heldUntil: folder.heldUntil };
  return counted({ ...row, ...shared, ...place, ...held, folderId: folder.id });
}

/** The record's keeping begins with its filing: the row and what the log says of it. */
export async function keep(clock: Clock, tx: Tx, row: KeepingRow, by: Person): Promise<void> {
  const told = { of: 'record', id: row.recordId, seq: row.version, act: 'KEPT', fact: { kept: keptFact(row) } };
  // Two who file share the 簿冊 by their foreign keys; where both then counted it, each would wait for the other.
  if (row.folderId !== null && (await folderOf(tx, row.folderId))?.basisOn !== row.basisOn) {
    await lockFolder(tx, row.folderId);
  }
  await Promise.all([insertKeeping(tx, row), tell(clock, tx, { ...told, by, via: 'rules' })]);
  if (row.folderId === null) return;
  // Its foreign key has waited for whoever was counting the 簿冊: what is read now is what they left, and may be more
  // than was seen before.
  const folder = await folderOf(tx, row.folderId);
  if (folder?.basisOn !== row.basisOn) {
    await recount(clock, tx, row.folderId, { act: 'RECORD_KEPT', by, via: 'rules', said: { recordId: row.recordId } });
  }
  if (!folder || !shares(folder, row)) await shareWithin(tx, { id: row.folderId }, row.recordId);
}

const shares = (folder: FolderRow, row: KeepingRow): boolean =>
  (['endsOn', 'custody', 'unitId', 'action', 'article', 'regulationVersion'] as const).every(
    (name) => folder[name] === row[name],
  );

interface Anew {
  readonly recordId: string;
  readonly title: string;
  readonly rule: ClassificationRow;
  readonly version: string;
  readonly by: Person;
  readonly keeping?: KeepingWish;
}

/** An open record that is called or classed anew. */
export async function describedAnew(clock: Clock, tx: Tx, anew: Anew): Promise<void> {
  const { recordId, title, rule, version, by, keeping } = anew;
  const wish = keeping && { level: keeping.level, onlyParticipants: keeping.onlyParticipants };
  const named = { title, classificationCode: rule.code, classificationName: rule.minor };
  await changeKeeping(clock, tx, { recordId, act: 'DESCRIBED', by, via: 'rules' }, (before) =>
    before.folderId !== null && before.classificationCode === rule.code
      ? { ...before, ...named, ...wish }
      : counted({ ...before, ...named, ...wish, ...ruleColumns(rule, version), folderId: null }, keeping?.keptUntil),
  );
}

/** 起案 that was given up is finished with that day. */
export async function closedUnfinished(clock: Clock, tx: Tx, recordId: string): Promise<void> {
  const completedOn = localDateOf(clock.now());
  await changeKeeping(clock, tx, { recordId, act: 'GIVEN_UP', by: BY_THE_RULES, via: 'rules' }, (before) =>
    counted({ ...before, completedOn }),
  );
}

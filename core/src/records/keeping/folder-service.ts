import { type Directory, type Person, personOf, type UnitRef } from '../../directory/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import type { ClassificationRow, Regulations } from '../../regulations/index.ts';
import {
  type Caller,
  conflict,
  fiscalYearOf,
  invariant,
  isUuid,
  localDateOf,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import { binder, type Sight, sightOf, visible } from '../access.ts';
import { factsOf, tell } from '../history.ts';
import { hiddenTitle } from '../readers.ts';
import type { FolderDetail, FolderList, FolderView, MakeFolder } from './contract.ts';
import { folderFact } from './folder-count.ts';
import * as store from './folder-store.ts';
import { holdsOn } from './hold-store.ts';
import type { OpeningParts } from './opening.ts';
import { keepsFolders, mayManage, mayTakeOver, seesFolder } from './policy.ts';
import { presentFolder, presentHistory, presentHold } from './present.ts';
import { contentsOf, countsOf, looseCount } from './queries.ts';
import { ruleColumns } from './rows.ts';

export interface FolderParts extends OpeningParts {
  readonly directory: OpeningParts['directory'] & Pick<Directory, 'organisation'>;
  readonly regulations: Pick<Regulations, 'ready' | 'packOf' | 'classification'>;
}

const sightFor = async (parts: FolderParts, tx: Tx, caller: Caller): Promise<Sight> =>
  sightOf(parts, tx, await parts.directory.actorOf(tx, caller));

const todayOf = ({ clock }: FolderParts) => localDateOf(clock.now());

const FRESH = { records: 0, open: 0 };

interface Making {
  readonly path: readonly UnitRef[];
  readonly rule: ClassificationRow;
  readonly regulationVersion: string;
  readonly of: Pick<MakeFolder, 'fiscalYear' | 'title'> & {
    readonly note: string | null;
    readonly copiedFrom: string | null;
  };
  readonly by: Person;
}

/** A 簿冊 with the period that the schedule says today; null where the section has it already. */
async function make({ clock }: FolderParts, tx: Tx, { path, rule, regulationVersion, of, by }: Making) {
  const [unit] = path;
  invariant(unit, 'a section lies in itself');
  const row: store.FolderRow = {
    ...of,
    ...ruleColumns(rule, regulationVersion),
    id: newId(clock),
    unitId: unit.unitId,
    unitName: unit.name,
    unitPath: path.map(({ unitId }) => unitId),
    classificationCode: rule.code,
    classificationName: rule.minor,
    ...{ basisOn: null, startsOn: null, endsOn: null, isHeld: false, heldUntil: null },
    custody: 'SECTION',
    madeAt: clock.now(),
    version: 1,
  };
  if (!(await store.insertFolder(tx, row))) return null;
  const fact = { folder: folderFact(row) };
  await tell(clock, tx, { of: 'folder', id: row.id, seq: 1, act: 'MADE', fact, by, via: 'api' });
  return row;
}

/** @throws not-found `records.unit_not_found`; not-allowed `records.cannot_manage` */
async function sectionFor(
  parts: FolderParts,
  tx: Tx,
  { sight, unitId }: { sight: Sight; unitId: string },
): Promise<UnitRef[]> {
  const there = await parts.directory.organisation(tx);
  if (!there.units.has(unitId)) throw notFound('records.unit_not_found');
  if (!mayManage(sight, { unitId, custody: 'SECTION' })) throw notAllowed('records.cannot_manage');
  return parts.directory.unitPath(tx, unitId);
}

async function list(
  parts: FolderParts,
  tx: Tx,
  caller: Caller,
  fiscalYear = fiscalYearOf(todayOf(parts)),
): Promise<FolderList> {
  const sight = await sightFor(parts, tx, caller);
  const unitIds = sight.all ? null : sight.sections;
  const [{ rows, truncated }, loose] = await Promise.all([
    store.foldersOf(tx, { fiscalYear, unitIds, above: sight.own }),
    looseCount(tx, { fiscalYear, unitIds }),
  ]);
  const paths = await Promise.all(sight.own.map((unitId) => parts.directory.unitPath(tx, unitId)));
  const near = paths.map((path) => path.find(keepsFolders) ?? path[0]).filter((unit) => unit !== undefined);
  const sections = [...new Map(near.map((unit) => [unit.unitId, unit])).values()]
    .filter(({ unitId }) => mayManage(sight, { unitId, custody: 'SECTION' }))
    .map(({ unitId, name }) => ({ unitId, name }));
  const items = rows.map((row) => presentFolder(row, sight, caller.locale));
  return { fiscalYear, items, truncated, loose, sections, maySeeSchedule: sight.all };
}

async function detail(
  parts: FolderParts,
  tx: Tx,
  { caller, id }: { caller: Caller; id: string },
): Promise<FolderDetail> {
  const hidden = notFound('records.folder_not_found');
  const row = isUuid(id) ? await store.folderOf(tx, id) : null;
  if (!row) throw hidden;
  const sight = await sightFor(parts, tx, caller);
  if (!seesFolder(sight, row)) throw hidden;
  const values: unknown[] = [tx.municipalityId, id];
  const [{ rows: contents, truncated }, counts, facts, holds] = await Promise.all([
    contentsOf(tx, visible(sight, binder(values)), values),
    countsOf(tx, id),
    factsOf(tx, { kind: 'folder', id }),
    holdsOn(tx, { recordId: null, folderId: id }),
  ]);
  return {
    ...presentFolder({ ...row, ...counts }, sight, caller.locale),
    contents: contents.map(({ visible: may, title, ...one }) => ({
      ...one,
      title: may ? title : hiddenTitle(caller.locale),
    })),
    truncated,
    history: presentHistory(facts, caller.locale),
    holds: holds.map((hold) => presentHold(hold, sight)),
    mayPassOn: mayTakeOver(sight),
  };
}

async function makeOne(
  parts: FolderParts,
  tx: Tx,
  { caller, input }: { caller: Caller; input: MakeFolder },
): Promise<FolderView> {
  const { unitId, fiscalYear, title, note = null } = input;
  const sight = await sightFor(parts, tx, caller);
  const path = await sectionFor(parts, tx, { sight, unitId });
  await parts.regulations.ready(tx);
  const when = { municipalityId: tx.municipalityId, day: todayOf(parts) };
  const rule = parts.regulations.classification(when, input.classificationCode);
  const regulationVersion = parts.regulations.packOf(when.municipalityId, when.day).version;
  const of = { fiscalYear, title, note, copiedFrom: null };
  const row = await make(parts, tx, { path, rule, regulationVersion, of, by: personOf(sight.actor) });
  if (!row) throw conflict('records.folder_exists');
  return presentFolder({ ...row, ...FRESH }, sight, caller.locale);
}

interface Copying {
  readonly caller: Caller;
  readonly unitId: string;
  readonly from: number;
}

/** Last year's 簿冊 made anew for the next, by the schedule of today; those that are there already stay as they are. */
async function copy(
  parts: FolderParts,
  tx: Tx,
  { caller, unitId, from }: Copying,
): Promise<{ made: number; there: number }> {
  const sight = await sightFor(parts, tx, caller);
  const path = await sectionFor(parts, tx, { sight, unitId });
  await parts.regulations.ready(tx);
  const pack = parts.regulations.packOf(tx.municipalityId, todayOf(parts));
  const { rows } = await store.foldersOf(tx, { fiscalYear: from, unitIds: [unitId], above: [] });
  let made = 0;
  for (const { id, title, note, classificationCode } of rows) {
    const rule = pack.classifications.find(({ code }) => code === classificationCode);
    // A class that the schedule has no more begins no new 簿冊.
    if (!rule) continue;
    const of = { fiscalYear: from + 1, title, note, copiedFrom: id };
    const row = await make(parts, tx, { path, rule, regulationVersion: pack.version, of, by: personOf(sight.actor) });
    if (row) made += 1;
  }
  return { made, there: rows.length - made };
}

export interface Folders {
  list(caller: Caller, fiscalYear: number | undefined): Promise<FolderList>;
  /** @throws not-found `records.folder_not_found` */
  read(caller: Caller, id: string): Promise<FolderDetail>;
  /** @throws conflict `records.folder_exists` */
  make(caller: Caller, input: MakeFolder): Promise<FolderView>;
  /** Pressed twice it makes nothing more. */
  copy(caller: Caller, input: { unitId: string; from: number }): Promise<{ made: number; there: number }>;
}

export function createFolders(parts: FolderParts): Folders {
  const inside = <T>(caller: Caller, work: (tx: Tx) => Promise<T>) =>
    parts.db.inMunicipality(caller.municipalityId, work);
  return {
    list: (caller, fiscalYear) => inside(caller, (tx) => list(parts, tx, caller, fiscalYear)),
    read: (caller, id) => inside(caller, (tx) => detail(parts, tx, { caller, id })),
    make: (caller, input) => inside(caller, (tx) => makeOne(parts, tx, { caller, input })),
    copy: (caller, input) => inside(caller, (tx) => copy(parts, tx, { caller, ...input })),
  };
}

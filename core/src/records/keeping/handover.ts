import { personOf } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  fiscalYearOf,
  fiscalYearStart,
  type Locale,
  localDateOf,
  notAllowed,
  notFound,
  say,
} from '../../shared/index.ts';
import { sightOf } from '../access.ts';
import { putFiledAsAgain } from '../search/index.ts';
import type { HandoverView } from './contract.ts';
import { changeFolder } from './folder-count.ts';
import type { FolderParts } from './folder-service.ts';
import {
  basisWithin,
  type FolderRow,
  foldersOf,
  hasSuchFolder,
  type ListedFolder,
  lockFolder,
} from './folder-store.ts';
import { recordsIn } from './hold-store.ts';
import { keepsFolders, mayTakeOver } from './policy.ts';
import { presentFolder } from './present.ts';
import { keepingWords } from './text.ts';

type Lack = { readonly code: string; readonly params: Readonly<Record<string, number>> };

/** What is in the way of 引継; nothing where it can go. */
export function lacksOf(
  folder: Pick<ListedFolder, 'fiscalYear' | 'records' | 'open' | 'endsOn'>,
  today: string,
): Lack[] {
  const { fiscalYear, records, open, endsOn } = folder;
  return [
    ...(today < fiscalYearStart(fiscalYear + 1) ? [{ code: 'records.lacks_year', params: {} }] : []),
    ...(records === 0 ? [{ code: 'records.lacks_empty', params: {} }] : []),
    ...(open > 0 ? [{ code: 'records.lacks_open', params: { count: open } }] : []),
    ...(records > 0 && open === 0 && endsOn === null ? [{ code: 'records.lacks_end', params: {} }] : []),
  ];
}

const inWords = (lacks: readonly Lack[], locale: Locale) =>
  lacks.map(({ code, params }) => ({ code, said: say(keepingWords, code, locale, params) ?? code }));

async function checkList(
  parts: FolderParts,
  tx: Tx,
  { caller, year }: { caller: Caller; year: number | undefined },
): Promise<HandoverView> {
  const today = localDateOf(parts.clock.now());
  const fiscalYear = year ?? fiscalYearOf(today) - 1;
  const sight = await sightOf(parts, tx, await parts.directory.actorOf(tx, caller));
  const { rows, truncated } = await foldersOf(tx, {
    fiscalYear,
    unitIds: sight.all ? null : sight.sections,
    above: sight.own,
  });
  const items = rows
    .filter(({ custody }) => custody === 'SECTION')
    .map((row) => ({
      folder: presentFolder(row, sight, caller.locale),
      lacks: inWords(lacksOf(row, today), caller.locale),
    }));
  return { fiscalYear, items, truncated, mayHandOver: mayTakeOver(sight) };
}

interface Wanted {
  readonly id: string;
  readonly version: number;
}

async function lockedAll(
  tx: Tx,
  folders: readonly Wanted[],
): Promise<(FolderRow & Wanted & { readonly asked: number })[]> {
  const rows = [];
  for (const { id, version } of folders.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const row = await lockFolder(tx, id);
    if (!row) throw notFound('records.folder_not_found');
    rows.push({ ...row, asked: version });
  }
  return rows;
}

/** All of the list or none: what is in the way is said by name. Pressed twice it changes nothing more. */
async function handOver(
  parts: FolderParts,
  tx: Tx,
  { caller, folders }: { caller: Caller; folders: readonly Wanted[] },
) {
  const actor = await parts.directory.actorOf(tx, caller);
  if (!mayTakeOver(await sightOf(parts, tx, actor))) throw notAllowed('records.handover_chief_only');
  const rows = await lockedAll(tx, folders);
  const today = localDateOf(parts.clock.now());
  const going = rows.filter(({ custody }) => custody === 'SECTION');
  const stale = going.filter(({ asked, version }) => asked !== version);
  if (stale.length > 0) throw conflict('records.changed_meanwhile');
  const unready: string[] = [];
  for (const row of going) {
    const { latest, open } = await basisWithin(tx, row.id);
    if (lacksOf({ ...row, records: latest === null ? open : 1, open }, today).length > 0) unready.push(row.title);
  }
  if (unready.length > 0) throw conflict('records.handover_not_ready', { titles: unready.join('、') });
  for (const { asked: _, ...before } of going) {
    const doing = { act: 'HANDED_OVER', by: personOf(actor), via: caller.via };
    await changeFolder(parts.clock, tx, { before, ...doing }, { ...before, custody: 'CENTRAL' });
  }
  return { done: going.length, already: rows.length - going.length };
}

interface PassingOn {
  readonly caller: Caller;
  readonly id: string;
  readonly version: number;
  readonly unitId: string;
  readonly reason: string;
}

/** 課の再編: another section keeps it from now on, with everything in it. */
async function passOn(parts: FolderParts, tx: Tx, { caller, id, version, unitId, reason }: PassingOn): Promise<void> {
  const actor = await parts.directory.actorOf(tx, caller);
  if (!mayTakeOver(await sightOf(parts, tx, actor))) throw notAllowed('records.handover_chief_only');
  const before = await lockFolder(tx, id);
  if (!before) throw notFound('records.folder_not_found');
  if (before.unitId === unitId) return;
  if (before.version !== version) throw conflict('records.changed_meanwhile');
  const there = await parts.directory.organisation(tx);
  const to = there.units.get(unitId);
  if (!to) throw notFound('records.unit_not_found');
  if (!keepsFolders(to)) throw badInput('records.unit_no_section');
  if (await hasSuchFolder(tx, { ...before, unitId })) throw conflict('records.folder_exists');
  const path = await parts.directory.unitPath(tx, unitId);
  const unit = { unitId, unitName: path[0]?.name ?? before.unitName, unitPath: path.map((one) => one.unitId) };
  const said = { reason, from: before.unitName };
  await changeFolder(
    parts.clock,
    tx,
    { before, act: 'PASSED_ON', by: personOf(actor), via: caller.via, said },
    { ...before, ...unit },
  );
  // Search finds it by the section that keeps it.
  for (const recordId of await recordsIn(tx, id)) await putFiledAsAgain(tx, recordId);
}

export interface Handovers {
  /** The check list of a 年度: every 簿冊 that the sections still have, and what is in the way. */
  checkList(caller: Caller, fiscalYear: number | undefined): Promise<HandoverView>;
  /** @throws conflict `records.handover_not_ready`, `records.changed_meanwhile`; not-allowed `records.handover_chief_only` */
  handOver(caller: Caller, folders: readonly Wanted[]): Promise<{ done: number; already: number }>;
  /**
   * @throws bad-input `records.unit_no_section`; conflict `records.folder_exists`, `records.changed_meanwhile`;
   * not-allowed `records.handover_chief_only`; not-found `records.unit_not_found`, `records.folder_not_found`
   */
  passOn(caller: Caller, asked: Omit<PassingOn, 'caller'>): Promise<void>;
}

export function createHandovers(parts: FolderParts): Handovers {
  const inside = <T>(caller: Caller, work: (tx: Tx) => Promise<T>) =>
    parts.db.inMunicipality(caller.municipalityId, work);
  return {
    checkList: (caller, year) => inside(caller, (tx) => checkList(parts, tx, { caller, year })),
    handOver: (caller, folders) => inside(caller, (tx) => handOver(parts, tx, { caller, folders })),
    passOn: (caller, asked) => inside(caller, (tx) => passOn(parts, tx, { caller, ...asked })),
  };
}

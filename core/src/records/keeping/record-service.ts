import { personOf } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { isUnderOneYear, type Regulations } from '../../regulations/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  fiscalYearOf,
  type LocalDate,
  levelOf,
  localDateOf,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import { factsOf, factsOfAll } from '../history.ts';
import { changeKeeping, type Doing } from './change.ts';
import type { FolderChoices, KeepingAct, KeepingView } from './contract.ts';
import { type FolderRow, folderOf, foldersOfClass } from './folder-store.ts';
import { mark, refuseOutOfHeld } from './hold-service.ts';
import { holdsOn } from './hold-store.ts';
import { counted, inFolder } from './keep.ts';
import { isLower } from './levels.ts';
import { type NamedParts, namedReaders, readersOf } from './named-readers.ts';
import { type OpeningParts, type OpenRecord, opened } from './opening.ts';
import { mayDescribe, mayManage } from './policy.ts';
import { presentKeeping } from './present.ts';
import type { KeepingRow } from './rows.ts';

export interface KeptParts extends OpeningParts {
  readonly directory: OpeningParts['directory'] & NamedParts['directory'];
  readonly regulations: Pick<Regulations, 'ready' | 'packOf'>;
}

interface Acting {
  readonly parts: KeptParts;
  readonly tx: Tx;
  readonly caller: Caller;
  readonly open: OpenRecord;
}

type Act<A extends KeepingAct['act']> = Extract<KeepingAct, { act: A }>;
type Change = Pick<Doing, 'act' | 'said' | 'into'> & { readonly next: (before: KeepingRow) => KeepingRow };

function manager({ open: { sight, kept } }: Acting): void {
  if (!mayManage(sight, kept)) throw notAllowed('records.cannot_manage');
}

function ofSection({ open: { sight, kept } }: Acting): void {
  if (!mayDescribe(sight, kept)) throw notAllowed('records.cannot_describe');
}

/** Days are those that have come, from the day it was made or received on. @throws bad-input */
function pastDay({ parts, open: { kept } }: Acting, on: string): LocalDate {
  if (on > localDateOf(parts.clock.now())) throw badInput('records.day_to_come');
  if (on < kept.createdOn) throw badInput('records.day_before_filing', { day: kept.createdOn });
  return on as LocalDate;
}

function describing(acting: Acting, { title, note, reason }: Act<'describe'>): Change {
  ofSection(acting);
  return { act: 'CORRECTED', said: { reason }, next: (before) => ({ ...before, title, note }) };
}

/** Anybody of the section may raise it; to open it to more people takes whoever manages it. */
function levelling(acting: Acting, { answers, reason }: Act<'classifyLevel'>): Change {
  const level = levelOf(answers);
  const next = (before: KeepingRow): KeepingRow => {
    // Asked of the row as it is locked: it may have been raised since it was looked at.
    if (isLower(level, before.level)) manager(acting);
    else ofSection(acting);
    return { ...before, level, levelAnswers: { ...answers } };
  };
  return { act: 'LEVEL', said: { reason }, next };
}

async function naming(acting: Acting, { staffIds, reason }: Act<'nameReaders'>): Promise<Change> {
  manager(acting);
  const { parts, tx, open } = acting;
  const readers = await readersOf(parts, tx, { before: open.kept.readers, staffIds });
  return { act: 'READERS', said: { reason }, next: (before) => ({ ...before, readers }) };
}

function completing(acting: Acting, { on }: Act<'complete'>): Change {
  ofSection(acting);
  if (acting.open.full.record.caseId !== null) throw conflict('records.completes_with_case');
  const completedOn = pastDay(acting, on);
  return { act: 'COMPLETED', next: (before) => counted({ ...before, completedOn }) };
}

function notingEvent(acting: Acting, { on, reason }: Act<'noteEvent'>): Change {
  manager(acting);
  if (acting.open.kept.basis !== 'EVENT') throw conflict('records.not_by_event');
  const eventOn = pastDay(acting, on);
  return { act: 'EVENT', said: { reason }, next: (before) => counted({ ...before, eventOn }) };
}

function keepingUntil(acting: Acting, { on, reason }: Act<'keepUntil'>): Change {
  manager(acting);
  const { retentionYears, basisOn, folderId } = acting.open.kept;
  if (retentionYears !== 0 || folderId !== null) throw conflict('records.not_under_one_year');
  if (basisOn === null) throw conflict('records.basis_unknown');
  const until = on as LocalDate;
  if (!isUnderOneYear(basisOn, until)) throw badInput('records.until_too_late', { day: basisOn });
  return { act: 'KEEP_UNTIL', said: { reason }, next: (before) => counted(before, until) };
}

/** 前年度以前の簿冊, or one that was handed over: filing into it can move its end. */
const isLate = ({ fiscalYear, custody }: Pick<FolderRow, 'fiscalYear' | 'custody'>, today: LocalDate): boolean =>
  fiscalYear < fiscalYearOf(today) || custody === 'CENTRAL';

/** Where this person may move it to: 簿冊 of its own class and section, the newest first; none for who may not. */
async function choicesFor(parts: KeptParts, tx: Tx, { kept, sight }: OpenRecord): Promise<FolderChoices> {
  if (kept.state !== 'KEPT' || !mayManage(sight, kept)) return { items: [], truncated: false };
  const { unitId, classificationCode, folderId } = kept;
  const { rows, truncated } = await foldersOfClass(tx, { unitId, classificationCode });
  const today = localDateOf(parts.clock.now());
  const open = rows.filter((row) => row.id !== folderId && mayManage(sight, row));
  return {
    truncated,
    items: open.map((row) => {
      const { id, title, fiscalYear, endsOn } = row;
      return { id, title, fiscalYear, endsOn, needsReason: isLate(row, today) };
    }),
  };
}

/** Into a 簿冊 of its own class and section; into one of an earlier year only with a reason, which stands in the history. */
async function moving(acting: Acting, { folderId, reason }: Act<'moveTo'>): Promise<Change> {
  manager(acting);
  const { tx, parts, open } = acting;
  if (open.kept.isSealed && folderId !== open.kept.folderId) throw conflict('records.sealed');
  const said = reason === undefined ? {} : { reason };
  if (folderId === null) {
    return { act: 'MOVED', said, next: (before) => counted({ ...before, folderId: null }) };
  }
  const folder = await folderOf(tx, folderId);
  if (!folder) throw notFound('records.folder_not_found');
  if (folder.unitId !== open.kept.unitId) throw badInput('records.folder_other_unit');
  if (!mayManage(open.sight, folder)) throw notAllowed('records.not_open_to_section');
  const [inside, record] = [folder.classificationCode, open.kept.classificationCode];
  if (inside !== record) throw badInput('records.folder_other_class', { folder: inside, record });
  if (isLate(folder, localDateOf(parts.clock.now())) && reason === undefined)
    throw badInput('records.late_needs_reason');
  return { act: 'MOVED', said, into: folderId, next: (before) => inFolder(before, folder) };
}

function sealing(acting: Acting, { reason }: Act<'seal'>): Change {
  manager(acting);
  return { act: 'SEALED', said: { reason }, next: (before) => ({ ...before, isSealed: true }) };
}

async function changeOf(acting: Acting, act: KeepingAct): Promise<Change> {
  switch (act.act) {
    case 'describe':
      return describing(acting, act);
    case 'classifyLevel':
      return levelling(acting, act);
    case 'nameReaders':
      return naming(acting, act);
    case 'complete':
      return completing(acting, act);
    case 'noteEvent':
      return notingEvent(acting, act);
    case 'keepUntil':
      return keepingUntil(acting, act);
    case 'moveTo':
      return moving(acting, act);
    case 'seal':
      return sealing(acting, act);
  }
}

async function viewOf(parts: KeptParts, tx: Tx, open: OpenRecord, { locale }: Caller): Promise<KeepingView> {
  const { full, kept, sight } = open;
  const { recordId, folderId } = kept;
  const [folder, holds, facts, readers] = await Promise.all([
    folderId === null ? null : folderOf(tx, folderId),
    holdsOn(tx, { recordId, folderId }),
    factsOf(tx, { kind: 'record', id: recordId }),
    namedReaders(parts, tx, kept.readers),
  ]);
  const holdFacts = await factsOfAll(
    tx,
    'hold',
    holds.map(({ id }) => id),
  );
  const all = [...facts, ...[...holdFacts.values()].flat()].sort((a, b) => a.at.getTime() - b.at.getTime());
  const hasCase = full.record.caseId !== null;
  return presentKeeping({ kept, folder, holds, facts: all, hasCase, readers }, sight, locale);
}

/** Pressed twice is normal: what has the wanted state already is shown; a stale version is told. */
async function acted(
  parts: KeptParts,
  tx: Tx,
  asked: { caller: Caller; recordId: string; act: KeepingAct },
): Promise<KeepingView> {
  const { caller, recordId, act } = asked;
  const open = await opened(parts, tx, { caller, recordId, what: 'RECORD' });
  const { next, ...doing } = await changeOf({ parts, tx, caller, open }, act);
  const by = personOf(open.sight.actor);
  let from: string | null = null;
  const kept = await changeKeeping(parts.clock, tx, { recordId, by, via: caller.via, ...doing }, (before) => {
    from = before.folderId;
    const wanted = next(before);
    if (before.version !== act.version && JSON.stringify(wanted) !== JSON.stringify(before)) {
      throw conflict('records.changed_meanwhile');
    }
    return wanted;
  });
  if (from !== kept.folderId) {
    await refuseOutOfHeld(tx, from, localDateOf(parts.clock.now()));
    await mark(tx, { recordId, folderId: null });
  }
  return viewOf(parts, tx, { ...open, kept }, caller);
}

export interface Kept {
  /** How it is kept, why so long, and what happened to it. @throws not-found `records.not_found` */
  read(caller: Caller, recordId: string): Promise<KeepingView>;
  act(caller: Caller, recordId: string, act: KeepingAct): Promise<KeepingView>;
  /** Where it may be moved to by this person. @throws not-found `records.not_found` */
  folders(caller: Caller, recordId: string): Promise<FolderChoices>;
}

export function createKept(parts: KeptParts): Kept {
  return {
    read: (caller, recordId) =>
      parts.db.inMunicipality(caller.municipalityId, async (tx) =>
        viewOf(parts, tx, await opened(parts, tx, { caller, recordId, what: 'RECORD' }), caller),
      ),
    act: (caller, recordId, act) =>
      parts.db.inMunicipality(caller.municipalityId, (tx) => acted(parts, tx, { caller, recordId, act })),
    folders: (caller, recordId) =>
      parts.db.inMunicipality(caller.municipalityId, async (tx) =>
        choicesFor(parts, tx, await opened(parts, tx, { caller, recordId, what: 'RECORD' })),
      ),
  };
}

import { hasRole } from '../../directory/index.ts';
import {
  addDays,
  type LocalDate,
  type Locale,
  localDateOf,
  say,
  wareki,
  warekiFiscalYear,
} from '../../shared/index.ts';
import { RECYCLE_BIN_DAYS } from '../mirror/library.ts';
import { mirrorPartTexts } from '../mirror/text.ts';
import { type ByHand, bracketed, foundAfterAll } from '../mirror/told.ts';
import type { DisposalItem, DisposalSummary, DisposalView, Tombstone } from './contract.ts';
import { type Item, type ListRow, nameOf } from './list.ts';
import type { Open } from './open.ts';
import { decides, isChief, stepsFor } from './policy.ts';
import type { Left, ListSummary } from './queries.ts';
import { choicesFor, DAYS_TO_CONFIRM } from './rules.ts';
import { disposalTexts } from './text.ts';
import type { TombstoneRow } from './tombstones.ts';

type Said = keyof typeof disposalTexts;

export const refusalSentence = (refusal: string | null, locale: Locale): string | null =>
  refusal === null ? null : (say(disposalTexts, `records.disposal_refused_${refusal}` as Said, locale) ?? refusal);

export type Remaining = ReadonlyMap<string, Left>;

/** Of which records their section said that they may go. */
export type LetGo = ReadonlyMap<string, { readonly by: string; readonly on: LocalDate }>;

interface Around {
  readonly remaining: Remaining;
  readonly letGo: LetGo;
}

export function presentItem(item: Item, { remaining, letGo }: Around, locale: Locale): DisposalItem {
  const left = item.state === 'REMOVING' ? remaining.get(item.subjectId) : undefined;
  return {
    kind: item.subjectKind,
    id: item.subjectId,
    title: item.title,
    number: item.numberLabel,
    folder: item.folderId === null ? null : { id: item.folderId, title: item.folderTitle ?? '' },
    classification: { code: item.classificationCode, name: item.classificationName },
    filedOn: item.filedOn,
    startsOn: item.startsOn,
    endsOn: item.endsOn,
    medium: item.medium,
    proposed: item.proposed,
    mark: item.mark,
    files: item.files,
    bytes: item.bytes,
    choice: item.choice,
    choices: [...choicesFor(item)],
    reason: item.reason,
    until: item.until,
    chosenBy: item.chosenBy,
    historical: item.historical,
    state: item.state,
    refusal: refusalSentence(item.refusal, locale),
    remains: left ? remainsOf(left, locale) : null,
    letGo: (item.subjectKind === 'RECORD' && letGo.get(item.subjectId)) || null,
  };
}

const standingOf = (list: ListRow) => ({ ...list, begunBy: list.begunBy?.staffId ?? null });

export function presentSummary(list: ListSummary, { actor }: Pick<Open, 'actor'>): DisposalSummary {
  const fiscalYearLabel = warekiFiscalYear(list.fiscalYear);
  const steps = stepsFor(actor, standingOf(list)).filter(
    (step) => step !== 'TAKE_BACK' && step !== 'GIVE_UP' && step !== 'DROP',
  );
  return {
    id: list.id,
    name: nameOf(list, fiscalYearLabel),
    ...{ fiscalYear: list.fiscalYear, fiscalYearLabel, unitName: list.unitName, state: list.state },
    ...{ items: list.items, undecided: list.undecided, open: list.open, waitsForMe: steps.length > 0 },
  };
}

function noteOf({ note }: ListRow, locale: Locale): string | null {
  if (!note) return null;
  const params = { by: note.by?.name ?? '', reason: note.reason };
  return say(disposalTexts, `records.disposal_note_${note.code}`, locale, params) ?? note.code;
}

/** How long what is gone may still lie in backups: said, never hidden. */
export function backupsSentence(days: number | null, locale: Locale): string {
  const code = days === null ? 'records.disposal_backups_unknown' : 'records.disposal_backups';
  return say(disposalTexts, code, locale, { days: days ?? 0 }) ?? '';
}

interface Seen extends Pick<Open, 'actor' | 'caller'>, Around {
  readonly backupDays: number | null;
}

export function presentList(list: ListRow, items: readonly Item[], seen: Seen): DisposalView {
  const { actor, caller, backupDays } = seen;
  const { locale } = caller;
  const undecided = items.filter(({ choice, mark, state }) => choice === null && mark !== 'HELD' && state === 'LISTED');
  const open = items.filter(({ state }) => state === 'LISTED' || state === 'AWAITS_RECEIPT' || state === 'REMOVING');
  const counts = { items: items.length, undecided: undecided.length, open: open.length };
  const { receipt } = list;
  const waits = items.some(({ state }) => state === 'AWAITS_RECEIPT');
  return {
    ...presentSummary({ ...list, ...counts }, { actor }),
    version: list.version,
    endsBy: list.endsBy,
    madeBy: list.madeBy,
    madeAt: list.madeAt.toISOString(),
    lines: items.map((item) => presentItem(item, seen, locale)),
    note: noteOf(list, locale),
    round: list.round,
    fingerprint: list.fingerprint,
    caseId: list.caseId,
    proposedBy: list.proposedBy,
    approvedAt: list.approvedAt?.toISOString() ?? null,
    begunBy: list.begunBy,
    begunAt: list.begunAt?.toISOString() ?? null,
    confirmBy: list.begunAt && list.state === 'BEGUN' ? addDays(localDateOf(list.begunAt), DAYS_TO_CONFIRM) : null,
    confirmedBy: list.confirmedBy,
    confirmedAt: list.confirmedAt?.toISOString() ?? null,
    receipt: receipt && {
      ...{ institution: receipt.institution, reference: receipt.reference, receivedOn: receipt.receivedOn },
      ...{ keepsCopy: receipt.keepsCopy, by: receipt.by },
    },
    doneAt: list.doneAt?.toISOString() ?? null,
    backups: backupsSentence(backupDays, locale),
    may: {
      decide: decides(actor, list),
      select: list.state === 'RECORDS' && isChief(actor),
      steps: stepsFor(actor, standingOf(list)),
      receive: waits && list.state === 'EXECUTING' && list.packageSha256 !== null && isChief(actor),
      package: list.packageSha256 !== null && isChief(actor) && (!receipt || receipt.keepsCopy),
    },
  };
}

/** Of which sections this person may make lists. */
export const mayMake = ({ actor }: Pick<Open, 'actor'>): 'SECTION' | 'ALL' | null =>
  isChief(actor) ? 'ALL' : hasRole(actor, 'RECORDS_OFFICER') ? 'SECTION' : null;

function tombstoneBackups(until: string | null | undefined, locale: Locale): string | null {
  if (until === undefined) return null;
  if (until === null) return say(disposalTexts, 'records.tombstone_backups_unknown', locale) ?? null;
  return say(disposalTexts, 'records.tombstone_backups', locale, { day: wareki(until as LocalDate) }) ?? null;
}

const placeText = (place: string | null, locale: Locale): string =>
  place ?? say(mirrorPartTexts, 'records.mirror_place_unknown', locale) ?? '';

const remainsOf = ({ what, place }: Left, locale: Locale): string =>
  say(disposalTexts, `records.disposal_remains_${what}`, locale, { place: placeText(place, locale) }) ?? what;

/** The copy outside as it stands now, which the tombstone itself cannot know. */
interface CopyOutside {
  readonly state: string;
  readonly place: string | null;
  readonly problem: string | null;
  readonly noticedAt: Date;
  readonly byHand: ByHand | null;
}

function copySentence(copy: CopyOutside | null, locale: Locale): string | null {
  if (copy === null) return null;
  const { byHand } = copy;
  const became = becameOf(copy);
  const day = BY_HAND.has(became) && byHand ? byHand.deletedOn : localDateOf(copy.noticedAt);
  const params = {
    day: wareki(day),
    until: wareki(addDays(day, RECYCLE_BIN_DAYS)),
    place: placeText(copy.place, locale),
    ...{ by: byHand?.by ?? '', note: byHand ? bracketed(byHand, locale) : '' },
  };
  const said = say(disposalTexts, `records.tombstone_copy_${became}`, locale, params);
  return said === undefined ? null : `${said}${foundAfterAll(byHand, locale)}`;
}

/** The day that was told is the day on which it went. */
const BY_HAND: ReadonlySet<string> = new Set(['by_hand', 'by_hand_confirmed']);

function becameOf({ state, problem }: CopyOutside): string {
  if (problem === 'records.mirror_left_elsewhere') return 'elsewhere';
  if (state !== 'REMOVED') return 'waits';
  if (problem === null || problem === 'records.mirror_found_and_removed') return 'gone';
  if (problem === 'records.mirror_deleted_by_hand') return 'by_hand';
  if (problem === 'records.mirror_by_hand_confirmed') return 'by_hand_confirmed';
  return problem === 'records.mirror_gone_before' ? 'not_found' : 'recycled';
}

export function presentTombstone(row: TombstoneRow, copy: CopyOutside | null, locale: Locale): Tombstone {
  type Facts = Pick<
    Tombstone,
    | 'title'
    | 'number'
    | 'classification'
    | 'unitName'
    | 'filedOn'
    | 'startsOn'
    | 'endsOn'
    | 'reason'
    | 'by'
    | 'caseId'
    | 'receipt'
  >;
  const facts = row.facts as unknown as Facts & { readonly backupsUntil?: string | null };
  const { backupsUntil } = facts;
  const { title, number, classification, unitName, filedOn, startsOn, endsOn, reason, by, caseId, receipt } = facts;
  return {
    ...{ id: row.subjectId, kind: row.subjectKind, title, number, classification, unitName, filedOn, startsOn, endsOn },
    ...{ action: row.action, reason, by, buriedAt: row.buriedAt.toISOString(), caseId, listId: row.listId },
    backups: row.contentGoes ? tombstoneBackups(backupsUntil, locale) : null,
    copy: row.contentGoes ? copySentence(copy, locale) : null,
    ...{ contentGoes: row.contentGoes, receipt, files: row.files.map((file) => ({ ...file })), leafId: row.leafId },
  };
}

import type { Person } from '../../directory/index.ts';
import type { Fact } from '../../ledger/index.ts';
import { countedText, periodText } from '../../regulations/index.ts';
import type { Locale } from '../../shared/index.ts';
import type { Sight } from '../access.ts';
import type { FolderView, HoldView, KeepingView } from './contract.ts';
import type { FolderRow, ListedFolder } from './folder-store.ts';
import { type HoldRow, isOnRecord } from './hold-store.ts';
import { disposableFrom, holdsYearMore } from './holds.ts';
import { questionText } from './level-words.ts';
import { levelSteps } from './levels.ts';
import { actsOf, mayHold, mayManage } from './policy.ts';
import type { KeepingRow } from './rows.ts';
import { toldInOrder } from './story.ts';

type Retained = Pick<
  KeepingRow,
  | ('basis' | 'basisOn' | 'retentionYears' | 'isPermanent' | 'startsOn' | 'endsOn' | 'action' | 'ruleId' | 'article')
  | ('starts' | 'keepDays' | 'regulationVersion')
>;

const asRule = (row: Retained) => ({
  ...{ retentionYears: row.retentionYears, retentionBasis: row.basis, endAction: row.action, article: row.article },
  ...{ permanent: row.isPermanent, starts: row.starts, keepDays: row.keepDays ?? undefined },
});

export const periodOf = (row: Retained, locale: Locale): string => periodText(asRule(row), locale);

export function presentRetention(row: Retained, locale: Locale): KeepingView['retention'] {
  const { basis, basisOn, startsOn, endsOn, action, ruleId, article, regulationVersion } = row;
  return {
    ...{ basis, basisOn, startsOn, endsOn, action, ruleId, article, regulationVersion },
    period: periodOf(row, locale),
    permanent: row.isPermanent,
    sentence: countedText(asRule(row), row, locale),
  };
}

export function presentHistory(facts: readonly Fact[], locale: Locale): KeepingView['history'] {
  return toldInOrder(facts, locale).toReversed();
}

export function presentHold(row: HoldRow, sight: Sight): HoldView {
  const { id, reason, note, recordId, folderId, title, placedBy, placedOn, decidedOn, isOfRequest, until, version } =
    row;
  const on = isOnRecord(row) ? ('RECORD' as const) : ('FOLDER' as const);
  return {
    id,
    reason,
    note,
    on,
    recordId,
    folderId,
    title,
    placedBy: placedBy.name,
    placedOn,
    decidedOn,
    until,
    yearMore: holdsYearMore(reason),
    mayEnd: decidedOn === null && !isOfRequest && mayHold(sight, row),
    version,
  };
}

export interface KeptInFull {
  readonly kept: KeepingRow;
  readonly folder: FolderRow | null;
  readonly holds: readonly HoldRow[];
  readonly facts: readonly Fact[];
  readonly hasCase: boolean;
  /** Those named for it. */
  readonly readers: readonly Person[];
}

export function presentKeeping(
  { kept, folder, holds, facts, hasCase, readers }: KeptInFull,
  sight: Sight,
  locale: Locale,
): KeepingView {
  const { recordId, title, note, unitName, level, levelAnswers, onlyParticipants, createdOn, issuedOn } = kept;
  const { completedOn, eventOn, medium, custody, state, version } = kept;
  const may = actsOf(sight, kept, hasCase);
  return {
    ...{ recordId, title, note, unitName, level, levelAnswers, onlyParticipants, createdOn, issuedOn },
    ...{ completedOn, eventOn, medium, custody, state, version },
    sealed: kept.isSealed,
    classification: { code: kept.classificationCode, name: kept.classificationName },
    retention: presentRetention(kept, locale),
    folder: folder && { id: folder.id, title: folder.title, fiscalYear: folder.fiscalYear },
    holds: holds.map((hold) => presentHold(hold, sight)),
    disposableFrom: disposableFrom(kept),
    history: presentHistory(facts, locale),
    levelSteps: levelSteps(level, { raise: may.level, lower: may.lowerLevel }).map((step) => ({
      ...step,
      text: step.question && questionText(step.question, locale),
    })),
    readers: may.readers ? [...readers] : [],
    may,
  };
}

export function presentFolder(row: ListedFolder, sight: Sight, locale: Locale): FolderView {
  const { id, fiscalYear, title, note, unitName, unitId, custody, records, open, version } = row;
  return {
    ...{ id, fiscalYear, title, note, unitName, unitId, custody, records, open, version },
    classification: { code: row.classificationCode, name: row.classificationName },
    retention: presentRetention(row, locale),
    disposableFrom: disposableFrom(row),
    held: row.isHeld || row.heldUntil !== null,
    mayManage: mayManage(sight, row),
    mayHold: mayHold(sight, row),
  };
}

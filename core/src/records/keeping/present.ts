import type { Fact } from '../../ledger/index.ts';
import { countedText, periodText } from '../../regulations/index.ts';
import { type Locale, say } from '../../shared/index.ts';
import type { Sight } from '../access.ts';
import type { FolderView, HoldView, KeepingView } from './contract.ts';
import type { FolderRow, ListedFolder } from './folder-store.ts';
import { type HoldRow, isOnRecord } from './hold-store.ts';
import { disposableFrom } from './holds.ts';
import { mayDescribe, mayManage } from './policy.ts';
import type { KeepingRow } from './rows.ts';
import { keepingWords } from './text.ts';

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
  return facts.toReversed().map(({ at, act, actor, fact }) => {
    const word = act.startsWith('RECORD_') ? 'RECORD' : act;
    const said = say(keepingWords, `records.did_${word}`, locale) ?? say(keepingWords, 'records.did_OTHER', locale);
    const reason = typeof fact.reason === 'string' ? fact.reason : null;
    return { at: at.toISOString(), act, said: said ?? '', by: actor.name, post: actor.postTitle, reason };
  });
}

export function presentHold(row: HoldRow): HoldView {
  const { id, reason, note, recordId, folderId, title, placedBy, placedOn, decidedOn, until, version } = row;
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
    version,
  };
}

export interface KeptInFull {
  readonly kept: KeepingRow;
  readonly folder: FolderRow | null;
  readonly holds: readonly HoldRow[];
  readonly facts: readonly Fact[];
  readonly hasCase: boolean;
}

export function presentKeeping(
  { kept, folder, holds, facts, hasCase }: KeptInFull,
  sight: Sight,
  locale: Locale,
): KeepingView {
  const { recordId, title, note, unitName, level, levelAnswers, onlyParticipants, createdOn, issuedOn } = kept;
  const { completedOn, eventOn, medium, custody, state, version } = kept;
  const manage = state === 'KEPT' && mayManage(sight, kept);
  return {
    ...{ recordId, title, note, unitName, level, levelAnswers, onlyParticipants, createdOn, issuedOn },
    ...{ completedOn, eventOn, medium, custody, state, version },
    sealed: kept.isSealed,
    classification: { code: kept.classificationCode, name: kept.classificationName },
    retention: presentRetention(kept, locale),
    folder: folder && { id: folder.id, title: folder.title, fiscalYear: folder.fiscalYear },
    holds: holds.map(presentHold),
    disposableFrom: disposableFrom(kept),
    history: presentHistory(facts, locale),
    may: {
      describe: state === 'KEPT' && !kept.isSealed && mayDescribe(sight, kept),
      manage,
      complete: state === 'KEPT' && !hasCase && completedOn === null && mayDescribe(sight, kept),
    },
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
  };
}

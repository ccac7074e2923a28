import type { Actor } from '../../directory/index.ts';
import type { Fact } from '../../ledger/index.ts';
import { numberLabel } from '../../regulations/index.ts';
import { type LocalDate, type Locale, say, wareki, warekiFiscalYear } from '../../shared/index.ts';
import type { DocumentNumber } from '../number-contract.ts';
import type { NumberView, RegisterPage, RegisterRow } from './contract.ts';
import type { NumberRow } from './number-row.ts';
import { mayChange, mayVoid } from './rules.ts';
import { registerLabels } from './text.ts';

/** A reservation that nobody confirmed in time. */
export const LAPSED = 'LAPSED';

const titled = (row: NumberRow): string => row.laterTitle ?? row.title;

const numbered = ({ symbol, fiscalYear, number, branch, takenOn }: NumberRow): DocumentNumber => ({
  ...{ label: numberLabel(symbol, number, branch), symbol, fiscalYear, number },
  ...{ date: takenOn, dateWareki: wareki(takenOn) },
});

function noteOf({ voidReason, lastYearReason, note, origin, state, reservedUntil }: NumberRow, locale: Locale): string {
  const said = (code: keyof typeof registerLabels, params = {}) => say(registerLabels, code, locale, params) ?? '';
  const why = voidReason === LAPSED ? said('records.number_lapsed') : voidReason;
  return [
    ...(why === null ? [] : [said('records.number_void_note', { reason: why })]),
    ...(state === 'RESERVED' && reservedUntil !== null ? [said('records.number_reserved_note')] : []),
    ...(lastYearReason === null ? [] : [said('records.number_last_year_note', { reason: lastYearReason })]),
    ...(origin === 'IMPORTED' ? [said('records.number_imported_note')] : []),
    ...(note === null ? [] : [note]),
  ].join(locale === 'ja' ? '。' : '. ');
}

export interface Looking {
  readonly locale: Locale;
  readonly today: LocalDate;
}

export function presentRow(row: NumberRow, { locale, today }: Looking): RegisterRow {
  const { id, direction, theirNumber, unitName, recordId, caseId, state, origin, dueOn, handling, issuedOn } = row;
  return {
    ...{ id, number: numbered(row), direction, title: titled(row), theirNumber, unitName, recordId, caseId },
    ...{ counterparty: row.laterCounterparty ?? row.counterparty, registeredBy: row.registeredBy.name },
    ...{ state, origin, dueOn, handling, issuedOn, completedOn: row.completedOn, note: noteOf(row, locale) },
    isOverdue: dueOn !== null && dueOn < today && row.completedOn === null && state !== 'VOID',
  };
}

export function presentPage(
  { fiscalYear, nextCursor }: { readonly fiscalYear: number; readonly nextCursor: string | null },
  rows: readonly NumberRow[],
  looking: Looking,
): RegisterPage {
  const items = rows.map((row) => presentRow(row, looking));
  return { fiscalYear, fiscalYearLabel: warekiFiscalYear(fiscalYear), items, nextCursor };
}

export interface InFull {
  readonly row: NumberRow;
  readonly branches: readonly NumberRow[];
  readonly facts: readonly Fact[];
}

export function presentNumber({ row, branches, facts }: InFull, actor: Actor, looking: Looking): NumberView {
  const changeable = mayChange(actor, row) && row.state !== 'VOID';
  return {
    ...{ row: presentRow(row, looking), version: row.version, takenAt: row.takenAt.toISOString() },
    ...{ registeredBy: row.registeredBy, reservedUntil: row.reservedUntil?.toISOString() ?? null },
    lastYearReason: row.lastYearReason,
    branches: branches.map((one) => presentRow(one, looking)),
    history: facts.map(({ at, act, actor: by, fact }) => ({
      ...{ at: at.toISOString(), act, by },
      fact: { ...fact } as NumberView['history'][number]['fact'],
    })),
    may: {
      ...{ change: changeable, confirm: changeable && row.state === 'RESERVED', void: mayVoid(actor, row) },
      branch: changeable && row.branch === 0 && row.origin !== 'IMPORTED' && row.state === 'TAKEN',
    },
  };
}

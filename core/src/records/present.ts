import { numberLabel } from '../regulations/index.ts';
import { wareki, warekiFiscalYear } from '../shared/index.ts';
import type { DocumentNumber, RecordView, RegisterPage, RegisterRow } from './contract.ts';
import type { Numbered, RecordInFull } from './queries.ts';
import type { RegisteredRow } from './rows.ts';

export function documentNumber({ symbol, fiscalYear, number, takenOn }: Numbered): DocumentNumber {
  return {
    label: numberLabel(symbol, number),
    symbol,
    fiscalYear,
    number,
    date: takenOn,
    dateWareki: wareki(takenOn),
  };
}

export function presentRecord({ record, file, number }: RecordInFull): RecordView {
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    title: record.title,
    file,
    fileVersion: record.fileVersion,
    classification: { code: record.classificationCode, name: record.classificationName },
    retentionYears: record.retentionYears,
    documentNumber: number && documentNumber(number),
    caseId: record.caseId,
    registeredBy: record.registeredBy,
    registeredAt: record.registeredAt.toISOString(),
    frozenAt: record.frozenAt?.toISOString() ?? null,
  };
}

function presentRegisterRow(row: RegisteredRow): RegisterRow {
  return {
    id: row.id,
    number: documentNumber(row),
    direction: row.direction,
    title: row.title,
    counterparty: row.counterparty,
    unitName: row.unitName,
    registeredBy: row.registeredBy.name,
    recordId: row.recordId,
    caseId: row.caseId,
    state: 'TAKEN',
  };
}

export function presentRegister(
  fiscalYear: number,
  rows: readonly RegisteredRow[],
  nextCursor: string | null,
): RegisterPage {
  return { fiscalYear, fiscalYearLabel: warekiFiscalYear(fiscalYear), items: rows.map(presentRegisterRow), nextCursor };
}

import { numberLabel, periodWords } from '../regulations/index.ts';
import { wareki } from '../shared/index.ts';
import type { DocumentNumber, RecordView } from './contract.ts';
import type { Numbered, RecordInFull } from './queries.ts';

export function documentNumber({ symbol, fiscalYear, number, takenOn, branch = 0 }: Numbered): DocumentNumber {
  return {
    label: numberLabel(symbol, number, branch),
    symbol,
    fiscalYear,
    number,
    date: takenOn,
    dateWareki: wareki(takenOn),
  };
}

export function presentRecord({ record, file, number, period }: RecordInFull): RecordView {
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    title: record.title,
    file,
    fileVersion: record.fileVersion,
    classification: { code: record.classificationCode, name: record.classificationName },
    retentionYears: period.retentionYears,
    period: periodWords(period),
    documentNumber: number && documentNumber(number),
    caseId: record.caseId,
    registeredBy: record.registeredBy,
    registeredAt: record.registeredAt.toISOString(),
    frozenAt: record.frozenAt?.toISOString() ?? null,
  };
}

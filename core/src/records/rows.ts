import type { Person } from '../directory/index.ts';
import type { Json, LocalDate } from '../shared/index.ts';
import type { FileRef, RecordKind } from './contract.ts';

export interface RecordRow {
  readonly id: string;
  readonly kind: RecordKind;
  readonly state: 'OPEN' | 'FROZEN' | 'DISCARDED';
  readonly title: string;
  readonly classificationCode: string;
  readonly classificationName: string;
  readonly retentionYears: number;
  readonly regulationVersion: string;
  readonly ownerUnitId: string;
  readonly ownerUnitName: string;
  readonly ownerUnitPath: readonly string[];
  readonly registeredBy: Person;
  readonly registeredAt: Date;
  readonly frozenAt: Date | null;
  readonly caseId: string | null;
  readonly fileVersion: number;
}

export interface FileVersionRow extends FileRef {
  readonly recordId: string;
  readonly fileVersion: number;
  readonly kind: RecordKind;
  readonly title: string;
  readonly classificationCode: string;
  readonly addedBy: Person;
  readonly addedAt: Date;
  readonly leafId: string;
}

/** A row of the 文書収発簿 as it stands in the database. */
export interface RegisteredRow {
  readonly id: string;
  readonly symbol: string;
  readonly fiscalYear: number;
  readonly number: number;
  readonly takenOn: LocalDate;
  readonly takenAt: Date;
  readonly direction: 'DRAFTED' | 'RECEIVED' | 'SENT';
  readonly title: string;
  readonly counterparty: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly registeredBy: Person;
  readonly recordId: string;
  readonly caseId: string | null;
  readonly classificationCode: string;
  readonly classificationName: string;
  readonly retentionYears: number;
  readonly fileVersion: number;
  readonly sha256: string;
  readonly leafId: string;
}

export const FILE_KIND = 'records/file';
export const REGISTER_KIND = 'records/register';

/** Who it was, as the log and tombstones tell it: of whoever acted nothing else. */
export const personFact = ({ staffId, name, postTitle, unitName }: Person) => ({
  ...{ staffId, name, postTitle, unitName },
});

/** What the log says of a file version: the whole row. */
export function fileLeaf(row: FileVersionRow) {
  const { recordId, fileVersion, sha256, fileName, mediaType, size, kind, title, classificationCode } = row;
  const facts = { recordId, fileVersion, sha256, fileName, mediaType, size, kind, title, classificationCode };
  const body: Json = { ...facts, addedBy: personFact(row.addedBy), addedAt: row.addedAt.toISOString() };
  return { kind: FILE_KIND, subject: `${recordId}/${fileVersion}`, body, leafId: row.leafId };
}

/** What the log says of a row of the register: the whole row. Its subject is the number: `2026/政/12`. */
export function registerLeaf(row: RegisteredRow) {
  const { leafId, takenAt, registeredBy, unitPath, ...facts } = row;
  const body: Json = {
    ...facts,
    unitPath: [...unitPath],
    takenAt: takenAt.toISOString(),
    registeredBy: personFact(registeredBy),
  };
  return { kind: REGISTER_KIND, subject: `${row.fiscalYear}/${row.symbol}/${row.number}`, body, leafId };
}

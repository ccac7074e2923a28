import type { Person } from '../../directory/index.ts';
import type { Json, LocalDate } from '../../shared/index.ts';
import { personFact, REGISTER_KIND, type RegisteredRow, registerLeaf } from '../rows.ts';

export type Direction = 'DRAFTED' | 'RECEIVED' | 'SENT';
export type Origin = 'DOCUMENT' | 'RESERVED' | 'BY_HAND' | 'IMPORTED';
export type NumberState = 'RESERVED' | 'TAKEN' | 'VOID';
export type Handling = 'DRAFT' | 'CIRCULATE' | 'REPLY' | 'FILE';

/** What may be put right later, as it was when the number was taken; null for numbers taken before this was kept. */
interface FirstSaid {
  readonly theirNumber: string | null;
  readonly dueOn: string | null;
}

/** What is said once, when a number is taken. */
export interface TakenNumber {
  readonly id: string;
  readonly symbol: string;
  readonly fiscalYear: number;
  readonly number: number;
  /** 枝番; 0: the number itself. */
  readonly branch: number;
  readonly origin: Origin;
  readonly takenOn: LocalDate;
  readonly takenAt: Date;
  readonly direction: Direction;
  readonly title: string;
  readonly counterparty: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly registeredBy: Person;
  /** 前年度の番号: why. */
  readonly lastYearReason: string | null;
  readonly importId: string | null;
  readonly said: FirstSaid | null;
  readonly leafId: string;
}

/** A row of the 文書収発簿 as it stands: what was taken, and what has become of it. */
export interface NumberRow extends TakenNumber {
  readonly state: NumberState;
  readonly version: number;
  readonly recordId: string | null;
  readonly caseId: string | null;
  readonly classificationCode: string | null;
  readonly classificationName: string | null;
  readonly retentionYears: number | null;
  readonly fileVersion: number | null;
  readonly sha256: string | null;
  readonly reservedUntil: Date | null;
  readonly confirmedAt: Date | null;
  readonly laterTitle: string | null;
  readonly laterCounterparty: string | null;
  readonly voidReason: string | null;
  readonly theirNumber: string | null;
  readonly dueOn: LocalDate | null;
  readonly handling: Handling | null;
  readonly issuedOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
  readonly note: string | null;
}

/** `2026/政/12`, with a 枝番 `2026/政/12-2`. */
export const subjectOf = ({
  fiscalYear,
  symbol,
  number,
  branch,
}: Pick<TakenNumber, 'fiscalYear' | 'symbol' | 'number' | 'branch'>): string =>
  `${fiscalYear}/${symbol}/${number}${branch > 0 ? `-${branch}` : ''}`;

/** What the log says of a number that was taken without a document of the store. */
export function takenLeaf(row: TakenNumber) {
  const { id, symbol, fiscalYear, number, branch, origin, takenOn, direction, title, counterparty } = row;
  const { unitId, unitName, lastYearReason, importId, leafId } = row;
  const body: Json = {
    ...{ id, symbol, fiscalYear, number, branch, origin, takenOn, direction, title, counterparty },
    ...{ unitId, unitName, unitPath: [...row.unitPath], lastYearReason, importId },
    takenAt: row.takenAt.toISOString(),
    registeredBy: personFact(row.registeredBy),
    ...(row.said && { theirNumber: row.said.theirNumber, dueOn: row.said.dueOn }),
  };
  return { kind: REGISTER_KIND, subject: subjectOf(row), body, leafId };
}

function isOfDocument(row: NumberRow): row is NumberRow & RegisteredRow {
  return row.origin === 'DOCUMENT';
}

/** What the log says of a row of the register, whatever it was taken for. */
export function numberLeaf(row: NumberRow) {
  if (!isOfDocument(row)) return takenLeaf(row);
  const { id, symbol, fiscalYear, number, takenOn, takenAt, direction, title, counterparty, leafId, caseId } = row;
  const { unitId, unitName, unitPath, registeredBy, recordId, fileVersion, sha256 } = row;
  const { classificationCode, classificationName, retentionYears } = row;
  return registerLeaf({
    ...{ id, symbol, fiscalYear, number, takenOn, takenAt, direction, title, counterparty, leafId, caseId },
    ...{ unitId, unitName, unitPath, registeredBy, recordId, fileVersion, sha256 },
    ...{ classificationCode, classificationName, retentionYears },
  });
}

import type { ClassificationRow, EndAction, RetentionBasis, RetentionStart } from '../../regulations/index.ts';
import { asJson, type Json, type Level, type LocalDate } from '../../shared/index.ts';

/** How a record is kept, as it stands in the database. */
export interface KeepingRow {
  readonly recordId: string;
  readonly folderId: string | null;
  readonly title: string;
  readonly classificationCode: string;
  readonly classificationName: string;
  readonly note: string | null;
  /** 主管課: who keeps it today, and the units above it, nearest first. */
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly level: Level;
  readonly levelAnswers: Readonly<Record<string, boolean>> | null;
  readonly onlyParticipants: boolean;
  readonly readers: readonly string[];
  readonly isSealed: boolean;
  readonly createdOn: LocalDate;
  readonly issuedOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
  readonly eventOn: LocalDate | null;
  readonly basis: RetentionBasis;
  readonly basisOn: LocalDate | null;
  readonly retentionYears: number;
  readonly isPermanent: boolean;
  readonly startsOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  /** 延長: kept to this day at least, whatever its 簿冊 or its rule comes to. */
  readonly extendedUntil: LocalDate | null;
  readonly action: EndAction;
  readonly ruleId: string;
  readonly article: string;
  readonly starts: RetentionStart;
  readonly keepDays: number | null;
  readonly regulationVersion: string;
  readonly isHeld: boolean;
  readonly heldUntil: LocalDate | null;
  readonly medium: 'ELECTRONIC' | 'PAPER';
  readonly custody: 'SECTION' | 'CENTRAL';
  readonly state: 'KEPT' | 'DISPOSED' | 'TRANSFERRED';
  readonly isSettled: boolean;
  readonly version: number;
}

/** What a record has from its 簿冊: the log tells it of the 簿冊. */
export const SHARED = [
  ...(['unitId', 'unitName', 'unitPath', 'basis', 'retentionYears', 'isPermanent', 'startsOn', 'endsOn'] as const),
  ...(['action', 'ruleId', 'article', 'starts', 'keepDays', 'regulationVersion', 'custody'] as const),
] satisfies readonly (keyof KeepingRow)[];

/** What the log tells of holds. */
const NOT_OWN = ['recordId', 'version', 'isSettled', 'isHeld', 'heldUntil'] satisfies readonly (keyof KeepingRow)[];

/** What the log says of a row: all that is the record's own. */
export function keptFact(row: KeepingRow): Record<string, Json> {
  const left = new Set<string>([...NOT_OWN, ...(row.folderId === null ? [] : SHARED)]);
  if (row.extendedUntil === null) left.add('extendedUntil');
  return Object.fromEntries(Object.entries(asJson(row)).filter(([name]) => !left.has(name)));
}

export type RuleColumns = Pick<
  KeepingRow,
  | 'basis'
  | 'retentionYears'
  | 'isPermanent'
  | 'action'
  | 'ruleId'
  | 'article'
  | 'starts'
  | 'keepDays'
  | 'regulationVersion'
>;

/** What the schedule says of the class, as it is written beside each record. */
export function ruleColumns(row: ClassificationRow, regulationVersion: string): RuleColumns {
  return {
    basis: row.retentionBasis,
    retentionYears: row.retentionYears,
    isPermanent: row.permanent === true,
    action: row.endAction,
    ruleId: row.code,
    article: row.article,
    starts: row.starts ?? 'NEXT_FISCAL_YEAR',
    keepDays: row.keepDays ?? null,
    regulationVersion,
  };
}

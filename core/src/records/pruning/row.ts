import type { Person } from '../../directory/index.ts';
import type { Leaf } from '../../ledger/index.ts';
import type { Json, Via } from '../../shared/index.ts';
import { personFact } from '../rows.ts';

/** The rule of the regulations by which working versions go. */
export interface PruningRule {
  readonly days: number;
  readonly article: string;
  readonly regulationVersion: string;
}

/** A working version that was let go of, as it stands in the database. */
export interface PruningRow {
  readonly recordId: string;
  readonly fileVersion: number;
  readonly sha256: string;
  readonly size: number;
  readonly reason: string;
  /** Null where somebody let it go. */
  readonly rule: PruningRule | null;
  readonly prunedBy: Person;
  readonly via: Via;
  readonly prunedAt: Date;
  readonly leafId: string;
}

export const PRUNING_KIND = 'records/pruning';
/** That the bytes are really gone: whoever checks an export excuses a file that is not there by the two together. */
export const PRUNED_GONE_KIND = 'records/pruning-gone';

/** What the log says of it: the whole row. */
export function pruningLeaf(row: PruningRow): Leaf {
  const { leafId, recordId, fileVersion, sha256, size, reason, rule, prunedBy, via, prunedAt } = row;
  const body: Json = {
    ...{ recordId, fileVersion, sha256, size, reason, via, prunedAt: prunedAt.toISOString() },
    ...{ rule: rule && { ...rule }, prunedBy: personFact(prunedBy) },
  };
  return { leafId, kind: PRUNING_KIND, subject: `${recordId}/${fileVersion}`, body };
}

interface GoneRow {
  readonly recordId: string;
  readonly fileVersion: number;
  readonly sha256: string;
  readonly settledAt: Date;
  readonly goneLeafId: string;
}

export function goneLeaf({ recordId, fileVersion, sha256, settledAt, goneLeafId }: GoneRow): Leaf {
  const subject = `${recordId}/${fileVersion}`;
  const body: Json = { recordId, of: subject, gone: sha256, at: settledAt.toISOString() };
  return { leafId: goneLeafId, kind: PRUNED_GONE_KIND, subject, body };
}

import type { Person } from '../directory/index.ts';
import type { LedgerEntry } from '../ledger/index.ts';
import { sha256Hex } from '../platform/index.ts';
import type { Via } from '../shared/index.ts';
import type { ActName, CaseStatus } from './contract.ts';

/** A row of the history, as it stands in the database. */
export interface HistoryRow {
  readonly caseId: string;
  readonly seq: number;
  readonly at: Date;
  readonly act: ActName;
  readonly actor: Person;
  readonly slotId: string | null;
  readonly comment: string | null;
  readonly revision: number;
  readonly via: Via;
  readonly statusAfter: CaseStatus;
  readonly manifestHash: string;
  readonly detail: Readonly<Record<string, string | number | null>>;
  /** What became of the case, as JSON text: `replay.ts` makes the case of all of them. */
  readonly change: string;
  readonly leafId: string;
}

export const HISTORY_KIND = 'approvals/history';

/** The history row as a leaf of the log: everything in it, in a form that can be rebuilt from the row. */
export function entryOf(row: HistoryRow): LedgerEntry & { leafId: string } {
  const { leafId, at, actor, detail, change, ...rest } = row;
  const { staffId, name, postTitle, unitName } = actor;
  return {
    leafId,
    kind: HISTORY_KIND,
    subject: `${row.caseId}/${row.seq}`,
    body: {
      ...rest,
      at: at.toISOString(),
      actor: { staffId, name, postTitle, unitName },
      detail: { ...detail },
      changeSha256: sha256Hex(Buffer.from(change)),
    },
  };
}

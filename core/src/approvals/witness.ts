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
  /** Where the words of the line are gone: the hash of what `change` was. */
  readonly changeSha256: string | null;
  readonly leafId: string;
}

export const HISTORY_KIND = 'approvals/history';

/**
 * A change with what was said, behind a salt: the log has the hash of all three, which proves them as long as they are
 * there, and tells nothing once they are gone.
 */
export function sealed(change: string, { salt, comment }: { salt: string; comment: string | null }): string {
  const rest = change === '{}' ? '}' : `,${change.slice(1)}`;
  return `{"salt":${JSON.stringify(salt)},"said":${saidIn(comment)}${rest}`;
}

// As PostgreSQL gives the comment back: half a surrogate pair is stored as U+FFFD.
const saidIn = (comment: string | null): string => JSON.stringify(comment?.toWellFormed() ?? null);

const SEALED = /^\{"salt":(?:"[0-9a-f]+",|null\}$)/;

/** Whether the sealed change, or that it is gone, agrees with the row's own comment. */
function saysItself({ change, changeSha256, comment }: HistoryRow): boolean {
  if (changeSha256 !== null) return comment === null;
  return change.slice(change.indexOf(',') + 1).startsWith(`"said":${saidIn(comment)}`);
}

/**
 * The history row as a leaf of the log: everything in it, in a form that can be rebuilt from the row. What was said stands
 * there as a part of what is hashed; in lines of before it stands there itself.
 */
export function entryOf(row: HistoryRow): LedgerEntry & { leafId: string } {
  const { leafId, at, actor, detail, change, changeSha256, comment, ...rest } = row;
  const { staffId, name, postTitle, unitName } = actor;
  return {
    leafId,
    kind: HISTORY_KIND,
    subject: `${row.caseId}/${row.seq}`,
    body: {
      ...rest,
      ...(SEALED.test(change) && saysItself(row) ? {} : { comment }),
      at: at.toISOString(),
      actor: { staffId, name, postTitle, unitName },
      detail: { ...detail },
      changeSha256: changeSha256 ?? sha256Hex(Buffer.from(change)),
    },
  };
}

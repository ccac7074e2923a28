import type { Tx } from '../platform/index.ts';
import { invariant } from '../shared/index.ts';
import { sameBytes } from './bytes.ts';
import { changedFields, entryBytes, type Leaf, readEntry } from './entry.ts';
import { finding, type Namer } from './findings.ts';
import { leafHash } from './merkle.ts';
import { leavesById, pendingById } from './queries.ts';
import type { Finding, Witnessed } from './witness.ts';

const PAGE = 1_000;
const CHUNK = 65_536;

/** A set of indexes: one bit each, so that a log of millions is remembered in little room. */
export class IndexSet {
  private readonly chunks = new Map<number, Uint8Array>();

  add(index: number): void {
    const at = Math.floor(index / CHUNK);
    const chunk = this.chunks.get(at) ?? new Uint8Array(CHUNK / 8);
    const bit = index % CHUNK;
    chunk[bit >> 3] = (chunk[bit >> 3] ?? 0) | (1 << (bit & 7));
    this.chunks.set(at, chunk);
  }

  has(index: number): boolean {
    const bit = index % CHUNK;
    return (((this.chunks.get(Math.floor(index / CHUNK))?.[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
  }
}

/** What was found to have its row, and how many rows there were. */
export interface RowsSeen {
  readonly leaves: IndexSet;
  readonly pending: Set<string>;
  readonly rows: Record<string, number>;
}

interface Recorded {
  readonly entry: Uint8Array;
  /** The hash that the log holds for it; null while it waits. */
  readonly hash: Uint8Array | null;
}

function compare(row: Leaf, recorded: Recorded, nameOf: Namer): Finding | null {
  const present = entryBytes(row);
  if (sameBytes(present, recorded.entry)) return null;
  // The row is what was hashed, so it is the log's own copy that was altered: told with the log.
  if (recorded.hash && sameBytes(leafHash(present), recorded.hash)) return null;
  const then = readEntry(recorded.entry);
  const now = readEntry(present);
  const fields =
    then && now
      ? [
          ...(['kind', 'subject', 'leafId'] as const).filter((name) => then[name] !== now[name]),
          ...changedFields(then.body, now.body),
        ]
      : ['entry'];
  return finding('ledger.row_changed', {
    kind: row.kind,
    subject: row.subject,
    params: { fields: fields.join(', ') },
    named: { thing: nameOf(row.kind, row.subject) },
  });
}

async function* comparePage(tx: Tx, rows: readonly Leaf[], seen: RowsSeen, nameOf: Namer): AsyncGenerator<Finding> {
  const ids = rows.map((row) => row.leafId);
  const placed = new Map((await leavesById(tx, ids)).map((leaf) => [leaf.leaf_id, leaf]));
  const unplaced = ids.filter((id) => !placed.has(id));
  const waiting = new Map((await pendingById(tx, unplaced)).map((leaf) => [leaf.leaf_id, leaf]));
  for (const row of rows) {
    const leaf = placed.get(row.leafId);
    const pending = waiting.get(row.leafId);
    if (leaf) seen.leaves.add(leaf.leaf_index);
    else if (pending) seen.pending.add(row.leafId);
    const entry = leaf?.entry ?? pending?.entry;
    const found = entry
      ? compare(row, { entry, hash: leaf?.leaf_hash ?? null }, nameOf)
      : finding('ledger.row_unrecorded', {
          kind: row.kind,
          subject: row.subject,
          named: { thing: nameOf(row.kind, row.subject) },
        });
    if (found) yield found;
  }
}

/** Compares every witnessed row with what the log holds about it. */
export async function* verifyRows(
  tx: Tx,
  witnesses: readonly Witnessed[],
  nameOf: Namer,
): AsyncGenerator<Finding, RowsSeen> {
  const seen: RowsSeen = { leaves: new IndexSet(), pending: new Set(), rows: {} };
  for (const witnessed of witnesses) {
    let count = 0;
    for (let after: string | null = null; ; ) {
      const page: readonly Leaf[] = await witnessed.entries(tx, after, PAGE);
      const last: string | undefined = page.at(-1)?.subject;
      if (last === undefined) break;
      invariant(last !== after, `the witness of ${witnessed.kind} does not move on`);
      yield* comparePage(tx, page, seen, nameOf);
      count += page.length;
      after = last;
    }
    seen.rows[witnessed.kind] = (seen.rows[witnessed.kind] ?? 0) + count;
  }
  return seen;
}

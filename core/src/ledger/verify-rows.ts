import type { Tx } from '../platform/index.ts';
import { invariant } from '../shared/index.ts';
import { sameBytes } from './bytes.ts';
import { changedFields, entryBytes, type Leaf, readEntry } from './entry.ts';
import { finding, type Namer } from './findings.ts';
import { leafHash } from './merkle.ts';
import { type LeafLabels, leafLabelsById, leavesById, pendingById } from './queries.ts';
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
  /** Of these, whose labels are the row's own. */
  readonly labelled: IndexSet;
  readonly pending: Set<string>;
  readonly rows: Record<string, number>;
}

function differing(row: Leaf, present: Uint8Array, recorded: Uint8Array, nameOf: Namer): Finding {
  const then = readEntry(recorded);
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

const unrecorded = ({ kind, subject }: Leaf, nameOf: Namer): Finding =>
  finding('ledger.row_unrecorded', { kind, subject, named: { thing: nameOf(kind, subject) } });

/** A row whose entry has its place: where the row is what was hashed, it may still be the log's own copy that was altered, which is told with the log. */
async function comparePlaced(tx: Tx, row: Leaf, leaf: LeafLabels, nameOf: Namer): Promise<Finding | null> {
  const present = entryBytes(row);
  if (sameBytes(leafHash(present), leaf.leaf_hash)) return null;
  const [recorded] = await leavesById(tx, [row.leafId]);
  return recorded && !sameBytes(present, recorded.entry) ? differing(row, present, recorded.entry, nameOf) : null;
}

interface Compared {
  readonly rows: readonly Leaf[];
  readonly placed: readonly LeafLabels[];
}

async function* comparePage(
  tx: Tx,
  { rows, placed: leaves }: Compared,
  seen: RowsSeen,
  nameOf: Namer,
): AsyncGenerator<Finding> {
  const placed = new Map(leaves.map((leaf) => [leaf.leaf_id, leaf]));
  const unplaced = rows.flatMap(({ leafId }) => (placed.has(leafId) ? [] : [leafId]));
  const waiting = new Map(
    (unplaced.length === 0 ? [] : await pendingById(tx, unplaced)).map((leaf) => [leaf.leaf_id, leaf]),
  );
  for (const row of rows) {
    const leaf = placed.get(row.leafId);
    const pending = waiting.get(row.leafId);
    let found: Finding | null = null;
    if (leaf) {
      seen.leaves.add(leaf.leaf_index);
      found = await comparePlaced(tx, row, leaf, nameOf);
      if (!found && leaf.kind === row.kind && leaf.subject === row.subject) seen.labelled.add(leaf.leaf_index);
    } else if (pending) {
      seen.pending.add(row.leafId);
      const present = entryBytes(row);
      if (!sameBytes(present, pending.entry)) found = differing(row, present, pending.entry, nameOf);
    } else {
      found = unrecorded(row, nameOf);
    }
    if (found) yield found;
  }
}

/** Pages of rows with what the log holds about them; the next one is read while one is compared. */
async function* rowPages(tx: Tx, { kind, entries }: Witnessed): AsyncGenerator<Compared> {
  const read = async (after: string | null) => {
    const rows = await entries(tx, after, PAGE);
    const last = rows.at(-1)?.subject;
    invariant(last === undefined || last !== after, `the witness of ${kind} does not move on`);
    const placed = await leafLabelsById(
      tx,
      rows.map((row) => row.leafId),
    );
    return { rows, placed, last };
  };
  for (let page = await read(null); page.last !== undefined; ) {
    const next = read(page.last);
    // Told when it is waited for, should the comparison end before.
    next.catch(() => undefined);
    yield page;
    page = await next;
  }
}

/** Compares every witnessed row with what the log holds about it. */
export async function* verifyRows(
  tx: Tx,
  witnesses: readonly Witnessed[],
  nameOf: Namer,
): AsyncGenerator<Finding, RowsSeen> {
  const seen: RowsSeen = { leaves: new IndexSet(), labelled: new IndexSet(), pending: new Set(), rows: {} };
  for (const witnessed of witnesses) {
    let count = 0;
    for await (const page of rowPages(tx, witnessed)) {
      yield* comparePage(tx, page, seen, nameOf);
      count += page.rows.length;
    }
    seen.rows[witnessed.kind] = (seen.rows[witnessed.kind] ?? 0) + count;
  }
  return seen;
}

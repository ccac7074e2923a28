import type pg from 'pg';
import type { Statement, Tx } from '../platform/index.ts';
import { invariant } from '../shared/index.ts';
import { entryText, type Leaf, MAX_ENTRY_BYTES } from './entry.ts';
import type { Tile } from './tiles.ts';

function bytesOf(entry: Leaf): Buffer {
  const bytes = Buffer.from(entryText(entry));
  invariant(
    bytes.length <= MAX_ENTRY_BYTES,
    'an entry of the log has at most 65,535 bytes: put the hash of a large text into the body, not the text',
  );
  return bytes;
}

/** The write of one entry, to be sent with others. */
export const appending = ({ municipalityId }: Tx, entry: Leaf): Statement => ({
  text: `insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry, appended_at)
    values ($1::uuid, $2::uuid, $3::text, $4::text, $5::bytea, clock_timestamp())`,
  values: [municipalityId, entry.leafId, entry.kind, entry.subject, bytesOf(entry)],
});

/**
 * The same as a part of a statement that learns a number while it runs (`numbered(number)` there): wherever `mark` stands in
 * the entry, the number is put. Its parameters are counted on from `after`.
 */
export function appendingNumbered(
  { municipalityId }: Tx,
  entry: Leaf,
  { mark, after }: { readonly mark: number; readonly after: number },
): Statement {
  const at = (place: number) => `$${after + place}`;
  return {
    text: `insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry, appended_at)
      select ${at(1)}::uuid, ${at(2)}::uuid, ${at(3)}::text, replace(${at(4)}::text, ${at(6)}::text, numbered.number::text),
        convert_to(replace(${at(5)}::text, ${at(6)}, numbered.number::text), 'UTF8'), clock_timestamp() from numbered`,
    values: [municipalityId, entry.leafId, entry.kind, entry.subject, bytesOf(entry).toString(), String(mark)],
  };
}

/** An entry to be written by `APPENDING_EACH`. */
export const entryToNumber = (entry: Leaf): Readonly<Record<'leafId' | 'kind' | 'subject' | 'entry', string>> => {
  const { leafId, kind, subject } = entry;
  return { leafId, kind, subject, entry: bytesOf(entry).toString() };
};

/** `appendingNumbered` for many: `numbered` has, beside each `number` and its `mark`, what `entryToNumber` gives; `$1` is the municipality. */
export const APPENDING_EACH = `insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry, appended_at)
  select $1::uuid, numbered."leafId", numbered.kind, replace(numbered.subject, numbered.mark, numbered.number::text),
    convert_to(replace(numbered.entry, numbered.mark, numbered.number::text), 'UTF8'), clock_timestamp() from numbered`;

/** Writes entries in the use case's own transaction; the sequencer gives them their place later. */
export async function append(tx: Tx, entries: readonly Leaf[]): Promise<void> {
  if (entries.length === 0) return;
  const texts = entries.map((entry) => bytesOf(entry).toString());
  await tx.query(
    // The microseconds keep the entries of one append in their order.
    `insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry, appended_at)
     select $1, e.leaf_id, e.kind, e.subject, convert_to(e.entry, 'UTF8'),
            clock_timestamp() + e.ordinal * interval '1 microsecond'
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
       with ordinality as e(leaf_id, kind, subject, entry, ordinal)`,
    [
      tx.municipalityId,
      entries.map((entry) => entry.leafId),
      entries.map((entry) => entry.kind),
      entries.map((entry) => entry.subject),
      texts,
    ],
  );
}

export interface PendingLeaf {
  readonly leaf_id: string;
  readonly entry: Buffer;
}

/** The oldest entries that wait, in the order they were appended. */
export async function pendingLeaves(client: pg.ClientBase, municipalityId: string, limit: number) {
  const result = await client.query<PendingLeaf & { appended_at: Date }>({
    name: 'ledger_pending_leaves',
    // By key, so that a long queue is never sorted; ids are made in the order of time, and the moment settles the rest.
    // An id that is in the log already would hold up all others: it stays behind, and verify tells of it.
    text: `select b.leaf_id, b.entry, b.appended_at from (
             select p.leaf_id, p.entry, p.appended_at from kaigi.ledger_pending p
             where p.municipality_id = $1
               and (select true from kaigi.ledger_leaf l
                    where l.municipality_id = p.municipality_id and l.leaf_id = p.leaf_id) is null
             order by p.leaf_id limit $2) b
           order by b.appended_at, b.leaf_id`,
    values: [municipalityId, limit],
  });
  return result.rows;
}

export interface PlacedLeaf {
  readonly leafId: string;
  readonly index: number;
  readonly hash: Uint8Array;
}

// An array goes to the server as text.
const bytea = ({ buffer, byteOffset, length }: Uint8Array) =>
  `\\x${Buffer.from(buffer, byteOffset, length).toString('hex')}`;

/** Moves entries from the queue into the log. */
export async function placeLeaves(client: pg.ClientBase, municipalityId: string, leaves: readonly PlacedLeaf[]) {
  const result = await client.query({
    name: 'ledger_place_leaves',
    text: `with placed as (
             select o.leaf_id, o.leaf_index, o.leaf_hash
             from unnest($2::uuid[], $3::bigint[], $4::bytea[]) as o(leaf_id, leaf_index, leaf_hash)
           ), taken as (
             delete from kaigi.ledger_pending p where p.municipality_id = $1 and p.leaf_id = any($2)
             returning p.leaf_id, p.kind, p.subject, p.entry
           )
           insert into kaigi.ledger_leaf (municipality_id, leaf_index, leaf_id, kind, subject, entry, leaf_hash)
           select $1, placed.leaf_index, taken.leaf_id, taken.kind, taken.subject, taken.entry, placed.leaf_hash
           from placed join taken on taken.leaf_id = placed.leaf_id
           order by placed.leaf_index`,
    values: [
      municipalityId,
      leaves.map((leaf) => leaf.leafId),
      leaves.map((leaf) => leaf.index),
      leaves.map((leaf) => bytea(leaf.hash)),
    ],
  });
  invariant(result.rowCount === leaves.length, 'every waiting entry that was read is moved into the log');
}

export async function insertTiles(client: pg.ClientBase, municipalityId: string, tiles: readonly Tile[]) {
  if (tiles.length === 0) return;
  await client.query({
    name: 'ledger_insert_tiles',
    text: `insert into kaigi.ledger_tile (municipality_id, level, tile_index, hashes, root)
           select $1, t.level, t.tile_index, t.hashes, t.root
           from unnest($2::smallint[], $3::bigint[], $4::bytea[], $5::bytea[]) as t(level, tile_index, hashes, root)`,
    values: [
      municipalityId,
      tiles.map((tile) => tile.level),
      tiles.map((tile) => tile.index),
      tiles.map((tile) => bytea(tile.hashes)),
      tiles.map((tile) => bytea(tile.root)),
    ],
  });
}

export interface StoredCheckpoint {
  readonly tree_size: number;
  readonly root: Buffer;
  readonly frontier: Buffer;
  readonly note: string;
}

export async function insertCheckpoint(
  client: pg.ClientBase,
  municipalityId: string,
  checkpoint: { size: number; root: Uint8Array; frontier: Uint8Array; note: string; signedAt: Date },
) {
  const { size, root, frontier, note, signedAt } = checkpoint;
  await client.query({
    name: 'ledger_insert_checkpoint',
    text: `insert into kaigi.ledger_checkpoint (municipality_id, tree_size, root, frontier, note, signed_at)
           values ($1, $2, $3, $4, $5, $6)`,
    values: [municipalityId, size, Buffer.from(root), Buffer.from(frontier), note, signedAt],
  });
}

export async function latestCheckpoint(client: pg.ClientBase, municipalityId: string) {
  const result = await client.query<StoredCheckpoint>({
    name: 'ledger_latest_checkpoint',
    text: `select tree_size, root, frontier, note from kaigi.ledger_checkpoint
           where municipality_id = $1 order by tree_size desc limit 1`,
    values: [municipalityId],
  });
  return result.rows[0] ?? null;
}

/** The root the log had at a size for which a checkpoint was signed. */
export async function rootAt(client: pg.ClientBase, municipalityId: string, size: number): Promise<Buffer | null> {
  const result = await client.query<{ root: Buffer }>(
    'select root from kaigi.ledger_checkpoint where municipality_id = $1 and tree_size = $2',
    [municipalityId, size],
  );
  return result.rows[0]?.root ?? null;
}

/** Hashes of leaves that are in the log: those from `from` up to `to`, which is not included. */
export async function leafHashes(client: pg.ClientBase, municipalityId: string, [from, to]: readonly [number, number]) {
  const result = await client.query<{ leaf_hash: Buffer }>({
    name: 'ledger_leaf_hashes',
    text: `select leaf_hash from kaigi.ledger_leaf
           where municipality_id = $1 and leaf_index >= $2 and leaf_index < $3 order by leaf_index`,
    values: [municipalityId, from, to],
  });
  return result.rows.map((row) => row.leaf_hash);
}

export async function tileRoots(
  client: pg.ClientBase,
  municipalityId: string,
  { level, from, to }: { level: number; from: number; to: number },
) {
  const result = await client.query<{ root: Buffer }>({
    name: 'ledger_tile_roots',
    text: `select root from kaigi.ledger_tile
           where municipality_id = $1 and level = $2 and tile_index >= $3 and tile_index < $4 order by tile_index`,
    values: [municipalityId, level, from, to],
  });
  return result.rows.map((row) => row.root);
}

/** One of two processes gets it; a process that dies gives it back. */
export async function tryLock(client: pg.ClientBase, municipalityId: string): Promise<boolean> {
  const result = await client.query<{ locked: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('kaigi.ledger/' || $1::text, 0)) as locked`,
    [municipalityId],
  );
  return result.rows[0]?.locked === true;
}

export async function unlock(client: pg.ClientBase, municipalityId: string): Promise<void> {
  await client.query(`select pg_advisory_unlock(hashtextextended('kaigi.ledger/' || $1::text, 0))`, [municipalityId]);
}

// Steps from one municipality to the next on the key, however many rows each of them has.
const steps = (table: string) => `with recursive m as (
    (select municipality_id from ${table} order by municipality_id limit 1)
    union all
    select (select t.municipality_id from ${table} t where t.municipality_id > m.municipality_id
            order by t.municipality_id limit 1)
    from m where m.municipality_id is not null
  ) select municipality_id from m where municipality_id is not null`;

export async function municipalitiesWaiting(owner: pg.Pool): Promise<string[]> {
  const result = await owner.query<{ municipality_id: string }>(steps('kaigi.ledger_pending'));
  return result.rows.map((row) => row.municipality_id);
}

export async function municipalitiesLogged(owner: pg.Pool): Promise<string[]> {
  const result = await owner.query<{ municipality_id: string }>(steps('kaigi.ledger_checkpoint'));
  return result.rows.map((row) => row.municipality_id);
}

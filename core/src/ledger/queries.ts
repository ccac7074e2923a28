import type { Tx } from '../platform/index.ts';

// What is read inside one municipality: by the routes, by proofs and by verify.

export interface CheckpointRow {
  readonly tree_size: number;
  readonly root: Buffer;
  readonly frontier: Buffer;
  readonly note: string;
}

export async function newestCheckpoint(tx: Tx): Promise<CheckpointRow | null> {
  const [row] = await tx.query<CheckpointRow>(
    `select tree_size, root, frontier, note from kaigi.ledger_checkpoint
     where municipality_id = $1 order by tree_size desc limit 1`,
    [tx.municipalityId],
  );
  return row ?? null;
}

export function checkpointsAfter(tx: Tx, size: number, limit: number): Promise<CheckpointRow[]> {
  return tx.query<CheckpointRow>(
    `select tree_size, root, frontier, note from kaigi.ledger_checkpoint
     where municipality_id = $1 and tree_size > $2 order by tree_size limit $3`,
    [tx.municipalityId, size, limit],
  );
}

export interface LeafRow {
  readonly leaf_index: number;
  readonly leaf_id: string;
  readonly kind: string;
  readonly subject: string;
  readonly entry: Buffer;
  readonly leaf_hash: Buffer;
}

export function leavesFrom(tx: Tx, index: number, limit: number): Promise<LeafRow[]> {
  return tx.query<LeafRow>(
    `select leaf_index, leaf_id, kind, subject, entry, leaf_hash from kaigi.ledger_leaf
     where municipality_id = $1 and leaf_index >= $2 order by leaf_index limit $3`,
    [tx.municipalityId, index, limit],
  );
}

export function leavesById(tx: Tx, leafIds: readonly string[]): Promise<LeafRow[]> {
  return tx.query<LeafRow>(
    `select leaf_index, leaf_id, kind, subject, entry, leaf_hash from kaigi.ledger_leaf
     where municipality_id = $1 and leaf_id = any($2)`,
    [tx.municipalityId, leafIds],
  );
}

export type LeafLabels = Omit<LeafRow, 'entry'>;

/** Without the entries: their hashes say as much. */
export function leafLabelsById(tx: Tx, leafIds: readonly string[]): Promise<LeafLabels[]> {
  return tx.query<LeafLabels>(
    `select leaf_index, leaf_id, kind, subject, leaf_hash from kaigi.ledger_leaf
     where municipality_id = $1 and leaf_id = any($2)`,
    [tx.municipalityId, leafIds],
  );
}

export interface PendingRow {
  readonly leaf_id: string;
  readonly entry: Buffer;
  readonly appended_at: Date;
}

export function pendingById(tx: Tx, leafIds: readonly string[]): Promise<PendingRow[]> {
  return tx.query<PendingRow>(
    `select leaf_id, entry, appended_at from kaigi.ledger_pending where municipality_id = $1 and leaf_id = any($2)`,
    [tx.municipalityId, leafIds],
  );
}

export function pendingAfter(tx: Tx, leafId: string, limit: number): Promise<PendingRow[]> {
  return tx.query<PendingRow>(
    `select leaf_id, entry, appended_at from kaigi.ledger_pending
     where municipality_id = $1 and leaf_id > $2 order by leaf_id limit $3`,
    [tx.municipalityId, leafId, limit],
  );
}

export interface TileRow {
  readonly level: number;
  readonly tile_index: number;
  readonly hashes: Buffer;
  readonly root: Buffer;
}

export interface TileRange {
  readonly level: number;
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

export function tilesIn(tx: Tx, { level, from, to }: TileRange): Promise<TileRow[]> {
  return tx.query<TileRow>(
    `select level, tile_index, hashes, root from kaigi.ledger_tile
     where municipality_id = $1 and level = $2 and tile_index >= $3 and tile_index < $4 order by tile_index`,
    [tx.municipalityId, level, from, to],
  );
}

/** Tiles after this one, level by level. */
export function tilesAfter(tx: Tx, after: { level: number; index: number }, limit: number): Promise<TileRow[]> {
  return tx.query<TileRow>(
    `select level, tile_index, hashes, root from kaigi.ledger_tile
     where municipality_id = $1 and (level, tile_index) > ($2, $3) order by level, tile_index limit $4`,
    [tx.municipalityId, after.level, after.index, limit],
  );
}

export async function tileRootsIn(tx: Tx, { level, from, to }: TileRange): Promise<Buffer[]> {
  const rows = await tx.query<{ root: Buffer }>(
    `select root from kaigi.ledger_tile
     where municipality_id = $1 and level = $2 and tile_index >= $3 and tile_index < $4 order by tile_index`,
    [tx.municipalityId, level, from, to],
  );
  return rows.map((row) => row.root);
}

export async function leafHashesIn(tx: Tx, from: number, to: number): Promise<Buffer[]> {
  const rows = await tx.query<{ leaf_hash: Buffer }>(
    `select leaf_hash from kaigi.ledger_leaf
     where municipality_id = $1 and leaf_index >= $2 and leaf_index < $3 order by leaf_index`,
    [tx.municipalityId, from, to],
  );
  return rows.map((row) => row.leaf_hash);
}

export async function entriesIn(tx: Tx, from: number, to: number): Promise<Buffer[]> {
  const rows = await tx.query<{ entry: Buffer }>(
    `select entry from kaigi.ledger_leaf
     where municipality_id = $1 and leaf_index >= $2 and leaf_index < $3 order by leaf_index`,
    [tx.municipalityId, from, to],
  );
  return rows.map((row) => row.entry);
}

const GUARDS: readonly (readonly [table: string, trigger: string])[] = [
  ['kaigi.ledger_leaf', 'append_only'],
  ['kaigi.ledger_leaf', 'no_truncate'],
  ['kaigi.ledger_tile', 'append_only'],
  ['kaigi.ledger_tile', 'no_truncate'],
  ['kaigi.ledger_checkpoint', 'append_only'],
  ['kaigi.ledger_checkpoint', 'no_truncate'],
  ['kaigi.ledger_pending', 'no_update'],
  ['kaigi.ledger_pending', 'only_into_the_log'],
  ['kaigi.ledger_pending', 'no_truncate'],
];

/**
 * Tables that have lost a guard against changes: those of the log whose triggers are not all there and on,
 * and any table of the schema on which such a trigger was switched off.
 */
export async function unguardedTables(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ table_name: string }>(
    `select g.table_name
     from unnest($1::text[], $2::text[]) as g(table_name, trigger_name)
     where not exists (
       select from pg_trigger t
       where t.tgrelid = to_regclass(g.table_name) and t.tgname = g.trigger_name and t.tgenabled in ('O', 'A'))
     union
     select t.tgrelid::regclass::text
     from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'kaigi' and p.proname = 'refuse_change' and t.tgenabled not in ('O', 'A')
     order by 1`,
    [GUARDS.map(([table]) => table), GUARDS.map(([, trigger]) => trigger)],
  );
  return rows.map((row) => row.table_name);
}

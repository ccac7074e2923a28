import type pg from 'pg';
import type { Clock } from '../platform/index.ts';
import { conflict } from '../shared/index.ts';
import type { Anchors } from './anchor.ts';
import { concat, sameBytes } from './bytes.ts';
import { type Checkpoint, claimedOrigin, formatCheckpoint, openCheckpoint, originOf } from './checkpoint.ts';
import { verifyEd25519 } from './ed25519.ts';
import type { LedgerKeys } from './keys.ts';
import { Frontier, leafHash } from './merkle.ts';
import { signNote, type Verifier, verifierOf } from './note.ts';
import {
  insertCheckpoint,
  insertTiles,
  latestCheckpoint,
  leafHashes,
  type PendingLeaf,
  pendingLeaves,
  placeLeaves,
  rootAt,
  tileRoots,
  tryLock,
  unlock,
} from './store.ts';
import { fullTile, hashesOf, TILE_WIDTH, type Tile } from './tiles.ts';

export interface Sequencing {
  readonly owner: pg.Pool;
  readonly keys: LedgerKeys;
  /** Names new logs, `host/kaigi/<municipality>`; a log keeps the origin it began with. */
  readonly host: string;
  readonly anchors: Anchors;
  readonly clock: Clock;
}

export const BATCH = 2_000;

/** The keys whose signatures are good for this log. */
export function verifiersOf(keys: LedgerKeys, origin: string): Verifier[] {
  return [keys.signer.publicKey, ...keys.formerPublicKeys].map((key) => verifierOf(origin, key));
}

interface Head {
  readonly origin: string;
  readonly tree: Frontier;
  readonly note: string | null;
}

/**
 * The tree to append to. Nothing is built on a checkpoint that we did not sign.
 * @throws conflict `ledger.foreign_checkpoint`, `ledger.frontier_mismatch`
 */
async function headOf(client: pg.ClientBase, { keys, host }: Sequencing, municipalityId: string): Promise<Head> {
  const latest = await latestCheckpoint(client, municipalityId);
  if (!latest) return { origin: originOf(host, municipalityId), tree: new Frontier(), note: null };
  const origin = claimedOrigin(latest.note) ?? '';
  const checkpoint = openCheckpoint(latest.note, verifiersOf(keys, origin), verifyEd25519);
  if (checkpoint?.size !== latest.tree_size || !origin.endsWith(originOf('', municipalityId))) {
    throw conflict('ledger.foreign_checkpoint');
  }
  const tree = new Frontier(latest.tree_size, hashesOf(latest.frontier));
  if (!sameBytes(tree.root(), checkpoint.root)) throw conflict('ledger.frontier_mismatch');
  return { origin, tree, note: latest.note };
}

/**
 * Refuses to go on when the database has forgotten what was signed before (rolled back, cut, replaced).
 * @throws conflict `ledger.anchor_unreadable`, `ledger.anchor_not_contained`
 */
async function checkAnchor(client: pg.ClientBase, options: Sequencing & { municipalityId: string; head: Head }) {
  const { anchors, keys, municipalityId, head } = options;
  const note = await anchors.read(municipalityId);
  if (note === null || note === head.note) return;
  const origin = head.note === null ? (claimedOrigin(note) ?? '') : head.origin;
  const anchor: Checkpoint | null = openCheckpoint(note, verifiersOf(keys, origin), verifyEd25519);
  if (!anchor) throw conflict('ledger.anchor_unreadable');
  const root = anchor.size > head.tree.size ? null : await rootAt(client, municipalityId, anchor.size);
  if (!root || !sameBytes(root, anchor.root)) throw conflict('ledger.anchor_not_contained', { size: anchor.size });
}

/** The tiles that become full when the tree grows from `size` by these leaves. */
async function newTiles(
  client: pg.ClientBase,
  municipalityId: string,
  { size, added }: { size: number; added: readonly Uint8Array[] },
): Promise<Tile[]> {
  const tiles: Tile[] = [];
  let [level, count, fresh] = [0, size, added];
  for (; Math.floor((count + fresh.length) / TILE_WIDTH) > Math.floor(count / TILE_WIDTH); level += 1) {
    const start = count - (count % TILE_WIDTH);
    const before =
      level === 0
        ? await leafHashes(client, municipalityId, [start, count])
        : await tileRoots(client, municipalityId, { level: level - 1, from: start, to: count });
    const hashes = [...before, ...fresh];
    const full = Array.from({ length: Math.floor(hashes.length / TILE_WIDTH) }, (_, at) =>
      fullTile(level, start / TILE_WIDTH + at, hashes.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH)),
    );
    tiles.push(...full);
    [count, fresh] = [start / TILE_WIDTH, full.map((tile) => tile.root)];
  }
  return tiles;
}

interface Batch {
  readonly municipalityId: string;
  readonly head: Head;
  readonly pending: readonly PendingLeaf[];
}

/** Places one batch and signs the tree it makes: all of it, or nothing. Returns the new checkpoint. */
async function place(client: pg.ClientBase, { keys, clock }: Sequencing, batch: Batch): Promise<string> {
  const { municipalityId, head, pending } = batch;
  const size = head.tree.size;
  const leaves = pending.map((leaf, at) => ({ leafId: leaf.leaf_id, index: size + at, hash: leafHash(leaf.entry) }));
  const added = leaves.map((leaf) => leaf.hash);
  const tree = head.tree.copy();
  for (const hash of added) tree.push(hash);
  const text = formatCheckpoint({ origin: head.origin, size: tree.size, root: tree.root() });
  const note = signNote(text, verifierOf(head.origin, keys.signer.publicKey), keys.signer.sign);
  const tiles = await newTiles(client, municipalityId, { size, added });
  await placeLeaves(client, municipalityId, leaves);
  await insertTiles(client, municipalityId, tiles);
  await insertCheckpoint(client, municipalityId, {
    size: tree.size,
    root: tree.root(),
    frontier: concat(tree.hashes),
    note,
    signedAt: clock.now(),
  });
  return note;
}

async function underLock(client: pg.ClientBase, sequencing: Sequencing, municipalityId: string): Promise<number> {
  const head = await headOf(client, sequencing, municipalityId);
  await checkAnchor(client, { ...sequencing, municipalityId, head });
  const pending = await pendingLeaves(client, municipalityId, BATCH);
  const note =
    pending.length === 0
      ? head.note
      : await inTransaction(client, () => place(client, sequencing, { municipalityId, head, pending }));
  if (note !== null && (await sequencing.anchors.read(municipalityId)) !== note) {
    await sequencing.anchors.write(municipalityId, note);
  }
  return pending.length;
}

async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  const result = await work();
  await client.query('commit');
  return result;
}

/**
 * Gives waiting entries of one municipality their place in the log, at most 2,000, and signs the new checkpoint.
 * Writers are never held up. Returns how many were placed: none while another process is at it.
 * @throws conflict when the log is not the one that was signed before
 */
export async function sequenceOnce(sequencing: Sequencing, municipalityId: string): Promise<number> {
  const client = await sequencing.owner.connect();
  let broken: Error | undefined;
  try {
    if (!(await tryLock(client, municipalityId))) return 0;
    const placed = await underLock(client, sequencing, municipalityId);
    await unlock(client, municipalityId);
    return placed;
  } catch (error) {
    // The connection goes, and with it the transaction and the lock.
    broken = error instanceof Error ? error : undefined;
    throw error;
  } finally {
    client.release(broken);
  }
}

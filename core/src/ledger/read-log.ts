import type { Tx } from '../platform/index.ts';
import { notFound } from '../shared/index.ts';
import { concat } from './bytes.ts';
import { consistencySpans, hashOfNodes, inclusionSpans, type Node, nodesOf, type Span } from './proofs.ts';
import { entriesIn, leafHashesIn, leavesById, newestCheckpoint, tileRootsIn, tilesIn } from './queries.ts';
import { bundleOf, hashesOf, hasTile, parseTilePath, placeOf, rootOfRun, TILE_WIDTH, type TileRef } from './tiles.ts';

/** The newest checkpoint, as a signed note. @throws notFound `ledger.no_checkpoint` */
export async function readCheckpoint(tx: Tx): Promise<string> {
  const newest = await newestCheckpoint(tx);
  if (!newest) throw notFound('ledger.no_checkpoint');
  return newest.note;
}

function hashRun(tx: Tx, level: number, from: number, to: number): Promise<readonly Uint8Array[]> {
  return level === 0 ? leafHashesIn(tx, from, to) : tileRootsIn(tx, { level: level - 1, from, to });
}

async function tileBytes(tx: Tx, { level, index, width }: TileRef): Promise<Uint8Array> {
  const from = index * TILE_WIDTH;
  if (level === 'entries') return bundleOf(await entriesIn(tx, from, from + width));
  if (width < TILE_WIDTH) return concat(await hashRun(tx, level, from, from + width));
  const [tile] = await tilesIn(tx, { level, from: index, to: index + 1 });
  return tile?.hashes ?? new Uint8Array();
}

/**
 * A tile or an entry bundle by its path below `tile/`.
 * @throws notFound `ledger.no_such_tile` for a path that is none, or that the newest checkpoint does not reach
 */
export async function readTile(tx: Tx, path: string): Promise<Uint8Array> {
  const ref = parseTilePath(path);
  const size = ref ? ((await newestCheckpoint(tx))?.tree_size ?? 0) : 0;
  const bytes = ref && hasTile(ref, size) ? await tileBytes(tx, ref) : new Uint8Array();
  if (bytes.length === 0) throw notFound('ledger.no_such_tile');
  return bytes;
}

async function hashOfNode(tx: Tx, node: Node): Promise<Uint8Array> {
  const { level, index, offset, count } = placeOf(node);
  const [tile] = await tilesIn(tx, { level, from: index, to: index + 1 });
  const first = index * TILE_WIDTH + offset;
  const run = tile
    ? hashesOf(tile.hashes).slice(offset, offset + count)
    : await hashRun(tx, level, first, first + count);
  return rootOfRun(run, count);
}

async function hashOfSpan(tx: Tx, span: Span): Promise<Uint8Array> {
  const hashes: Uint8Array[] = [];
  for (const node of nodesOf(span)) hashes.push(await hashOfNode(tx, node));
  return hashOfNodes(hashes);
}

async function hashesOfSpans(tx: Tx, spans: readonly Span[]): Promise<readonly Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (const span of spans) hashes.push(await hashOfSpan(tx, span));
  return hashes;
}

export interface InclusionProof {
  readonly index: number;
  /** The entry itself; its leaf hash is where the proof begins. */
  readonly entry: Uint8Array;
  readonly proof: readonly Uint8Array[];
  /** The checkpoint that the proof leads to. */
  readonly checkpoint: string;
}

/**
 * Shows that entries are in the log, all under one checkpoint, in the order asked for.
 * @throws notFound `ledger.no_such_leaf` while one waits, or where there is none
 */
export async function proveTogether(tx: Tx, leafIds: readonly string[]): Promise<readonly InclusionProof[]> {
  const [leaves, newest] = await Promise.all([leavesById(tx, leafIds), newestCheckpoint(tx)]);
  const byId = new Map(leaves.map((leaf) => [leaf.leaf_id, leaf]));
  const proofs: InclusionProof[] = [];
  for (const leafId of leafIds) {
    const leaf = byId.get(leafId);
    if (!leaf || !newest || leaf.leaf_index >= newest.tree_size) throw notFound('ledger.no_such_leaf');
    const proof = await hashesOfSpans(tx, inclusionSpans(leaf.leaf_index, newest.tree_size));
    proofs.push({ index: leaf.leaf_index, entry: leaf.entry, proof, checkpoint: newest.note });
  }
  return proofs;
}

/** Shows that an entry is in the log. @throws notFound `ledger.no_such_leaf` while it waits, or where there is none */
export async function proveInclusion(tx: Tx, leafId: string): Promise<InclusionProof> {
  const [proof] = await proveTogether(tx, [leafId]);
  if (!proof) throw notFound('ledger.no_such_leaf');
  return proof;
}

/** Shows that the log of this size only added to the smaller one. */
export function proveConsistency(tx: Tx, older: number, newer: number): Promise<readonly Uint8Array[]> {
  return hashesOfSpans(tx, consistencySpans(older, newer));
}

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

/** Hashes of the log, a stored tile read once however many proofs lead through it. */
class HashReader {
  readonly #tx: Tx;
  readonly #tiles = new Map<string, readonly Uint8Array[] | null>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  async #tile(level: number, index: number): Promise<readonly Uint8Array[] | null> {
    const key = `${level}/${index}`;
    const known = this.#tiles.get(key);
    if (known !== undefined) return known;
    const [row] = await tilesIn(this.#tx, { level, from: index, to: index + 1 });
    const hashes = row ? hashesOf(row.hashes) : null;
    this.#tiles.set(key, hashes);
    return hashes;
  }

  async #node(node: Node): Promise<Uint8Array> {
    const { level, index, offset, count } = placeOf(node);
    const tile = await this.#tile(level, index);
    const first = index * TILE_WIDTH + offset;
    const run = tile ? tile.slice(offset, offset + count) : await hashRun(this.#tx, level, first, first + count);
    return rootOfRun(run, count);
  }

  async ofSpans(spans: readonly Span[]): Promise<readonly Uint8Array[]> {
    const hashes: Uint8Array[] = [];
    for (const span of spans) {
      const nodes: Uint8Array[] = [];
      for (const node of nodesOf(span)) nodes.push(await this.#node(node));
      hashes.push(hashOfNodes(nodes));
    }
    return hashes;
  }
}

export interface InclusionProof {
  readonly index: number;
  /** The entry itself; its leaf hash is where the proof begins. */
  readonly entry: Uint8Array;
  readonly proof: readonly Uint8Array[];
  /** The checkpoint that the proof leads to. */
  readonly checkpoint: string;
}

/** A signed state of the log. */
export interface TreeState {
  readonly size: number;
  readonly note: string;
}

/** The newest one; null while nothing is in the log. */
export async function newestTree(tx: Tx): Promise<TreeState | null> {
  const newest = await newestCheckpoint(tx);
  return newest && { size: newest.tree_size, note: newest.note };
}

/** Proofs under one signed state, by entry id; entries that it does not hold are not among them. */
export async function proofsIn(
  tx: Tx,
  tree: TreeState,
  leafIds: readonly string[],
): Promise<ReadonlyMap<string, InclusionProof>> {
  const reader = new HashReader(tx);
  const proofs = new Map<string, InclusionProof>();
  for (const { leaf_id, leaf_index, entry } of await leavesById(tx, leafIds)) {
    if (leaf_index >= tree.size) continue;
    const proof = await reader.ofSpans(inclusionSpans(leaf_index, tree.size));
    proofs.set(leaf_id, { index: leaf_index, entry, proof, checkpoint: tree.note });
  }
  return proofs;
}

/**
 * Shows that entries are in the log, all under one checkpoint, in the order asked for.
 * @throws notFound `ledger.no_such_leaf` while one waits, or where there is none
 */
export async function proveTogether(tx: Tx, leafIds: readonly string[]): Promise<readonly InclusionProof[]> {
  const tree = await newestTree(tx);
  const proofs = tree ? await proofsIn(tx, tree, leafIds) : new Map<string, InclusionProof>();
  return leafIds.map((leafId) => {
    const proof = proofs.get(leafId);
    if (!proof) throw notFound('ledger.no_such_leaf');
    return proof;
  });
}

/** Shows that an entry is in the log. @throws notFound `ledger.no_such_leaf` while it waits, or where there is none */
export async function proveInclusion(tx: Tx, leafId: string): Promise<InclusionProof> {
  const [proof] = await proveTogether(tx, [leafId]);
  if (!proof) throw notFound('ledger.no_such_leaf');
  return proof;
}

/** Shows that the log of this size only added to the smaller one. */
export function proveConsistency(tx: Tx, older: number, newer: number): Promise<readonly Uint8Array[]> {
  return new HashReader(tx).ofSpans(consistencySpans(older, newer));
}

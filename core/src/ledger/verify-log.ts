import type { Tx } from '../platform/index.ts';
import { sameBytes } from './bytes.ts';
import type { Claim, ClaimOrFinding } from './claims.ts';
import { readEntry } from './entry.ts';
import { finding, type Namer } from './findings.ts';
import { leafHash } from './merkle.ts';
import { type LeafRow, leavesFrom, tilesIn } from './queries.ts';
import { hashesOf, TILE_WIDTH } from './tiles.ts';
import { TreeWalk } from './tree-walk.ts';
import type { RowsSeen } from './verify-rows.ts';
import type { Finding } from './witness.ts';

const PAGE = 2_048;

export interface LogOptions {
  readonly tx: Tx;
  readonly claims: AsyncGenerator<ClaimOrFinding>;
  readonly seen: RowsSeen;
  readonly witnessedKinds: ReadonlySet<string>;
  readonly nameOf: Namer;
}

export interface LogSeen {
  /** Entries that are there. */
  readonly leaves: number;
  /** The largest tree that is signed, as far as the database reaches. */
  readonly treeSize: number;
  readonly checkpoints: number;
  readonly unwitnessed: number;
}

/** Reads the log from its first entry to its last and holds every entry against its hash, its tile, its row and the signed roots. */
export class LogWalk {
  private readonly tree = new TreeWalk();
  private readonly options: LogOptions;
  private next: Claim | null = null;
  private size = 0;
  private leaves = 0;
  private checkpoints = 0;
  private unwitnessed = 0;
  private signed = 0;
  private signedInside = 0;
  private signedOutside = 0;
  /** A stored checkpoint was refused, which has been told. */
  private faulty = false;

  constructor(options: LogOptions) {
    this.options = options;
  }

  async *run(): AsyncGenerator<Finding, LogSeen> {
    yield* this.advance();
    yield* this.judgeHere();
    for await (const { page, tiles } of this.pages()) {
      for (const leaf of page) {
        if (this.size !== leaf.leaf_index) yield* this.gapUpTo(leaf.leaf_index, tiles);
        for (const found of this.leaf(leaf, tiles)) yield found;
        if (this.next?.size === this.size) yield* this.judgeHere();
      }
    }
    yield* this.tail();
    yield* this.tree.end();
    const { leaves, signed, checkpoints, unwitnessed } = this;
    return { leaves, treeSize: signed, checkpoints, unwitnessed };
  }

  /** Leaves in their order with the tiles that they lie in; the next page is read while one is looked at. */
  private async *pages() {
    const read = async (from: number) => {
      const page = await leavesFrom(this.options.tx, from, PAGE);
      const last = page.at(-1)?.leaf_index ?? null;
      return { page, last, tiles: last === null ? new Map() : await this.tilesOver(from, last) };
    };
    for (let here = await read(this.size); here.last !== null; ) {
      const next = read(here.last + 1);
      next.catch(() => undefined);
      yield here;
      here = await next;
    }
  }

  /** Hashes of the full tiles that these leaves lie in, by index of the tile. */
  private async tilesOver(first: number, last: number): Promise<ReadonlyMap<number, readonly Uint8Array[]>> {
    const range = { level: 0, from: Math.floor(first / TILE_WIDTH), to: Math.floor(last / TILE_WIDTH) + 1 };
    const rows = await tilesIn(this.options.tx, range);
    return new Map(rows.map((row) => [row.tile_index, hashesOf(row.hashes)]));
  }

  private async *advance(): AsyncGenerator<Finding> {
    this.next = null;
    while (!this.next) {
      const step = await this.options.claims.next();
      if (step.done) return;
      if (step.value.found) {
        this.faulty = true;
        yield step.value.found;
      } else {
        this.next = step.value.claim;
        if (this.next.outside) {
          this.signedOutside = Math.max(this.signedOutside, this.next.size);
          continue;
        }
        this.checkpoints += 1;
        this.signedInside = Math.max(this.signedInside, this.next.size);
        this.signed = Math.max(this.signed, this.next.size);
      }
    }
  }

  private async *judgeHere(): AsyncGenerator<Finding> {
    while (this.next && this.next.size === this.size) {
      yield* this.tree.judge(this.next);
      this.signed = Math.max(this.signed, this.size);
      yield* this.advance();
    }
  }

  private async *gapUpTo(index: number, tiles: ReadonlyMap<number, readonly Uint8Array[]>): AsyncGenerator<Finding> {
    if (this.size === index) return;
    yield finding('ledger.leaves_missing', { subject: String(this.size), params: { from: this.size, to: index - 1 } });
    while (this.size < index) {
      const hash = tiles.get(Math.floor(this.size / TILE_WIDTH))?.[this.size % TILE_WIDTH] ?? null;
      this.tree.pushMissing(hash);
      // Without a hash nothing more can be confirmed; no need to count through a gap that may be endless.
      const target = hash ? this.size + 1 : Math.min(index, this.next?.size ?? index);
      this.size = Math.max(target, this.size + 1);
      yield* this.judgeHere();
    }
  }

  private *leaf(leaf: LeafRow, tiles: ReadonlyMap<number, readonly Uint8Array[]>): Generator<Finding> {
    const { seen } = this.options;
    const genuine = sameBytes(leafHash(leaf.entry), leaf.leaf_hash);
    // Its row says the same, labels and all: nothing is left to be read in it.
    const known = genuine && seen.labelled.has(leaf.leaf_index);
    if (!known) yield* this.unknown(leaf, genuine);
    const tile = tiles.get(Math.floor(leaf.leaf_index / TILE_WIDTH))?.[leaf.leaf_index % TILE_WIDTH] ?? null;
    this.tree.push(
      leaf.leaf_index,
      leaf.leaf_hash,
      tile,
      genuine ? () => this.told('ledger.leaf_changed', leaf) : null,
    );
    this.size = leaf.leaf_index + 1;
    this.leaves += 1;
  }

  private told(code: string, leaf: LeafRow): Finding {
    const { kind, subject } = readEntry(leaf.entry) ?? leaf;
    const named = { thing: this.options.nameOf(kind, subject) };
    return finding(code, { kind, subject, params: { index: leaf.leaf_index }, named });
  }

  private *unknown(leaf: LeafRow, genuine: boolean): Generator<Finding> {
    if (!genuine) {
      yield this.told('ledger.leaf_changed', leaf);
      return;
    }
    const entry = readEntry(leaf.entry);
    const labelled = entry?.leafId === leaf.leaf_id && entry.kind === leaf.kind && entry.subject === leaf.subject;
    if (!labelled) yield this.told('ledger.leaf_mislabelled', leaf);
    if (entry) yield* this.row(leaf, entry);
  }

  private *row(leaf: LeafRow, entry: { readonly kind: string; readonly subject: string }): Generator<Finding> {
    const { witnessedKinds, seen, nameOf } = this.options;
    if (!witnessedKinds.has(entry.kind)) {
      this.unwitnessed += 1;
    } else if (!seen.leaves.has(leaf.leaf_index)) {
      const { kind, subject } = entry;
      yield finding('ledger.row_missing', { kind, subject, named: { thing: nameOf(kind, subject) } });
    }
  }

  /** Claims that go beyond the last entry, or entries beyond the last claim. */
  private async *tail(): AsyncGenerator<Finding> {
    let told = false;
    while (this.next) {
      const { size, place, outside } = this.next;
      if (outside || !told) {
        const params = { size, present: this.size };
        yield finding('ledger.truncated', { subject: String(size), params, named: { place } });
      }
      told ||= !outside;
      yield* this.advance();
    }
    // What is kept outside was copied from here: the table may know more than the copy, never less.
    const { signedInside, signedOutside, faulty } = this;
    if (!faulty && signedInside < signedOutside && signedOutside <= this.size) {
      yield finding('ledger.checkpoints_missing', { params: { size: signedOutside, present: signedInside } });
    }
    const count = this.size - this.signed;
    if (count > 0) yield finding('ledger.unsigned_tail', { params: { count } });
  }
}

import { sameBytes } from './bytes.ts';
import type { Claim } from './claims.ts';
import { finding } from './findings.ts';
import { Frontier } from './merkle.ts';
import { TILE_WIDTH, tilePath } from './tiles.ts';
import type { Finding } from './witness.ts';

/** A leaf whose stored tile says something else; told once a signed root has settled which of the two was altered. */
interface Suspect {
  readonly index: number;
  /** What to say if it was the leaf; null when that has been said already. */
  readonly leafChanged: (() => Finding) | null;
}

const changedTile = (index: number): Finding => {
  const path = tilePath({ level: 0, index, width: TILE_WIDTH });
  return finding('ledger.tile_changed', { subject: path, params: { path } });
};

/**
 * Grows the tree again from what is stored and holds it against the signed roots. Where leaf and tile disagree
 * it grows both trees, and the next signed root tells which one was altered.
 */
export class TreeWalk {
  private byLeaves = new Frontier();
  private byTiles: Frontier | null = null;
  private suspects: Suspect[] = [];
  private lastGood = 0;
  /** Set where a hash is lost for good: nothing after it can be confirmed. */
  private lost = false;
  private mismatches = 0;
  private lastMismatch: Claim | null = null;
  private unverifiable = 0;

  /** Adds the hash a leaf has, and the hash its tile has where there is a full tile. */
  push(index: number, leaf: Uint8Array, tile: Uint8Array | null, leafChanged: Suspect['leafChanged']): void {
    const differs = tile !== null && !sameBytes(leaf, tile);
    if (differs) {
      this.byTiles ??= this.byLeaves.copy();
      this.suspects.push({ index, leafChanged });
    }
    this.byTiles?.push(tile ?? leaf);
    this.byLeaves.push(leaf);
  }

  /** Adds a leaf that is gone; its hash is known only from the tile. */
  pushMissing(tile: Uint8Array | null): void {
    if (tile === null) {
      this.lost = true;
      return;
    }
    this.byTiles?.push(tile);
    this.byLeaves.push(tile);
  }

  *judge(claim: Claim): Generator<Finding> {
    if (this.lost) {
      this.unverifiable += 1;
    } else if (sameBytes(this.byLeaves.root(), claim.root)) {
      yield* this.tilesWereChanged();
      this.confirmed(claim.size);
    } else if (this.byTiles && sameBytes(this.byTiles.root(), claim.root)) {
      yield* this.leavesWereChanged();
      this.byLeaves = this.byTiles;
      this.confirmed(claim.size);
    } else {
      yield* this.mismatch(claim);
    }
  }

  private confirmed(size: number): void {
    this.byTiles = null;
    this.suspects = [];
    this.mismatches = 0;
    this.lastGood = size;
  }

  private *mismatch(claim: Claim): Generator<Finding> {
    const last = this.lastMismatch;
    // The same checkpoint, kept at another place.
    if (last && last.size === claim.size && sameBytes(last.root, claim.root)) return;
    this.lastMismatch = claim;
    this.mismatches += 1;
    // What stands outside the database is always told; of the others the first of a run says enough.
    if (this.mismatches > 1 && !claim.outside) return;
    yield finding('ledger.checkpoint_mismatch', {
      subject: String(claim.size),
      params: { size: claim.size, from: this.lastGood, to: Math.max(claim.size - 1, 0) },
      named: { place: claim.place },
    });
  }

  private *tilesWereChanged(): Generator<Finding> {
    const tiles = new Set(this.suspects.map(({ index }) => Math.floor(index / TILE_WIDTH)));
    for (const tile of tiles) yield changedTile(tile);
  }

  private *leavesWereChanged(): Generator<Finding> {
    for (const { leafChanged } of this.suspects) if (leafChanged) yield leafChanged();
  }

  /** What is left to say when the log is at its end. */
  *end(): Generator<Finding> {
    if (this.suspects.length > 0) {
      yield* this.tilesWereChanged();
      yield* this.leavesWereChanged();
    }
    const count = this.unverifiable + Math.max(this.mismatches - 1, 0);
    if (count > 0) yield finding('ledger.checkpoints_unverifiable', { params: { count } });
  }
}

import type { Tx } from '../platform/index.ts';
import { concat, sameBytes } from './bytes.ts';
import { finding } from './findings.ts';
import { rootOf } from './merkle.ts';
import { type TileRow, tileRootsIn, tilesAfter } from './queries.ts';
import { hashesAtLevel, hashesOf, TILE_WIDTH, tilePath } from './tiles.ts';
import type { Finding } from './witness.ts';

const PAGE = 64;

const told = (code: string, level: number, index: number): Finding => {
  const path = tilePath({ level, index, width: TILE_WIDTH });
  return finding(code, { subject: path, params: { path } });
};

async function isSound(tx: Tx, { level, tile_index, hashes, root }: TileRow): Promise<boolean> {
  if (!sameBytes(rootOf(hashesOf(hashes)), root)) return false;
  if (level === 0) return true;
  const from = tile_index * TILE_WIDTH;
  const below = await tileRootsIn(tx, { level: level - 1, from, to: from + TILE_WIDTH });
  return sameBytes(concat(below), hashes);
}

/** Checks that exactly the full tiles of a tree of this size are stored, each of them made of the level below. */
export async function* verifyTiles(tx: Tx, size: number): AsyncGenerator<Finding, number> {
  let count = 0;
  let after = { level: -1, index: 0 };
  let expected = { level: 0, index: 0 };
  const fullTiles = (level: number) => Math.floor(hashesAtLevel(level, size) / TILE_WIDTH);
  function* missingUpTo(target: { level: number; index: number }): Generator<Finding> {
    while (expected.level < target.level || (expected.level === target.level && expected.index < target.index)) {
      if (expected.index < fullTiles(expected.level)) {
        yield told('ledger.tile_missing', expected.level, expected.index);
        expected = { level: expected.level, index: expected.index + 1 };
      } else {
        expected = { level: expected.level + 1, index: 0 };
        if (fullTiles(expected.level) === 0) return;
      }
    }
  }
  for (;;) {
    const page = await tilesAfter(tx, after, PAGE);
    const last = page.at(-1);
    if (!last) break;
    for (const tile of page) {
      const here = { level: tile.level, index: tile.tile_index };
      yield* missingUpTo(here);
      count += 1;
      if (here.index >= fullTiles(here.level)) yield told('ledger.tile_surplus', here.level, here.index);
      else if (!(await isSound(tx, tile))) yield told('ledger.tile_changed', here.level, here.index);
      expected = { level: here.level, index: here.index + 1 };
    }
    after = { level: last.level, index: last.tile_index };
  }
  yield* missingUpTo({ level: 64, index: 0 });
  return count;
}

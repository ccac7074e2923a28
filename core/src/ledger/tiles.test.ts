import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { concat, toHex } from './bytes.ts';
import { Frontier, leafHash, rootOf } from './merkle.ts';
import { nodesOf } from './proofs.ts';
import {
  bundleOf,
  entriesOf,
  fullTile,
  hashesAtLevel,
  hashesOf,
  hasTile,
  parseTilePath,
  placeOf,
  TILE_WIDTH,
  tilePath,
  tilesOf,
} from './tiles.ts';

describe('tile paths', () => {
  it('are those of the published format', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('0/x001/x234/067');
    expect(tilePath({ level: 'entries', index: 0, width: 256 })).toBe('entries/000');
    expect(tilePath({ level: 1, index: 999, width: 17 })).toBe('1/999.p/17');
    expect(tilePath({ level: 63, index: 1_000, width: 1 })).toBe('63/x001/000.p/1');
  });

  it('are read back as they were written', () => {
    const level = fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 }));
    const index = fc.maxSafeNat();
    fc.assert(
      fc.property(level, index, fc.integer({ min: 1, max: 256 }), (l, i, width) => {
        const ref = { level: l, index: i, width };
        expect(parseTilePath(tilePath(ref))).toEqual(ref);
      }),
    );
  });

  it.each([
    '',
    '0',
    '0/0',
    '0/00',
    '00/000',
    '64/000',
    '0/x000/001',
    '0/001/002',
    '0/x001',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/000.p/',
    '0/000/',
    '/0/000',
    '-1/000',
    'data/000',
    '0/000.p/1/..',
    '0/../000',
    '0/x999/x999/x999/x999/x999/x999/999',
  ])('refuse %j', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });
});

describe('the tiles of a tree', () => {
  it('are for 70,000 entries what the published example says', () => {
    const tiles = tilesOf(70_000);
    const count = (level: number, full: boolean) =>
      tiles.filter((tile) => tile.level === level && (tile.width === TILE_WIDTH) === full);
    expect(count(0, true)).toHaveLength(273);
    expect(count(0, false)).toEqual([{ level: 0, index: 273, width: 112 }]);
    expect(count(1, true)).toHaveLength(1);
    expect(count(1, false)).toEqual([{ level: 1, index: 1, width: 17 }]);
    expect(count(2, false)).toEqual([{ level: 2, index: 0, width: 1 }]);
    expect(tiles).toHaveLength(277);
  });

  it('are for 256 entries a full one and one of width 1 above it', () => {
    expect(tilesOf(256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ]);
    expect(tilesOf(0)).toEqual([]);
  });

  it('are served for every width that the tree reaches, and no further', () => {
    expect(hasTile({ level: 0, index: 0, width: 3 }, 3)).toBe(true);
    expect(hasTile({ level: 0, index: 0, width: 4 }, 3)).toBe(false);
    expect(hasTile({ level: 1, index: 0, width: 1 }, 255)).toBe(false);
    expect(hasTile({ level: 'entries', index: 1, width: 1 }, 257)).toBe(true);
    expect(hasTile({ level: 63, index: 0, width: 1 }, Number.MAX_SAFE_INTEGER)).toBe(false);
  });

  it('give the root of the tree again, at any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), (size) => {
        const leaves = Array.from({ length: size }, (_, at) => leafHash(Uint8Array.of(at >> 8, at & 255)));
        const levels: Uint8Array[][] = [leaves];
        for (let below = leaves; below.length >= TILE_WIDTH; ) {
          const full = Math.floor(below.length / TILE_WIDTH);
          below = Array.from(
            { length: full },
            (_, at) => fullTile(0, at, below.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH)).root,
          );
          levels.push(below);
        }
        expect(levels.map((hashes) => hashes.length)).toEqual(levels.map((_, level) => hashesAtLevel(level, size)));
        const subtrees = nodesOf({ start: 0, end: size }).map((node) => {
          const { level, index, offset, count } = placeOf(node);
          const first = index * TILE_WIDTH + offset;
          return rootOf((levels[level] ?? []).slice(first, first + count));
        });
        expect(toHex(new Frontier(size, subtrees).root())).toBe(toHex(rootOf(leaves)));
      }),
      { numRuns: 30 },
    );
  });

  it('hold 256 hashes of 32 bytes', () => {
    const hashes = Array.from({ length: 256 }, (_, at) => leafHash(Uint8Array.of(at)));
    const tile = fullTile(0, 7, hashes);
    expect(tile.hashes).toHaveLength(8_192);
    expect(hashesOf(tile.hashes)).toEqual(hashes);
    expect(toHex(tile.root)).toBe(toHex(rootOf(hashes)));
  });
});

describe('entry bundles', () => {
  it('put the length of each entry before it in 16 bits, big-endian', () => {
    expect(bundleOf([Uint8Array.of(9), new Uint8Array(258)]).slice(0, 5)).toEqual(Uint8Array.of(0, 1, 9, 1, 2));
  });

  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 20 }), (entries) => {
        expect(entriesOf(bundleOf(entries))).toEqual(entries);
      }),
    );
    const longest = new Uint8Array(65_535).fill(7);
    expect(entriesOf(bundleOf([longest]))).toEqual([longest]);
  });

  it('are refused when they break off', () => {
    const bundle = bundleOf([Uint8Array.of(1, 2, 3)]);
    expect(entriesOf(bundle.slice(0, -1))).toBeNull();
    expect(entriesOf(concat([bundle, Uint8Array.of(0)]))).toBeNull();
  });
});

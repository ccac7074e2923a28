import { invariant } from '../shared/index.ts';
import { concat, pieces } from './bytes.ts';
import { HASH_LENGTH, rootOf } from './merkle.ts';

// c2sp.org/tlog-tiles: tiles of height 8.

export const TILE_WIDTH = 256;
const MAX_LEVEL = 63;

export interface TileRef {
  /** Level 0 holds leaf hashes, each level above the roots of full tiles; `entries` the entries themselves. */
  readonly level: number | 'entries';
  readonly index: number;
  /** 256 for a full tile. */
  readonly width: number;
}

export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
  readonly root: Uint8Array;
}

function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** The path below `tile/`: `0/x001/x234/067`, `entries/000.p/12`. */
export function tilePath({ level, index, width }: TileRef): string {
  return `${level}/${indexPath(index)}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

const PATH = /^(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/;

/** Reads a path below `tile/`; null for anything but its one canonical spelling. */
export function parseTilePath(path: string): TileRef | null {
  const [, level = '', index = '', width] = PATH.exec(path) ?? [];
  const ref: TileRef = {
    level: level === 'entries' ? level : Number(level),
    index: Number(index.replaceAll(/[x/]/g, '')),
    width: width === undefined ? TILE_WIDTH : Number(width),
  };
  const inRange = ref.level === 'entries' || ref.level <= MAX_LEVEL;
  return inRange && ref.width > 0 && Number.isSafeInteger(ref.index) && tilePath(ref) === path ? ref : null;
}

/** How many hashes a level has in a tree of this size, full and partial tiles together. */
export function hashesAtLevel(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

export function hasTile({ level, index, width }: TileRef, size: number): boolean {
  return index * TILE_WIDTH + width <= hashesAtLevel(level === 'entries' ? 0 : level, size);
}

/** Every tile of a tree of this size, the partial ones at the right included. */
export function tilesOf(size: number): readonly (TileRef & { readonly level: number })[] {
  const tiles: (TileRef & { readonly level: number })[] = [];
  for (let level = 0, count = size; count > 0; level += 1, count = hashesAtLevel(level, size)) {
    for (let start = 0; start < count; start += TILE_WIDTH) {
      tiles.push({ level, index: start / TILE_WIDTH, width: Math.min(TILE_WIDTH, count - start) });
    }
  }
  return tiles;
}

export function fullTile(level: number, index: number, hashes: readonly Uint8Array[]): Tile {
  return { level, index, hashes: concat(hashes), root: rootOf(hashes) };
}

export function hashesOf(tile: Uint8Array): readonly Uint8Array[] {
  return pieces(tile, HASH_LENGTH);
}

/** Where a perfect subtree is found: the tile, and the run of its hashes that the subtree covers. */
export function placeOf(node: { readonly level: number; readonly index: number }): {
  readonly level: number;
  readonly index: number;
  readonly offset: number;
  readonly count: number;
} {
  const level = Math.floor(node.level / 8);
  const count = 2 ** (node.level % 8);
  const first = node.index * count;
  return { level, index: Math.floor(first / TILE_WIDTH), offset: first % TILE_WIDTH, count };
}

/** The root of a whole run of hashes of one tile. */
export function rootOfRun(hashes: readonly Uint8Array[], count: number): Uint8Array {
  invariant(hashes.length === count, 'a stored tile holds every hash that the tree has there');
  return rootOf(hashes);
}

/** An entry bundle: each entry behind its length in 16 bits, big-endian. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  return concat(entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]));
}

/** The entries of a bundle; null when the bytes are not a whole number of entries. */
export function entriesOf(bundle: Uint8Array): readonly Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length; ) {
    const [high, low] = [bundle[at], bundle[at + 1]];
    if (high === undefined || low === undefined) return null;
    const end = at + 2 + high * 256 + low;
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}

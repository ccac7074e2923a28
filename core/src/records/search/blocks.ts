import { invariant } from '../../shared/index.ts';

/** A row of the index: entries of pairs in their order, each with its places as differences. */
export interface Block {
  /** Of the first entry, and where that first stands in this block. */
  readonly pair: number;
  readonly place: number;
  readonly places: Uint8Array;
}

/** About as much as half a page of the database holds. */
const BLOCK_BYTES = 3_900;
// The longest number of seven bits a byte, and the head of an entry before it.
const ROOM = 16;

/** Writes sorted pairs with their sorted places into blocks. */
export class BlockWriter {
  private readonly bytes = new Uint8Array(BLOCK_BYTES + ROOM);
  private readonly entry = new Uint8Array(BLOCK_BYTES + ROOM);
  private used = 0;
  private entryUsed = 0;
  private first: { pair: number; place: number } | null = null;
  private lastPair = 0;
  private pair = -1;
  private lastPlace = 0;

  private readonly done: (block: Block) => void;

  constructor(done: (block: Block) => void) {
    this.done = done;
  }

  add(pair: number, place: number): void {
    if (pair !== this.pair) {
      this.closeEntry();
      this.pair = pair;
      this.lastPlace = -1;
    }
    if (this.used + this.entryUsed + ROOM > BLOCK_BYTES) {
      this.closeEntry();
      this.closeBlock();
      this.pair = pair;
      this.lastPlace = -1;
    }
    if (this.first === null) {
      this.first = { pair, place };
      this.lastPair = pair;
    }
    this.entryUsed = put(this.entry, this.entryUsed, this.lastPlace < 0 ? place : place - this.lastPlace);
    this.lastPlace = place;
  }

  end(): void {
    this.closeEntry();
    this.closeBlock();
  }

  private closeEntry(): void {
    if (this.entryUsed === 0) return;
    this.used = put(this.bytes, this.used, this.pair - this.lastPair);
    this.used = put(this.bytes, this.used, this.entryUsed);
    this.bytes.set(this.entry.subarray(0, this.entryUsed), this.used);
    this.used += this.entryUsed;
    this.entryUsed = 0;
    this.lastPair = this.pair;
  }

  private closeBlock(): void {
    if (this.first === null) return;
    this.done({ ...this.first, places: this.bytes.slice(0, this.used) });
    this.first = null;
    this.used = 0;
  }
}

/** Seven bits a byte, the lowest first, of a number below 2^32. */
function put(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes[at++] = (rest & 0x7f) | 0x80;
  bytes[at++] = rest;
  return at;
}

/** A growing list of numbers below 2^32. */
export class Places {
  values = new Uint32Array(64);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const more = new Uint32Array(this.length * 2);
      more.set(this.values);
      this.values = more;
    }
    this.values[this.length++] = value;
  }

  clear(): void {
    this.length = 0;
  }

  done(): Uint32Array {
    return this.values.subarray(0, this.length);
  }
}

/** Reads numbers one after another. */
class Reader {
  at = 0;
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  next(): number {
    let value = 0;
    let times = 1;
    for (;;) {
      const byte = this.bytes[this.at++];
      invariant(byte !== undefined, 'a block of the search ends with a number');
      value += (byte & 0x7f) * times;
      if (byte < 0x80) return value;
      times *= 0x80;
    }
  }
}

/** What stands in a block of one pair. */
export interface Entry {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
  /** No place of it is before. */
  readonly first: number;
}

export function entryOf(block: Block, pair: number): Entry | null {
  const reader = new Reader(block.places);
  for (let here = block.pair; reader.at < block.places.length; ) {
    here += reader.next();
    const length = reader.next();
    if (here > pair) return null;
    const end = reader.at + length;
    if (here === pair) return { bytes: block.places, at: reader.at, end, first: block.pair === pair ? block.place : 0 };
    reader.at = end;
  }
  return null;
}

/** Where one pair stands, as it is stored: its entries in their order. */
export type Entries = readonly Entry[];

/** About as many places. */
export const sizeOf = (entries: Entries): number => entries.reduce((sum, { at, end }) => sum + end - at, 0);

/** The places from `lo` to below `hi`. Most of what a search does in its thread is here and in `partnersOf`: no calls. */
export function placesIn(entries: Entries, { lo, hi }: { lo: number; hi: number }): Uint32Array {
  const values = new Uint32Array(sizeOf(entries));
  let count = 0;
  for (const { bytes, at, end } of entries) {
    let place = 0;
    for (let next = at; next < end && place < hi; ) {
      let byte = bytes[next++] as number;
      let times = 1;
      for (; byte >= 0x80; byte = bytes[next++] as number) {
        place += (byte - 0x80) * times;
        times *= 0x80;
      }
      place += byte * times;
      if (place >= lo && place < hi) values[count++] = place;
    }
  }
  return values.subarray(0, count);
}

/** Those of the sorted places whose partner stands so far behind them; the partners are read past, and none is kept. */
export function partnersOf(places: Uint32Array, entries: Entries, behind: number): Uint32Array {
  const both = new Uint32Array(Math.min(places.length, sizeOf(entries)));
  let [count, nth] = [0, 0];
  for (const [at, entry] of entries.entries()) {
    if (nth === places.length) break;
    const following = entries[at + 1];
    if (following && following.first > 0 && (places[nth] as number) + behind >= following.first) continue;
    const { bytes, end } = entry;
    let place = 0;
    let sought = (places[nth] as number) + behind;
    for (let next = entry.at; next < end && nth < places.length; ) {
      let byte = bytes[next++] as number;
      let times = 1;
      for (; byte >= 0x80; byte = bytes[next++] as number) {
        place += (byte - 0x80) * times;
        times *= 0x80;
      }
      place += byte * times;
      for (; place > sought && nth < places.length; sought = (places[nth] as number) + behind) nth += 1;
      if (place === sought) both[count++] = places[nth++] as number;
      sought = (places[nth] as number) + behind;
    }
  }
  return both.subarray(0, count);
}

const EVERYWHERE = { lo: 0, hi: Number.POSITIVE_INFINITY };

/** Every pair of a block with its places, in order. */
export function entriesOf(block: Block, each: (pair: number, places: Uint32Array) => void): void {
  const reader = new Reader(block.places);
  let here = block.pair;
  while (reader.at < block.places.length) {
    here += reader.next();
    const length = reader.next();
    const end = reader.at + length;
    each(here, placesIn([{ bytes: block.places, at: reader.at, end, first: 0 }], EVERYWHERE));
    reader.at = end;
  }
}

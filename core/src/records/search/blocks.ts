import { invariant } from '../../shared/index.ts';
import { type Gram, isPairAsked, lastOf } from './grams.ts';
import { inOrder, roomFor } from './places.ts';

/**
 * A row of the index: entries of grams in their order, each with its places as differences. Every byte is a letter of ASCII
 * and none is 0, so that the database keeps and sends it as text: to write bytes as text takes it ten times as long as to
 * find them.
 */
export interface Block {
  /** Of the first entry, and where that first stands in this block. */
  readonly gram: Gram;
  readonly place: number;
  readonly places: Uint8Array;
}

/** Of one gram: about as much as half a page of the database holds. */
const BLOCK_BYTES = 3_900;
/** Of several: who seeks one of them reads the others for nothing. */
const MIXED_BYTES = 1_000;
// The longest number of six bits a byte, and the head of an entry before it.
const ROOM = 16;
/** What the first place is a difference to: no difference is 0. */
const BEFORE_ALL = -1;

/** Writes sorted grams with their sorted places into blocks. */
export class BlockWriter {
  private readonly bytes = new Uint8Array(BLOCK_BYTES + ROOM);
  private readonly entry = new Uint8Array(BLOCK_BYTES + ROOM);
  private used = 0;
  private entryUsed = 0;
  private first: { gram: Gram; place: number } | null = null;
  private lastGram = 0;
  private gram: Gram = -1;
  private lastPlace = 0;

  private readonly done: (block: Block) => void;

  constructor(done: (block: Block) => void) {
    this.done = done;
  }

  add(gram: Gram, place: number): void {
    if (gram !== this.gram) {
      this.closeEntry();
      if (this.used > MIXED_BYTES) this.closeBlock();
      this.gram = gram;
      this.lastPlace = BEFORE_ALL;
    }
    if (this.used + this.entryUsed + ROOM > BLOCK_BYTES) {
      this.closeEntry();
      this.closeBlock();
      this.gram = gram;
      this.lastPlace = BEFORE_ALL;
    }
    if (this.first === null) {
      this.first = { gram, place };
      this.lastGram = gram;
    }
    this.entryUsed = put(this.entry, this.entryUsed, place - this.lastPlace);
    this.lastPlace = place;
  }

  end(): void {
    this.closeEntry();
    this.closeBlock();
  }

  private closeEntry(): void {
    if (this.entryUsed === 0) return;
    this.used = put(this.bytes, this.used, this.gram - this.lastGram + 1);
    this.used = put(this.bytes, this.used, this.entryUsed);
    this.bytes.set(this.entry.subarray(0, this.entryUsed), this.used);
    this.used += this.entryUsed;
    this.entryUsed = 0;
    this.lastGram = this.gram;
  }

  private closeBlock(): void {
    if (this.first === null) return;
    this.done({ ...this.first, places: this.bytes.slice(0, this.used) });
    this.first = null;
    this.used = 0;
  }
}

/** Six bits a byte, the lowest first, of a number from 1 to below 2^53. All bytes but the last have the seventh bit. */
function put(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  for (; rest > 0xffffffff; rest = Math.floor(rest / 0x40)) bytes[at++] = (rest % 0x40) | 0x40;
  for (; rest >= 0x40; rest >>>= 6) bytes[at++] = (rest & 0x3f) | 0x40;
  bytes[at++] = rest;
  return at;
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
      value += (byte & 0x3f) * times;
      if (byte < 0x40) return value;
      times *= 0x40;
    }
  }
}

/** What stands in a block of one gram. */
export interface Entry {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
  /** No place of it is before. */
  readonly first: number;
}

/** The entries of a block whose grams are asked for. */
export function entriesAsked(block: Block, asked: Gram): Entry[] {
  const [reader, last, found] = [new Reader(block.places), lastOf(asked), [] as Entry[]];
  for (let here = block.gram; reader.at < block.places.length; ) {
    here += reader.next() - 1;
    const length = reader.next();
    if (here > last) break;
    const [at, end] = [reader.at, reader.at + length];
    if (here >= asked) found.push({ bytes: block.places, at, end, first: block.gram === here ? block.place : 0 });
    reader.at = end;
  }
  return found;
}

/** Where one gram stands, as it is stored: its entries in their order. */
export type Entries = readonly Entry[];

/** What blocks in their order say of a gram. What is asked for by two letters comes from many grams, and becomes one entry. */
export function listIn(blocks: readonly Block[], asked: Gram): Entries {
  const entries = blocks.flatMap((block) => entriesAsked(block, asked));
  return isPairAsked(asked) && entries.length > 1 ? [oneEntry(inOrder(placesIn(entries, EVERYWHERE)))] : entries;
}

/** No number of it takes more than six bytes. */
function oneEntry(places: Uint32Array): Entry {
  const bytes = new Uint8Array(roomFor(places.length * 2).buffer);
  let [end, before] = [0, BEFORE_ALL];
  for (let nth = 0; nth < places.length; nth += 1) {
    const place = places[nth] as number;
    end = put(bytes, end, place - before);
    before = place;
  }
  return { bytes: bytes.slice(0, end), at: 0, end, first: places[0] ?? 0 };
}

/** About as many places. */
export const sizeOf = (entries: Entries): number => entries.reduce((sum, { at, end }) => sum + end - at, 0);

const EVERYWHERE = { lo: 0, hi: Number.POSITIVE_INFINITY };

/** The places from `lo` to below `hi`. Most of what a search does in its thread is here and in `partnersOf`: no calls. */
export function placesIn(entries: Entries, { lo, hi }: { lo: number; hi: number }): Uint32Array {
  const values = roomFor(sizeOf(entries));
  let count = 0;
  for (const { bytes, at, end } of entries) {
    let place = BEFORE_ALL;
    for (let next = at; next < end && place < hi; ) {
      let byte = bytes[next++] as number;
      let times = 1;
      for (; byte >= 0x40; byte = bytes[next++] as number) {
        place += (byte - 0x40) * times;
        times *= 0x40;
      }
      place += byte * times;
      if (place >= lo && place < hi) values[count++] = place;
    }
  }
  return values.slice(0, count);
}

/** Those of the sorted places whose partner stands so far behind them; the partners are read past, and none is kept. */
export function partnersOf(places: Uint32Array, entries: Entries, behind: number): Uint32Array {
  const both = roomFor(Math.min(places.length, sizeOf(entries)));
  let [count, nth] = [0, 0];
  for (const [at, entry] of entries.entries()) {
    if (nth === places.length) break;
    const following = entries[at + 1];
    if (following && following.first > 0 && (places[nth] as number) + behind >= following.first) continue;
    const { bytes, end } = entry;
    let place = BEFORE_ALL;
    let sought = (places[nth] as number) + behind;
    for (let next = entry.at; next < end && nth < places.length; ) {
      let byte = bytes[next++] as number;
      let times = 1;
      for (; byte >= 0x40; byte = bytes[next++] as number) {
        place += (byte - 0x40) * times;
        times *= 0x40;
      }
      place += byte * times;
      for (; place > sought && nth < places.length; sought = (places[nth] as number) + behind) nth += 1;
      if (place === sought) both[count++] = places[nth++] as number;
      sought = (places[nth] as number) + behind;
    }
  }
  return both.slice(0, count);
}

/** Every gram of a block with its places, in order. */
export function entriesOf(block: Block, each: (gram: Gram, places: Uint32Array) => void): void {
  const reader = new Reader(block.places);
  let here = block.gram;
  while (reader.at < block.places.length) {
    here += reader.next() - 1;
    const length = reader.next();
    const end = reader.at + length;
    each(here, placesIn([{ bytes: block.places, at: reader.at, end, first: 0 }], EVERYWHERE));
    reader.at = end;
  }
}

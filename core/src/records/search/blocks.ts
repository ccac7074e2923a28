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

/** Seven bits a byte, the lowest first. */
function put(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  while (rest >= 0x80) {
    bytes[at++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  bytes[at++] = rest;
  return at;
}

/** A growing list of numbers below 2^32. */
export class Places {
  values = new Uint32Array(64);
  length = 0;

  push(value: number): void {
    this.roomFor(1);
    this.values[this.length++] = value;
  }

  roomFor(more: number): void {
    if (this.length + more <= this.values.length) return;
    const values = new Uint32Array(Math.max(this.length + more, this.values.length * 2));
    values.set(this.done());
    this.values = values;
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

/** The places of one pair in a block, from `lo` to below `hi`, behind those that are there already. */
export function placesIn(block: Block, { pair, lo, hi }: { pair: number; lo: number; hi: number }, into: Places): void {
  const reader = new Reader(block.places);
  let here = block.pair;
  while (reader.at < block.places.length) {
    here += reader.next();
    const length = reader.next();
    if (here > pair) return;
    const end = reader.at + length;
    if (here < pair) {
      reader.at = end;
      continue;
    }
    entryPlaces({ bytes: block.places, at: reader.at, end }, { lo, hi }, into);
    return;
  }
}

/** Most of what a search does in this thread: numbers of one or two bytes are read without a call each. */
function entryPlaces(
  { bytes, at, end }: { bytes: Uint8Array; at: number; end: number },
  { lo, hi }: { lo: number; hi: number },
  into: Places,
): void {
  into.roomFor(end - at);
  const { values } = into;
  let count = into.length;
  let place = 0;
  for (let next = at; next < end; ) {
    let byte = bytes[next++] as number;
    let times = 1;
    while (byte >= 0x80) {
      place += (byte - 0x80) * times;
      times *= 0x80;
      byte = bytes[next++] as number;
    }
    place += byte * times;
    if (place >= hi) break;
    if (place >= lo) values[count++] = place;
  }
  into.length = count;
}

/** Every pair of a block with its places, in order. */
export function entriesOf(block: Block, each: (pair: number, places: Uint32Array) => void): void {
  const reader = new Reader(block.places);
  let here = block.pair;
  while (reader.at < block.places.length) {
    here += reader.next();
    const length = reader.next();
    const end = reader.at + length;
    const places = new Places();
    let place = 0;
    while (reader.at < end) {
      place += reader.next();
      places.push(place);
    }
    each(here, places.done());
  }
}

import { invariant } from '../../shared/index.ts';
import { type Block, BlockWriter } from './blocks.ts';
import { followerAt, gramOf, isPairAt, pairAt } from './grams.ts';

/** What a record was filed as, the text of its file, its row of the register; from there on what is attached to its case. */
export type Part = number;
export const [FILED_AS, FILE_TEXT, REGISTERED, FIRST_ATTACHED] = [0, 1, 2, 3] as const;
/** One byte of the directory holds it. */
export const LAST_ATTACHED = 255;

export const isAttached = (part: Part): boolean => part >= FIRST_ATTACHED;

/** A document as it goes into a segment. */
export interface FoldedDoc {
  readonly recordId: string;
  readonly part: Part;
  /** When the record was registered, in ms. */
  readonly at: number;
  readonly folded: string;
}

/** Which documents stand in a segment, in the order of time, and where each begins. */
export interface Directory {
  readonly count: number;
  readonly ids: Buffer;
  readonly parts: Uint8Array;
  readonly at: Float64Array;
  /** One more than documents: the last is where the segment ends. */
  readonly starts: Uint32Array;
}

export interface DirectoryEntry {
  readonly recordId: string;
  readonly part: Part;
  readonly at: number;
  /** Letters, without the gap behind them. */
  readonly letters: number;
}

const ENTRY_BYTES = 29;

/** Newest last; a total order, so that every segment has its documents in the same. */
export const byTime = (a: DirectoryKey, b: DirectoryKey): number =>
  a.at - b.at || (a.recordId < b.recordId ? -1 : a.recordId > b.recordId ? 1 : a.part - b.part);

type DirectoryKey = Pick<DirectoryEntry, 'recordId' | 'part' | 'at'>;

export const idBytes = (recordId: string): Buffer => Buffer.from(recordId.replaceAll('-', ''), 'hex');

export function idAt({ ids }: Pick<Directory, 'ids'>, doc: number): string {
  const hex = ids.toString('hex', doc * 16, doc * 16 + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The directory as it is stored, and where each document begins; a gap of one letter lies between two. */
export function directoryOf(entries: readonly DirectoryEntry[]): { bytes: Buffer; starts: Uint32Array; end: number } {
  const bytes = Buffer.alloc(entries.length * ENTRY_BYTES + 4);
  const starts = new Uint32Array(entries.length);
  let start = 0;
  entries.forEach(({ recordId, part, at, letters }, nth) => {
    const offset = nth * ENTRY_BYTES;
    idBytes(recordId).copy(bytes, offset);
    bytes.writeUInt8(part, offset + 16);
    bytes.writeDoubleBE(at, offset + 17);
    bytes.writeUInt32BE(start, offset + 25);
    starts[nth] = start;
    start += letters + 1;
  });
  invariant(start < 0xffffffff, 'a segment of the search holds less than 2^32 letters');
  bytes.writeUInt32BE(start, entries.length * ENTRY_BYTES);
  return { bytes, starts, end: start };
}

export function readDirectory(bytes: Buffer): Directory {
  const count = (bytes.length - 4) / ENTRY_BYTES;
  const ids = Buffer.alloc(count * 16);
  const [parts, at, starts] = [new Uint8Array(count), new Float64Array(count), new Uint32Array(count + 1)];
  for (let nth = 0; nth < count; nth += 1) {
    const offset = nth * ENTRY_BYTES;
    bytes.copy(ids, nth * 16, offset, offset + 16);
    parts[nth] = bytes.readUInt8(offset + 16);
    at[nth] = bytes.readDoubleBE(offset + 17);
    starts[nth] = bytes.readUInt32BE(offset + 25);
  }
  starts[count] = bytes.readUInt32BE(count * ENTRY_BYTES);
  return { count, ids, parts, at, starts };
}

/** The first document that is not older than `from`. */
export function docsSince({ at, count }: Directory, from: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two letters, what follows them, and where they stand. */
type Grams = readonly [pairs: Uint32Array, followers: Uint16Array, places: Uint32Array];

const roomFor = (count: number): Grams => [new Uint32Array(count), new Uint16Array(count), new Uint32Array(count)];

const HALF = 0x10000;

/** One pass of a sort by counting, by the follower or by half a pair; what is equal keeps its order. */
function pass(from: Grams, to: Grams, [by, shift]: readonly [Uint32Array | Uint16Array, 0 | 16]): void {
  const [pairs, followers, places] = from;
  const counts = new Uint32Array(HALF + 1);
  for (let nth = 0; nth < by.length; nth += 1) {
    const half = (((by[nth] as number) >>> shift) & 0xffff) + 1;
    counts[half] = (counts[half] as number) + 1;
  }
  for (let half = 0; half < HALF; half += 1) counts[half + 1] = (counts[half + 1] as number) + (counts[half] as number);
  for (let nth = 0; nth < by.length; nth += 1) {
    const half = ((by[nth] as number) >>> shift) & 0xffff;
    const at = counts[half] as number;
    counts[half] = at + 1;
    to[0][at] = pairs[nth] as number;
    to[1][at] = followers[nth] as number;
    to[2][at] = places[nth] as number;
  }
}

/** All grams of all documents with their places, sorted. */
function sortedGrams(docs: readonly FoldedDoc[], starts: Uint32Array): Grams {
  const all = roomFor(docs.reduce((sum, { folded }) => sum + Math.max(0, folded.length - 1), 0));
  let count = 0;
  docs.forEach(({ folded }, nth) => {
    const start = starts[nth] ?? 0;
    for (let at = 0; at + 1 < folded.length; at += 1) {
      if (!isPairAt(folded, at)) continue;
      all[0][count] = pairAt(folded, at);
      all[1][count] = followerAt(folded, at);
      all[2][count] = start + at;
      count += 1;
    }
  });
  const read: Grams = [all[0].subarray(0, count), all[1].subarray(0, count), all[2].subarray(0, count)];
  const other = roomFor(count);
  pass(read, other, [read[1], 0]);
  pass(other, read, [other[0], 0]);
  pass(read, other, [read[0], 16]);
  return other;
}

export interface BuiltSegment {
  readonly directory: Buffer;
  readonly docs: number;
  readonly letters: number;
  readonly newestAt: number;
  readonly blocks: Block[];
}

/** A segment of documents, in memory; they are put in the order of time. */
export function buildSegment(given: readonly FoldedDoc[]): BuiltSegment {
  const docs = given.toSorted(byTime);
  const { bytes, starts, end } = directoryOf(docs.map((doc) => ({ ...doc, letters: doc.folded.length })));
  const blocks: Block[] = [];
  const writer = new BlockWriter((block) => blocks.push(block));
  const [pairs, followers, places] = sortedGrams(docs, starts);
  for (let nth = 0; nth < pairs.length; nth += 1)
    writer.add(gramOf(pairs[nth] as number, followers[nth] as number), places[nth] as number);
  writer.end();
  return { directory: bytes, docs: docs.length, letters: end, newestAt: docs.at(-1)?.at ?? 0, blocks };
}

import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import { badInput } from '../../shared/errors.ts';
import type { FileSource } from './kinds.ts';
import { type Pieces, piecesOf, sizeOf } from './source.ts';

const MB = 1024 * 1024;

export const LIMITS = {
  fileBytes: 50 * MB,
  inflatedBytes: 500 * MB,
  entries: 5_000,
  /** A part larger than `ratioFrom` may not be more than `ratio` times its packed size. */
  ratio: 200,
  ratioFrom: 10 * MB,
} as const;

export interface Part {
  readonly name: string;
  readonly entry: yauzl.Entry;
  /** Where its packed bytes lie. */
  readonly from: number;
}

/** The parts of a zip whose directory has been checked; their contents have not. */
export interface Package {
  readonly parts: readonly Part[];
  readonly pieces: Pieces;
  readonly close: () => void;
}

// Each piece goes through another thread; of usual size (16 KB) the way there and back takes longer than the work.
const INFLATED_AT_ONCE = 256 * 1024;

const DEFLATE = 8;
const SYMBOLIC_LINK = 0xa000;
/** How a row of the directory begins. */
const ONE_MORE = Buffer.from('PK\x01\x02', 'latin1');
const MADE_ON_UNIX = 3;

const damaged = (reason: string) => badInput('records.damaged', { reason });

/** yauzl and zlib fail for one reason only, broken data; what the consumer throws passes untouched. */
async function* sound<T>(source: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  try {
    for await (const item of source) yield item;
  } catch {
    throw damaged('unreadable');
  }
}
const readable = <T>(reading: Promise<T>): Promise<T> => reading.catch(() => Promise.reject(damaged('unreadable')));

function nameOf(entry: yauzl.Entry): string {
  const { generalPurposeBitFlag: flags, fileNameRaw, extraFields } = entry;
  const name = yauzl.getFileNameLowLevel(flags, fileNameRaw, [], true);
  // A second name beside the first is what some readers believe and others do not.
  if (yauzl.getFileNameLowLevel(flags, fileNameRaw, extraFields, true) !== name) throw damaged('two names');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  const unsafe = yauzl.validateFileName(name) !== null || /[\u0000-\u001f\u007f]/.test(name) || name === '';
  const link =
    ((entry.externalFileAttributes >>> 16) & 0xf000) === SYMBOLIC_LINK && entry.versionMadeBy >>> 8 === MADE_ON_UNIX;
  if (unsafe || link) throw badInput('records.unsafe_part_name');
  return name;
}

function checkEntry(entry: yauzl.Entry): void {
  if (entry.isEncrypted()) throw badInput('records.encrypted');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== DEFLATE) throw damaged('compression method');
}

/** Reads for yauzl, whose own reader throws past every handler where a directory points far outside the file. */
class DirectoryReader extends yauzl.RandomAccessReader {
  readonly #pieces: Pieces;

  constructor(pieces: Pieces) {
    super();
    this.#pieces = pieces;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead: number) => void,
  ): void {
    setImmediate(callback, null, this.#pieces.fill(buffer.subarray(offset, offset + length), position));
  }
}

/** Reads the directory and refuses what it says already: too many parts, too large, unsafe or repeated names, encrypted. */
export async function openPackage(source: FileSource): Promise<Package> {
  const pieces = piecesOf(source);
  const close = () => pieces.close();
  try {
    const options = { decodeStrings: false, validateEntrySizes: false, autoClose: false };
    // It begins as a zip does; without its directory, which stands at the end, it was cut off.
    const opening = yauzl.fromRandomAccessReaderPromise(new DirectoryReader(pieces), sizeOf(source), options);
    const zip = await readable(opening);
    const parts = await checkedParts(zip);
    refuseHiddenParts(zip, pieces);
    return { parts, pieces, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** What the directory has beyond the number that it gives is seen by some readers and not by others. */
function refuseHiddenParts(zip: yauzl.ZipFile, pieces: Pieces): void {
  const mark = Buffer.alloc(4);
  pieces.fill(mark, Number(zip.readEntryCursor));
  if (mark.equals(ONE_MORE)) throw damaged('directory');
}

async function checkedParts(zip: yauzl.ZipFile): Promise<Part[]> {
  if (zip.entryCount > LIMITS.entries) throw badInput('records.zip_bomb');
  const named: Named[] = [];
  const seen = new Set<string>();
  let declared = 0;
  for await (const entry of sound(zip.eachEntry())) {
    checkEntry(entry);
    const name = nameOf(entry);
    // OPC compares part names without case, so two that differ in case only are one part twice.
    const key = name.normalize('NFC').toLowerCase();
    if (seen.has(key)) throw badInput('records.duplicate_part', { part: name });
    seen.add(key);
    declared += entry.uncompressedSize;
    if (declared > LIMITS.inflatedBytes) throw badInput('records.zip_bomb');
    named.push({ name, entry });
  }
  return placed(zip, named);
}

type Named = Omit<Part, 'from'>;

/** The local headers must agree with the directory, and no two parts may share bytes: else readers see different files. */
async function placed(zip: yauzl.ZipFile, named: readonly Named[]): Promise<Part[]> {
  const ranges: { from: number; to: number }[] = [];
  const parts: Part[] = [];
  for (const { name, entry } of named) {
    const local = await readable(zip.readLocalFileHeaderPromise(entry));
    const agrees = local.fileName.equals(entry.fileNameRaw) && local.compressionMethod === entry.compressionMethod;
    if (!agrees || ((local.generalPurposeBitFlag ^ entry.generalPurposeBitFlag) & 1) !== 0)
      throw damaged('headers disagree');
    ranges.push({ from: entry.relativeOffsetOfLocalHeader, to: local.fileDataStart + entry.compressedSize });
    parts.push({ name, entry, from: local.fileDataStart });
  }
  ranges.sort((a, b) => a.from - b.from);
  if (ranges.some((range, i) => range.from < (ranges[i - 1]?.to ?? 0))) throw damaged('parts overlap');
  return parts;
}

/** What looks at a part's bytes while they are inflated; they are gone when it has. */
export type Watch = (chunk: Buffer) => void;

/** One piece after the other: the next is asked for when the one before has been unpacked, for it may take its place. */
async function feed(inflate: InflateRaw, pieces: Iterable<Buffer>): Promise<void> {
  for (const piece of pieces) {
    await new Promise<void>((resolve, reject) => {
      inflate.write(piece, (error) => (error ? reject(error) : resolve()));
    });
  }
  inflate.end();
}

function inflated(pieces: Iterable<Buffer>): AsyncIterable<Buffer> {
  const inflate = createInflateRaw({ chunkSize: INFLATED_AT_ONCE });
  // Broken data is met by whoever reads what comes out.
  feed(inflate, pieces).catch((error: Error) => inflate.destroy(error));
  return inflate;
}

/** Inflates every part once, counting what really comes out; nothing larger than a piece is kept here. */
export class PartReader {
  readonly #pieces: Pieces;
  #inflated = 0;

  constructor(pieces: Pieces) {
    this.#pieces = pieces;
  }

  #bytesOf({ entry, from }: Part): Iterable<Buffer> | AsyncIterable<Buffer> {
    const packed = this.#pieces.between(from, from + entry.compressedSize);
    return entry.compressionMethod === DEFLATE ? inflated(packed) : packed;
  }

  async read(part: Part, watch: Watch): Promise<void> {
    const { entry } = part;
    let size = 0;
    let crc = 0;
    for await (const chunk of sound<Buffer>(this.#bytesOf(part))) {
      size += chunk.length;
      this.#inflated += chunk.length;
      const tooDense = size > LIMITS.ratioFrom && size > LIMITS.ratio * entry.compressedSize;
      // More than the directory declared: it lies about its size to pass such a check.
      const lies = size > entry.uncompressedSize;
      if (tooDense || lies || this.#inflated > LIMITS.inflatedBytes) throw badInput('records.zip_bomb');
      crc = crc32(chunk, crc);
      watch(chunk);
    }
    if (size !== entry.uncompressedSize || crc !== entry.crc32) throw damaged('checksum');
  }
}

import { closeSync, openSync, readSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import type { FileSource } from './kinds.ts';

export const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const sizeOf = (source: FileSource): number => ('bytes' in source ? source.bytes.length : source.size);

/** The first bytes, no more than asked for. */
export async function startOf(source: FileSource, length: number): Promise<Buffer> {
  if ('bytes' in source) return bufferOf(source.bytes).subarray(0, length);
  const handle = await open(source.path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** All of it: for kinds that cannot be read piece by piece. */
export const wholeOf = async (source: FileSource): Promise<Buffer> =>
  'bytes' in source ? bufferOf(source.bytes) : readFile(source.path);

/** Its bytes from one place to another, a piece at a time. */
export interface Pieces {
  /** A piece is good until the next one is asked for, of any place. */
  between(from: number, to: number): Generator<Buffer>;
  /** As many bytes as fit, from that place on; how many there were, none where the place lies outside. */
  fill(into: Buffer, from: number): number;
  close(): void;
}

const READ_AT_ONCE = 512 * 1024;

function* inMemory(bytes: Buffer, from: number, to: number): Generator<Buffer> {
  for (let at = from; at < to; at += READ_AT_ONCE) yield bytes.subarray(at, Math.min(to, at + READ_AT_ONCE));
}

/** Not past the end of the file: what is missing there is missed by whoever counts. */
function* onDisk(file: number, room: Buffer, { from, to }: { from: number; to: number }): Generator<Buffer> {
  for (let at = from; at < to; ) {
    const bytesRead = readSync(file, room, 0, Math.min(room.length, to - at), at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield room.subarray(0, bytesRead);
  }
}

/** Waits for the disk: nothing else goes on where a file is read. */
export function piecesOf(source: FileSource): Pieces {
  if ('bytes' in source) {
    const bytes = bufferOf(source.bytes);
    return {
      between: (from, to) => inMemory(bytes, from, to),
      fill: (into, from) => bytes.copy(into, 0, Math.min(from, bytes.length)),
      close: () => undefined,
    };
  }
  const file = openSync(source.path, 'r');
  // One for all pieces: memory that is asked for anew every time is given back late.
  const room = Buffer.allocUnsafeSlow(Math.min(READ_AT_ONCE, source.size));
  return {
    between: (from, to) => onDisk(file, room, { from, to }),
    // A place beyond what a number can say exactly is an error of its own to Node.
    fill: (into, from) => (from < source.size ? readSync(file, into, 0, into.length, from) : 0),
    close: () => closeSync(file),
  };
}

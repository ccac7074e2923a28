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

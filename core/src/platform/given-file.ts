import { open } from 'node:fs/promises';
import type { GivenFile } from '../shared/index.ts';
import type { Blobs } from './blobs.ts';

export const sizeOfGiven = (file: GivenFile): number => ('bytes' in file ? file.bytes.length : file.size);

/** The first bytes, no more than asked for. */
export async function beginningOf(file: GivenFile, length: number): Promise<Uint8Array> {
  if ('bytes' in file) return file.bytes.subarray(0, length);
  const handle = await open(file.path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Stores it durably; its SHA-256. */
export const storeGiven = (blobs: Pick<Blobs, 'put'>, file: GivenFile): Promise<string> =>
  'bytes' in file ? blobs.put(file.bytes) : file.keep();

import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { StagedFile } from '../shared/index.ts';
import { newId } from './clock.ts';
import { ONLY_THE_SERVICE } from './durable.ts';

/** A file that came in whole and lies beside the blobs until it is kept or discarded. */
export type Received = Omit<StagedFile, 'fileName'>;

/** How a received file is called; with its life it ends by itself or is found by a sweep. */
export const STAGED = '.staged';

const WRITTEN_AT_ONCE = 1024 * 1024;

/** Sizes and hash of what was written to the file, piece by piece. */
async function writeAll(handle: FileHandle, source: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256');
  let [size, waiting] = [0, 0];
  let pieces: Uint8Array[] = [];
  const flush = async () => {
    const all = pieces;
    [pieces, waiting] = [[], 0];
    if (all.length > 0) await writeFully(handle, all);
  };
  for await (const piece of source) {
    hash.update(piece);
    size += piece.length;
    waiting += piece.length;
    pieces.push(piece);
    if (waiting >= WRITTEN_AT_ONCE) await flush();
  }
  await flush();
  return { size, sha256: hash.digest('hex') };
}

/** A disk that is full may take a part of what it is given. */
async function writeFully(handle: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const { bytesWritten } = await handle.writev(pieces as Uint8Array[]);
  if (bytesWritten === bytes) return;
  const rest = Buffer.concat(pieces).subarray(bytesWritten);
  await handle.writeFile(rest);
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Once, whoever asks how often. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}

/**
 * Takes bytes in as they come, without ever holding more than a piece of them. What breaks off leaves nothing behind;
 * what the death of the process leaves behind is tidied away (`Blobs.tidy`).
 */
export async function receiveInto(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  keepAs: (file: string, sha256: string) => Promise<void>,
): Promise<Received> {
  await mkdir(folder, { recursive: true, mode: ONLY_THE_SERVICE.folder });
  const file = path.join(folder, `${newId()}${STAGED}`);
  const discard = () => rm(file, { force: true });
  const handle = await open(file, 'wx', ONLY_THE_SERVICE.file);
  const written = await writeAll(handle, source)
    .finally(() => handle.close())
    .catch(async (error: unknown) => {
      await discard();
      throw error;
    });
  const settle = once(() => syncFile(file));
  const keep = once(async () => {
    await settle();
    await keepAs(file, written.sha256);
    return written.sha256;
  });
  return { ...written, path: file, settle, keep, discard };
}

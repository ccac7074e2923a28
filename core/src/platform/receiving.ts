import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { StagedFile } from '../shared/index.ts';
import { newId } from './clock.ts';
import { thrownAway } from './collecting.ts';
import { ONLY_THE_SERVICE } from './durable.ts';

/** A file that came in whole and lies beside the blobs until it is kept or discarded. */
export type Received = Omit<StagedFile, 'fileName'>;

/** How a received file is called; with its life it ends by itself or is found by a sweep. */
export const STAGED = '.staged';

const BLOCK = 512 * 1024;

/**
 * Fills one block while the other is being written and hashed. The pieces themselves are not held on to, however slow the
 * disk is: so they are given back before the engine takes them for something that stays.
 */
class BlockWriter {
  readonly #handle: FileHandle;
  readonly #hash = createHash('sha256');
  #filling: Buffer = Buffer.allocUnsafeSlow(BLOCK);
  #other: Buffer | null = null;
  #filled = 0;
  #written = Promise.resolve();
  #size = 0;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  async add(piece: Uint8Array): Promise<void> {
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + BLOCK - this.#filled);
      this.#filling.set(part, this.#filled);
      this.#filled += part.length;
      from += part.length;
      if (this.#filled === BLOCK) await this.#turn();
    }
  }

  async end(): Promise<{ size: number; sha256: string }> {
    await this.#turn();
    await this.#written;
    return { size: this.#size, sha256: this.#hash.digest('hex') };
  }

  async #turn(): Promise<void> {
    await this.#written;
    const full = this.#filling;
    const bytes = full.subarray(0, this.#filled);
    this.#written = this.#handle.writeFile(bytes);
    // Whoever writes next, or ends, hears of it.
    this.#written.catch(() => undefined);
    this.#hash.update(bytes);
    thrownAway(bytes.length);
    this.#size += bytes.length;
    [this.#filling, this.#other, this.#filled] = [this.#other ?? Buffer.allocUnsafeSlow(BLOCK), full, 0];
  }
}

async function writeAll(handle: FileHandle, source: AsyncIterable<Uint8Array>) {
  const writer = new BlockWriter(handle);
  for await (const piece of source) await writer.add(piece);
  return writer.end();
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

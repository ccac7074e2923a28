import { createHash } from 'node:crypto';
import { access, constants, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { invariant } from '../shared/index.ts';
import { newId } from './clock.ts';
import { ONLY_THE_SERVICE, syncFolder } from './durable.ts';
import { type Incoming, incomingIn } from './incoming.ts';
import { listed, tidyFolder } from './listing.ts';
import { markAsPut, removeFile } from './removing.ts';

/** Content-addressed files: the name is the SHA-256 of the bytes, so the same bytes are stored once. */
export interface Blobs {
  /** Stores the bytes durably before it answers. Returns their SHA-256, hex. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or null where there are none. They are not checked: compare the hash yourself. */
  get(sha256: string): Promise<Buffer | null>;
  /** Where the bytes lie as a file, for what is too large to be held in memory; only to be read. Null where there are none. */
  file(sha256: string): Promise<string | null>;
  /**
   * Makes the bytes vanish for good; asked again it does nothing more. Whoever is about to name them has put them first:
   * what was put (again) at `putBefore` or later stays, and the answer is false. Ask again when the newcomer has settled.
   */
  remove(sha256: string, putBefore?: Date): Promise<boolean>;
  /** Files too large to come in one piece. */
  readonly incoming: Incoming;
  /** All that is stored. What is put or removed meanwhile may be in it or not. */
  list(): AsyncIterable<StoredBlob>;
  /** Takes away what processes that died left half written before then; how many files. */
  tidy(before: Date): Promise<number>;
}

export interface StoredBlob {
  readonly sha256: string;
  readonly size: number;
  /** When it was put, or put again. */
  readonly putAt: Date;
}

const SHA256 = /^[0-9a-f]{64}$/;

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function folderBlobs(folder: string): Blobs {
  const fileOf = (sha256: string) => {
    invariant(SHA256.test(sha256), 'a blob is named by its SHA-256');
    return path.join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async put(bytes) {
      const sha256 = sha256Hex(bytes);
      const target = fileOf(sha256);
      await mkdir(path.dirname(target), { recursive: true, mode: ONLY_THE_SERVICE.folder });
      const present = await readFile(target).catch(() => null);
      if (present && sha256Hex(present) === sha256 && (await markAsPut(target))) return sha256;
      const passing = `${target}.${newId()}`;
      await writeDurably(passing, bytes);
      await rename(passing, target);
      await syncFolder(path.dirname(target));
      return sha256;
    },
    async get(sha256) {
      return readFile(fileOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
    },
    async file(sha256) {
      const file = fileOf(sha256);
      return access(file, constants.R_OK).then(
        () => file,
        () => null,
      );
    },
    remove: (sha256, putBefore) => removeFile(fileOf(sha256), putBefore ?? null),
    incoming: incomingIn(path.join(folder, 'incoming'), fileOf),
    list: () => listed(folder),
    tidy: (before) => tidyFolder(folder, before),
  };
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', ONLY_THE_SERVICE.file);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

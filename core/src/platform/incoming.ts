import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { invariant, isUuid } from '../shared/index.ts';
import { newId } from './clock.ts';
import { ONLY_THE_SERVICE, syncFolder } from './durable.ts';
import { type Received, receiveInto } from './receiving.ts';
import { markAsPut } from './removing.ts';

/** A file that comes in parts. Until it is kept it counts as nothing; it is never held in memory. */
export interface Incoming {
  /** Writes one part at its place, durably before it answers; the same part again changes nothing. */
  write(id: string, from: number, bytes: Uint8Array): Promise<void>;
  /**
   * Makes a blob of it and returns its SHA-256; null where it has not that many bytes. Asked again, also by two at once,
   * it answers the same until the file is forgotten.
   */
  keep(id: string, bytes: number): Promise<string | null>;
  /** What is kept stays kept. */
  forget(id: string): Promise<void>;
  /** A file that comes in one piece, however large; it is to be kept or discarded. */
  receive(source: AsyncIterable<Uint8Array>): Promise<Received>;
}

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(piece as Buffer);
  return hash.digest('hex');
}

const isThere = (error: NodeJS.ErrnoException) => error.code === 'EEXIST';

/** A second name for the same bytes, which are on the disk already; where disks know no such thing, a copy. */
async function keepAs(file: string, target: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true, mode: ONLY_THE_SERVICE.folder });
  try {
    await link(file, target);
  } catch (error) {
    const wasThere = isThere(error as NodeJS.ErrnoException);
    if (wasThere && (await isSound(target)) && (await markAsPut(target))) return;
    await copyAs(file, target);
  }
  await syncFolder(path.dirname(target));
}

/** Whether it still has the bytes that its name promises. */
const isSound = (target: string) =>
  sha256OfFile(target).then(
    (sha256) => sha256 === path.basename(target),
    () => false,
  );

async function copyAs(file: string, target: string): Promise<void> {
  const passing = `${target}.${newId()}`;
  await copyFile(file, passing, constants.COPYFILE_EXCL);
  const handle = await open(passing, 'r+');
  await handle.sync().finally(() => handle.close());
  await rename(passing, target);
}

export function incomingIn(folder: string, fileOf: (sha256: string) => string): Incoming {
  const comingFile = (id: string) => {
    invariant(isUuid(id), 'a file that comes in is named by a UUID');
    return path.join(folder, `${id}.part`);
  };
  return {
    async write(id, from, bytes) {
      await mkdir(folder, { recursive: true, mode: ONLY_THE_SERVICE.folder });
      const flags = constants.O_RDWR | constants.O_CREAT;
      const handle = await open(comingFile(id), flags, ONLY_THE_SERVICE.file);
      try {
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, from + done);
          done += bytesWritten;
        }
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (from === 0) await syncFolder(folder);
    },
    async keep(id, bytes) {
      const handle = await open(comingFile(id), 'r').catch(() => null);
      if (!handle) return null;
      const { size } = await handle.stat().finally(() => handle.close());
      if (size !== bytes) return null;
      const sha256 = await sha256OfFile(comingFile(id));
      await keepAs(comingFile(id), fileOf(sha256));
      return sha256;
    },
    forget: (id) => rm(comingFile(id), { force: true }),
    receive: (source) => receiveInto(folder, source, (file, sha256) => keepAs(file, fileOf(sha256))),
  };
}

import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { newId, ONLY_THE_SERVICE, sha256OfFile } from '@kaigi/core/platform';
import { KaigiError } from '@kaigi/core/shared';

/** Copies on this machine's disk of what lies elsewhere, for work that needs a file. */
export interface LocalCache {
  /** A checked copy, as long as there is one. */
  find(sha256: string): Promise<string | null>;
  /** Takes the bytes in. Null where they are not those of that hash: a copy that is not true is no copy. */
  take(sha256: string, bytes: () => Promise<NodeJS.ReadableStream>): Promise<string | null>;
  drop(sha256: string): Promise<void>;
  /** A place for a file that is not known yet. */
  passing(): Promise<string>;
}

export interface CacheLimits {
  readonly bytes: number;
  /** Content that was removed from the store on another machine does not outlive this here. */
  readonly unusedMs: number;
}

/** Whoever was given a copy has opened it by then. */
const IN_USE_MS = 10 * 60_000;
const LEFT_BEHIND_MS = 60 * 60_000;

const unlessMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};

function noRoom(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOSPC'
    ? Object.assign(new KaigiError('unavailable', 'blobs.no_room'), { cause: error })
    : error;
}

interface Copy {
  readonly file: string;
  readonly bytes: number;
  readonly used: number;
}

async function copiesIn(folder: string): Promise<Copy[]> {
  const found = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const file = path.join(folder, name);
      const at = await stat(file).catch(unlessMissing);
      return at ? [{ file, bytes: at.size, used: at.mtimeMs }] : [];
    }),
  );
  return found.flat();
}

/** The oldest first, until what is left fits; never what somebody was just given. */
async function tidy(folder: string, limits: CacheLimits): Promise<void> {
  const now = Date.now();
  const copies = (await copiesIn(folder)).sort((a, b) => a.used - b.used);
  let held = copies.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { file, bytes, used } of copies) {
    const isPassing = file.endsWith('.passing');
    const tooOld = now - used > (isPassing ? LEFT_BEHIND_MS : limits.unusedMs);
    const inTheWay = !isPassing && held > limits.bytes && now - used > IN_USE_MS;
    if (!tooOld && !inTheWay) continue;
    await rm(file, { force: true });
    held -= bytes;
  }
}

export function localCache(folder: string, limits: CacheLimits): LocalCache {
  const fileOf = (sha256: string) => path.join(folder, sha256);
  const ready = () => mkdir(folder, { recursive: true, mode: ONLY_THE_SERVICE.folder });
  const passing = async () => {
    await ready();
    await tidy(folder, limits);
    return path.join(folder, `${newId()}.passing`);
  };
  return {
    passing,
    async find(sha256) {
      const now = new Date();
      const isThere = await utimes(fileOf(sha256), now, now).then(() => true, unlessMissing);
      return isThere ? fileOf(sha256) : null;
    },
    async take(sha256, bytes) {
      const coming = await passing();
      try {
        await pipeline(await bytes(), createWriteStream(coming, { flags: 'wx', mode: ONLY_THE_SERVICE.file })).catch(
          noRoom,
        );
        if ((await sha256OfFile(coming)) !== sha256) return null;
        await rename(coming, fileOf(sha256));
        return fileOf(sha256);
      } finally {
        await rm(coming, { force: true });
      }
    },
    drop: (sha256) => rm(fileOf(sha256), { force: true }),
  };
}

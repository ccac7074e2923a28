import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { newId } from './clock.ts';
import { syncFolder } from './durable.ts';

const GONE = '.gone';
/** A file that is still being written is younger. */
const LEFT_BEHIND_MS = 60 * 60_000;

const unlessMissing = (error: NodeJS.ErrnoException): false => {
  if (error.code === 'ENOENT') return false;
  throw error;
};

/** Says that somebody counts on the file from now on. False where it has just been removed. */
export async function markAsPut(file: string): Promise<boolean> {
  const now = new Date();
  return utimes(file, now, now).then(() => true, unlessMissing);
}

/**
 * Taken aside first and looked at then: whoever puts the same bytes meanwhile either marked the file before, which is
 * seen, or finds nothing there any more and writes them anew.
 */
export async function removeFile(file: string, putBefore: Date | null): Promise<boolean> {
  const folder = path.dirname(file);
  const aside = `${file}.${newId()}${GONE}`;
  const wasThere = await rename(file, aside).then(() => true, unlessMissing);
  if (wasThere && putBefore !== null && (await stat(aside)).mtimeMs >= putBefore.getTime()) {
    await rename(aside, file);
    return false;
  }
  await removeLeftovers(folder, path.basename(file));
  return true;
}

/** Also what a process left behind that died while it wrote or removed the same bytes. */
async function removeLeftovers(folder: string, name: string): Promise<void> {
  const all = await readdir(folder).catch(unlessMissing);
  if (all === false) return;
  for (const one of all.filter((other) => other.startsWith(`${name}.`))) {
    const leftover = path.join(folder, one);
    const { mtimeMs } = (await stat(leftover).catch(unlessMissing)) || { mtimeMs: Number.POSITIVE_INFINITY };
    if (one.endsWith(GONE) || mtimeMs < Date.now() - LEFT_BEHIND_MS) await rm(leftover, { force: true });
  }
  await syncFolder(folder);
}

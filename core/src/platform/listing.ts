import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { StoredBlob } from './blobs.ts';
import { STAGED } from './receiving.ts';

const SHA256 = /^[0-9a-f]{64}$/;
const SHELF = /^[0-9a-f]{2}$/;

const unlessMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null;
  throw error;
};

async function shelvesOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(unlessMissing)) ?? [];
  return names.filter((name) => SHELF.test(name)).map((name) => path.join(folder, name));
}

/** The blobs of a folder, shelf by shelf. */
export async function* listed(folder: string): AsyncGenerator<StoredBlob> {
  for (const shelf of await shelvesOf(folder)) {
    for (const sha256 of (await readdir(shelf)).filter((name) => SHA256.test(name))) {
      const at = await stat(path.join(shelf, sha256)).catch(unlessMissing);
      if (at) yield { sha256, size: at.size, putAt: at.mtime };
    }
  }
}

/** What nobody will go on with: files that came in and were neither kept nor discarded, and copies cut off in the middle. */
export async function tidyFolder(folder: string, before: Date): Promise<number> {
  const incoming = path.join(folder, 'incoming');
  const staged = ((await readdir(incoming).catch(unlessMissing)) ?? []).filter((name) => name.endsWith(STAGED));
  const left = staged.map((name) => path.join(incoming, name));
  for (const shelf of await shelvesOf(folder)) {
    const passing = (await readdir(shelf)).filter((name) => !SHA256.test(name));
    left.push(...passing.map((name) => path.join(shelf, name)));
  }
  let gone = 0;
  for (const file of left) {
    const at = await stat(file).catch(unlessMissing);
    if (!at || at.mtimeMs >= before.getTime()) continue;
    await rm(file, { force: true });
    gone += 1;
  }
  return gone;
}

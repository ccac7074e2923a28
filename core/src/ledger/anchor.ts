import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '../platform/index.ts';

/** The newest checkpoint of each municipality, kept in files outside the database, so that a cut tail shows. */
export interface Anchors {
  /** The note as it was kept; null where none was. */
  read(municipalityId: string): Promise<string | null>;
  write(municipalityId: string, note: string): Promise<void>;
}

export function folderAnchors(folder: string): Anchors {
  const fileOf = (municipalityId: string) => path.join(folder, municipalityId, 'checkpoint');
  return {
    read: (municipalityId) =>
      readFile(fileOf(municipalityId), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
    async write(municipalityId, note) {
      const file = fileOf(municipalityId);
      await mkdir(path.dirname(file), { recursive: true });
      const passing = `${file}.${newId()}`;
      const handle = await open(passing, 'wx');
      try {
        await handle.writeFile(note);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(passing, file).catch(async (error: unknown) => {
        await rm(passing, { force: true });
        throw error;
      });
    },
  };
}

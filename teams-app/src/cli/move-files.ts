import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { sha256OfFile } from '@kaigi/core/platform';
import { badInput } from '@kaigi/core/shared';
import type { AzureBlobs } from '../blobs/azure-blobs.ts';
import { azureIn, folderIn } from '../blobs/open-blobs.ts';
import { homeOf } from '../open-suite.ts';
import { type Command, EXIT } from './context.ts';

const SHA256 = /^[0-9a-f]{64}$/;

type Moved = 'COPIED' | 'ALTERED' | 'NOT_KEPT';

/** Copies nothing that is not what its name says, and counts as copied only what the store gives back unaltered. */
async function copyOne(file: string, store: AzureBlobs): Promise<Moved> {
  const sha256 = path.basename(file);
  if ((await sha256OfFile(file)) !== sha256) return 'ALTERED';
  await store.putFile(file, sha256);
  return (await store.holds(sha256)) ? 'COPIED' : 'NOT_KEPT';
}

async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((one) => one.isFile() && SHA256.test(one.name)).map((one) => path.join(one.parentPath, one.name));
}

/** From the folder of this machine into Azure Blob Storage. The folder stays as it is; asked again it goes on. */
export const moveFilesCommand: Command = {
  name: 'move-files',
  options: {},
  async run(context) {
    const home = homeOf(context.config);
    const store = await azureIn(context.config, context.secrets, home);
    if (!store) throw badInput('move_files.no_store');
    await store.reach();
    const found: Record<Moved, string[]> = { COPIED: [], ALTERED: [], NOT_KEPT: [] };
    for (const file of (await filesIn(folderIn(home))).sort()) {
      const sha256 = path.basename(file);
      const moved = await copyOne(file, store);
      found[moved].push(sha256);
      if (moved === 'ALTERED') context.say('move_files.altered', { sha256 });
      if (moved === 'NOT_KEPT') context.say('move_files.not_kept', { sha256 });
    }
    const { COPIED, ALTERED, NOT_KEPT } = found;
    context.say('move_files.done', { copied: COPIED.length, left: ALTERED.length + NOT_KEPT.length });
    context.answer({ copied: COPIED.length, altered: ALTERED, notKept: NOT_KEPT });
    return ALTERED.length + NOT_KEPT.length > 0 ? EXIT.found : EXIT.ok;
  },
};

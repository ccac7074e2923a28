import { open } from 'node:fs/promises';

/** Other accounts of the machine have no business with confidential documents. */
export const ONLY_THE_SERVICE = { folder: 0o700, file: 0o600 };

/** A new name is safe only once its folder is; Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

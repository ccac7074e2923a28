import { chmod, mkdtemp, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const IN_MEMORY = '/dev/shm';
const GB = 2 ** 30;
// Far more than the databases of a run ever take at one time.
const ENOUGH_BYTES = 4 * GB;

/** Linux's file system in memory, where both it and the machine have room; elsewhere the folder for what is temporary. */
async function roomiest(): Promise<string> {
  if (process.platform !== 'linux' || process.availableMemory() < 2 * ENOUGH_BYTES) return os.tmpdir();
  const room = await statfs(IN_MEMORY).catch(() => null);
  return room && room.bavail * room.bsize >= ENOUGH_BYTES ? IN_MEMORY : os.tmpdir();
}

/**
 * A folder for the databases of one test run. Each copy of the template is a thousand small files, which cost ten times
 * as much on a disk.
 */
export async function homeForTests(): Promise<string> {
  const home = await mkdtemp(path.join(await roomiest(), 'kaigi-test-'));
  await chmod(home, 0o755);
  return home;
}

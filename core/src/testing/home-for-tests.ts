import { chmod, mkdtemp, readdir, readFile, readlink, realpath, rename, rm, statfs } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const IN_MEMORY = '/dev/shm';
const GB = 2 ** 30;
// Far more than the databases of a run ever take at one time.
const ENOUGH_BYTES = 4 * GB;
const NAME = 'kaigi-test-';
/** A socket in the home, on which its run listens: the system ends it with the process, however that ends. */
const MARK = 'alive';

/** Linux's file system in memory, where both it and the machine have room; elsewhere the folder for what is temporary. */
async function roomiest(): Promise<string> {
  if (process.platform !== 'linux' || process.availableMemory() < 2 * ENOUGH_BYTES) return os.tmpdir();
  const room = await statfs(IN_MEMORY).catch(() => null);
  return room && room.bavail * room.bsize >= ENOUGH_BYTES ? IN_MEMORY : os.tmpdir();
}

/** The mark has its name only once somebody listens: a home without one may be in the making. */
function markAlive(home: string): Promise<void> {
  const making = path.join(home, `${MARK}.making`);
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.on('error', reject);
    server.listen(making, () => rename(making, path.join(home, MARK)).then(resolve, reject));
    server.unref();
  });
}

/**
 * A folder for the databases of one test run. Each copy of the template is a thousand small files, which cost ten times
 * as much on a disk.
 */
export async function homeForTests(within?: string): Promise<string> {
  const home = await mkdtemp(path.join(within ?? (await roomiest()), NAME));
  await chmod(home, 0o755);
  // Node has no socket in a folder there; what a killed run leaves stays.
  if (process.platform !== 'win32') await markAlive(home);
  return home;
}

/** What PostgreSQL shares between its processes lies in its home too, and goes with it, where that is in memory as well. */
export const sharedMemoryIn = (home: string): readonly (readonly [name: string, value: string])[] =>
  home.startsWith(`${IN_MEMORY}/`) ? [['dynamic_shared_memory_type', 'mmap']] : [];

/** Nobody listens there any more. Whatever else the answer is (none, not allowed), the home is somebody's. */
const isLeft = (home: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path.join(home, MARK));
    socket.on('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'ECONNREFUSED'));
  });

/** It outlives whoever started it. Elsewhere than on Linux it ends by itself within a minute of its folder. */
async function stopServer(home: string): Promise<void> {
  const data = path.join(home, 'postgres', 'data');
  const pid = Number((await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  if (!(pid > 0)) return;
  // A number of a process is given out again: only what works in that folder is that server.
  const worksIn = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  if (worksIn !== null && worksIn === (await realpath(data))) process.kill(pid, 'SIGQUIT');
}

async function sweepOne(home: string): Promise<void> {
  if (!(await isLeft(home))) return;
  await stopServer(home);
  // Its server may write while it ends; two later runs may sweep at once.
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
}

/** Takes away the homes of runs that were killed. What cannot be taken away stays for a later run. */
export async function sweepHomes(folders: readonly string[] = [IN_MEMORY, os.tmpdir()]): Promise<void> {
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    const homes = names.filter((name) => name.startsWith(NAME)).map((name) => path.join(folder, name));
    for (const home of homes) await sweepOne(home).catch(() => undefined);
  }
}

import { type ChildProcess, execFile, type SpawnOptions, type spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** PostgreSQL refuses to run as root; as root it is started as the user `postgres`, otherwise as ourselves. */
export interface Launcher {
  readonly uid?: number;
  readonly gid?: number;
  spawn(start: typeof spawn, file: string, args: readonly string[]): ChildProcess;
}

// A session of its own: Ctrl+C in the terminal is for the service, which then stops the server in order.
const STDIO: SpawnOptions = { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', detached: true };

export async function launcherFor(places: readonly string[]): Promise<Launcher> {
  if (process.getuid?.() !== 0) {
    return { spawn: (start, file, args) => start(file, args, { ...STDIO, cwd: process.cwd() }) };
  }
  const { uid, gid } = await postgresUser();
  const open = (await Promise.all(places.map(reachableByOthers))).every(Boolean);
  if (open) return { uid, gid, spawn: (start, file, args) => start(file, args, { ...STDIO, uid, gid }) };
  return throughCapabilities(uid, gid);
}

async function postgresUser(): Promise<{ uid: number; gid: number }> {
  const find = async () => ({
    uid: Number((await run('id', ['-u', 'postgres'])).stdout),
    gid: Number((await run('id', ['-g', 'postgres'])).stdout),
  });
  try {
    return await find();
  } catch {
    await run('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres']);
    return find();
  }
}

async function reachableByOthers(place: string): Promise<boolean> {
  for (let folder = path.dirname(path.resolve(place)); ; folder = path.dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/**
 * Below a folder that only root may enter (a private home, `mktemp -d`), another user could neither run the binaries
 * nor reach the data. The server then keeps the one capability to pass through folders, and nothing else of root.
 */
function throughCapabilities(uid: number, gid: number): Launcher {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => existsSync(file));
  if (!setpriv) {
    throw new Error(
      'The data folder or node_modules lies below a folder that only root may enter, and setpriv (util-linux) is not installed. Move the project, or set KAIGI_HOME and DATABASE_URL.',
    );
  }
  const drop = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
    '--bounding-set=-all,+dac_override',
    // initdb asks access(2) whether its binaries may be run, which for any user but root looks past the capability
    // unless this bit is set (capabilities(7)).
    '--securebits=+no_setuid_fixup',
  ];
  return { uid, gid, spawn: (start, file, args) => start(setpriv, [...drop, file, ...args], STDIO) };
}

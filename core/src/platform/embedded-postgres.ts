import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { invariant } from '../shared/index.ts';
import { findBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { type Launcher, launcherFor } from './postgres-user.ts';

/** A running PostgreSQL of our own under the data folder. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Leaves the server; whoever leaves last stops it. Close your own connections first. */
  stop(): Promise<void>;
}

interface Cluster {
  readonly dataFolder: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly launcher: Launcher;
}

// platform.md 14: every platform sorts and folds text alike only with the built-in provider.
const INITDB_FLAGS = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
type Setting = readonly [name: string, value: string];
const SERVER_SETTINGS: readonly Setting[] = [
  ['listen_addresses', '127.0.0.1'],
  ['max_connections', '120'],
  ['shared_buffers', `${bufferMegabytes()}MB`],
  ['max_wal_size', '2GB'],
  ['timezone', 'UTC'],
  ['log_min_messages', 'fatal'],
];

/** A quarter of the memory: what is searched daily stays there, whatever else the machine reads. It is taken as it is needed. */
function bufferMegabytes(): number {
  const megabytes = Math.min(os.totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / 2 ** 20;
  return Math.min(8_192, Math.max(256, Math.floor(megabytes / 4)));
}

// The operating system allows a socket's whole path so many bytes (macOS: 104 with the end); `/.s.PGSQL.65535` comes after it.
const LONGEST_SOCKET_FOLDER = 85;

/** Where the server also listens on a Unix socket, which costs less than TCP; null where there is none. Nobody else may look in. */
function socketFolder({ dataFolder }: Pick<Cluster, 'dataFolder'>): string | null {
  const short = Buffer.byteLength(dataFolder) <= LONGEST_SOCKET_FOLDER;
  // The setting is a list with commas.
  return process.platform !== 'win32' && short && !/[",]/.test(dataFolder) ? dataFolder : null;
}

/**
 * Starts the cluster of `home`, or joins the one that is already running there (another process, or left by a crash).
 * @param more settings of the server beside its own
 */
export async function startEmbeddedPostgres(home: string, more: readonly Setting[] = []): Promise<EmbeddedPostgres> {
  const folder = path.resolve(home, 'postgres');
  await mkdir(folder, { recursive: true });
  const binaries = await findBinaries();
  const launcher = await launcherFor([folder, binaries.postgres]);
  const dataFolder = path.join(folder, 'data');
  if (!existsSync(path.join(dataFolder, 'PG_VERSION'))) await initialise({ dataFolder, binaries, launcher });
  const passwordFile = path.join(dataFolder, PASSWORD);
  const cluster = { dataFolder, password: (await readFile(passwordFile, 'utf8')).trim(), binaries, launcher };
  const running = await runningUrl(cluster);
  if (running) return { url: running, stop: () => leave(cluster, running) };
  return start(cluster, more);
}

// Inside the cluster's folder, so that a cluster and its password are one thing.
const PASSWORD = 'kaigi-password';

/** A killed initdb leaves half a cluster; so it works under a name of its own, and the finished folder is moved. */
async function initialise(options: Omit<Cluster, 'password'>): Promise<void> {
  const { dataFolder, binaries, launcher } = options;
  const making = `${dataFolder}.${randomBytes(6).toString('hex')}`;
  const passwordFile = `${making}.password`;
  await mkdir(making, { mode: 0o700 });
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (launcher.uid !== undefined) {
    await chown(making, launcher.uid, launcher.gid ?? launcher.uid);
    await chown(passwordFile, launcher.uid, launcher.gid ?? launcher.uid);
  }
  const flags = [`--pgdata=${making}`, '--username=kaigi', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  await runToEnd(launcher, binaries.initdb, [...flags, ...INITDB_FLAGS, '--no-instructions']);
  await rename(passwordFile, path.join(making, PASSWORD));
  try {
    await rename(making, dataFolder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    // Another process was first; its cluster serves.
    if (!existsSync(path.join(dataFolder, 'PG_VERSION'))) throw error;
  }
}

function runToEnd(launcher: Launcher, file: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = launcher.spawn(spawn, file, args);
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(file)} ended with ${code}: ${output.trim()}`)),
    );
  });
}

function urlOf(cluster: Cluster, port: number): string {
  const folder = socketFolder(cluster);
  const tcp = `postgres://kaigi:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/postgres`;
  return folder === null ? tcp : `${tcp}?host=${encodeURIComponent(folder)}`;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const pidFileOf = ({ dataFolder }: Pick<Cluster, 'dataFolder'>): string => path.join(dataFolder, 'postmaster.pid');

/** The address of a server that runs on this data folder already; null when none does. */
async function runningUrl(cluster: Cluster): Promise<string | null> {
  const pidFile = await readFile(pidFileOf(cluster), 'utf8').catch(() => null);
  if (pidFile === null) return null;
  // Line 4 of postmaster.pid is the port; it is there once the server listens.
  const port = Number(pidFile.split('\n')[3]);
  return port > 0 && (await answers(urlOf(cluster, port))) ? urlOf(cluster, port) : null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      invariant(address && typeof address === 'object', 'a listening server has an address');
      server.close(() => resolve(address.port));
    });
  });
}

// After a crash it works up to 2 GB of changes again before it answers; and another that ends writes as much before it is gone.
const START_DEADLINE_MS = 600_000;

interface Server {
  readonly over: () => boolean;
  /** The last of what it said. */
  readonly said: () => string;
}

function launch({ dataFolder, binaries, launcher }: Cluster, port: number, settings: readonly Setting[]): Server {
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = launcher.spawn(spawn, binaries.postgres, ['-D', dataFolder, '-p', String(port), ...flags]);
  // It outlives a crash of this process, so that what was acknowledged is safe; the next start joins it. And a process
  // that leaves it to others must end: neither the server nor the pipe of what it says may hold it.
  child.unref();
  (child.stderr as Socket | null)?.unref();
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4_000);
  });
  let over = false;
  child.on('close', () => {
    over = true;
  });
  return { over: () => over, said: () => output.trim() };
}

// Where memory is promised to nobody beyond what there is (Windows, strict overcommit, small containers).
const NO_SUCH_MEMORY = /could not (map|create) .*shared memory/;
const LEAN: Setting = ['shared_buffers', '128MB'];

async function start(cluster: Cluster, more: readonly Setting[]): Promise<EmbeddedPostgres> {
  const port = await freePort();
  const settings = [...SERVER_SETTINGS, ['unix_socket_directories', socketFolder(cluster) ?? ''] as const, ...more];
  const url = urlOf(cluster, port);
  let server = launch(cluster, port, settings);
  let [folderWasTaken, lean] = [false, false];
  for (const deadline = Date.now() + START_DEADLINE_MS; !(await answers(url)); ) {
    // Another process may have won the race for this folder: then join it.
    const other = server.over() ? await runningUrl(cluster) : null;
    if (other) return { url: other, stop: () => leave(cluster, other) };
    // The winner may not listen yet; or it is one that ends, and then the folder is free.
    const taken = server.over() && existsSync(pidFileOf(cluster));
    if (server.over() && !taken) {
      const tooLarge = !lean && NO_SUCH_MEMORY.test(server.said());
      invariant(folderWasTaken || tooLarge, `the embedded PostgreSQL did not start: ${server.said()}`);
      lean ||= tooLarge;
      server = launch(cluster, port, lean ? [...settings, LEAN] : settings);
    }
    folderWasTaken = taken;
    invariant(Date.now() < deadline, `the embedded PostgreSQL did not start: ${server.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return { url, stop: () => leave(cluster, url) };
}

const STOP_DEADLINE_MS = 20_000;

// A server process goes a moment after its connection was closed.
const GONE_WITHIN_MS = 1_000;

async function othersWork(client: pg.Client): Promise<boolean> {
  for (const deadline = Date.now() + GONE_WITHIN_MS; ; ) {
    const others = await client.query(
      "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    if ((others.rowCount ?? 0) === 0) return false;
    if (Date.now() > deadline) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Stops the server unless somebody else still works on it (the audit command beside the service, for example). */
async function leave(cluster: Cluster, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (await othersWork(client)) return;
  } catch {
    return;
  } finally {
    await client.end().catch(() => undefined);
  }
  const pidFile = pidFileOf(cluster);
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (pid > 0) process.kill(pid, 'SIGINT');
  for (const deadline = Date.now() + STOP_DEADLINE_MS; existsSync(pidFile) && Date.now() < deadline; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

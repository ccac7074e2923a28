import { chown, cp, lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { invariant } from '../shared/index.ts';
import { findBinaries } from './postgres-binaries.ts';
import { launcherFor } from './postgres-user.ts';

// What belongs to the running server, or is made anew at its start.
const NOT_COPIED =
  /^(?:pg_wal|pg_replslot|pg_notify|pg_stat_tmp|pg_subtrans|pgsql_tmp.*|postmaster\.(?:pid|opts)|\.s\.PGSQL.*)$/;

/**
 * Copies the cluster below `home` while it works (PostgreSQL's own low-level backup): everything that was committed when
 * this returns is in the copy. The embedded server brings no pg_dump. @param url a superuser's address of that server
 */
export async function backUpCluster(url: string, home: string, to: string): Promise<void> {
  const from = path.resolve(home, 'postgres', 'data');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Keeps the log of writes from being recycled until it is copied; gone with the connection.
    await client.query("select pg_create_physical_replication_slot('kaigi_backup_' || pg_backend_pid(), true, true)");
    await client.query("select pg_backup_start('kaigi backup', true)");
    await copyWithout(from, to, NOT_COPIED);
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    await writeFile(path.join(to, 'backup_label'), rows[0]?.labelfile ?? '', { mode: 0o600 });
    for (const empty of ['pg_replslot', 'pg_notify', 'pg_stat_tmp', 'pg_subtrans'])
      await mkdir(path.join(to, empty), { recursive: true, mode: 0o700 });
    await copyWithout(path.join(from, 'pg_wal'), path.join(to, 'pg_wal'), /^$/);
  } finally {
    await client.end();
  }
}

/** A file may vanish while its folder is read: what recovery needs of it stands in the log of writes. */
async function copyWithout(from: string, to: string, without: RegExp): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of await readdir(from)) {
    if (without.test(name)) continue;
    const [source, target] = [path.join(from, name), path.join(to, name)];
    const stat = await lstat(source).catch(goneIsFine);
    if (!stat || stat.isSocket()) continue;
    if (stat.isDirectory()) await copyWithout(source, target, without);
    else await cp(source, target, { preserveTimestamps: true }).catch(goneIsFine);
  }
}

function goneIsFine(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** Puts a copy where the next start finds it, whole or not at all. There must be no cluster yet. */
export async function restoreCluster(from: string, home: string): Promise<void> {
  const folder = path.resolve(home, 'postgres');
  const data = path.join(folder, 'data');
  invariant((await lstat(data).catch(goneIsFine)) === null, 'a cluster is restored where there is none');
  await mkdir(folder, { recursive: true });
  const making = `${data}.restoring`;
  await rm(making, { recursive: true, force: true });
  await cp(from, making, { recursive: true, preserveTimestamps: true });
  const { uid, gid = uid } = await launcherFor([folder, (await findBinaries()).postgres]);
  if (uid !== undefined && gid !== undefined) await own(making, uid, gid);
  await rename(making, data);
}

async function own(place: string, uid: number, gid: number): Promise<void> {
  await chown(place, uid, gid);
  const inside = await readdir(place, { withFileTypes: true });
  for (const entry of inside) {
    const at = path.join(place, entry.name);
    if (entry.isDirectory()) await own(at, uid, gid);
    else await chown(at, uid, gid);
  }
}

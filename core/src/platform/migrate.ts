import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { invariant } from '../shared/index.ts';

export interface Migration {
  /** `<capability>/<file>`; files are dated, so that the names sort by age within a capability. */
  readonly name: string;
  readonly sql: string;
}

/** Reads a capability's `migrations` folder. */
export async function readMigrations(capability: string, folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: `${capability}/${file}`,
      sql: await readFile(path.join(folder, file), 'utf8'),
    })),
  );
}

// Any number that no other program on the same database takes for its own lock.
const LOCK = 7_201_911_001;

/** How long a migration waits for a table that others use, and how often it asks for it again. */
export interface Patience {
  readonly lockMs: number;
  readonly pauseMs: number;
  readonly times: number;
}
// While it waits for its lock, whoever comes after it waits too; so it lets go soon, and comes again. Ten minutes in all.
const PATIENCE: Patience = { lockMs: 3_000, pauseMs: 3_000, times: 100 };

export interface Migrating {
  readonly patience?: Patience;
  /** Whoever stops does not wait for a large table: what is under way is undone, and begins anew the next time. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Brings the schema up to date, under a lock: processes that start together wait for the first one.
 * Each migration is its own transaction and its row is written first, so it runs once or not at all.
 */
export async function migrate(
  owner: pg.Pool,
  migrations: readonly Migration[],
  { patience = PATIENCE, signal }: Migrating = {},
): Promise<string[]> {
  invariant(new Set(migrations.map((m) => m.name)).size === migrations.length, 'a migration is listed twice');
  const client = await owner.connect();
  const cancel = await cancelOf(owner, client);
  signal?.addEventListener('abort', cancel);
  try {
    signal?.throwIfAborted();
    // Waiting for another process, or changing a large table, may take longer than any request.
    await client.query('set statement_timeout = 0');
    await client.query(`select pg_advisory_lock(${LOCK})`);
    await client.query(
      'create table if not exists public.kaigi_migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const applied = await client.query<{ name: string }>('select name from public.kaigi_migration');
    const done = new Set(applied.rows.map((row) => row.name));
    const fresh = migrations.filter((migration) => !done.has(migration.name));
    for (const migration of fresh) await applyPatiently(client, migration, { patience, signal });
    return fresh.map((migration) => migration.name);
  } finally {
    signal?.removeEventListener('abort', cancel);
    await client.query(`select pg_advisory_unlock(${LOCK})`).catch(() => undefined);
    // Not back into the pool: its statements would have no time limit.
    client.release(true);
  }
}

/** Ends the statement that is under way on a connection. */
async function cancelOf(owner: pg.Pool, client: pg.PoolClient): Promise<() => void> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return () => void owner.query('select pg_cancel_backend($1)', [rows[0]?.pid]).catch(() => undefined);
}

// lock_not_available and deadlock_detected: https://www.postgresql.org/docs/current/errcodes-appendix.html
const BUSY: ReadonlySet<unknown> = new Set(['55P03', '40P01']);

async function applyPatiently(
  client: pg.PoolClient,
  migration: Migration,
  { patience: { lockMs, pauseMs, times }, signal }: Migrating & { readonly patience: Patience },
): Promise<void> {
  for (let nth = 1; ; nth += 1) {
    try {
      signal?.throwIfAborted();
      return await apply(client, migration, lockMs);
    } catch (error) {
      const isBusy = BUSY.has((error as { readonly code?: unknown }).code);
      if (!isBusy || nth === times) throw error;
      await setTimeout(pauseMs);
    }
  }
}

async function apply(client: pg.PoolClient, migration: Migration, lockMs: number): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = ${lockMs}`);
    await client.query('insert into public.kaigi_migration (name) values ($1)', [migration.name]);
    await client.query(migration.sql);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

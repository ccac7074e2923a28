import { existsSync } from 'node:fs';
import path from 'node:path';
import { allMigrations } from '@kaigi/core/migrations';
import { type Database, openDatabase, startEmbeddedPostgres } from '@kaigi/core/platform';
import type { Config } from '../../config/config.ts';
import type { Secrets } from '../../config/secrets.ts';
import { describeError } from '../../log.ts';
import { homeOf } from '../../open-suite.ts';
import { type Checked, checked } from './check.ts';

/** Looks, and changes nothing. */
export async function checkDatabase(config: Config, secrets: Secrets): Promise<readonly Checked[]> {
  const home = homeOf(config);
  if (config.embeddedDatabase && !existsSync(path.join(home, 'postgres', 'data')))
    return [checked('warn', 'database.absent')];
  try {
    const server = secrets.databaseUrl === null ? await startEmbeddedPostgres(home) : null;
    const db = openDatabase({ url: server?.url ?? secrets.databaseUrl ?? '' });
    try {
      const database = await look(db);
      return database.code === 'doctor.database.ok' ? [database, await lookAtFiles(db)] : [database];
    } finally {
      await db.close();
      await server?.stop();
    }
  } catch (error) {
    return [checked('fail', 'database.fail', { reason: describeError(error).message })];
  }
}

async function look(db: Database): Promise<Checked> {
  const { rows } = await db.owner.query<{ version: string }>("select current_setting('server_version') as version");
  const version = rows[0]?.version ?? '?';
  if (!(Number.parseInt(version, 10) >= 15)) return checked('fail', 'database.old', { version });
  const table = await db.owner.query<{ there: boolean }>(
    "select to_regclass('public.kaigi_migration') is not null as there",
  );
  const applied = table.rows[0]?.there
    ? (await db.owner.query<{ name: string }>('select m.name from public.kaigi_migration m')).rows.map(
        ({ name }) => name,
      )
    : [];
  const missing = (await allMigrations()).filter(({ name }) => !applied.includes(name));
  return missing.length === 0
    ? checked('ok', 'database.ok', { version })
    : checked('warn', 'database.warn', { count: missing.length });
}

const STALE_DAYS = 3;

/** What the last nightly look through the store of files found. */
async function lookAtFiles(db: Database): Promise<Checked> {
  const { rows } = await db.owner.query<{ missing: number; orphans: number; blobs: number; days: number }>(
    `select s.missing::int as missing, (s.orphans - s.removed)::int as orphans, s.blobs::int as blobs,
       floor(extract(epoch from now() - s.ended_at) / 86400)::int as days
     from kaigi_jobs.sweep s order by s.id desc limit 1`,
  );
  const [last] = rows;
  if (!last) return checked('ok', 'files.never');
  if (last.missing > 0) return checked('fail', 'files.missing', { count: last.missing });
  if (last.days >= STALE_DAYS) return checked('warn', 'files.stale', { days: last.days });
  const { blobs: count, orphans } = last;
  return orphans > 0 ? checked('ok', 'files.orphans', { count, orphans }) : checked('ok', 'files.ok', { count });
}

import type { Blobs, Clock, Database, PoolClient, Report } from '../../platform/index.ts';
import { takeOutNamed } from './named.ts';

export interface SweepParts {
  readonly db: Database;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly report: Report;
}

/** What one look through the store found. */
export interface Swept {
  readonly blobs: number;
  readonly bytes: number;
  readonly orphans: number;
  readonly removed: number;
  readonly missing: number;
  readonly leftBehind: number;
}

/** A filing takes minutes at most. */
const SETTLED_MS = 24 * 60 * 60_000;
const AT_ONCE = 1_000;
/** Seen without a name twice, and so long apart; by the database's clock, whatever this machine's says. */
const SEEN_BEFORE = "interval '20 hours'";

/** Everything the store holds into a table of this connection; what is younger than a day is nobody's orphan. */
async function listAll(
  { blobs }: SweepParts,
  client: PoolClient,
  before: Date,
): Promise<{ blobs: number; bytes: number }> {
  await client.query(`create temp table listed (sha256 text primary key) on commit drop;
    create temp table unnamed (sha256 text primary key) on commit drop`);
  let [count, bytes] = [0, 0];
  let [all, old]: [string[], string[]] = [[], []];
  const flush = async () => {
    await client.query('insert into listed select unnest($1::text[]) on conflict do nothing', [all]);
    await client.query('insert into unnamed select unnest($1::text[]) on conflict do nothing', [old]);
    [all, old] = [[], []];
  };
  for await (const { sha256, size, putAt } of blobs.list()) {
    count += 1;
    bytes += size;
    all.push(sha256);
    if (putAt < before) old.push(sha256);
    if (all.length >= AT_ONCE) await flush();
  }
  await flush();
  return { blobs: count, bytes };
}

/** Rows whose file is not in the list, nor in the store when asked again: it may have come meanwhile. */
async function missingOf({ blobs, report }: SweepParts, client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ sha256: string; record: string }>(
    `select distinct on (v.sha256) v.sha256, v.record_id as record from kaigi.records_file_version v
     where not exists (select from listed l where l.sha256 = v.sha256)
       and not exists (select from kaigi.records_tombstone t where t.municipality_id = v.municipality_id
         and t.subject_kind = 'RECORD' and t.subject_id = v.record_id and t.content_goes)
       and not exists (select from kaigi.records_pruning p where p.municipality_id = v.municipality_id
         and p.record_id = v.record_id and p.file_version = v.file_version)`,
  );
  let missing = 0;
  for (const { sha256, record } of rows) {
    if ((await blobs.file(sha256)) !== null) continue;
    missing += 1;
    report.failed('records/file-missing', new Error('records.content_missing'), { record, sha256 });
  }
  return missing;
}

/** Remembers what has no name now; answers what had none at an earlier look either. */
async function seenTwice(client: PoolClient): Promise<string[]> {
  await client.query(
    'delete from kaigi_jobs.sweep_orphan o where not exists (select from unnamed u where u.sha256 = o.sha256)',
  );
  await client.query(
    'insert into kaigi_jobs.sweep_orphan (sha256) select u.sha256 from unnamed u on conflict do nothing',
  );
  const { rows } = await client.query<{ sha256: string }>(
    `select o.sha256 from kaigi_jobs.sweep_orphan o where o.first_seen < clock_timestamp() - ${SEEN_BEFORE}`,
  );
  return rows.map(({ sha256 }) => sha256);
}

async function look(parts: SweepParts, client: PoolClient, before: Date) {
  const found = await listAll(parts, client, before);
  const missing = await missingOf(parts, client);
  await takeOutNamed(client);
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from unnamed');
  return { ...found, missing, orphans: rows[0]?.n ?? 0, old: await seenTwice(client) };
}

/**
 * Looks through the store: takes away what processes that died left half written, finds files that no row names and rows
 * without their file. What has had no name for a day goes; whoever puts the same bytes meanwhile keeps them (`Blobs.remove`).
 */
export async function sweep(parts: SweepParts): Promise<Swept> {
  const { db, blobs, clock } = parts;
  const [began, before] = [clock.now(), new Date(clock.now().getTime() - SETTLED_MS)];
  const leftBehind = await blobs.tidy(before);
  const client = await db.owner.connect();
  let removed = 0;
  try {
    await client.query('begin');
    // One at a time, whichever process begins.
    await client.query("select pg_advisory_xact_lock(hashtext('kaigi.sweep'))");
    const { old, ...found } = await look(parts, client, before);
    await client.query('commit');
    for (const sha256 of old) if (await blobs.remove(sha256, before)) removed += 1;
    const swept: Swept = { ...found, removed, leftBehind };
    await client.query(
      `insert into kaigi_jobs.sweep (began_at, blobs, bytes, orphans, removed, missing, left_behind)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [began, swept.blobs, swept.bytes, swept.orphans, removed, swept.missing, leftBehind],
    );
    return swept;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

const SWEEP = 'records/sweep-files';

export const sweepJobs = (parts: SweepParts) => ({
  tasks: {
    [SWEEP]: async () => {
      await sweep(parts);
    },
  },
  // At night in Japan; cron lines are in UTC.
  cron: { [SWEEP]: '20 17 * * *' },
});

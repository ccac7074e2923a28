import type { Database } from '@kaigi/core/platform';
import type { Metrics } from './http/metrics.ts';

async function number(db: Database, sql: string): Promise<number> {
  const { rows } = await db.owner.query<{ n: number }>(sql);
  return Number(rows[0]?.n ?? 0);
}

/** What waits in the database: facts to be told, entries to be given their place in the log. */
export function measureDatabase(metrics: Metrics, db: Database): void {
  metrics.measure('outbox_waiting', 'Facts that no job has taken yet', () =>
    number(db, 'select count(*)::int as n from kaigi.outbox'),
  );
  metrics.measure('jobs_waiting', 'Jobs that are due or will be tried again', () =>
    number(db, 'select count(*)::int as n from graphile_worker._private_jobs where attempts < max_attempts'),
  );
  metrics.measure('jobs_given_up', 'Jobs that were tried for days and will not be tried again', () =>
    number(db, 'select count(*)::int as n from graphile_worker._private_jobs where attempts >= max_attempts'),
  );
  metrics.measure('ledger_waiting', 'Entries without a place in the log', () =>
    number(db, 'select count(*)::int as n from kaigi.ledger_pending'),
  );
  metrics.measure('ledger_oldest_waiting_seconds', 'Age of the oldest entry without a place in the log', () =>
    number(
      db,
      'select coalesce(extract(epoch from now() - min(appended_at)), 0)::float8 as n from kaigi.ledger_pending',
    ),
  );
  measureFiles(metrics, db);
}

/** What the last look through the store of files found. */
function measureFiles(metrics: Metrics, db: Database): void {
  const last = (figure: string) =>
    number(
      db,
      `select coalesce((select ${figure} from kaigi_jobs.sweep s order by s.id desc limit 1), 0)::float8 as n`,
    );
  metrics.measure('files_without_a_name', 'Stored files that no row names', () => last('s.orphans - s.removed'));
  metrics.measure('files_missing', 'Rows whose file is not in the store', () => last('s.missing'));
  metrics.measure('files_looked_at_seconds_ago', 'Since the last look through the store of files', () =>
    last('extract(epoch from now() - s.ended_at)'),
  );
}

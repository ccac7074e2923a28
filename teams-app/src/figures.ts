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
}

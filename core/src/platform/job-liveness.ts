import { randomInt } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Report } from './report.ts';

// The first half of our advisory locks; the second half is the process's own number.
const LOCK_CLASS = 7_201_911;
const SWEEP_MS = 2_000;
// A worker that has only just begun may not have its row yet.
const GRACE = "interval '10 seconds'";

const SWEEP = `
  with alive as (
    select w.worker_id from kaigi.job_worker w
    join pg_locks l on l.locktype = 'advisory' and l.classid = ${LOCK_CLASS} and l.objid = w.process_key::oid and l.granted
    join pg_database d on d.oid = l.database and d.datname = current_database()),
  locked as (
    select j.locked_by, j.locked_at from graphile_worker._private_jobs j where j.locked_by is not null
    union all
    select q.locked_by, q.locked_at from graphile_worker._private_job_queues q where q.locked_by is not null)
  select array_agg(distinct locked.locked_by) as dead from locked
  where locked.locked_by not in (select worker_id from alive)
    and (locked.locked_at < now() - ${GRACE} or exists (select from kaigi.job_worker w where w.worker_id = locked.locked_by))`;

const FORGET = `
  delete from kaigi.job_worker w where w.since < now() - ${GRACE} and not exists (
    select from pg_locks l where l.locktype = 'advisory' and l.classid = ${LOCK_CLASS} and l.objid = w.process_key::oid and l.granted)`;

/** Lets other processes see that this one lives, and gives back the jobs of those that do not. */
export interface Liveness {
  /** To be given to the job runner: tells which workers are ours. */
  readonly events: WorkerEvents;
  close(): Promise<void>;
}

/**
 * A worker that is killed leaves its jobs and its queues locked; left alone, graphile-worker frees them after four
 * hours, and a person's cards would wait as long. PostgreSQL itself drops a dead process's advisory lock at once.
 */
export async function startLiveness(owner: pg.Pool, report: Report): Promise<Liveness> {
  const processKey = randomInt(1, 2 ** 31 - 1);
  const events = new EventEmitter() as WorkerEvents;
  let holder: pg.PoolClient | null = null;
  const hold = async () => {
    if (holder) return;
    const client = await owner.connect();
    const lost = () => {
      if (holder === client) holder = null;
      client.release(true);
    };
    client.once('error', lost);
    await client.query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, processKey]);
    holder = client;
  };
  // Jobs are locked in the name of the pool, not of the single worker.
  events.on('pool:create', ({ workerPool }) => {
    owner
      .query('insert into kaigi.job_worker (worker_id, process_key) values ($1, $2)', [workerPool.id, processKey])
      .catch((error: unknown) => report.failed('job-liveness', error));
  });
  const sweep = async () => {
    await hold();
    const { rows } = await owner.query<{ dead: string[] | null }>(SWEEP);
    const dead = rows[0]?.dead ?? [];
    if (dead.length > 0) await owner.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    await owner.query(FORGET);
  };
  await sweep();
  let sweeping: Promise<void> | null = null;
  const timer = setInterval(() => {
    sweeping ??= sweep()
      .catch((error: unknown) => report.failed('job-liveness', error))
      .finally(() => {
        sweeping = null;
      });
  }, SWEEP_MS);
  return {
    events,
    async close() {
      clearInterval(timer);
      await sweeping;
      holder?.release(true);
      holder = null;
    },
  };
}

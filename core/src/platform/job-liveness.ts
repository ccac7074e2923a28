import { randomInt } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Report } from './report.ts';

// The first half of our advisory locks; the second half is the process's own number.
const LOCK_CLASS = 7_201_911;
const SWEEP_MS = 2_000;
// A connection may be lost for a moment, and a worker may have begun just now: neither is dead yet.
const GRACE = "interval '6 seconds'";

const HELD = `
  exists (select from pg_locks l join pg_database d on d.oid = l.database and d.datname = current_database()
    where l.locktype = 'advisory' and l.classid = ${LOCK_CLASS} and l.objid = w.process_key::oid and l.granted)`;
const ALIVE = `(${HELD} or w.seen_at > now() - ${GRACE})`;

const SEEN = `
  insert into kaigi_jobs.worker (worker_id, process_key) select id, $2 from unnest($1::text[]) as id
  on conflict (worker_id) do update set process_key = excluded.process_key, seen_at = now()`;

const DEAD = `
  select array_agg(distinct locked.locked_by) as dead from (
    select j.locked_by, j.locked_at from graphile_worker._private_jobs j where j.locked_by is not null
    union all
    select q.locked_by, q.locked_at from graphile_worker._private_job_queues q where q.locked_by is not null) locked
  where locked.locked_at < now() - ${GRACE}
    and not exists (select from kaigi_jobs.worker w where w.worker_id = locked.locked_by and ${ALIVE})`;

const FORGET = `delete from kaigi_jobs.worker w where not ${ALIVE}`;

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
  // Jobs are locked in the name of the pool, not of the single worker.
  const ours = new Set<string>();
  const lock = processLock(owner, processKey);
  const seen = () => owner.query(SEEN, [[...ours], processKey]);
  const failed = (error: unknown) => report.failed('job-liveness', error);
  events.on('pool:create', ({ workerPool }) => {
    ours.add(workerPool.id);
    seen().catch(failed);
  });
  const sweep = async () => {
    await lock.hold();
    await seen();
    const { rows } = await owner.query<{ dead: string[] | null }>(DEAD);
    const dead = rows[0]?.dead ?? [];
    if (dead.length > 0) await owner.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    await owner.query(FORGET);
  };
  await sweep();
  let sweeping: Promise<void> | null = null;
  const timer = setInterval(() => {
    sweeping ??= sweep()
      .catch(failed)
      .finally(() => {
        sweeping = null;
      });
  }, SWEEP_MS);
  return {
    events,
    async close() {
      clearInterval(timer);
      await sweeping;
      lock.release();
    },
  };
}

/** An advisory lock on a connection of its own; taken again when the connection is lost. */
function processLock(owner: pg.Pool, processKey: number) {
  let holder: pg.PoolClient | null = null;
  return {
    async hold(): Promise<void> {
      if (holder) return;
      const client = await owner.connect();
      client.once('error', () => {
        if (holder === client) holder = null;
      });
      try {
        await client.query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, processKey]);
        holder = client;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    release(): void {
      holder?.release(true);
      holder = null;
    },
  };
}

import pg from 'pg';
import type { Statement, Tx } from './database.ts';

/** Something that happened, told to whoever cares after the commit. Carries ids only. */
export interface Fact {
  /** `capability/fact-in-past-tense`, for example `approvals/case-changed`. */
  readonly topic: string;
  readonly payload: Readonly<Record<string, string | number | readonly string[]>>;
}

/** The write of one fact, to be sent with others. */
export const emitting = ({ municipalityId }: Tx, { topic, payload }: Fact): Statement => ({
  text: 'insert into kaigi.outbox (municipality_id, topic, payload) values ($1::uuid, $2::text, $3::jsonb)',
  values: [municipalityId, topic, JSON.stringify(payload)],
});

/** Writes facts in the use case's own transaction. */
export async function emit(tx: Tx, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return;
  await tx.query(
    `insert into kaigi.outbox (municipality_id, topic, payload)
     select $1, f.topic, f.payload from jsonb_to_recordset($2) as f(topic text, payload jsonb)`,
    [tx.municipalityId, JSON.stringify(facts)],
  );
}

export interface TakenFact extends Fact {
  readonly municipalityId: string;
}

/** How a fact becomes jobs; named queues keep one conversation's messages in order. */
export interface JobSpec {
  readonly task: string;
  readonly payload: unknown;
  readonly queue?: string;
  /** Jobs with one key that nobody has started yet become one. */
  readonly key?: string;
  /** Not before then. */
  readonly runAt?: Date;
  /** Whatever else waits goes first: this asks somebody outside, who may be slow to answer or down. */
  readonly behind?: boolean;
}

/** Facts that were committed at about the same time, in their order; many small ones may become one job. */
export type Subscriber = (facts: readonly TakenFact[]) => readonly JobSpec[];

const BATCH = 500;
const CHANGE_CHANNEL = 'kaigi_changed';
const RECONNECT_MS = 500;

/**
 * Moves one batch of facts into jobs, in one transaction: nothing is lost and nothing is told twice.
 * Any number of processes may do it at once; each takes other rows. Returns how many were moved.
 */
export async function drainOutbox(owner: pg.Pool, subscriber: Subscriber): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    const taken = await client.query<{ municipality_id: string; topic: string; payload: Fact['payload'] }>(
      `delete from kaigi.outbox o
       using (select municipality_id, id from kaigi.outbox order by id limit $1 for update skip locked) t
       where o.municipality_id = t.municipality_id and o.id = t.id
       returning o.municipality_id, o.topic, o.payload`,
      [BATCH],
    );
    const facts = taken.rows.map((row) => ({
      municipalityId: row.municipality_id,
      topic: row.topic,
      payload: row.payload,
    }));
    await addJobs(client, subscriber(facts));
    await client.query('commit');
    return facts.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Tells every process that listens, now. NOTIFY carries at most 8,000 bytes each: ids only. */
export async function announce(owner: pg.Pool, facts: readonly TakenFact[]): Promise<void> {
  if (facts.length === 0) return;
  const told = facts.map((fact) => JSON.stringify(fact));
  await owner.query('select pg_notify($1, told) from unnest($2::text[]) as told', [CHANGE_CHANNEL, told]);
}

/** Listens to what any process announces; reconnects by itself. Returns how to stop. */
export function listen(url: string, listener: (fact: TakenFact) => void): () => Promise<void> {
  let client: pg.Client | null = null;
  let closed = false;
  const connect = async (): Promise<void> => {
    if (closed) return;
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    client = next;
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!closed) setTimeout(() => void connect(), RECONNECT_MS).unref();
    });
    next.on('notification', ({ payload }) => listener(JSON.parse(payload ?? '{}') as TakenFact));
    // A failed start ends the client, and the end starts the next attempt.
    await next
      .connect()
      .then(() => next.query(`listen ${CHANGE_CHANNEL}`))
      .catch(() => next.end().catch(() => undefined));
  };
  const first = connect();
  return async () => {
    closed = true;
    await first;
    await client?.end().catch(() => undefined);
  };
}

/** Puts jobs straight into the queue, for jobs that lead to more jobs. */
export async function enqueue(owner: pg.Pool, jobs: readonly JobSpec[]): Promise<void> {
  await addJobs(owner, jobs);
}

/** Of jobs with one key only the newest: one call would refuse two. */
function newestOfEachKey(jobs: readonly JobSpec[]): JobSpec[] {
  const newest = new Map(jobs.flatMap((job) => (job.key === undefined ? [] : [[job.key, job] as const])));
  return jobs.filter((job) => job.key === undefined || newest.get(job.key) === job);
}

async function addJobs(connection: pg.Pool | pg.PoolClient, jobs: readonly JobSpec[]): Promise<void> {
  if (jobs.length === 0) return;
  const specs = newestOfEachKey(jobs).map((job) => ({
    identifier: job.task,
    payload: job.payload,
    queue_name: job.queue ?? null,
    job_key: job.key ?? null,
    run_at: job.runAt ?? null,
    priority: job.behind === true ? 1 : 0,
    // With graphile-worker's pauses this is about four days: longer than a weekend with a holiday.
    max_attempts: 25,
  }));
  // A microsecond between them: jobs put in together keep their order in a queue.
  await connection.query(
    `select count(*) from graphile_worker.add_jobs((
       select array_agg((s.value ->> 'identifier', (s.value -> 'payload')::json, s.value ->> 'queue_name',
         coalesce((s.value ->> 'run_at')::timestamptz, clock_timestamp() + s.place * interval '1 microsecond'),
         (s.value ->> 'max_attempts')::int::smallint, s.value ->> 'job_key', (s.value ->> 'priority')::int::smallint, null)::graphile_worker.job_spec
         order by s.place)
       from jsonb_array_elements($1) with ordinality as s(value, place)))`,
    [JSON.stringify(specs)],
  );
}

import { Logger, type Runner, run, runMigrations, type Worker, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import { startLiveness } from './job-liveness.ts';
import { drainOutbox, type Subscriber } from './outbox.ts';
import { patientPool } from './patient-pool.ts';
import type { Report } from './report.ts';

export type Task = (payload: unknown) => Promise<void>;

export interface JobsOptions {
  readonly owner: pg.Pool;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly subscriber: Subscriber;
  /** Repeated work: cron line by task, for example `*\/5 * * * *`; ` ?fill=12h` makes up for what a stop missed. */
  readonly cron?: Readonly<Record<string, string>>;
  readonly report: Report;
  readonly concurrency?: number;
}

export interface Jobs {
  /** Says that this process has just committed facts, so that they leave at once. */
  wake(): void;
  close(): Promise<void>;
}

// Facts of this process leave at once (wake); the pause is for facts whose process died before it could.
const IDLE_PAUSE_MS = 1_000;
const BUSY_PAUSE_MS = 100;

function startDrain({ owner, subscriber, report }: JobsOptions): Jobs {
  let closed = false;
  let pending = false;
  let wakeUp: () => void = () => undefined;
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = (async () => {
    while (!closed) {
      pending = false;
      const moved = await drainOutbox(owner, subscriber).catch((error: unknown) => {
        report.failed('outbox', error);
        return 0;
      });
      if (closed) break;
      if (moved > 0) await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
      else if (!pending) await pause(IDLE_PAUSE_MS);
    }
  })();
  return {
    wake() {
      pending = true;
      wakeUp();
    },
    async close() {
      closed = true;
      wakeUp();
      await loop;
    },
  };
}

/** Creates and updates graphile-worker's own schema. Safe when several processes start together. */
export async function migrateJobs(owner: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: owner, logger: quiet });
}

const quiet = new Logger(() => () => undefined);

// A worker asks for its next job before its last one is marked as done, finds the queue still locked and sleeps until
// the next poll; so whoever sleeps is woken a moment later.
const DONE_BY_NOW_MS = 20;

function keepQueuesMoving(events: WorkerEvents): void {
  const workers = new Set<Worker>();
  let waking = false;
  events.on('worker:create', ({ worker }) => workers.add(worker));
  events.on('worker:release', ({ worker }) => workers.delete(worker));
  events.on('job:complete', () => {
    if (waking) return;
    waking = true;
    setTimeout(() => {
      waking = false;
      for (const worker of workers) worker.nudge();
    }, DONE_BY_NOW_MS);
  });
}

export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { owner, tasks, report } = options;
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown) => {
        try {
          await task(payload);
        } catch (error) {
          report.failed(name, error);
          throw error;
        }
      },
    ]),
  );
  const crontab = Object.entries(options.cron ?? {})
    .map(([task, line]) => {
      const [times, more] = line.split(' ?');
      return more === undefined ? `${times} ${task}` : `${times} ${task} ?${more}`;
    })
    .join('\n');
  const liveness = await startLiveness(owner, report);
  keepQueuesMoving(liveness.events);
  const patient = patientPool(owner);
  const runner: Runner = await run({
    pgPool: patient.pool,
    events: liveness.events,
    taskList,
    crontab,
    concurrency: options.concurrency ?? 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    // A plan kept from when the queue was empty reads the whole queue for every job once it is long.
    noPreparedStatements: true,
    logger: quiet,
  });
  const drain = startDrain(options);
  return {
    wake: drain.wake,
    async close() {
      await drain.close();
      await runner.stop();
      patient.end();
      await liveness.close();
    },
  };
}

import type { Ledger, Sequencer } from './ledger/index.ts';
import {
  type Database,
  type Jobs,
  listen,
  type Report,
  type Subscriber,
  startJobs,
  type TakenFact,
  type Task,
  tidyIdempotency,
} from './platform/index.ts';

/** What the suite does after commit. */
export interface BackgroundWork {
  readonly ledger: Ledger;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly subscribers: readonly Subscriber[];
  readonly cron: Readonly<Record<string, string>>;
}

/** Background work that the edge adds to the suite's own. */
export interface ExtraJobs {
  readonly tasks?: Readonly<Record<string, Task>>;
  readonly cron?: Readonly<Record<string, string>>;
  /** False where nothing repeats by itself: a test runs a task when it means to, not when a minute turns. */
  readonly byTheClock?: boolean;
}

/** What runs beside the requests: jobs, the log's sequencer, and the ear for other processes. */
export class Background {
  private jobs: Jobs | null = null;
  private sequencer: Sequencer | null = null;
  private stopListening: (() => Promise<void>) | null = null;
  private readonly ending = new AbortController();
  private readonly listeners = new Set<(fact: TakenFact) => void>();

  /** Aborted when the background work is to end: what takes hours is left to whoever starts next. */
  get stopping(): AbortSignal {
    return this.ending.signal;
  }

  wake(): void {
    this.jobs?.wake();
    this.sequencer?.wake();
  }

  async start(
    { db, report }: { readonly db: Database; readonly report: Report },
    { ledger, tasks, subscribers, cron }: BackgroundWork,
    { byTheClock = true, ...extra }: ExtraJobs,
  ): Promise<void> {
    this.sequencer = ledger.startSequencer();
    this.jobs = await startJobs({
      owner: db.owner,
      tasks: { ...tasks, 'platform/tidy': () => tidyIdempotency(db.owner), ...extra.tasks },
      subscriber: (facts) => subscribers.flatMap((subscriber) => subscriber(facts)),
      // At night in Japan; cron lines are in UTC.
      cron: byTheClock ? { 'platform/tidy': '20 18 * * *', ...cron, ...extra.cron } : {},
      report,
    });
  }

  onChange(databaseUrl: string, listener: (fact: TakenFact) => void): () => void {
    this.stopListening ??= listen(databaseUrl, (fact) => {
      for (const one of this.listeners) one(fact);
    });
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.ending.abort();
    await this.stopListening?.();
    await this.jobs?.close();
    await this.sequencer?.close();
  }
}

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads at `/metrics`. Labels are routes, codes and task names: never people, never municipalities. */
export interface Metrics {
  readonly registry: Registry;
  request(seen: { method: string; route: string; status: number; seconds: number }): void;
  refusal(code: string): void;
  workFailed(what: string): void;
  botOutcome(outcome: string): void;
  /** Asked at each reading. */
  measure(
    name:
      | ('outbox_waiting' | 'jobs_waiting' | 'jobs_given_up' | 'ledger_waiting' | 'ledger_oldest_waiting_seconds')
      | ('files_without_a_name' | 'files_missing' | 'files_looked_at_seconds_ago'),
    help: string,
    ask: () => Promise<number>,
  ): void;
  streams(change: 1 | -1): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'kaigi_http_request_seconds',
    help: 'Time to answer a request, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  const counter = (name: string, help: string, label: string) =>
    new Counter({ name, help, labelNames: [label], registers });
  const refusals = counter('kaigi_refusals_total', 'Refused requests, by code', 'code');
  const failures = counter('kaigi_work_failures_total', 'Failed background work, by task', 'what');
  const bot = counter('kaigi_bot_outcomes_total', 'Activities handled by the bot, by outcome', 'outcome');
  const streams = new Gauge({ name: 'kaigi_change_streams', help: 'Open streams of changes', registers });
  return {
    registry,
    request: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    refusal: (code) => refusals.inc({ code }),
    workFailed: (what) => failures.inc({ what }),
    botOutcome: (outcome) => bot.inc({ outcome }),
    measure(name, help, ask) {
      new Gauge({
        name: `kaigi_${name}`,
        help,
        registers,
        async collect() {
          this.set(await ask().catch(() => Number.NaN));
        },
      });
    },
    streams: (change) => streams.inc(change),
  };
}

import type { FastifyInstance } from 'fastify';
import type { Metrics } from './metrics.ts';

/** One thing that must work before the service takes requests. */
export interface ReadyCheck {
  readonly name: 'database' | 'jobs' | 'blobs';
  readonly isReady: () => Promise<boolean>;
}

const DEADLINE_MS = 3_000;

async function within(check: ReadyCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), DEADLINE_MS);
  });
  return Promise.race([check.isReady().catch(() => false), late]).finally(() => clearTimeout(timer));
}

export interface HealthOptions {
  readonly checks: readonly ReadyCheck[];
  readonly metrics: Metrics;
}

export function registerHealth(app: FastifyInstance, { checks, metrics }: HealthOptions): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const results = await Promise.all(checks.map(async (check) => [check.name, await within(check)] as const));
    const ready = results.every(([, ok]) => ok);
    return reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(results) });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}

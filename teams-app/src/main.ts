import { collectAll } from '@kaigi/core/platform';
import { toConfig } from './config/config.ts';
import { readEnv } from './config/env.ts';
import { toSecrets } from './config/secrets.ts';
import { createLog, describeError } from './log.ts';
import { createService } from './service.ts';

/** The first jobs have begun, and then they are over. */
const STARTED_MS = [3_000, 30_000];

/** Signals, and the end of the process that started us, all lead to the one orderly way out. */
function whenToldToStop(stop: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
}

async function main(): Promise<void> {
  const env = readEnv();
  const result = toConfig(env);
  if (!result.ok) {
    console.error('設定に誤りがあるため、起動しませんでした。');
    for (const { ja, en } of result.problems) console.error(`・${ja}\n  ${en}`);
    process.exitCode = 2;
    return;
  }
  const log = createLog(result.config.logLevel);
  const service = createService(result.config, toSecrets(env), { log });
  const stopping = new AbortController();
  whenToldToStop(() => stopping.abort());
  process.on('unhandledRejection', (error) => log.error({ event: 'unhandled', err: error }));
  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  try {
    await Promise.race([service.start(), stopped]);
    // A third of what the start has put into memory is of no use afterwards.
    for (const ms of STARTED_MS) setTimeout(collectAll, ms).unref();
    await stopped;
  } catch (error) {
    log.fatal({ event: 'start-failed', err: error });
    console.error(`起動できませんでした：${describeError(error).message}`);
    process.exitCode = 1;
  }
  await service.close();
  if (process.connected) process.disconnect();
}

await main();

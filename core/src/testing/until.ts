import { setTimeout as pause } from 'node:timers/promises';
import type { TestDatabase } from './test-database.ts';

// Below a test's own time limit: a wait in vain ends here, and nothing goes on asking after the test is over.
const AT_MOST_MS = 120_000;

/** Waits until it is so. @throws Error when it never was */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + AT_MOST_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`still not so after ${AT_MOST_MS / 1_000} s: ${isSo}`);
    await pause(20);
  }
}

const LEFT = `select 'fact ' || topic as left from kaigi.outbox
  union all select 'leaf' from kaigi.ledger_pending
  union all select concat_ws(' ', 'job', task_identifier, 'at', run_at, 'after', attempts, last_error)
    from graphile_worker.jobs where attempts < max_attempts
  limit 20`;

/**
 * Waits until every fact is told, every job done and every leaf in the log: a clock may then be set on.
 * @param push done each time before it is looked
 */
export async function quiet({ owner }: Pick<TestDatabase, 'owner'>, push?: () => Promise<unknown>): Promise<void> {
  let waiting: string[] = [];
  const nothingLeft = async () => {
    await push?.();
    const { rows } = await owner.query<{ left: string }>(LEFT);
    waiting = rows.map(({ left }) => left);
    return waiting.length === 0;
  };
  await until(nothingLeft).catch((cause: Error) => {
    throw new Error(`still left: ${waiting.join('; ')}`, { cause });
  });
}

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

/** Waits until every fact is told, every job done and every leaf in the log: a clock may then be set on. */
export const quiet = ({ owner }: Pick<TestDatabase, 'owner'>): Promise<void> =>
  until(async () => {
    const { rows } = await owner.query<{ left: number }>(
      `select (select count(*) from kaigi.outbox) + (select count(*) from kaigi.ledger_pending)
         + (select count(*) from graphile_worker.jobs where attempts < max_attempts) as left`,
    );
    return Number(rows[0]?.left) === 0;
  });

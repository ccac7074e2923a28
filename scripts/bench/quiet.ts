import type pg from 'pg';

const QUIET_WITHIN_MS = 20_000;

/** What the last turn left to be told is dropped, and what has begun is waited for, so that the next turn has the machine. */
export async function quieten(owner: pg.Pool): Promise<void> {
  for (const deadline = performance.now() + QUIET_WITHIN_MS; performance.now() < deadline; ) {
    await owner.query('delete from kaigi.outbox');
    await owner.query('delete from graphile_worker._private_jobs where locked_at is null');
    const { rows } = await owner.query<{ busy: boolean }>(
      `select exists (select from graphile_worker._private_jobs) or exists (select from kaigi.outbox)
         or exists (select from kaigi.ledger_pending) as busy`,
    );
    if (rows[0]?.busy === false) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

import type pg from 'pg';

// A page gives up long before; what is older can only be somebody else's key.
const KEPT = "interval '7 days'";

/** Forgets answers to Idempotency-Keys that nobody will repeat any more. */
export async function tidyIdempotency(owner: pg.Pool): Promise<void> {
  await owner.query(`delete from kaigi.idempotency i where i.created_at < now() - ${KEPT}`);
}

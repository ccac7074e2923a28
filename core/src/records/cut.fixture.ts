import type { TestDatabase } from '../testing/test-database.ts';

interface Cloned {
  readonly table: string;
  readonly id: string;
  readonly count: number;
  /** What differs in each, as an object in SQL over the row `o` and the count `n`. */
  readonly differing: string;
}

/** Copies a row so often, past keys and triggers: for lists longer than a test can make them. */
export async function cloned(owner: TestDatabase['owner'], { table, id, count, differing }: Cloned): Promise<void> {
  await owner.query(`begin; set local session_replication_role = replica;
    insert into kaigi.${table}
    select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid()) || ${differing})).*
    from kaigi.${table} o, generate_series(1, ${count}) n where o.id = '${id}'; commit`);
}

import type { Finding } from '../../ledger/index.ts';
import { type Bench, MINATO } from '../records.fixture.ts';
import { recordsWitnesses } from '../witnesses.ts';

/** What `kaigi verify` says of the rows of records. */
export const findingsOf = (bench: Bench): Promise<Finding[]> =>
  bench.inside(MINATO, async (tx) => {
    const found: Finding[] = [];
    for (const { check } of recordsWitnesses(bench.blobs)) for await (const one of check?.(tx) ?? []) found.push(one);
    return found;
  });

/** As somebody with the database's own power would: past the triggers, and back again afterwards. */
export async function alteredByHand(bench: Bench, statement: string, work: () => Promise<void>): Promise<void> {
  const client = await bench.test.owner.connect();
  const table = /kaigi\.\w+/.exec(statement)?.[0];
  await client.query(`set session_replication_role = replica; drop table if exists pg_temp.before;
    create temporary table before as select * from ${table}`);
  try {
    await client.query(statement);
    await work();
  } finally {
    const { rows } = await client.query<{ names: string }>(
      `select string_agg(quote_ident(attname), ', ') as names from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    );
    const names = rows[0]?.names;
    await client.query(`delete from ${table}; insert into ${table} (${names}) select ${names} from pg_temp.before;
      set session_replication_role = origin`);
    client.release();
  }
}

import type pg from 'pg';

const AT_ONCE = 5_000;
const WRITERS = 2;
const YEARS_BACK = 8;

// Every column comes with the template's row, so that a column added later is copied too, but for those that tell cases apart.
const CASE = {
  case_id: 'f.case_id',
  search_text: "c.search_text || ' ' || f.nr",
  state: 'replace(c.state::text, c.case_id::text, f.case_id::text)::json',
};
const PART = { case_id: 'f.case_id' };
const LINE = { case_id: 'f.case_id', at: 'uuid_extract_timestamp(f.case_id)', leaf_id: 'uuidv7()' };

/** `insert into … select` of a table's every column from row `c`, with these in place of its own. */
async function copied(owner: pg.Pool, table: string, own: Readonly<Record<string, string>>): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  return `insert into ${table} (${names.join(', ')})
    select ${names.map((name) => own[name] ?? `c.${name}`).join(', ')} from fresh f join ${table} c on c.case_id = f.template`;
}

// Ids tell the order of time: number 1 was decided first, and the last yesterday. Beside the case stand the posts that it was
// put before and the last line of its history; its document and the lines before that are not there.
async function decided(owner: pg.Pool): Promise<string> {
  return `
  with fresh as materialized (
    select t.case_id as template, n.nr,
      uuidv7(make_interval(secs => -86400 - ($3::float8 - n.nr) / $3::float8 * ${YEARS_BACK} * 31557600)) as case_id
    from generate_series($1::int, $2::int) n(nr)
    join unnest($4::uuid[]) with ordinality t(case_id, at) on t.at = 1 + n.nr % cardinality($4::uuid[])),
  cases as (${await copied(owner, 'kaigi.approvals_case', CASE)} order by f.nr),
  parts as (${await copied(owner, 'kaigi.approvals_part', PART)})
  ${await copied(owner, 'kaigi.approvals_history', LINE)} and c.act = 'DECIDED'`;
}

/** Fills the database with copies of decided cases, numbers `from` to `to` of as many as there will be in the end. */
export async function decidedCases(
  owner: pg.Pool,
  templates: readonly string[],
  { from, to, inTheEnd }: { from: number; to: number; inTheEnd: number },
): Promise<void> {
  const sql = await decided(owner);
  let next = from;
  const write = async (client: pg.PoolClient): Promise<void> => {
    await client.query('set synchronous_commit = off');
    while (next <= to) {
      const [first, last] = [next, Math.min(to, next + AT_ONCE - 1)];
      next = last + 1;
      await client.query(sql, [first, last, inTheEnd, templates]);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, () => unhurried(owner, write)));
  for (const table of ['approvals_case', 'approvals_part', 'approvals_desk', 'approvals_history']) {
    await unhurried(owner, (client) => client.query(`vacuum (analyze) kaigi.${table}`));
  }
  // So that what was written is not written out while others are measured.
  await unhurried(owner, (client) => client.query('checkpoint'));
}

/** On a connection of its own, which may take its time and is closed afterwards. */
async function unhurried(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('set statement_timeout = 0');
    await work(client);
  } finally {
    client.release(true);
  }
}

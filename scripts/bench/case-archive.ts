import type pg from 'pg';

const AT_ONCE = 5_000;
const WRITERS = 2;
const YEARS_BACK = 8;

// Ids tell the order of time: number 1 was decided first, and the last yesterday. Beside the case stand the posts that it was
// put before and the last line of its history; its document and the lines before that are not there.
const DECIDED = `
  with fresh as materialized (
    select t.case_id as template, n.nr,
      uuidv7(make_interval(secs => -86400 - ($3::float8 - n.nr) / $3::float8 * ${YEARS_BACK} * 31557600)) as case_id
    from generate_series($1::int, $2::int) n(nr)
    join unnest($4::uuid[]) with ordinality t(case_id, at) on t.at = 1 + n.nr % cardinality($4::uuid[])),
  cases as (
    insert into kaigi.approvals_case (municipality_id, case_id, version, status, drafter_staff_id, search_text, content, state)
    select c.municipality_id, f.case_id, c.version, c.status, c.drafter_staff_id, c.search_text || ' ' || f.nr, c.content,
      replace(c.state::text, c.case_id::text, f.case_id::text)::json
    from fresh f join kaigi.approvals_case c on c.case_id = f.template order by f.nr),
  parts as (
    insert into kaigi.approvals_part (municipality_id, post_id, case_id, consulted)
    select p.municipality_id, p.post_id, f.case_id, p.consulted
    from fresh f join kaigi.approvals_part p on p.case_id = f.template)
  insert into kaigi.approvals_history (municipality_id, case_id, seq, at, act, actor, actor_staff_id, slot_id, comment, revision,
    via, status_after, manifest_hash, detail, change, leaf_id)
  select h.municipality_id, f.case_id, h.seq, uuid_extract_timestamp(f.case_id), h.act, h.actor, h.actor_staff_id, h.slot_id,
    h.comment, h.revision, h.via, h.status_after, h.manifest_hash, h.detail, h.change, uuidv7()
  from fresh f join kaigi.approvals_history h on h.case_id = f.template and h.act = 'DECIDED'`;

/** Fills the database with copies of decided cases, numbers `from` to `to` of as many as there will be in the end. */
export async function decidedCases(
  owner: pg.Pool,
  templates: readonly string[],
  { from, to, inTheEnd }: { from: number; to: number; inTheEnd: number },
): Promise<void> {
  let next = from;
  const write = async (client: pg.PoolClient): Promise<void> => {
    await client.query('set synchronous_commit = off');
    while (next <= to) {
      const [first, last] = [next, Math.min(to, next + AT_ONCE - 1)];
      next = last + 1;
      await client.query(DECIDED, [first, last, inTheEnd, templates]);
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

import { newId } from '@kaigi/core/platform';
import type pg from 'pg';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { bareClients } from './bare-clients.ts';
import { CaseSupply, type WaitingCase } from './case-supply.ts';
import { fullRouteCase } from './cases.ts';
import type { CityHall } from './city-hall.ts';
import { type Side, WORKERS } from './measure.ts';
import { type WrittenAct, writtenActs } from './raw-rows.ts';

// What an act writes, and nothing else: the state under its lock, on whose desks it lies, a line of history, its leaf, and
// the fact that leaves after the commit. As the owner, whom row-level security does not bind.
const STATE = `update kaigi.approvals_case set version = $3::int, status = $4, state = $5
  where municipality_id = $1 and case_id = $2 and version = $3 - 1`;
const HISTORY = `insert into kaigi.approvals_history (municipality_id, case_id, seq, at, act, actor, actor_staff_id, slot_id,
    comment, revision, via, status_after, manifest_hash, detail, change, leaf_id)
  values ($1, $2, $3, $6, $7, $8, $9, $10, null, 1, 'api', $4, $11, $12, $13, $14)`;
const LEAF = `insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry, appended_at)
  values ($1, $14, 'approvals/history', $15, $16, clock_timestamp())`;
const FACT = `insert into kaigi.outbox (municipality_id, topic, payload) values ($1, 'approvals/case-changed', $17)`;
const GONE = `delete from kaigi.approvals_desk where municipality_id = $1 and case_id = $2 and about_id = any($18::uuid[])`;
const COME = `insert into kaigi.approvals_desk (municipality_id, case_id, about_id, task, post_id, staff_id, unit_id, since)
  select $1, $2, d.about_id, d.task, d.post_id, d.staff_id, d.unit_id, $6
  from unnest($19::uuid[], $20::text[], $21::uuid[], $22::uuid[], $23::uuid[]) d(about_id, task, post_id, staff_id, unit_id)`;

const ALWAYS = [STATE, HISTORY, LEAF, GONE];

interface Statement {
  readonly name: string;
  readonly text: string;
  readonly pick: readonly number[];
}

/** The statement with its parameters counted from 1, as one statement of its own needs them. */
function statement(name: string, text: string): Statement {
  const used = [...new Set([...text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])))].sort((a, b) => a - b);
  return { name, text: text.replace(/\$(\d+)/g, (_, n) => `$${used.indexOf(Number(n)) + 1}`), pick: used };
}

const together = (name: string, parts: readonly string[]): Statement =>
  statement(name, `with ${parts.map((part, at) => `w${at} as (${part})`).join(', ')} ${FACT}`);

// An act that fills no desk asks for none: the bare side does the least that can be done.
const TOGETHER = { filling: together('filling', [...ALWAYS, COME]), clearing: together('clearing', ALWAYS) };
const APART = [...ALWAYS, FACT].map((text, at) => statement(`apart-${at}`, text));
const APART_COME = statement('apart-come', COME);

/** One act on one of the prepared cases. */
interface Writing {
  readonly waiting: WaitingCase;
  readonly act: WrittenAct;
}

function parameters({ waiting: { caseId, slotIds }, act }: Writing): unknown[] {
  const { version, status, state, gone, come, history, entry } = act;
  const { actor, staffId, manifestHash, detail, change } = history;
  const about = [
    MINATO,
    caseId,
    version,
    status,
    state,
    new Date(),
    history.act,
    actor,
    staffId,
    slotIds[history.slot],
  ];
  const told = [manifestHash, detail, change, newId(), `${caseId}/${version}`, entry];
  const columns = [
    come.map(({ slot }) => slotIds[slot]),
    come.map(({ task }) => task),
    come.map(({ postId }) => postId),
    come.map((desk) => desk.staffId),
    come.map(({ unitId }) => unitId),
  ];
  return [
    ...about,
    ...told,
    `{"caseId":"${caseId}","version":${version}}`,
    gone.map((slot) => slotIds[slot]),
    ...columns,
  ];
}

type Write = (client: pg.PoolClient, writing: Writing) => Promise<void>;

function send(client: pg.PoolClient, { name, text, pick }: Statement, values: readonly unknown[]) {
  return client.query({ name, text, values: pick.map((number) => values[number - 1]) });
}

const inOneStatement: Write = async (client, writing) => {
  const form = writing.act.come.length > 0 ? TOGETHER.filling : TOGETHER.clearing;
  const { rowCount } = await send(client, form, parameters(writing));
  if (rowCount !== 1) throw new RangeError('a bare transaction wrote nothing');
};

const inRoundTrips: Write = async (client, writing) => {
  const values = parameters(writing);
  await client.query('begin');
  for (const one of APART) await send(client, one, values);
  if (writing.act.come.length > 0) await send(client, APART_COME, values);
  await client.query('commit');
};

export interface RawSides {
  readonly oneStatement: Side;
  readonly roundTrips: Side;
  close(): Promise<void>;
}

interface Bare {
  readonly supply: CaseSupply;
  readonly clients: readonly pg.PoolClient[];
  readonly acts: readonly WrittenAct[];
}

function side(name: string, share: number, { supply, clients, acts, write }: Bare & { write: Write }): Side {
  const open = new Map<number, { at: number; waiting: WaitingCase }>();
  return {
    name,
    share,
    prepare(expected) {
      open.clear();
      return supply.fill(Math.ceil(expected / acts.length) + WORKERS);
    },
    async step(worker) {
      const waiting = open.get(worker)?.waiting ?? supply.take();
      const at = open.get(worker)?.at ?? 0;
      const [act, client] = [acts[at], clients[worker]];
      if (!waiting || !act || !client) return false;
      await write(client, { waiting, act });
      if (at + 1 < acts.length) open.set(worker, { at: at + 1, waiting });
      else open.delete(worker);
      return true;
    },
  };
}

/** Bare transactions by the same driver, prepared, that write the rows that the service wrote for the same acts. */
export async function rawSides(hall: CityHall): Promise<RawSides> {
  const acts = await writtenActs(hall, await fullRouteCase(hall));
  const supply = new CaseSupply(hall.owner, (await fullRouteCase(hall)).template);
  const { clients, close } = await bareClients(hall.city.test.url, WORKERS);
  const bare = { supply, clients, acts };
  return {
    oneStatement: side('raw_one_statement_per_s', 1, { ...bare, write: inOneStatement }),
    roundTrips: side('raw_roundtrips_per_s', 0.5, { ...bare, write: inRoundTrips }),
    close,
  };
}

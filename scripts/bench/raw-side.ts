import { newId } from '@kaigi/core/platform';
import pg from 'pg';
import type { TestCity } from '../../core/src/testing/test-city.ts';
import { CaseSupply, type WaitingCase } from './case-supply.ts';
import { caseInReview, REVIEWER } from './core-side.ts';
import { type Side, WORKERS } from './measure.ts';

// What an 承認 by the 係長 writes, and nothing else: the state under its lock, whose desk it lies on, a line of history, its
// leaf, and the fact that leaves after the commit. As the owner, whom row-level security does not bind.
const STATE = `update kaigi.approvals_case set version = $3::int + 1, status = 'IN_REVIEW', state = $5
  where municipality_id = $1 and case_id = $2 and version = $3`;
const GONE = `delete from kaigi.approvals_desk where municipality_id = $1 and case_id = $2 and about_id = $6 and task = 'ACT'`;
const COME = `insert into kaigi.approvals_desk (municipality_id, case_id, about_id, task, post_id, since)
  values ($1, $2, $7, 'ACT', $14, $4)`;
const HISTORY = `insert into kaigi.approvals_history (municipality_id, case_id, seq, at, act, actor, actor_staff_id, slot_id,
    comment, revision, via, status_after, manifest_hash, detail, leaf_id)
  values ($1, $2, $3::int + 1, $4, 'APPROVED', $8, $9, $6, null, 1, 'api', 'IN_REVIEW', $15, '{}', $10)`;
const LEAF = `insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry, appended_at)
  values ($1, $10, 'approvals/history', $11, $12, clock_timestamp())`;
const FACT = `insert into kaigi.outbox (municipality_id, topic, payload) values ($1, 'approvals/case-changed', $13)`;

const STATEMENTS = [STATE, GONE, COME, HISTORY, LEAF, FACT];
const TOGETHER = `with state as (${STATE}), gone as (${GONE}), come as (${COME}), history as (${HISTORY}), leaf as (${LEAF}) ${FACT}`;

/** The same statement with its parameters counted from 1, as one statement of its own needs them. */
function alone(text: string): { text: string; pick: readonly number[] } {
  const used = [...new Set([...text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])))].sort((a, b) => a - b);
  return { text: text.replace(/\$(\d+)/g, (_, n) => `$${used.indexOf(Number(n)) + 1}`), pick: used };
}

interface Actor {
  readonly json: string;
  readonly staffId: string;
  readonly manifestHash: string;
  /** The state of the case before the act, as text: what is written instead has its length. */
  readonly state: string;
  /** The post that has it next. */
  readonly postId: string;
}

type Parameters = (waiting: WaitingCase) => unknown[];

function parametersBy(municipalityId: string, { json, staffId, manifestHash, state, postId }: Actor): Parameters {
  return ({ caseId, version, slotIds }) => {
    const [slotId, next] = slotIds;
    const at = new Date().toISOString();
    const leafId = newId();
    const subject = `${caseId}/${version + 1}`;
    const entry =
      `{"body":{"act":"APPROVED","actor":${json},"at":"${at}","caseId":"${caseId}","comment":null,"detail":{},` +
      `"manifestHash":"${manifestHash}","revision":1,"seq":${version + 1},"slotId":"${slotId}",` +
      `"statusAfter":"IN_REVIEW","via":"api"},"kind":"approvals/history","leafId":"${leafId}","subject":"${subject}","v":1}`;
    const fact = `{"caseId":"${caseId}","version":${version + 1}}`;
    const shown = [municipalityId, caseId, version, at, state, slotId, next, json, staffId];
    return [...shown, leafId, subject, Buffer.from(entry), fact, postId, manifestHash];
  };
}

type Write = (client: pg.PoolClient, values: unknown[]) => Promise<void>;

const inOneStatement: Write = async (client, values) => {
  await client.query({ name: 'together', text: TOGETHER, values });
};

const SEPARATE = STATEMENTS.map((text, at) => ({ name: `alone-${at}`, ...alone(text) }));

const inRoundTrips: Write = async (client, values) => {
  await client.query('begin');
  for (const { name, text, pick } of SEPARATE) {
    await client.query({ name, text, values: pick.map((number) => values[number - 1]) });
  }
  await client.query('commit');
};

export interface RawSides {
  readonly oneStatement: Side;
  readonly roundTrips: Side;
  close(): Promise<void>;
}

async function actorOf(city: TestCity, caseId: string): Promise<Actor> {
  const { staffId, name } = await city.suite.directory.me(city.as(REVIEWER));
  const person = { staffId, name, postTitle: '係長', unitName: '政策係' };
  const { rows } = await city.test.owner.query<{ hash: string; state: string; post: string }>(
    `select content ->> 'manifestHash' as hash, state::text, state #>> '{route,1,postId}' as post
     from kaigi.approvals_case where case_id = $1`,
    [caseId],
  );
  const [found] = rows;
  if (!found) throw new RangeError('the template case is gone');
  return { json: JSON.stringify(person), staffId, manifestHash: found.hash, state: found.state, postId: found.post };
}

/** Bare transactions by the same driver, prepared, that write the rows an approval writes. */
export async function rawSides(city: TestCity): Promise<RawSides> {
  const template = await caseInReview(city.suite, city.as('drafter'));
  const supply = new CaseSupply(city.test.owner, template);
  const pool = new pg.Pool({ connectionString: city.test.url, max: WORKERS });
  const clients = await Promise.all(Array.from({ length: WORKERS }, () => pool.connect()));
  const municipalityId = city.as(REVIEWER).municipalityId;
  const parameters = parametersBy(municipalityId, await actorOf(city, template.caseId));
  const side = (name: string, share: number, write: Write): Side => ({
    name,
    share,
    prepare: (expected) => supply.fill(expected),
    async step(worker) {
      const [next, client] = [supply.take(), clients[worker]];
      if (!next || !client) return false;
      await write(client, parameters(next));
      return true;
    },
  });
  return {
    oneStatement: side('raw_one_statement_per_s', 1, inOneStatement),
    roundTrips: side('raw_roundtrips_per_s', 0.5, inRoundTrips),
    async close() {
      for (const client of clients) client.release();
      await pool.end();
    },
  };
}

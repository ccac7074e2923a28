import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Finding } from '../ledger/index.ts';
import { localDateOf } from '../shared/index.ts';
import { aDocument, MINATO, type TestCity, testCity } from '../testing/test-city.ts';
import type { CaseView } from './contract.ts';

let city: TestCity;
let view: CaseView;

beforeAll(async () => {
  city = await testCity();
  await city.suite.startJobs();
  const drafter = city.as('drafter');
  const classificationCode = (await city.suite.regulations.classifications(drafter, '')).items[0]?.code ?? '';
  const input = { title: '監査される案件', proposalText: '伺います。', classificationCode };
  const draft = await city.suite.approvals.draft(drafter, input, aDocument());
  const sent = await city.suite.approvals.submit(drafter, draft.id, draft.version);
  const head = city.as('subsection-head');
  const asked = await city.suite.approvals.act(head, sent.id, { act: 'ask', version: sent.version, text: '根拠は？' });
  const questionId = asked.questions[0]?.id ?? '';
  const answered = await city.suite.approvals.act(drafter, sent.id, {
    act: 'answer',
    version: asked.version,
    questionId,
    text: '要綱',
  });
  const approved = await city.suite.approvals.act(head, sent.id, {
    act: 'approve',
    version: answered.version,
    comment: '可',
  });
  view = await city.suite.approvals.act(city.as('section-head'), sent.id, {
    act: 'approve',
    version: approved.version,
  });
  const issued = await city.suite.approvals.act(drafter, sent.id, {
    act: 'issue',
    version: view.version,
    issuedOn: localDateOf(new Date(view.decidedAt ?? 0)),
    method: 'DISPATCH',
  });
  view = await city.suite.approvals.act(drafter, sent.id, { act: 'complete', version: issued.version });
  while ((await pending()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
});
afterAll(() => city.close());

const pending = async () =>
  (await city.test.owner.query('select count(*)::int as n from kaigi.ledger_pending')).rows[0].n;

async function verified(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of city.suite.verify(MINATO)) findings.push(finding);
  return findings;
}

const ALTERED = ['approvals_case', 'approvals_desk', 'approvals_part', 'approvals_history'];

/** Alters by hand what the database itself refuses, looks what is found, and puts it back. */
async function after(statement: string): Promise<Finding[]> {
  const client = await city.test.owner.connect();
  try {
    await client.query("begin; set local session_replication_role = 'replica'");
    for (const table of ALTERED) {
      await client.query(`create temp table if not exists kept_${table} as table kaigi.${table}`);
    }
    await client.query(statement);
    await client.query('commit');
    const found = await verified();
    await client.query("begin; set local session_replication_role = 'replica'");
    for (const table of ALTERED) {
      await client.query(`delete from kaigi.${table}; insert into kaigi.${table} select * from kept_${table}`);
    }
    await client.query('commit');
    return found;
  } finally {
    client.release(true);
  }
}

const setting = (column: string, path: string, value: string) =>
  `update kaigi.approvals_case set ${column} = jsonb_set(${column}::jsonb, '${path}', '${value}')::json`;
const without = (path: string) => `update kaigi.approvals_case set state = (state::jsonb #- '${path}')::json`;

describe('kaigi verify', () => {
  it('finds nothing where nothing was altered', async () => {
    expect(await verified()).toEqual([]);
  });

  it.each([
    [setting('content', '{title}', '"別の件名"'), 'content_altered'],
    [setting('content', '{proposalText}', '"別"'), 'content_altered'],
    [setting('content', '{document,file,fileName}', '"x.docx"'), 'content_altered'],
    [setting('content', '{classification,name}', '"別"'), 'content_altered'],
    [setting('state', '{drafter,name}', '"別人"'), 'case_altered'],
    [setting('state', '{decidedAt}', '"2020-01-01T00:00:00.000Z"'), 'case_altered'],
    [setting('state', '{documentNumber,label}', '"政第9号"'), 'case_altered'],
    [setting('state', '{version}', '9'), 'case_altered'],
    [setting('state', '{issued,on}', '"2026-11-01"'), 'case_altered'],
    [setting('state', '{issued,by,name}', '"別人"'), 'case_altered'],
    [setting('state', '{completed,on}', '"2027-04-01"'), 'case_altered'],
    [without('{completed}'), 'case_altered'],
    ["update kaigi.approvals_case set status = 'ISSUED'", 'case_altered'],
    [setting('state', '{route,0,mark,comment}', '"否"'), 'mark_altered'],
    [setting('state', '{route,0,mark,actedAt}', '"2020-01-01T00:00:00.000Z"'), 'mark_altered'],
    [setting('state', '{questions,0,text}', '"別の質問"'), 'question_altered'],
    [setting('state', '{questions,0,answer,text}', '"別の回答"'), 'question_altered'],
    ['update kaigi.approvals_case set drafter_staff_id = gen_random_uuid()', 'case_altered'],
    ["update kaigi.approvals_case set status = 'DRAFT'", 'case_altered'],
    ['update kaigi.approvals_case set version = version + 1', 'case_altered'],
    ['delete from kaigi.approvals_case', 'case_missing'],
    [without('{route,0}'), 'mark_missing'],
    [without('{route,1}'), 'mark_missing'],
    [without('{questions,0}'), 'question_altered'],
    ['delete from kaigi.approvals_part', 'desk_altered'],
    [
      // As it is done where a document has its tombstone: its leaf is right.
      `update kaigi.approvals_history set comment = null, change = '{"salt":null}',
         change_sha256 = encode(sha256(convert_to(change::text, 'UTF8')), 'hex') where act = 'APPROVED'`,
      'words_taken',
    ],
    [
      `insert into kaigi.approvals_desk select municipality_id, case_id, case_id, 'ACT', null, drafter_staff_id, null, now()
       from kaigi.approvals_case`,
      'desk_altered',
    ],
  ])('names the case after: %s', async (statement, code) => {
    const found = await after(statement);
    const named = found.find((finding) => finding.code === `approvals.${code}`);
    expect(named?.sentence.ja).toContain(view.id);
    expect(named?.sentence.en).toContain(view.id);
    expect(await verified()).toEqual([]);
  });

  it.each([
    "update kaigi.approvals_history set comment = '書き換え' where act = 'APPROVED'",
    "delete from kaigi.approvals_history where act = 'APPROVED'",
  ])('names the line of the history after: %s', async (statement) => {
    const found = await after(statement);
    expect(found.map((finding) => finding.sentence.ja).join()).toContain(`案件 ${view.id} の履歴 5 行目`);
  });

  it('names the line of 施行 where its day was changed in the case and in its line alike', async () => {
    const found = await after(`${setting('state', '{issued,on}', '"2026-11-01"')};
      update kaigi.approvals_history set detail = jsonb_set(detail, '{issuedOn}', '"2026-11-01"'),
        change = jsonb_set(change::jsonb, '{set,issued,on}', '"2026-11-01"')::json where act = 'ISSUED';
      update kaigi.approvals_history set change = jsonb_set(change::jsonb, '{set,issued,on}', '"2026-11-01"', false)::json
      where act = 'COMPLETED'`);
    expect(found.map((finding) => finding.sentence.ja).join()).toContain(`案件 ${view.id} の履歴 7 行目`);
  });
});

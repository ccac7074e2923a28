import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KaigiError } from '../shared/index.ts';
import { aDocument, importPosts, MINATO, POSTS, type TestCity, testCity } from '../testing/test-city.ts';
import { until } from '../testing/until.ts';
import { type ActInput, type CaseView, CaseViewSchema, HistorySchema } from './contract.ts';

let city: TestCity;
let classificationCode = '';
let zaisei = '';
let decidedId = '';
const FINANCE = 'zaisei,財政課,SECTION,,zaisei-head,課長,SECTION_HEAD,1,other-section,1,,2026-04-01,';
beforeAll(async () => {
  city = await testCity();
  await importPosts(city.suite, MINATO, [...POSTS, FINANCE]);
  classificationCode = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
  const { rows } = await city.test.owner.query("select unit_id from kaigi.directory_unit where code = 'zaisei'");
  zaisei = rows[0].unit_id;
});
afterAll(() => city.close());

const matter = {
  code: 'GOODS_PURCHASE',
  facts: { amountYen: 500_000 },
  escalations: [],
  raiseTo: null,
  analogousTo: null,
};
async function submitted(): Promise<CaseView> {
  const input = { title: '物品の購入について', proposalText: '伺います。', classificationCode, matter };
  const draft = await city.suite.approvals.draft(city.as('drafter'), input, aDocument());
  return city.suite.approvals.submit(city.as('drafter'), draft.id, draft.version);
}
const act = (name: string, view: CaseView, what: Record<string, unknown>) =>
  city.suite.approvals.act(city.as(name), view.id, { ...what, version: view.version } as ActInput);
const refusal = (work: Promise<unknown>): Promise<KaigiError> =>
  work.then(
    () => Promise.reject(new Error('was not refused')),
    (error: KaigiError) => error,
  );
const shape = (view: CaseView) =>
  view.route.map(({ duty, postTitle, unitName, status }) => `${duty} ${unitName}${postTitle} ${status}`);
const asking = () => ({ act: 'addToRoute', duty: 'CONSULT', unitId: zaisei, reason: '予算の裏付けを確かめるため' });
const raising = { act: 'raiseDecider', escalation: 'IMPORTANT', reason: '市の方針に関わるため' };
const historyOf = (view: CaseView) => city.suite.approvals.history(city.as('drafter'), view.id);

describe('adding to the route under review', () => {
  it('A-05: a 課長 who is to decide consults 財政課 first: it lies there at once, and history says who, whom and why', async () => {
    const atHead = await act('subsection-head', await submitted(), { act: 'approve' });
    const asked = await act('section-head', atHead, asking());
    expect(shape(asked)).toEqual([
      'REVIEW 政策係係長 APPROVED',
      'CONSULT 財政課課長 ACTIVE',
      'DECISION 政策課課長 WAITING',
    ]);
    expect(() => CaseViewSchema.parse(asked)).not.toThrow();
    expect(asked.route[1]).toMatchObject({
      added: true,
      toSection: true,
      addedBy: { by: { name: '見本 section-head' } },
    });
    const inbox = await city.suite.approvals.list(city.as('other-section'), { box: 'inbox' });
    expect(inbox.items.find(({ id }) => id === asked.id)?.task).toBe('CONSULT');
    const items = await historyOf(asked);
    expect(() => HistorySchema.parse({ items })).not.toThrow();
    expect(items.at(-1)).toMatchObject({
      act: 'ROUTE_ADDED',
      actor: { name: '見本 section-head' },
      comment: '予算の裏付けを確かめるため',
      step: { duty: 'CONSULT', post: '財政課 課長' },
    });
    const consented = await act('other-section', asked, { act: 'consent' });
    const decided = await act('section-head', consented, { act: 'approve' });
    expect(decided.status).toBe('DECIDED');
    decidedId = decided.id;
  });

  it('A-07: the addition of a superior stays after 差戻し, whatever the drafter wishes', async () => {
    const asked = await act('subsection-head', await submitted(), asking());
    const back = await act('subsection-head', asked, { act: 'sendBack', reason: '数量を確かめてください' });
    const wished = await act('drafter', back, {
      act: 'editRoute',
      wish: {
        adds: [],
        removes: back.route.map(({ key }) => key).filter((key) => key.startsWith('CONSULT')),
        skips: [],
      },
    });
    expect(shape(wished)).toContain('CONSULT 財政課課長 WAITING');
    const again = await city.suite.approvals.submit(city.as('drafter'), wished.id, wished.version);
    expect(again.route.find(({ duty }) => duty === 'CONSULT')?.addedBy?.by.name).toBe('見本 subsection-head');
  });

  it('is once when pressed twice, and the later of two at once is told', async () => {
    const view = await submitted();
    const [once, twice] = await Promise.all([act('drafter', view, asking()), act('drafter', view, asking())]);
    expect(twice.version).toBe(once.version);
    const late = await refusal(act('subsection-head', view, { ...asking(), reason: '別の理由' }));
    expect(late.code).toBe('approvals.stale');
    const known = await refusal(act('subsection-head', once, asking()));
    expect(known).toMatchObject({ code: 'approvals.in_route_already' });
  });

  it('refuses an addressee that is not there, or two at once, or a section that is to review', async () => {
    const view = await submitted();
    const add = (what: Record<string, unknown>) =>
      refusal(act('drafter', view, { act: 'addToRoute', duty: 'CONSULT', reason: '理由', ...what }));
    const nowhere = '00000000-0000-7000-8000-000000000000';
    expect((await add({ unitId: nowhere })).code).toBe('approvals.no_such_addressee');
    expect((await add({ unitId: zaisei, postId: nowhere })).code).toBe('approvals.one_addressee');
    expect((await add({})).code).toBe('approvals.one_addressee');
    expect((await add({ unitId: zaisei, duty: 'REVIEW' })).code).toBe('approvals.reviewer_is_post');
  });
});

describe('having a superior decide', () => {
  it('A-05: by the row of 専決の制限 the 部長 decides, and the 課長 who asked for it reviews', async () => {
    const atHead = await act('subsection-head', await submitted(), { act: 'approve' });
    const raised = await act('section-head', atHead, raising);
    expect(shape(raised)).toEqual([
      'REVIEW 政策係係長 APPROVED',
      'REVIEW 政策課課長 ACTIVE',
      'DECISION 企画部部長 WAITING',
    ]);
    expect(raised).toMatchObject({
      raised: { by: { name: '見本 section-head' }, reason: '市の方針に関わるため' },
      may: { approve: true, decides: false },
    });
    expect(raised.basis?.decisionClass).not.toBe(atHead.basis?.decisionClass);
    expect((await historyOf(raised)).at(-1)).toMatchObject({ act: 'DECIDER_RAISED', step: { post: '企画部 部長' } });
    expect((await refusal(act('section-head', raised, raising))).code).toBe('approvals.not_higher');
    const passed = await act('section-head', raised, { act: 'approve' });
    expect((await act('department-head', passed, { act: 'approve' })).status).toBe('DECIDED');
  });

  it('A-05: stays raised after 差戻し, and goes to the class that is named', async () => {
    const raised = await act('drafter', await submitted(), { ...raising, raiseTo: 'DEPARTMENT_HEAD' });
    expect(raised.route.at(-1)).toMatchObject({ duty: 'DECISION', postTitle: '部長' });
    const back = await act('subsection-head', raised, { act: 'sendBack', reason: '確認' });
    expect(back.route.at(-1)).toMatchObject({ duty: 'DECISION', postTitle: '部長' });
    const again = await city.suite.approvals.submit(city.as('drafter'), back.id, back.version);
    expect(again.route.at(-1)).toMatchObject({ duty: 'DECISION', postTitle: '部長' });
  });

  it('refuses reasons and classes that the regulations do not know', async () => {
    const view = await submitted();
    const refused = await refusal(act('drafter', view, { ...raising, escalation: 'WHIM' }));
    expect(refused.code).toBe('approvals.route_missing');
    const unknown = await refusal(act('drafter', view, { ...raising, raiseTo: 'EMPEROR' }));
    expect(unknown.code).toBe('approvals.route_missing');
  });
});

it('leaves a history from which every one of these cases is made again', async () => {
  await city.suite.startJobs();
  await until(async () => {
    const { rows } = await city.test.owner.query('select count(*)::int as n from kaigi.ledger_pending');
    return rows[0].n === 0;
  });
  const findings = [];
  for await (const finding of city.suite.verify(MINATO)) findings.push(finding);
  expect(findings).toEqual([]);
  expect((await city.suite.approvals.certificate(city.as('drafter'), decidedId)).mediaType).toContain('pdf');
});

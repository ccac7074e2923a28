import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KaigiError } from '../shared/index.ts';
import { aDocument, MINATO, type TestCity, testCity } from '../testing/test-city.ts';
import type { ActInput, CaseView } from './contract.ts';
import { historyOf, readCase } from './queries.ts';
import { replay } from './replay.ts';

let city: TestCity;
let classificationCode = '';
beforeAll(async () => {
  city = await testCity();
  classificationCode = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

/** An important matter: 係長 and 課長 review it, 部長 decides. */
async function submitted(): Promise<CaseView> {
  const matter = {
    code: 'GOODS_PURCHASE',
    facts: { amountYen: 500_000 },
    escalations: ['IMPORTANT'],
    raiseTo: null,
    analogousTo: null,
  };
  const input = { title: '急ぎの備品の購入について', proposalText: '伺います。', classificationCode, matter };
  const draft = await city.suite.approvals.draft(city.as('drafter'), input, aDocument());
  return city.suite.approvals.submit(city.as('drafter'), draft.id, draft.version);
}
const act = (name: string, view: CaseView, what: Record<string, unknown>) =>
  city.suite.approvals.act(city.as(name), view.id, { ...what, version: view.version } as ActInput);
const pullUp = (name: string, view: CaseView, outcome = 'APPROVE') =>
  act(name, view, { act: 'pullUp', outcome, reason: '本日が契約の期限です' });
const read = (name: string, view: CaseView) => city.suite.approvals.read(city.as(name), view.id);
const statuses = ({ route }: CaseView) => route.map(({ status }) => status);
const inboxTask = async (name: string, view: CaseView) =>
  (await city.suite.approvals.list(city.as(name), { box: 'inbox' })).items.find(({ id }) => id === view.id)?.task;
const refusal = async (work: Promise<unknown>): Promise<KaigiError> =>
  work.then(
    () => Promise.reject(new Error('was not refused')),
    (error: KaigiError) => error,
  );

/** History makes the very case that stands in the database, and the chain and its leaves agree with both. */
async function agrees(view: CaseView): Promise<string[]> {
  const [stored, lines] = await city.test.db.singly(MINATO, async (tx) => [
    await readCase(tx, view.id),
    await historyOf(tx, view.id),
  ]);
  expect(replay(lines)).toEqual(stored);
  const findings: unknown[] = [];
  for await (const one of city.suite.verify(MINATO)) findings.push(one);
  expect(findings).toEqual([]);
  return lines.map((line) => line.act);
}

describe('A-14: 引上げ', () => {
  it('by the section head passes the 係長 over, who looks at it afterwards', async () => {
    const view = await submitted();
    expect(await inboxTask('subsection-head', view)).toBe('ACT');
    expect((await read('section-head', view)).may).toMatchObject({ pullUp: true, pullUpDecides: false });
    const pulled = await pullUp('section-head', view);
    expect(statuses(pulled)).toEqual(['SKIPPED_POST_REVIEW', 'APPROVED', 'ACTIVE']);
    expect(await inboxTask('department-head', pulled)).toBe('ACT');
    const seen = await read('subsection-head', pulled);
    expect(seen.may).toMatchObject({ approve: false });
    expect(seen.obligations).toMatchObject([{ kind: 'POST_REVIEW_SKIPPED', status: 'OPEN', mine: true }]);
    expect(await inboxTask('subsection-head', pulled)).toBe('POST_REVIEW');
    expect((await agrees(pulled)).slice(-1)).toEqual(['PULLED_UP']);
  });

  it('by the department head decides at once; each who was passed over owes a look, and gives it', async () => {
    const view = await submitted();
    expect((await read('department-head', view)).may).toMatchObject({ pullUp: true, pullUpDecides: true });
    const decided = await pullUp('department-head', view);
    expect(decided).toMatchObject({ status: 'DECIDED', documentNumber: expect.anything() });
    expect(statuses(decided).slice(0, 2)).toEqual(['SKIPPED_POST_REVIEW', 'SKIPPED_POST_REVIEW']);
    expect(decided.obligations.map(({ kind, status }) => [kind, status])).toEqual([
      ['POST_REVIEW_SKIPPED', 'OPEN'],
      ['POST_REVIEW_SKIPPED', 'OPEN'],
    ]);
    const own = (await read('subsection-head', decided)).obligations.find(({ mine }) => mine);
    const looked = await act('subsection-head', decided, { act: 'confirmPostReview', obligationId: own?.id });
    expect(looked.obligations.map(({ status }) => status).toSorted()).toEqual(['CONFIRMED', 'OPEN']);
    expect(await inboxTask('subsection-head', looked)).toBeUndefined();
    expect(await inboxTask('section-head', looked)).toBe('POST_REVIEW');
    expect(await agrees(looked)).toContain('PULLED_UP');
  });

  it('may refuse the case for good, and is nobody else’s', async () => {
    const view = await submitted();
    for (const name of ['subsection-head', 'drafter']) {
      expect((await refusal(pullUp(name, view))).code).toBe('approvals.cannot_pull_up');
    }
    const rejected = await pullUp('department-head', view, 'REJECT');
    expect(rejected).toMatchObject({ status: 'REJECTED', documentNumber: null });
    await agrees(rejected);
  });
});

describe('A-14: 引上げ and the 係長’s approval at the same moment', () => {
  it('end as if one had come first: the other is told the present state', async () => {
    const view = await submitted();
    const both = await Promise.allSettled([
      pullUp('section-head', view),
      act('subsection-head', view, { act: 'approve' }),
    ]);
    const won = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const lost = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as KaigiError] : []));
    expect([won.length, lost.length]).toEqual([1, 1]);
    expect(lost[0]).toMatchObject({ kind: 'conflict', present: { version: won[0]?.version } });
    const present = await read('drafter', view);
    expect(present.version).toBe(won[0]?.version);
    expect([
      ['SKIPPED_POST_REVIEW', 'APPROVED', 'ACTIVE'],
      ['APPROVED', 'ACTIVE', 'WAITING'],
    ]).toContainEqual(statuses(present));
    expect(await agrees(present)).toHaveLength(view.version + 1);
  });

  it.each([
    ['the pull-up', true],
    ['the approval', false],
  ])('whoever comes after %s, having read the case before, gets the present state', async (_, pulledFirst) => {
    const view = await submitted();
    const approve = () => act('subsection-head', view, { act: 'approve' });
    const pull = () => pullUp('section-head', view);
    const [first, second] = pulledFirst ? [pull, approve] : [approve, pull];
    const stands = await first();
    const refused = await refusal(second());
    expect(refused).toMatchObject({ kind: 'conflict', present: { version: stands.version } });
    expect(statuses(await read('drafter', view))).toEqual(statuses(stands));
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDocument, MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import type { BulkApproveAnswer, CaseView, DraftCaseInput } from '../contract.ts';
import type { Summaries } from './contract.ts';

let city: TestCity;
let code = '';
beforeAll(async () => {
  city = await testCity();
  code = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const leave = {
  code: 'ANNUAL_LEAVE',
  facts: { subjectRank: 'STAFF', days: 1 },
  escalations: [],
  raiseTo: null,
  analogousTo: null,
};
const submitted = async (title: string, more: Partial<DraftCaseInput> = { matter: leave }): Promise<CaseView> => {
  const caller = city.as('drafter');
  const input = { title, proposalText: '伺います。', classificationCode: code, ...more };
  const draft = await city.suite.approvals.draft(caller, input, aDocument());
  return city.suite.approvals.submit(caller, draft.id, draft.version);
};
const asked = ({ id: caseId, version }: CaseView) => ({ caseId, version });
const bulk = (name: string, views: readonly CaseView[]): Promise<BulkApproveAnswer> =>
  city.suite.approvals.bulkApprove(city.as(name), { items: views.map(asked) });
const summaries = async (name: string, views: readonly CaseView[]): Promise<Summaries['items']> => {
  const found = city.suite.routes.find(({ path }) => path === '/cases/summaries');
  const input = { params: {}, query: {}, body: { caseIds: views.map(({ id }) => id) }, file: null };
  const shown = (await found?.handle(city.as(name), input)) as Summaries;
  return shown.items;
};
const statusOf = async ({ id }: CaseView) => (await city.suite.approvals.read(city.as('drafter'), id)).status;

describe('A-24: bulk approval', () => {
  it('approves what was opened or summarised, and names the others with the reason', async () => {
    const [opened, shown, unseen] = [
      await submitted('休暇 一'),
      await submitted('休暇 二'),
      await submitted('休暇 三'),
    ];
    await city.suite.approvals.open(city.as('subsection-head'), opened.id);
    expect(await summaries('subsection-head', [shown])).toMatchObject([
      { title: '休暇 二', proposalText: '伺います。', version: shown.version, mayBulkApprove: true },
    ]);
    const { items } = await bulk('subsection-head', [opened, shown, unseen]);
    expect(items.map(({ ok }) => ok)).toEqual([true, true, false]);
    expect(items[2]?.problem).toContain('要点');
    expect(await statusOf(unseen)).toBe('IN_REVIEW');
    for (const one of [opened, shown]) {
      const history = await city.suite.approvals.history(city.as('drafter'), one.id);
      expect(history.at(-1)).toMatchObject({ act: 'DECIDED', actor: { postTitle: '係長' } });
    }
  });

  it('never takes what is no minor matter, though it was opened', async () => {
    const other = await submitted('物品の購入について', {});
    await city.suite.approvals.open(city.as('subsection-head'), other.id);
    const { items } = await bulk('subsection-head', [other]);
    expect(items).toMatchObject([{ ok: false, problem: expect.stringContaining('軽易') }]);
    expect(await statusOf(other)).toBe('IN_REVIEW');
  });

  it('does not count what somebody else looked at', async () => {
    const one = await submitted('休暇 四');
    await summaries('auditor', [one]);
    await city.suite.approvals.open(city.as('section-head'), one.id).catch(() => undefined);
    expect((await bulk('subsection-head', [one])).items).toMatchObject([{ ok: false }]);
  });

  it('shows no summary of a case to whoever may not see it', async () => {
    expect(await summaries('colleague', [await submitted('休暇 五')])).toEqual([]);
  });

  it.each([
    ['ja' as const, /確定した文書/],
    ['en' as const, /frozen record/],
  ])('says in a sentence (%s) what another capability refuses', async (locale, sentence) => {
    const one = await submitted(`休暇 記録 ${locale}`);
    await summaries('subsection-head', [one]);
    const { recordId } = one.document;
    await city.test.db.inMunicipality(MINATO, (tx) => city.suite.records.freeze(tx, recordId, new Date()));
    const { items } = await city.suite.approvals.bulkApprove(city.as('subsection-head', { locale }), {
      items: [asked(one)],
    });
    expect(items).toMatchObject([{ ok: false, problem: expect.stringMatching(sentence) }]);
    expect(items[0]?.problem).not.toContain('records.');
  });

  it('says of a stale one that it changed, and does the rest', async () => {
    const [stale, fresh] = [await submitted('休暇 六'), await submitted('休暇 七')];
    await summaries('subsection-head', [stale, fresh]);
    const back = await city.suite.approvals.act(city.as('drafter'), stale.id, {
      act: 'pullBack',
      version: stale.version,
    });
    const { items } = await bulk('subsection-head', [stale, fresh]);
    expect(items.map(({ ok }) => ok)).toEqual([false, true]);
    expect(items[0]?.problem).toBeTruthy();
    expect(await statusOf(back)).not.toBe('DECIDED');
  });
});

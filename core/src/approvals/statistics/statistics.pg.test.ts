import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8 } from 'fflate';
import type { Caller, Download } from '../../shared/index.ts';
import { aDocument, MINATO, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { quiet as jobsDone } from '../../testing/until.ts';
import type { ActInput, CaseView } from '../contract.ts';
import type { PaperAnswerView, PaperQuestions, Statistics, StatisticsQuery } from './contract.ts';

let now = new Date('2026-11-16T00:00:00Z');
let city: TestCity;
let code = '';
beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  await city.suite.startJobs();
  code = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const call = async <T>(caller: Caller, [method, path]: readonly [string, string], given: object = {}): Promise<T> => {
  const found = city.suite.routes.find((one) => one.path === path && one.method === method);
  return (await found?.handle(caller, { params: {}, query: {}, body: {}, file: null, ...given })) as T;
};
const figures = (query: StatisticsQuery = {}, name = 'drafter') =>
  call<Statistics>(city.as(name), ['GET', '/stats/approvals'], { query });
const submitted = async (title = '統計の案件'): Promise<CaseView> => {
  const caller = city.as('drafter');
  const input = { title, proposalText: '', classificationCode: code };
  const draft = await city.suite.approvals.draft(caller, input, aDocument());
  return city.suite.approvals.submit(caller, draft.id, draft.version);
};
const act = (name: string, view: CaseView, what: Record<string, unknown>) =>
  city.suite.approvals.act(city.as(name), view.id, { ...what, version: view.version } as ActInput);
const answer = (view: CaseView, parallelPaper: boolean, name = 'drafter') =>
  call<PaperAnswerView>(city.as(name), ['POST', '/cases/{id}/paper-answer'], {
    params: { id: view.id },
    body: { parallelPaper },
  });
/** Waits until every fact and every job is done. */
const quiet = () => jobsDone(city.test);
/** 係長 takes two working days, 課長 three. */
const decided = async (): Promise<CaseView> => {
  now = new Date('2026-11-16T00:00:00Z');
  const view = await submitted();
  now = new Date('2026-11-18T00:00:00Z');
  const next = await act('subsection-head', view, { act: 'approve' });
  now = new Date('2026-11-24T00:00:00Z');
  return act('section-head', next, { act: 'approve' });
};

describe('A-40, O-09: statistics', () => {
  it('are kept by jobs: decided cases, working days, slowest steps, returns, 電子決裁率 by what drafters answered', async () => {
    const views = [await decided(), await decided(), await decided(), await decided()];
    now = new Date('2026-11-16T00:00:00Z');
    const back = await act('subsection-head', await submitted(), { act: 'sendBack', reason: '直してください' });
    await act('drafter', back, { act: 'abandon', reason: '中止' });
    await submitted('回議中の案件');
    now = new Date('2026-11-24T00:00:00Z');
    await quiet();
    const [plain, paper] = views;
    if (!plain || !paper) throw new Error('nothing was decided');
    await answer(plain, false);
    await answer(paper, true);
    const shown = await figures();
    expect(shown).toMatchObject({ from: '2026-04-01', to: '2026-11-24', decided: 4, medianDays: 5, p90Days: 5 });
    expect(shown.electronic).toMatchObject({ numerator: 1, denominator: 4, parallelPaper: 1, unanswered: 2 });
    expect(shown.electronic.exclusions).toContainEqual(expect.objectContaining({ code: 'ABANDONED', count: 1 }));
    expect(shown.electronic.exclusions).toContainEqual(expect.objectContaining({ code: 'UNDER_WAY', count: 1 }));
    expect(shown.returns).toEqual({ returnedCases: 1, cases: 5 });
    expect(shown.bySection).toMatchObject([{ unitName: '政策課', decided: 4, electronic: 1, medianDays: 5 }]);
    expect(shown.slowestSteps).toMatchObject([
      { unitName: '政策課', postTitle: '課長', duty: 'DECISION', acts: 4, medianDays: 3 },
      { unitName: '政策係', postTitle: '係長', duty: 'REVIEW', acts: 4, medianDays: 2 },
    ]);
    expect(shown.byMonth).toEqual([{ month: '2026-11', decided: 4, electronic: 1, medianDays: 5 }]);
  });

  it('ask the drafter whether paper went round; the last answer counts, and nobody else answers', async () => {
    const view = await decided();
    await quiet();
    const asked = async () =>
      (await call<PaperQuestions>(city.as('drafter'), ['GET', '/stats/paper-answers'])).items.map(
        ({ caseId }) => caseId,
      );
    expect(await asked()).toContain(view.id);
    await expect(answer(view, false, 'section-head')).rejects.toMatchObject({ code: 'approvals.paper_not_yours' });
    await expect(answer(view, false, 'colleague')).rejects.toMatchObject({ code: 'approvals.paper_not_yours' });
    await expect(answer(view, false, 'other-section')).rejects.toMatchObject({ code: 'approvals.not_found' });
    const before = (await figures()).electronic;
    await answer(view, true);
    await answer(view, false);
    expect(await asked()).not.toContain(view.id);
    const after = (await figures()).electronic;
    expect([after.numerator, after.parallelPaper]).toEqual([before.numerator + 1, before.parallelPaper]);
    const shown = await call<PaperAnswerView>(city.as('drafter'), ['GET', '/cases/{id}/paper-answer'], {
      params: { id: view.id },
    });
    expect(shown).toEqual({ parallelPaper: false, mayAnswer: true });
  });

  it('count a case once however often its jobs run, and cover only the period and unit asked for', async () => {
    const before = (await figures()).decided;
    const { rows } = await city.test.owner.query<{ id: string }>('select case_id as id from kaigi.approvals_case');
    const payload = { municipalityId: MINATO, caseIds: rows.map(({ id }) => id) };
    await city.suite.enqueue([1, 2, 3].map(() => ({ task: 'approvals/note-ended', payload })));
    await quiet();
    expect((await figures()).decided).toBe(before);
    expect((await figures({ from: '2026-04-01', to: '2026-11-23' })).decided).toBe(0);
    const { units } = await figures();
    const of = async (name: string) =>
      (await figures({ unit: units.find(({ unitName }) => unitName === name)?.unitId })).decided;
    expect([await of('企画部'), await of('政策課'), await of('総務課')]).toEqual([before, before, 0]);
    await expect(figures({ from: '2026-11-24', to: '2026-04-01' })).rejects.toMatchObject({ kind: 'bad-input' });
  });

  it('keep whole months counted, and count again what was noted or answered since', async () => {
    const months = { from: '2026-04-01', to: '2026-11-30' } as const;
    const before = await figures(months);
    expect(await figures(months)).toEqual(before);
    const { rows } = await city.test.owner.query('select counted = changes as fresh from kaigi.approvals_month');
    expect(rows).toEqual([{ fresh: true }]);
    const view = await decided();
    await quiet();
    const after = await figures(months);
    expect(after.decided).toBe(before.decided + 1);
    await answer(view, false);
    expect((await figures(months)).electronic.numerator).toBe(before.electronic.numerator + 1);
    expect((await figures(months)).bySection).toEqual((await figures()).bySection);
  });

  it('come as CSV, and of the own municipality only', async () => {
    const caller = city.as('auditor');
    const { bytes, fileName } = await call<Download>(caller, ['GET', '/stats/approvals/csv']);
    expect(fileName).toMatch(/\.csv$/);
    expect(strFromU8(bytes)).toContain('政策課');
    const yamato = city.as('auditor', { municipalityId: YAMATO });
    const other = await call<Statistics>(yamato, ['GET', '/stats/approvals']);
    expect(other).toMatchObject({ decided: 0, medianDays: null, electronic: { numerator: 0, denominator: 0 } });
  });
});

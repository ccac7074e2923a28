import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDocument, MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import type { CaseView } from '../contract.ts';
import type { BoardPage, BoardQuery } from './contract.ts';

let now = new Date('2026-11-19T01:00:00Z');
let city: TestCity;
let code = '';
beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  code = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const boardOf = async (name: string, query: BoardQuery = {}): Promise<BoardPage> => {
  const found = city.suite.routes.find(({ path }) => path === '/stats/board');
  const input = { params: {}, query, body: {}, file: null };
  return (await found?.handle(city.as(name), input)) as BoardPage;
};
const submitted = async (title: string): Promise<CaseView> => {
  const caller = city.as('drafter');
  const input = { title, proposalText: '', classificationCode: code };
  const draft = await city.suite.approvals.draft(caller, input, aDocument());
  return city.suite.approvals.submit(caller, draft.id, draft.version);
};
const approve = (name: string, view: CaseView) =>
  city.suite.approvals.act(city.as(name), view.id, { act: 'approve', version: view.version });
const lineOf = async (name: string, view: CaseView) =>
  (await boardOf(name)).items.find(({ caseId }) => caseId === view.id);

describe('A-22: the board', () => {
  it('tells who has it, since when, in working time, and follows the case to the next post', async () => {
    const view = await submitted('掲示板の案件');
    now = new Date('2026-11-19T05:00:00Z');
    expect(await lineOf('drafter', view)).toMatchObject({
      title: '掲示板の案件',
      postTitle: '係長',
      holderUnitName: '政策係',
      names: ['見本 subsection-head'],
      task: 'ACT',
      duty: 'REVIEW',
      since: '2026-11-19T01:00:00.000Z',
      workingMinutes: 180,
      overdue: false,
      opened: false,
      absence: null,
      progress: { done: 0, of: 2 },
    });
    const next = await approve('subsection-head', view);
    expect(await lineOf('drafter', view)).toMatchObject({ postTitle: '課長', progress: { done: 1, of: 2 } });
    await approve('section-head', next);
    expect(await lineOf('drafter', view)).toBeUndefined();
  });

  it('is for drafter, line and those who watch over records; for others the case is not there', async () => {
    const view = await submitted('見える人の案件');
    for (const name of ['drafter', 'subsection-head', 'section-head', 'auditor', 'general-affairs-head']) {
      expect(await lineOf(name, view)).toBeDefined();
    }
    for (const name of ['colleague', 'other-section', 'department-head']) {
      expect(await boardOf(name)).toMatchObject({ items: [], units: [], total: 0, overdue: 0, nextCursor: null });
    }
  });

  it('shows that it was opened, and after the day of the first reminder that it is overdue, and that first', async () => {
    now = new Date('2026-11-20T01:00:00Z');
    const late = await submitted('遅れた案件');
    await city.suite.approvals.open(city.as('subsection-head'), late.id);
    now = new Date('2026-12-18T01:00:00Z');
    const fresh = await submitted('新しい案件');
    const { items, overdue, total, units } = await boardOf('drafter');
    const places = [late, fresh].map((view) => items.findIndex(({ caseId }) => caseId === view.id));
    expect(places[0]).toBeLessThan(places[1] ?? 0);
    expect(items[places[0] ?? 0]).toMatchObject({ overdue: true, opened: true });
    expect(items[places[1] ?? 0]).toMatchObject({ overdue: false, opened: false });
    expect(overdue).toBeGreaterThan(0);
    expect(units.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });

  it('tells that the holder is away, and who may stand in', async () => {
    const view = await submitted('不在の案件');
    const absence = { note: '出張', until: null };
    const recorded = await city.suite.absences.record(city.as('subsection-head'), absence);
    const away = await approve('subsection-head', view);
    await city.suite.absences.cancel(city.as('subsection-head'), recorded.id);
    await city.suite.absences.record(city.as('section-head'), absence);
    const line = await lineOf('drafter', away);
    expect(line).toMatchObject({ postTitle: '課長', absence: { until: null } });
    expect(line?.absence?.statement).toContain('出張');
    expect(line?.deputies).toEqual(['見本 subsection-head']);
  });

  it('is filtered by the unit where it waits', async () => {
    const { units } = await boardOf('auditor');
    for (const { unitId, count } of units) {
      const page = await boardOf('auditor', { unit: unitId });
      expect(page.total).toBe(count);
      expect(new Set(page.items.map(({ holderUnitId }) => holderUnitId))).toEqual(new Set([unitId]));
    }
  });

  it('comes in pages that neither repeat nor leave out, and refuses a cursor that it has not given', async () => {
    for (let n = 0; n < 55; n += 1) await submitted(`頁の案件 ${n}`);
    const first = await boardOf('drafter');
    const second = await boardOf('drafter', { cursor: first.nextCursor ?? '' });
    const all = [...first.items, ...second.items].map(({ slotId }) => slotId);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(first.total);
    await expect(boardOf('drafter', { cursor: 'ない' })).rejects.toMatchObject({ code: 'approvals.bad_cursor' });
  });

  it('keeps the municipalities apart', async () => {
    const stranger = city.as('auditor', { municipalityId: '79616d61-746f-4000-8000-000000000002' });
    const found = city.suite.routes.find(({ path }) => path === '/stats/board');
    const page = (await found?.handle(stranger, { params: {}, query: {}, body: {}, file: null })) as BoardPage;
    expect(page.total).toBe(0);
    expect(stranger.municipalityId).not.toBe(MINATO);
  });
});

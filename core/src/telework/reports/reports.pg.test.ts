import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { aDocument, MINATO } from '../../testing/test-city.ts';
import { saveDays } from '../days/store.ts';
import { type Hall, openHall } from '../disaster/room.fixture.ts';
import type { DayReportView, MakeReportInput, ReportCommentInput, ReportList, ReportListItem } from './contract.ts';
import { reportedOn } from './reported.ts';

const TODAY = '2026-11-25';
let hall: Hall;
beforeAll(async () => {
  hall = await openHall(`${TODAY}T08:00:00+09:00`);
  for (const name of ['drafter', 'section-head']) await hall.chat(name);
  for (const name of ['drafter', 'colleague']) await telework(name, TODAY);
  await telework('drafter', '2026-11-20');
});
afterAll(() => hall.city.close());

async function telework(name: string, date: string): Promise<void> {
  const staffId = await hall.staffId(name);
  const ids = { itemId: newId(hall.clock), applicationId: newId(hall.clock) };
  const day = { ...ids, staffId, date: date as LocalDate, kind: 'TELEWORK' as const, state: 'APPROVED' as const };
  const item = { ...day, span: null, detail: { kind: 'HOME', span: 'DAY' } };
  await hall.city.test.db.inMunicipality(MINATO, (tx) => saveDays(tx, [item]));
}

const DAY = '/telework/workdays/{date}/reports';
const report = (name: string, input: Partial<MakeReportInput>, date = TODAY) =>
  hall.call<DayReportView>(name, `POST ${DAY}`, {
    params: { date },
    body: { kind: 'PLAN', version: 0, text: '計画案の作成', ...input },
  });
const read = (name: string, { date = TODAY, staffId }: { date?: string; staffId?: string } = {}) =>
  hall.call<DayReportView>(name, `GET ${DAY}`, { params: { date }, query: staffId === undefined ? {} : { staffId } });
const list = (name: string, date = TODAY) => hall.call<ReportList>(name, 'GET /telework/reports', { query: { date } });
const comment = (name: string, id: string | null, input: Partial<ReportCommentInput>) =>
  hall.call<ReportListItem>(name, 'POST /telework/reports/{id}/comments', {
    params: { id },
    body: { version: 1, tone: 'SEEN', ...input },
  });
const sent = (chat: string) => hall.told.get(chat) ?? [];
const bossDays = async () => {
  await hall.run('telework/boss-days-everywhere');
  return sent('section-head').filter((card) => card.includes('テレワークの状況'));
};
const tap = (name: string, punch: string) =>
  hall.call(name, 'POST /telework/workdays/{date}/punches', {
    params: { date: TODAY },
    body: { punch, key: newId(hall.clock) },
  });

describe('T-06: the digest to the boss', () => {
  it('is one card for the day: news when the first one starts, is late, or ends; the rest only changes it', async () => {
    hall.clock.set(`${TODAY}T08:20:00+09:00`);
    expect(await bossDays()).toEqual([]);
    await tap('drafter', 'START');
    const first = await bossDays();
    expect(first).toHaveLength(1);
    // Of the Friday before: its last day for the result was the Tuesday after the holiday.
    expect(first[0]).toContain('実績の報告がまだ：見本 drafter');
    for (const words of ['見本 drafter　08:20 開始', '見本 colleague　開始前', '2人：開始 1、終了 0'])
      expect(first[0]).toContain(words);
    hall.clock.set(`${TODAY}T10:00:00+09:00`);
    await tap('drafter', 'PAUSE');
    const late = await bossDays();
    expect(late).toHaveLength(2);
    expect(late[1]).toContain('遅れ：見本 colleague');
    await tap('colleague', 'START');
    hall.clock.set(`${TODAY}T10:30:00+09:00`);
    await tap('drafter', 'RESUME');
    expect(await bossDays()).toHaveLength(2);
    expect(sent('update:section-head').at(-1)).toContain('見本 drafter　10:30 再開');
    hall.clock.set(`${TODAY}T17:15:00+09:00`);
    await tap('drafter', 'END');
    expect(await bossDays()).toHaveLength(3);
    const before = sent('update:section-head').length;
    await bossDays();
    expect(sent('update:section-head')).toHaveLength(before);
  });
});

describe('T-07: plan and result', () => {
  it('are reported in turn, the result filled with the plan, and reach the boss', async () => {
    const { caseId } = await drafted('市民説明会について');
    const planned = await report('drafter', { caseIds: [caseId] });
    expect(planned).toMatchObject({
      version: 1,
      plan: { text: '計画案の作成', cases: [{ title: '市民説明会について' }] },
    });
    expect(planned.prefilled.result).toEqual({ text: '計画案の作成', from: 'PLAN' });
    expect(planned.asked.map(({ kind, state }) => [kind, state])).toEqual([
      ['PLAN', 'DONE'],
      ['RESULT', 'OPEN'],
    ]);
    const done = { kind: 'RESULT', version: 1, text: '計画案の第2章まで', tomorrow: '第3章' } as const;
    const result = await report('drafter', done);
    expect(result.asked.every(({ state }) => state === 'DONE')).toBe(true);
    const { items } = await list('section-head');
    const own = items.find(({ person }) => person.name === '見本 drafter');
    expect(own).toMatchObject({ telework: true, result: { text: '計画案の第2章まで', tomorrow: '第3章' } });
    expect(items.find(({ person }) => person.name === '見本 colleague')?.asked.map(({ state }) => state)).toEqual([
      'OPEN',
      'OPEN',
    ]);
    expect((await list('colleague')).items).toEqual([]);
    const reported = await hall.city.test.db.inMunicipality(MINATO, async (tx) =>
      reportedOn(tx, {
        staffIds: [await hall.staffId('drafter')],
        from: '2026-11-01' as LocalDate,
        to: '2026-11-30' as LocalDate,
      }),
    );
    expect([...reported.values()][0]?.get(TODAY as LocalDate)).toEqual({ plan: true, result: true });
  });

  it('the next day is filled with what was said to come next', async () => {
    const next = await read('drafter', { date: '2026-11-26' });
    expect(next.prefilled.plan).toEqual({ text: '第3章', from: 'YESTERDAY' });
  });

  it('a correction is a new fact: what was said before stays to be read', async () => {
    const corrected = await report('drafter', {
      kind: 'RESULT',
      version: 2,
      text: '第2章の途中まで',
      tomorrow: '第3章',
    });
    expect(corrected.result?.text).toBe('第2章の途中まで');
    expect(corrected.earlier.map(({ text }) => text)).toEqual(['計画案の第2章まで']);
    expect(await hall.refused(report('drafter', { kind: 'RESULT', version: 2, text: '別の画面から' }))).toBe(
      'telework.report_stale',
    );
    const both = await Promise.all(['一つめ', '二つめ'].map((text) => hall.refused(report('colleague', { text }))));
    expect(both.toSorted()).toEqual(['telework.report_stale', 'was not refused']);
  });

  it('the boss says a word with one tap, and the person is told by a card', async () => {
    const { id, version } = await read('drafter');
    const seen = await comment('section-head', id, { version });
    expect(seen.comments).toMatchObject([{ tone: 'SEEN', by: { name: '見本 section-head' } }]);
    await comment('section-head', id, { version });
    await comment('department-head', id, { version, tone: 'WORDS', text: '図を一つ足してください' });
    await hall.run('');
    expect(sent('drafter').join()).toContain('図を一つ足してください');
    expect((await read('drafter')).comments.map(({ tone }) => tone)).toEqual(['SEEN', 'WORDS']);
    expect(await hall.refused(comment('section-head', id, { version: 1 }))).toBe('telework.report_stale');
    expect(await hall.refused(comment('drafter', id, { version }))).toBe('telework.report_not_their_boss');
    expect(await hall.refused(comment('colleague', id, { version }))).toBe('telework.report_not_found');
    expect(await hall.refused(comment('section-head@yamato', id, { version }))).toBe('telework.report_not_found');
  });

  it('is the person’s own and their superiors’; a case that a reader may not see has no title', async () => {
    const staffId = await hall.staffId('drafter');
    expect((await read('department-head', { staffId })).may).toEqual({ report: false, comment: true });
    expect((await read('personnel', { staffId })).plan?.cases[0]?.title).toBeNull();
    expect(await hall.refused(read('colleague', { staffId }))).toBe('telework.report_not_found');
    const { caseId } = await drafted('別の件');
    expect(await hall.refused(report('other-section', { caseIds: [caseId] }))).toBe('telework.report_case_unknown');
  });

  it.each([
    ['a result before its day', { kind: 'RESULT' as const }, '2026-11-26', 'telework.report_not_yet'],
    ['a plan far ahead', {}, '2026-12-25', 'telework.report_not_yet'],
    ['a day that is none', {}, '2026-02-30', 'telework.reports_day'],
  ])('%s is refused', async (_, input, date, code) => {
    expect(await hall.refused(report('drafter', input, date))).toBe(code);
  });

  it('is refused when the month is closed', async () => {
    await closeMonth('subsection-head', '2026-10');
    expect(await hall.refused(report('subsection-head', { kind: 'RESULT' }, '2026-10-30'))).toBe(
      'telework.report_month_closed',
    );
    expect(await hall.refused(report('drafter', { kind: 'RESULT' }, '2026-10-30'))).toBe('was not refused');
  });
});

describe('T-07: in the chat', () => {
  it('「報告」 is a form that is filled already; what was typed comes back where it cannot be taken', async () => {
    hall.clock.set('2026-11-26T08:30:00+09:00');
    const form = await hall.type('drafter', '報告');
    for (const words of ['第3章', '前回の報告から入れてあります', '予定を報告する']) expect(form).toContain(words);
    const sentForm = { date: '2026-11-26', kind: 'PLAN', version: 0 };
    expect(await hall.press('drafter', 'report', { ...sentForm, textPLAN: '第3章の図' })).toContain('実績を報告する');
    const stale = await hall.press('drafter', 'report', { ...sentForm, textPLAN: '古い画面から' });
    expect(stale).toContain('最新の内容を表示しました');
    expect(stale).toContain('古い画面から');
    const result = { ...sentForm, kind: 'RESULT', version: 1, textRESULT: '図を描いた', tomorrowRESULT: '校正' };
    expect(await hall.press('drafter', 'report', result)).toContain('校正');
    const boss = await hall.type('section-head', 'report');
    expect(boss).toContain('図を描いた');
    const { id: reportId, version } = await read('drafter', { date: '2026-11-26' });
    const words = { reportId, version, tone: 'WORDS', [`comment${reportId}`]: '見やすい図でした' };
    expect(await hall.press('section-head', 'report-comment', words)).toContain('見やすい図でした');
  });
});

async function drafted(title: string): Promise<{ caseId: string }> {
  const { approvals, regulations } = hall.city.suite;
  const caller = hall.city.as('drafter');
  const code = (await regulations.classifications(caller, '')).items[0]?.code ?? '';
  const view = await approvals.draft(caller, { title, proposalText: '', classificationCode: code }, aDocument(title));
  return { caseId: view.id };
}

async function closeMonth(name: string, month: string): Promise<void> {
  await hall.city.test.owner.query(
    `insert into kaigi.telework_sheet (municipality_id, staff_id, month, closing_id) values ($1, $2, $3, $4)`,
    [MINATO, await hall.staffId(name), month, newId(hall.clock)],
  );
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPosts, MINATO, POSTS } from '../../testing/test-city.ts';
import type { WorkTermsView } from '../hours/contract.ts';
import type { Confirmations, Confirmed, SheetView } from './contract.ts';
import { openSheetRoom, type SheetRoom } from './sheets.fixture.ts';

let room: SheetRoom;
const JULY = '2026-07';

beforeAll(async () => {
  room = await openSheetRoom();
  await room.usualMonth('drafter', JULY);
  await room.usualMonth('colleague', JULY, ['2026-07-02']);
  await room.punch('colleague', '2026-07-02', 'START 8:30');
  await room.usualMonth('subsection-head', JULY, ['2026-07-03']);
  await room.punch('subsection-head', '2026-07-03', 'START 8:30', 'END 20:15');
});
afterAll(() => room.city.close());

const sheet = (name: string, staffId?: string, month = JULY): Promise<SheetView> =>
  room.call(name, 'GET /telework/sheets/{month}', { params: { month }, query: staffId ? { staffId } : {} });
const list = (name: string, all = 'false'): Promise<Confirmations> =>
  room.call(name, 'GET /telework/confirmations', { query: { month: JULY, all } });
const confirm = (name: string, items: readonly { staffId: string; fingerprint: string }[]): Promise<Confirmed> =>
  room.call(name, 'POST /telework/confirmations', { body: { month: JULY, items } });

describe('the sheet of a month', () => {
  it('T-15: is one’s own with a row a day, totals and how near the limits are', async () => {
    const own = await sheet('drafter');
    expect(own.rows).toHaveLength(31);
    expect(own).toMatchObject({ state: 'OPEN', isOver: true, blocks: [], version: 0 });
    expect(own.totals).toMatchObject({ worked: 22 * 465, daysWorked: 22, teleworkDays: 0 });
    expect(own.rows[0]).toMatchObject({ from: '8:30', to: '17:15', isWords: '勤務日', spentAs: [{ words: '登庁' }] });
    expect(own.limits).toEqual([]);
    const late = await sheet('section-head', await room.staffId('subsection-head'));
    expect(late.limits.map(({ code, level }) => [code, level])).toContainEqual(['telework.limit_month', 'WITHIN']);
    expect(late.limits[0]?.words).toBe('月の時間外勤務が3時間です（上限45時間）。');
    expect(late.blocks).toEqual([
      { date: '2026-07-03', code: 'OVERTIME_WITHOUT_ORDER', words: '命令なし時間外（要確認）' },
    ]);
  });

  it('T-20: of a fiscal-year appointee says what is left of the hours of the 年度', async () => {
    const staffId = await room.staffId('general-affairs-head');
    const { version } = await room.call<WorkTermsView>('other-section', 'GET /telework/terms', { query: { staffId } });
    const said = { from: '2026-04-01', employment: 'APPOINTEE', patternId: 'APPOINTEE_SIX_HOURS' };
    await room.call('other-section', 'POST /telework/terms', { body: { staffId, version, ...said } });
    // Of the year before it is not counted.
    for (const date of ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'])
      await room.punch('general-affairs-head', date, 'START 9:00', 'END 16:00');
    expect((await sheet('general-affairs-head')).limits[0]).toEqual({
      ...{ code: 'telework.limit_year_hours', level: 'WITHIN', value: 3 * 360, limit: 1464 * 60 },
      words: '年度に勤務した時間が18時間です（任用の時間1464時間、残り1446時間）。',
    });
    expect((await sheet('drafter')).limits.map(({ code }) => code)).not.toContain('telework.limit_year_hours');
  });

  it('T-15: is seen by the person, the heads above and personnel, and for all others it is not there', async () => {
    const drafter = await room.staffId('drafter');
    const own = await sheet('drafter');
    for (const name of ['subsection-head', 'section-head', 'department-head', 'other-section'])
      expect((await sheet(name, drafter)).fingerprint).toBe(own.fingerprint);
    for (const name of ['colleague', 'general-affairs-head', 'auditor'])
      expect(await room.refused(sheet(name, drafter))).toBe('telework.sheet_not_found');
    const yamato = room.call('drafter', 'GET /telework/sheets/{month}', {
      params: { month: JULY },
      query: { staffId: '00000000-0000-7000-8000-000000000000' },
    });
    expect(await room.refused(yamato)).toBe('telework.sheet_not_found');
  });
});

describe('T-09: the boss’s confirmations', () => {
  it('show those who need an eye first, with what and when', async () => {
    const { items, waiting, blocked } = await list('section-head');
    expect(items.map(({ person, needs }) => [person.name, needs.map(({ code, dates }) => [code, dates])])).toEqual([
      ['見本 subsection-head', [['OVERTIME_WITHOUT_ORDER', ['2026-07-03']]]],
      ['見本 colleague', [['MISSING_END', ['2026-07-02']]]],
      ['見本 drafter', []],
    ]);
    expect([waiting, blocked]).toEqual([1, 2]);
    expect((await list('drafter')).items).toEqual([]);
    const below = (await list('department-head')).items.map(({ person }) => person.name);
    expect(below).toEqual(['見本 section-head']);
    expect((await list('department-head', 'true')).items).toHaveLength(4);
  });

  it('confirm many at once: what has something to settle, or has changed since, is refused by itself', async () => {
    const { items } = await list('section-head');
    const asked = items.map(({ person, fingerprint }) => ({ staffId: person.staffId, fingerprint }));
    const stranger = { staffId: await room.staffId('general-affairs-head'), fingerprint: 'a'.repeat(64) };
    const answer = await confirm('section-head', [...asked, stranger]);
    expect(answer.items.map(({ outcome }) => outcome)).toEqual(['BLOCKED', 'BLOCKED', 'CONFIRMED', 'NOT_YOURS']);
    expect(answer.items[1]?.words).toBe('先に片付けることが残っています：終了未確認。');
    expect(await sheet('drafter')).toMatchObject({
      state: 'CONFIRMED',
      version: 1,
      confirmed: { by: { name: '見本 section-head' } },
      history: [{ act: 'CONFIRMED', actor: { postTitle: '課長' } }],
    });
  });

  it('pressed twice, also at the same moment by two, are one', async () => {
    const drafter = await room.staffId('drafter');
    const { fingerprint } = await sheet('drafter');
    const item = [{ staffId: drafter, fingerprint }];
    const answers = await Promise.all([confirm('section-head', item), confirm('department-head', item)]);
    expect(answers.map(({ confirmed }) => confirmed)).toEqual([1, 1]);
    expect((await sheet('drafter')).version).toBe(1);
  });

  it('are no longer good when the sheet says something else, and good again when it is confirmed anew', async () => {
    const drafter = await room.staffId('drafter');
    const before = await sheet('drafter');
    await room.punch('drafter', '2026-07-04', 'START 9:00', 'END 9:01');
    const after = await sheet('section-head', drafter);
    expect(after.state).toBe('CHANGED');
    const stale = await confirm('section-head', [{ staffId: drafter, fingerprint: before.fingerprint }]);
    expect(stale.items[0]).toMatchObject({ outcome: 'CHANGED' });
    expect(stale.items[0]?.words).toContain('見直してから');
    await confirm('section-head', [{ staffId: drafter, fingerprint: after.fingerprint }]);
    expect(await sheet('drafter')).toMatchObject({ state: 'CONFIRMED', version: 2 });
  });

  it('are never one’s own, and never before the month is over', async () => {
    const head = await room.staffId('section-head');
    const own = await sheet('section-head');
    const answer = await confirm('section-head', [{ staffId: head, fingerprint: own.fingerprint }]);
    expect(answer.items[0]?.outcome).toBe('NOT_YOURS');
    room.at('2026-08-01T00:00:00Z');
    const { fingerprint } = await sheet('colleague');
    const early = await confirm('section-head', [{ staffId: await room.staffId('colleague'), fingerprint }]);
    room.at('2026-08-03T00:00:00Z');
    expect(early.items[0]?.outcome).toBe('NOT_OVER');
  });
});

describe('T-15: 「勤務表」 in the chat', () => {
  it('shows one’s month with what is asked, and a boss who waits', async () => {
    const own = await room.type('colleague', '勤務表 先月');
    expect(own).toContain('令和8年7月の勤務表');
    // Shown as it is: the text of a chat is no Markdown.
    expect(own).not.toContain('**');
    expect(own).toContain('令和8年7月2日：終了未確認');
    expect(own).toContain('https://kaigi.example/workday/sheet');
    const boss = await room.type('section-head', '勤務表');
    expect(boss).toContain('https://kaigi.example/confirmations');
    expect(boss).toContain('令和8年7月の確認');
    expect(boss).toContain('見本 colleague：終了未確認1日');
    expect(await room.type('colleague', '勤務表 いつか')).toContain('月が読み取れません');
    expect(await room.type('colleague', 'timesheet 2020-01')).toContain('この月の勤務表はありません');
  });
});

describe('T-15: whoever comes or leaves within a month', () => {
  it('is asked for nothing before and after', async () => {
    const lines = POSTS.map((line) => (line.includes('auditor') ? line.replace('2026-04-01,', '2026-07-30,') : line));
    await importPosts(room.city.suite, MINATO, lines);
    const shown = await sheet('auditor');
    expect(shown.blocks.map(({ date }) => date)).toEqual(['2026-07-30', '2026-07-31']);
    expect(shown.rows[0]?.isWords).toBe('勤務パターンなし');
    expect(await room.refused(sheet('auditor', undefined, '2026-06'))).toBe('telework.sheet_not_found');
  });
});

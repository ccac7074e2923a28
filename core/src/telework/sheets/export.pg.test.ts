import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Download } from '../../shared/index.ts';
import type { Characters, Imported, TeleworkStatistics } from './closing-contract.ts';
import type { GapsView, SheetView } from './contract.ts';
import { openSheetRoom, type SheetRoom, textOf } from './sheets.fixture.ts';

let room: SheetRoom;
const month = '2026-07';

beforeAll(async () => {
  room = await openSheetRoom();
  await room.usualMonth('drafter', month);
  await room.usualMonth('colleague', month);
}, 90_000);
afterAll(() => room.city.close());

const rename = (signInName: string, name: string) =>
  room.city.test.owner.query('update kaigi.directory_staff set name = $2 where sign_in_name = $1', [signInName, name]);
const file = (query: object, name = 'other-section'): Promise<Download> =>
  room.call(name, 'GET /telework/sheets/{month}/export', { params: { month }, query });
const characters = (query: object): Promise<Characters> =>
  room.call('other-section', 'GET /telework/sheets/{month}/export/characters', { params: { month }, query });
const importing = (what: string, csv: string | Uint8Array, name = 'other-section'): Promise<Imported> =>
  room.call(name, `POST /telework/${what}`, { csv });

describe('T-15: the export', () => {
  it('is personnel’s, with a row for each person and day, and a mark by which Excel knows UTF-8', async () => {
    expect(await room.refused(file({}, 'section-head'))).toBe('telework.sheet_personnel_only');
    const download = await file({});
    expect([...download.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect([...download.bytes].filter((byte) => byte === 0xef)).not.toHaveLength(0);
    expect(download).toMatchObject({ fileName: '勤務表-2026-07.csv', mediaType: 'text/csv; charset=utf-8' });
    const lines = textOf(download).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 8 * 31);
    expect(lines.filter((line) => line.includes('職員番号'))).toHaveLength(1);
    expect(lines[1 + 31]).toContain(
      '"colleague","見本 colleague","2026-07-01","水","勤務日","登庁","ENDED","8:30","17:15"',
    );
    expect(
      textOf(await file({ closedOnly: 'true' }))
        .trimEnd()
        .split('\r\n'),
    ).toHaveLength(1);
  });

  it('takes the staff numbers of payroll, and says which lines name nobody', async () => {
    const csv = 'サインイン名,職員番号\r\ndrafter,000123\r\nnobody,000124\r\ncolleague,000123\r\n';
    const answer = await importing('staff-numbers', csv);
    expect(answer.taken).toBe(1);
    expect(answer.problems).toEqual([
      { line: 3, words: '「nobody」という職員はいません。' },
      { line: 4, words: '職員番号「000123」が空か、ほかの行と同じです。' },
    ]);
    expect(textOf(await file({})).split('\r\n')[1]).toMatch(/^"000123","見本 drafter"/);
  });

  it('in Shift_JIS has 髙 and 﨑, and names what it has not, person by person', async () => {
    await rename('drafter', '髙橋 﨑子');
    await rename('colleague', '𠮷田 梅');
    const download = await file({ encoding: 'sjis' });
    expect(download.mediaType).toBe('text/csv; charset=Shift_JIS');
    const text = textOf(download, 'shift_jis');
    expect(text).toContain('"000123","髙橋 﨑子"');
    expect(text).toContain('"colleague","〓田 梅"');
    expect((await characters({ encoding: 'sjis' })).items).toEqual([
      { staffNumber: 'colleague', name: '𠮷田 梅', character: '𠮷', codePoint: 'U+20BB7', lines: 31 },
    ]);
    expect((await characters({ kind: 'counts' })).items).toMatchObject([{ name: '𠮷田 梅', lines: 1 }]);
  });

  it('T-16: counts days of each kind for allowances', async () => {
    const staffId = await room.staffId('drafter');
    const days = ['2026-07-01', '2026-07-08'];
    await room.city.test.owner.query(
      `insert into kaigi.telework_day (municipality_id, item_id, application_id, staff_id, date, kind, state, from_minute, to_minute, detail)
       select '6d696e61-746f-4000-8000-000000000001', gen_random_uuid(), gen_random_uuid(), $1, d, 'TELEWORK', 'APPROVED',
         case when d = '2026-07-08' then 780 end, case when d = '2026-07-08' then 1035 end, '{"kind":"HOME"}' from unnest($2::date[]) as d`,
      [staffId, days],
    );
    const [header = '', first = ''] = textOf(await file({ kind: 'counts' }))
      .replace('\uFEFF', '')
      .split('\r\n');
    const cells = Object.fromEntries(
      header.split(',').map((name, nth) => [name.replaceAll('"', ''), first.split(',')[nth]]),
    );
    expect(cells).toMatchObject({ テレワーク日数: '2', 在宅全日: '1', 在宅一部: '1', 登庁全日: '20', 勤務日数: '22' });
  });
});

describe('T-12: the gap check', () => {
  const gaps = (name: string, date: string, staffId?: string): Promise<GapsView> =>
    room.call(name, 'GET /telework/workdays/{date}/gaps', { params: { date }, query: staffId ? { staffId } : {} });

  it('shows the person exactly what it shows the boss, and others nothing', async () => {
    const csv =
      '職員,起動,終了\r\ndrafter,2026/7/9 8:05,2026/7/9 19:40\r\n000123,2026-07-10 08:20,2026-07-10 17:30\r\ndrafter,x,y\r\n';
    expect(await room.refused(importing('pc-logs', csv, 'section-head'))).toBe('telework.sheet_personnel_only');
    expect(await importing('pc-logs', csv)).toMatchObject({ taken: 2, problems: [{ line: 4 }] });
    const own = await gaps('drafter', '2026-07-09');
    expect(own.gaps.map(({ kind, at, minutes }) => [kind, at, minutes])).toEqual([['AFTER_END', '19:40', 145]]);
    expect(own.gaps[0]?.words).toBe('パソコンが、終了の打刻より2時間25分後の19:40まで動いています。');
    const staffId = await room.staffId('drafter');
    expect(await gaps('section-head', '2026-07-09', staffId)).toEqual(own);
    expect(await room.refused(gaps('colleague', '2026-07-09', staffId))).toBe('telework.sheet_not_found');
    expect((await gaps('drafter', '2026-07-10')).gaps).toEqual([]);
    const sheet = await room.call<SheetView>('drafter', 'GET /telework/sheets/{month}', { params: { month } });
    expect(sheet.rows.filter((row) => row.gaps.length > 0).map(({ date }) => date)).toEqual(['2026-07-09']);
  });

  it('compares with the person’s own acts in the suite', async () => {
    room.at('2026-07-21T12:00:00Z');
    const { approvals, regulations } = room.city.suite;
    const code = (await regulations.classifications(room.city.as('drafter'), '')).items[0]?.code ?? '';
    const { aDocument } = await import('../../testing/test-city.ts');
    await approvals.draft(
      room.city.as('drafter'),
      { title: '夜の起案', proposalText: '', classificationCode: code },
      aDocument(),
    );
    room.at('2026-08-03T00:00:00Z');
    const found = await gaps('drafter', '2026-07-21');
    expect(found.gaps).toMatchObject([{ kind: 'AFTER_END', signal: 'ACT', at: '21:00' }]);
    expect(JSON.stringify(found)).not.toContain('夜の起案');
  });
});

describe('T-17: statistics', () => {
  const statistics = (name: string): Promise<TeleworkStatistics> =>
    room.call(name, 'GET /stats/telework', { query: { month } });

  it('show nothing of fewer than five people, and no person at all', async () => {
    const shown = await statistics('other-section');
    expect(shown.whole).toMatchObject({ people: 8, teleworked: 1, days: 2, percent: 12.5 });
    expect(shown.sections.map(({ unitName, rate, words }) => [unitName, rate, words])).toEqual([
      ['監査', null, '5人未満のため表示しません'],
      ['企画部', null, '5人未満のため表示しません'],
      ['政策課', null, '5人未満のため表示しません'],
      ['総務課', null, '5人未満のため表示しません'],
    ]);
    expect(JSON.stringify(shown)).not.toMatch(/見本|drafter/);
    expect((await statistics('section-head')).whole).toEqual(shown.whole);
    expect(await room.refused(statistics('drafter'))).toBe('telework.sheet_not_for_you');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import type { Download, Json } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import type { Characters, Imported, TeleworkStatistics } from './closing-contract.ts';
import type { GapsView, SheetView } from './contract.ts';
import { openSheetRoom, type SheetRoom, textOf } from './sheets.fixture.ts';

let room: SheetRoom;
const month = '2026-07';

beforeAll(async () => {
  room = await openSheetRoom();
  await room.usualMonth('drafter', month);
  await room.usualMonth('colleague', month);
});
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
      { line: 4, words: '職員番号「000123」が空か、画面に出ない文字を含むか、ほかの職員と同じです。' },
    ]);
    expect(textOf(await file({})).split('\r\n')[1]).toMatch(/^"000123","見本 drafter"/);
  });

  it('takes no number that is somebody else’s, that cannot be seen, or that names a person by a number', async () => {
    const taken = async (line: string) =>
      (await importing('staff-numbers', `サインイン名,職員番号\r\n${line}\r\n`)).taken;
    expect(await taken('colleague,000123')).toBe(0);
    expect(await taken('colleague,00\u200b0124')).toBe(0);
    expect(await taken('000123,000999')).toBe(0);
    expect(await taken('drafter,000123')).toBe(1);
    const bytes = Buffer.from('サインイン名,職員番号\ncolleague,0\u0000124\n');
    expect(await room.refused(importing('staff-numbers', bytes))).toBe('telework.sheet_import_file');
  });

  it('disarms names that a spreadsheet would work out, also by wide signs', async () => {
    await rename('drafter', '＝1+1');
    expect(textOf(await file({}))).toContain(`"'＝1+1"`);
    await rename('drafter', '見本 drafter');
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
    expect(Object.keys(cells).slice(-7)).toEqual([
      ...['支給8時間内分', '支給8時間超分', '支給週休日分', '支給休日分', '支給法定休日分', '支給深夜分'],
      '支給週40時間超分',
    ]);
    expect(cells).toMatchObject({ テレワーク日数: '2', 在宅全日: '1', 在宅一部: '1', 登庁全日: '20', 勤務日数: '22' });
  });
});

describe('T-15: the minutes for pay', () => {
  it('are the month’s totals of each class, rounded as the city says, and the record keeps its minutes', async () => {
    // Two and a quarter hours beyond eight: the city rounds half an hour and more up, less down.
    await room.punch('subsection-head', '2026-07-02', 'START 8:30', 'END 19:45');
    await room.punch('subsection-head', '2026-07-04', 'START 9:00', 'END 11:40');
    const lines = textOf(await file({ kind: 'counts' }))
      .replace('\uFEFF', '')
      .split('\r\n');
    const [header = ''] = lines;
    const own = lines.find((line) => line.includes('見本 subsection-head')) ?? '';
    const names = header.split(',').map((name) => name.replaceAll('"', ''));
    const cells = Object.fromEntries(names.map((name, nth) => [name, own.split(',')[nth]]));
    expect(cells).toMatchObject({ 時間外分: '310', 支給8時間超分: '120', 支給週休日分: '180', 支給深夜分: '0' });
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
    expect(shown.refusals).toEqual([]);
    expect((await statistics('section-head')).whole).toEqual(shown.whole);
    expect(await room.refused(statistics('drafter'))).toBe('telework.sheet_not_for_you');
  });

  it('count refusals by the article that the rules had remarked on, and of fewer than five people say no number', async () => {
    const cap = { code: 'regulations.telework_cap', article: 'みなと市テレワーク実施要領 第6条第1項' };
    const five = ['drafter', 'colleague', 'subsection-head', 'section-head', 'department-head'];
    for (const name of five) await refusedRequest(name, [cap]);
    for (const name of five.slice(1)) await refusedRequest(name, []);
    // Of another month, and not refused.
    await refusedRequest('auditor', [cap], '2026-08-01T00:00:00Z');
    expect((await statistics('section-head')).refusals).toEqual([
      { code: cap.code, words: cap.article, count: 5 },
      { code: 'BOSS', words: '承認者の判断（規則上の指摘なし）', count: null },
    ]);
    expect(JSON.stringify(await statistics('section-head'))).not.toContain('人手が足りない');
  });

  /** As the machinery of applications leaves it. */
  async function refusedRequest(name: string, findings: readonly object[], at = '2026-07-15T00:00:00Z'): Promise<void> {
    const [staffId, clock] = [await room.staffId(name), { now: () => new Date(at) }];
    const [subject, actor] = [
      { kind: 'application', id: newId(clock) },
      { staffId, name, postTitle: '', unitName: '' },
    ];
    const line = { subject, at: clock.now(), staffId, actor, via: 'rules' } as const;
    const made = { kind: 'TELEWORK', findings: findings as Json };
    await room.inside(async (tx) => {
      await addFact(tx, { ...line, seq: 1, act: 'MADE', fact: made, leafId: newId(clock) });
      const fact = { reason: '人手が足りない' };
      await addFact(tx, { ...line, seq: 2, act: 'REFUSED', fact, leafId: newId(clock) });
    });
  }
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { encodeShiftJis } from '../../shared/shift-jis.ts';
import { type Bench, recordsBench } from '../records.fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const as = (name: string) => bench.as(`${name}@minato.example`);
const HEAD = '番号,年度,年月日,区分,差出人,件名,相手番号,主務課,処理期限,処置,完結日,備考';
const csv = (...lines: string[]) => new TextEncoder().encode([HEAD, ...lines].join('\r\n'));
const look = (bytes: Uint8Array, dryRun = true, who = 'chief') =>
  bench.records.book.imports.import(as(who), { dryRun }, { fileName: '旧台帳.csv', bytes });
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
const imported = async () => {
  const { rows } = await bench.test.owner.query<{ count: number }>(
    "select count(*)::int as count from kaigi.records_register where origin = 'IMPORTED'",
  );
  return rows[0]?.count ?? 0;
};

const GOOD = [
  '政収第１号,令和元年度,令和元年5月7日,収受,みなと県,"県政だより, 送付",県広第3号,政策課,R1/5/20,供覧,Ｒ１．５．２１,',
  '政収第2号,R1,R1/5/8,収受,国,照会について,,財政課,,回答,,',
  '政収第4号の2,R1,2019-06-01,収受,国,"改行\r\nのある件名",,旧企画課,,,20190630,備考です',
  '政第1号,H31,H31.4.1,起案,,予算の執行について,,政策課,,,,',
];

describe('R-28: an old ledger', () => {
  it('is looked over first: what it holds, gaps named, nothing written', async () => {
    const report = await look(csv(...GOOD));
    expect(report).toMatchObject({ rows: 4, fresh: 4, errorCount: 0, imported: false, encoding: 'utf-8' });
    expect(report.sample[0]).toMatchObject({
      number: '政収第1号',
      fiscalYear: '令和元年度',
      date: '2019-05-07',
      direction: 'RECEIVED',
      title: '県政だより, 送付',
    });
    expect(report.sample[3]).toMatchObject({ date: '2019-04-01', direction: 'DRAFTED' });
    const gapped = await look(csv(...GOOD, '政収第9号,R1,R1.7.1,収受,国,照会,,,,,,'));
    expect(gapped.gaps).toEqual([{ symbol: '政収', fiscalYear: '令和元年度', missing: '3〜8', count: 6 }]);
    expect(await imported()).toBe(0);
  });

  it('goes in whole, keeps its numbers, is marked, and a second time changes nothing', async () => {
    expect(await look(csv(...GOOD), false)).toMatchObject({ imported: true, fresh: 4 });
    const { items } = await bench.records.register(as('chief'), { fiscalYear: 2019, order: 'number' });
    expect(items.map(({ number, unitName }) => `${number.label} ${unitName}`)).toEqual([
      '政第1号 政策課',
      '政収第1号 政策課',
      '政収第2号 財政課',
      '政収第4号の2 旧企画課',
    ]);
    expect(items.find(({ number }) => number.label === '政収第1号')).toMatchObject({
      ...{
        origin: 'IMPORTED',
        dueOn: '2019-05-20',
        handling: 'CIRCULATE',
        completedOn: '2019-05-21',
        note: '旧台帳から移行',
      },
    });
    expect(await look(csv(...GOOD), false)).toMatchObject({ fresh: 0, known: 4 });
    expect(await look(csv(...GOOD, '政収第5号,R1,R1.7.1,収受,国,追加,,,,,,'), false)).toMatchObject({
      fresh: 1,
      known: 4,
    });
    expect(await imported()).toBe(5);
    // Who says nothing of 主務課 is of the section whose 記号 it is, not of whoever took the ledger in.
    const { items: now } = await bench.records.register(as('chief'), { fiscalYear: 2019, order: 'number' });
    expect(now.find(({ number }) => number.label === '政収第5号')?.unitName).toBe('政策課');
  });

  it('with one wrong row is not taken in at all, and every row says in Japanese what is wrong with it', async () => {
    const bad = csv(
      ...[
        '政第1号,R2,令和2年13月1日,起案,,件名,,,,,,',
        '十二,R2,R2.4.1,起案,,件名,,,,,,',
        '政第3号,R2,R2.4.1,起案,,,,,,,,',
      ],
      ...[
        '政第4号,第二年,R2.4.1,起案,,件名,,,,,,',
        '政第5号,R2,R2.4.1,起案,,甲,,,,,,',
        '政第5号,R2,R2.4.2,起案,,乙,,,,,,',
        '7,R2,R2.4.2,起案,,記号なし,,,,,,',
      ],
    );
    const report = await look(bad);
    expect(report.errors.map(({ line, column }) => [line, column])).toEqual([
      ...[
        [2, '日付'],
        [3, '番号'],
        [4, '件名'],
        [5, '年度'],
        [7, '番号'],
        [8, '記号'],
      ],
    ]);
    expect(report.errors.map(({ sentence }) => sentence).join()).toMatch(
      /令和2年13月1日」は日付として読めません.*政第5号が6行目にもあります/u,
    );
    expect(await code(look(bad, false))).toBe('records.import_has_errors');
    expect((await bench.records.register(as('chief'), { fiscalYear: 2020 })).items).toEqual([]);
  });

  it('is refused where its numbers are other documents’, and this year’s go on where it ended', async () => {
    expect((await look(csv('政収第1号,R1,R1.5.7,収受,国,別の件名,,,,,,'))).errors[0]?.sentence).toContain(
      'すでに別の文書に登録されています',
    );
    await look(csv('政発第120号,R8,R8.10.1,発送,国,回答,,,,,,'), false);
    const next = await bench.records.book.numbers.take(as('drafter'), {
      series: 'SENT',
      title: '次の文書',
      reserve: false,
    });
    expect(next.row.number.label).toBe('政発第121号');
    expect((await look(csv('政発第122号,R8,R8.10.2,発送,国,後から,,,,,,'))).errors[0]?.sentence).toContain(
      'すでに取られています',
    );
  });

  it('may be Shift_JIS, tab-separated below a title, or an Excel book with days as numbers', async () => {
    const jis = new Uint8Array([...jisOf('番号\t日付\t件名\r\n'), ...jisOf('総収第1号\tS63.4.1\t昭和の文書\r\n')]);
    expect(await look(jis)).toMatchObject({
      encoding: 'shift_jis',
      errorCount: 0,
      sample: [{ date: '1988-04-01', title: '昭和の文書' }],
    });
    const report = await look(
      book([['文書収発簿'], ['番号', '年月日', '件名'], ['総発第1号', 45_383, '表の文書 & <記号>']]),
    );
    expect(report).toMatchObject({
      encoding: 'Excel',
      errorCount: 0,
      sample: [{ date: '2024-04-01', title: '表の文書 & <記号>' }],
    });
  });

  it.each([
    ['nothing', new Uint8Array(0), 'records.empty_file'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'records.import_'],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'records.import_old_excel'],
    ['a broken package', new TextEncoder().encode('PK\u0003\u0004 broken'), 'records.import_'],
    ['a package without a sheet', zipSync({ 'a.txt': strToU8('x') }), 'records.import_not_a_table'],
    ['no heads', new TextEncoder().encode('a,b,c\n1,2,3'), 'records.import_no_head'],
    ['heads alone', csv(), 'records.import_empty'],
  ])('that is %s is refused in a sentence', async (_, bytes, expected) => {
    expect(await code(look(bytes))).toContain(expected);
  });

  it('is taken in by the chief records manager only', async () => {
    expect(await code(look(csv(...GOOD), true, 'drafter'))).toBe('records.import_not_yours');
  });

  it('of thirty thousand rows goes in within bounded memory', async () => {
    const lines = Array.from(
      { length: 30_000 },
      (_, at) => `浜収第${at + 1}号,H20,H20.4.1,収受,国,照会について その${at + 1},,政策課,,,,`,
    );
    const bytes = csv(...lines);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    expect(await look(bytes, false)).toMatchObject({ imported: true, fresh: 30_000, gaps: [] });
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(256);
    const { items } = await bench.records.register(as('chief'), { fiscalYear: 2008, q: 'その29999' });
    expect(items.map(({ number }) => number.label)).toEqual(['浜収第29999号']);
  }, 240_000);
});

/** A sheet as Excel keeps it: its texts apart, its days as numbers. */
function book(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const texts = rows.flat().filter((cell) => typeof cell === 'string');
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const cell = (value: string | number, at: number, line: number) =>
    typeof value === 'number'
      ? `<c r="${String.fromCharCode(65 + at)}${line}" s="1"><v>${value}</v></c>`
      : `<c r="${String.fromCharCode(65 + at)}${line}" t="s"><v>${texts.indexOf(value)}</v></c>`;
  const sheet = rows
    .map(
      (cells, at) => `<row r="${at + 1}">${cells.map((value, column) => cell(value, column, at + 1)).join('')}</row>`,
    )
    .join('');
  return zipSync({
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': strToU8(
      `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t><rPh><t>ヨミ</t></rPh></si>`).join('')}</sst>`,
    ),
  });
}

function jisOf(text: string): Uint8Array {
  const { bytes } = encodeShiftJis(text);
  return bytes;
}

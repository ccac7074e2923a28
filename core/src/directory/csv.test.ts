import { describe, expect, it } from '@jest/globals';
import { type KaigiError, readDay } from '../shared/index.ts';
import { type CsvProblem, CsvProblemSchema } from './contract.ts';
import { readPostsCsv } from './csv.ts';
import { directorySentences, directoryTexts } from './text.ts';

const HEADER =
  '所属コード,所属名,所属種別,上位所属コード,職コード,職名,職位,所属長,職員(サインイン名),兼務,役割,開始日,終了日';
const LINE =
  'seisaku,政策課,SECTION,,kacho,課長,SECTION_HEAD,1,Section-Head@minato.example,0,AUDITOR|ADMIN,令和8年4月1日,';
const csv = (...lines: string[]) => new TextEncoder().encode(`\uFEFF${[HEADER, ...lines].join('\r\n')}`);

function refusal(bytes: Uint8Array): KaigiError {
  try {
    readPostsCsv(bytes);
  } catch (error) {
    return error as KaigiError;
  }
  throw new Error('was not refused');
}

const problems = (bytes: Uint8Array): CsvProblem[] => refusal(bytes).present as CsvProblem[];

describe('the CSV of posts', () => {
  it('is read with its BOM, line ends of Windows and era dates', () => {
    expect(readPostsCsv(csv(LINE))).toEqual([
      expect.objectContaining({
        unitCode: 'seisaku',
        headsUnit: true,
        signInName: 'section-head@minato.example',
        from: '2026-04-01',
        to: null,
        roles: ['AUDITOR', 'ADMIN'],
      }),
    ]);
  });

  it('is read as Shift_JIS where it is not UTF-8', () => {
    // 政策課 in Shift_JIS, which is not valid UTF-8, between lines in ASCII.
    const sjis = Uint8Array.from([0x90, 0xad, 0x8d, 0xf4, 0x89, 0xdb]);
    expect(problems(sjis).map(({ code }) => code)).toEqual(Array(13).fill('missing_column'));
    expect(new TextDecoder('shift_jis').decode(sjis)).toBe('政策課');
  });

  it('is read with line ends of Windows, Unix and old Macs in one file', () => {
    const mixed = new TextEncoder().encode(`${HEADER}\r\n${LINE}\n${LINE.replace('kacho', 'hosa')}\r${LINE}`);
    expect(readPostsCsv(mixed).map(({ line, postCode }) => [line, postCode])).toEqual([
      [2, 'kacho'],
      [3, 'hosa'],
      [4, 'kacho'],
    ]);
  });

  it('names every wrong line at once as data, and imports nothing', () => {
    const lines = [LINE.replace('SECTION,', 'SEKTION,'), LINE, '', LINE.replace('令和8年4月1日', '令和8年2月30日')];
    expect(refusal(csv(...lines))).toMatchObject({ code: 'directory.csv_rows', params: { count: 2 } });
    expect(problems(csv(...lines))).toEqual([
      { line: 2, column: '所属種別', value: 'SEKTION', code: 'wrong_value' },
      { line: 5, column: '開始日', value: '令和8年2月30日', code: 'wrong_value' },
    ]);
  });

  it.each<[string, string[], Partial<CsvProblem>]>([
    [
      'a superior unit without a line',
      [LINE.replace('SECTION,,', 'SECTION,nai,')],
      { code: 'no_such_unit', value: 'nai' },
    ],
    ['an end before the start', [`${LINE}2026-03-31`], { code: 'wrong_value', column: '終了日' }],
    ['a flag that is neither 0 nor 1', [LINE.replace('HEAD,1', 'HEAD,○')], { code: 'wrong_value', column: '所属長' }],
    ['a name of the language', [LINE.replace('HEAD,1', 'HEAD,constructor')], { code: 'wrong_value', column: '所属長' }],
    ['an empty title', [LINE.replace('課長', '')], { code: 'empty', column: '職名', line: 2 }],
    ['a line with too many columns', [LINE, `${LINE},`], { code: 'broken_line', line: 3 }],
    ['a sign that no database keeps', [LINE, LINE.replace('課長', '課\0長')], { code: 'broken_line', line: 3 }],
    ['no line at all', [], { code: 'no_lines' }],
    ['a unit above itself', [LINE.replace('SECTION,,', 'SECTION,seisaku,')], { code: 'in_a_circle', line: 2 }],
    [
      'two units above each other',
      [
        LINE.replace('SECTION,,', 'SECTION,b,'),
        LINE.replace('seisaku,', 'b,').replace('SECTION,,', 'SECTION,seisaku,').replace('kacho', 'b-k'),
      ],
      { code: 'in_a_circle', line: 2 },
    ],
    [
      'one post code in two units',
      [LINE, LINE.replace('seisaku,政策課', 'b,広報課')],
      { code: 'contradicts', line: 3, column: '所属コード', value: 'b' },
    ],
    [
      'two names of one unit',
      [LINE, LINE.replace('政策課', '企画課')],
      { code: 'contradicts', line: 3, column: '所属名' },
    ],
    ['two ends of one appointment', [LINE, `${LINE}2027-03-31`], { code: 'contradicts', line: 3, column: '終了日' }],
  ])('refuses %s', (_, lines, problem) => {
    expect(problems(csv(...lines))[0]).toMatchObject(problem);
  });

  it('lets units change places on one day', () => {
    const of = (unit: string, parent: string, from: string) =>
      `${unit},${unit},SECTION,${parent},${unit}-k,課長,SECTION_HEAD,1,,0,,${from},`;
    const lines = [
      of('a', '', '2026-04-01'),
      of('b', 'a', '2026-04-01'),
      of('b', '', '2026-10-01'),
      of('a', 'b', '2026-10-01'),
    ];
    expect(readPostsCsv(csv(...lines))).toHaveLength(4);
  });

  it('knows a vacant post by its empty name', () => {
    expect(readPostsCsv(csv(LINE.replace('Section-Head@minato.example', '')))[0]?.signInName).toBeNull();
  });
});

describe('a day in a CSV', () => {
  it('is read in the ways a city hall writes it', () => {
    for (const text of ['2026-04-01', '2026/4/1', '2026.4.1', '2026年4月1日', 'R8.4.1', '令和８年４月１日', 'R8/4/1']) {
      expect(readDay(text)).toBe('2026-04-01');
    }
    expect(readDay('令和元年5月1日')).toBe('2019-05-01');
    expect(readDay('H31.4.1')).toBe('2019-04-01');
    for (const wrong of ['', '4月1日', 'R8.13.1', '2026-02-30', 'T1.1.1']) expect(readDay(wrong)).toBeNull();
  });
});

describe('what is wrong with a CSV', () => {
  const rows: CsvProblem[] = [
    { line: 1, column: '職位', value: '', code: 'missing_column' },
    { line: 4, column: '開始日', value: '4月1日', code: 'wrong_value' },
  ];

  it('is said in the language of the reader', () => {
    expect(directorySentences(rows, 'ja')).toEqual([
      '列「職位」がありません。1 行目に列の名前が必要です。',
      '4 行目：「開始日」の値「4月1日」が正しくありません。',
    ]);
    expect(directorySentences(rows, 'en')).toEqual([
      'The column "職位" is missing. Line 1 must name the columns.',
      'Line 4: the value "4月1日" of "開始日" is not right.',
    ]);
  });

  it('is said up to a number that can be read, and of other refusals nothing is said', () => {
    const many = Array.from(
      { length: 60 },
      (_, line): CsvProblem => ({ line, column: '職名', value: '', code: 'empty' }),
    );
    expect(directorySentences(many, 'ja')).toHaveLength(21);
    expect(directorySentences({ version: 3 }, 'ja')).toEqual([]);
    expect(directorySentences(undefined, 'en')).toEqual([]);
  });

  it('has a sentence for every code, with the same parameters in both languages', () => {
    for (const code of CsvProblemSchema.shape.code.options)
      expect(directoryTexts).toHaveProperty([`directory.csv.${code}`]);
    const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();
    for (const { ja, en } of Object.values(directoryTexts)) {
      expect(parameters(en)).toEqual(parameters(ja));
      expect(en).not.toMatch(/[぀-ヿ一-鿿]/);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { loadPack } from '../language/load.ts';
import { allRowsOf, changed, type File, fileOf, textOf, told } from './packs.fixture.ts';

const CITIES = ['minato/2026-04-01.yaml', 'yamato/2026-04-01.yaml', 'daito/2026-04-01.yaml'];
const GROUPS = [
  ...['支出', '契約', '補助金', '人事・服務', '旅行命令', '許認可', '情報公開', '文書発送', '広報', '訴訟'],
  ...['財産', '条例規則', '一般'],
];

const KANJI = /[\p{Script=Han}\p{Script=Hiragana}]/u;
const groupOf = (pack: File, matter: string) => pack.matters.find(({ code }) => code === matter)?.group;
const matterOf = ({ matter, analogousTo }: { matter: string; analogousTo?: string | undefined }) =>
  analogousTo ?? matter;

describe.each(CITIES)('the regulations in %s', (city) => {
  const pack = fileOf(city);

  it('are read, and all their examples hold', () => {
    expect(told(loadPack(textOf(city)))).toEqual([]);
  });

  it('A-03: every group of matters has rows and an example of each', () => {
    const groups = new Set(pack.matters.map(({ group }) => group));
    expect(GROUPS.filter((group) => !groups.has(group))).toEqual([]);
    const tried = new Set(pack.examples.routes.map((example) => groupOf(pack, matterOf(example))));
    expect([...groups].filter((group) => !tried.has(group))).toEqual([]);
  });

  it('every row names an article and gives its reason in Japanese and English', () => {
    const rows = allRowsOf(pack);
    expect(rows.filter(({ article }) => !/(別表|第\d+条)/u.test(article)).map(({ id }) => id)).toEqual([]);
    const wanting = rows.filter(
      ({ sentence: { ja, en } }) => !ja.endsWith('。') || KANJI.test(en.replace(/\(.*$/u, '')),
    );
    expect(wanting.map(({ id }) => id)).toEqual([]);
  });

  it('every reason of a decision says its article', () => {
    const silent = pack.decisions.filter(({ article, sentence }) => !sentence.ja.includes(article));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('no two units share a symbol in their numbers', () => {
    const symbols = pack.numbering.symbols.flatMap(({ symbol }) => [symbol, `${symbol}収`]);
    expect(new Set(symbols).size).toBe(symbols.length);
  });
});

describe('the regulations of みなと市', () => {
  const pack = fileOf('minato/2026-04-01.yaml');

  it('decide in at least 60 rows, from 係長 to 市長, and by certain posts', () => {
    expect(pack.decisions.length).toBeGreaterThanOrEqual(60);
    const deciders = new Set(pack.decisions.map(({ decider }) => JSON.stringify(decider)));
    expect(deciders).toEqual(
      new Set(
        [
          ...['SUBSECTION_HEAD', 'SECTION_HEAD', 'DEPARTMENT_HEAD', 'DEPUTY_MAYOR', 'MAYOR'],
          ...[{ post: 'joho-head' }, { post: 'somu-head' }],
        ].map((decider) => JSON.stringify(decider)),
      ),
    );
  });

  it('A-11: half of the examples of 代決 are refusals, and each refusal of a limit names its article', () => {
    const refused = pack.examples.deputies.filter(({ expect: wanted }) => 'refused' in wanted);
    expect(refused.length).toBeGreaterThanOrEqual(10);
    const byLimit = refused.filter(
      ({ expect: wanted }) => 'refused' in wanted && wanted.refused === 'regulations.deputy_limited',
    );
    expect(byLimit.length).toBeGreaterThanOrEqual(4);
    expect(byLimit.every(({ expect: wanted }) => /第12条/u.test(wanted.article ?? ''))).toBe(true);
  });
});

it('A-10: the three cities decide the same purchase in three ways', () => {
  const deciderOf = (city: string, matter: string, amountYen: number) => {
    const pack = fileOf(city);
    const row = pack.decisions.find(({ matters, when, units }) => {
      const test = (when as { amountYen?: { over?: number; upTo?: number } } | undefined)?.amountYen;
      const holds = amountYen > (test?.over ?? -1) && amountYen <= (test?.upTo ?? Number.POSITIVE_INFINITY);
      return matters.includes(matter) && !units && holds;
    });
    return row?.decider;
  };
  expect(deciderOf('minato/2026-04-01.yaml', 'EXPENDITURE', 1_500_000)).toBe('DEPARTMENT_HEAD');
  expect(deciderOf('yamato/2026-04-01.yaml', 'EXPENDITURE', 1_500_000)).toBe('DEPUTY_MAYOR');
  expect(deciderOf('daito/2026-04-01.yaml', 'EXPENDITURE', 1_500_000)).toBe('SECTION_HEAD');
});

it('a change of one limit is told by the examples beside the rows', () => {
  const loaded = changed('minato/2026-04-01.yaml', (pack) => {
    for (const row of pack.decisions) {
      const text = JSON.stringify(row.when ?? {});
      if (row.matters.includes('GOODS_PURCHASE')) row.when = JSON.parse(text.replaceAll('5000000', '4000000'));
    }
  });
  expect(told(loaded)).toEqual([{ row: '物品500万円は部長専決', code: 'example_failed' }]);
});

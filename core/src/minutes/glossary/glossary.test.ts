import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../editing/edit.ts';
import { type GlossaryTerm, glossaryOf } from './glossary.ts';
import { hotwords, initialPrompt } from './hotwords.ts';
import { replacerOf } from './replacements.ts';

const term = (kind: GlossaryTerm['kind'], written: string, ...heard: string[]): GlossaryTerm => ({
  kind,
  written,
  heard,
});

const CITY = [
  term('PLACE', 'みなと市', '港市', '湊市'),
  term('PLACE', '湊町', '港町'),
  term('UNIT', '政策課', '制作課', '製作課'),
  term('UNIT', '財政課', '財製課'),
  term('PERSON', '仲田', '中田'),
  term('PERSON', '齋藤', '斎藤', '斉藤'),
  term('PROJECT', 'みなとスマイル事業', '港スマイル事業', 'スマイル事業'),
  term('OTHER', 'eLTAX', 'エルタックス'),
  term('OTHER', 'ぴったりサービス', 'ピッタリサービス'),
];

const written = (text: string, terms: readonly GlossaryTerm[] = CITY) => applyEdits(text, replacerOf(terms)(text)).text;

describe('M-11: the glossary puts names as the city writes them', () => {
  it.each([
    ['港市の制作課からご説明します。', 'みなと市の政策課からご説明します。'],
    ['湊市長の挨拶です', 'みなと市長の挨拶です'],
    ['中田課長と斉藤さんにお願いします', '仲田課長と齋藤さんにお願いします'],
    ['来年度の港スマイル事業について', '来年度のみなとスマイル事業について'],
    ['エルタックスで申告します', 'eLTAXで申告します'],
  ])('%s', (text, expected) => expect(written(text)).toBe(expected));

  it.each([
    '空港市場の件',
    '田中田中の件',
    '動画制作課題について',
    'みなとスマイル事業は続けます',
    'ノエルタックスフリー',
  ])('never inside another word: %s', (text) => expect(written(text)).toBe(text));

  it('takes the longest, and leaves what is right already', () => {
    expect(written('港町と港市')).toBe('湊町とみなと市');
    expect(replacerOf(CITY)('みなと市の政策課')).toEqual([]);
  });

  it('reads full-width letters and capitals as the same', () => {
    expect(written('ＥＬＴＡＸとEltaxとELTAXs')).toBe('eLTAXとeLTAXとELTAXs');
  });

  it('shows where each change stands before and after', () => {
    const text = '本日は港市の制作課です';
    const { spans } = applyEdits(text, replacerOf(CITY)(text));
    expect(spans.map(({ before, after }) => [before, after])).toEqual([
      [
        { from: 3, to: 5 },
        { from: 3, to: 7 },
      ],
      [
        { from: 6, to: 9 },
        { from: 8, to: 11 },
      ],
    ]);
  });

  it('of a 会議体 goes before that of the city', () => {
    const body = [term('PERSON', '中田'), term('UNIT', '映像制作課', '制作課')];
    const own = glossaryOf(CITY, body);
    expect(written('中田委員と制作課と港市', own)).toBe('中田委員と映像制作課とみなと市');
  });

  it('can be undone, whatever is said', () => {
    const parts = fc.constantFrom(
      '港市',
      '制作課',
      '中田',
      'さん',
      'の',
      '空',
      'スマイル事業',
      '港',
      '𠮷',
      'ＥＬＴＡＸ',
      '、',
    );
    fc.assert(
      fc.property(fc.array(parts), (said) => {
        const text = said.join('');
        const done = applyEdits(text, replacerOf(CITY)(text));
        expect(applyEdits(done.text, done.undo).text).toBe(text);
      }),
    );
  });
});

describe('recognisers are told the names beforehand', () => {
  it('as a list, each once', () => {
    expect(hotwords([...CITY.slice(0, 2), term('PLACE', '湊町')])).toBe('みなと市\n湊町\n');
    expect(hotwords([])).toBe('');
  });

  it('as a prompt of whole names, the first ones where not all fit', () => {
    expect(initialPrompt(CITY.slice(0, 3))).toBe('用語：みなと市、湊町、政策課。');
    expect(initialPrompt(CITY, 12)).toBe('用語：みなと市、湊町。');
    expect(initialPrompt([])).toBe('');
  });
});

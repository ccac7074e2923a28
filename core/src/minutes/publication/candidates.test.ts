import { describe, expect, it } from '@jest/globals';
import { line, MINUTED } from '../paper/minuted.fixture.ts';
import { candidatesIn } from './candidates.ts';

const found = (text: string, known: readonly string[] = []) =>
  candidatesIn({ ...MINUTED, lines: [line('x', null, text)], sentences: [] }, known).words.map(({ words, why }) => [
    why,
    words,
  ]);

describe('proposals of what to hide', () => {
  it('M-16: proposes guests who are not of the staff, wherever they are named', () => {
    const { people, words } = candidatesIn(MINUTED);
    expect(people).toEqual([{ attendeeId: 'guest', why: 'NOT_STAFF' }]);
    expect(words.map(({ targetId, words: said, why }) => [targetId, said, why])).toEqual([
      ['l7', '霧島花子', 'NOT_STAFF'],
      ['l7', '090-1234-5678', 'PHONE'],
      ['l8', '霧島', 'NOT_STAFF'],
      ['k2', '霧島花子', 'NOT_STAFF'],
    ]);
  });

  it('M-16: says where the words stand', () => {
    const [first] = candidatesIn(MINUTED).words;
    const text = MINUTED.lines.find(({ id }) => id === first?.targetId)?.text;
    expect(text?.slice(first?.from, first?.to)).toBe(first?.words);
  });

  it.each([
    ['PHONE', '連絡先は03-1234-5678です。', '03-1234-5678'],
    ['PHONE', '０９０−１２３４−５６７８まで', '０９０−１２３４−５６７８'],
    ['PHONE', '090の1234の5678です', '090の1234の5678'],
    ['PHONE', '電話0312345678。', '0312345678'],
    ['EMAIL', 'hanako.k@example.jpに送ってください', 'hanako.k@example.jp'],
    ['ADDRESS', '住所は青葉町1-2-3です', '青葉町1-2-3'],
    ['ADDRESS', '中央二丁目3番1号の家', '中央二丁目3番1号'],
    ['ADDRESS', '大字小山123番地の5', '大字小山123番地の5'],
    ['ADDRESS', '〒123-4567 みなと市', '〒123-4567'],
    ['PRIVATE_NAME', '隣の佐伯さんから苦情がありました', '佐伯'],
    ['PRIVATE_NAME', '申請者はスミス氏です', 'スミス'],
  ])('M-16: proposes %s in 「%s」', (why, text, words) => {
    expect(found(text)).toEqual([[why, words]]);
  });

  it.each([
    '市民の皆様にお知らせします。',
    '担当課長さんから説明をお願いします。',
    '議案第3号、第7条第2項、令和8年11月22日、2026-11-22。',
    '中央二丁目の道路は幅6メートルです。',
    '予算は1,200,000,000円です。',
    '文書番号は20261122-0001234567です。',
    '青空さんと港川さんが説明します。',
    '業者さん、利用者さん、保護者様、町内会さん。',
  ])('M-16: proposes nothing in 「%s」', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('M-16: leaves out names of people who act for the city', () => {
    expect(found('佐伯さんが窓口です。', ['佐伯 みどり'])).toEqual([]);
  });
});

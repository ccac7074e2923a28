import { describe, expect, it } from '@jest/globals';
import { likeness, suggestionsFor } from './rules.ts';

const PLAN = [
  { code: 'A-1', minor: '職員研修', keywords: ['研修', '受講'] },
  { code: 'B-1', minor: '予算の編成', keywords: ['予算'] },
  { code: 'C-1', minor: '広報', keywords: ['広報紙', '市民説明会'] },
  { code: 'D-1', minor: '会議', keywords: [] },
];
const NOTHING = { title: '', headings: [], own: [], section: new Map<string, number>() };
const times = (count: number, code: string, title = '件') => Array.from({ length: count }, () => ({ title, code }));

describe('R-01: the class that a document is likely to go into', () => {
  it('R-01: is named with the words of the title or of a heading that speak for it', () => {
    const found = suggestionsFor(PLAN, {
      ...NOTHING,
      title: '新任職員研修の実施について',
      headings: ['１ 目的', '３ 予算'],
    });
    expect(found).toEqual([
      { code: 'A-1', by: 'TITLE', words: '職員研修', count: 0 },
      { code: 'B-1', by: 'HEADING', words: '予算', count: 0 },
    ]);
  });

  it('R-01: is that of the same document of last year, whatever the year and the number in its title', () => {
    const own = [{ title: '令和7年度地域連絡会の開催について（第3回）', code: 'D-1' }];
    const found = suggestionsFor(PLAN, { ...NOTHING, own, title: '令和８年度地域連絡会の開催について（第１回）' });
    expect(found).toEqual([
      { code: 'D-1', by: 'EARLIER', words: '令和7年度地域連絡会の開催について（第3回）', count: 0 },
    ]);
  });

  it('R-01: comes from what the person and the section file when the document itself says nothing', () => {
    const found = suggestionsFor(PLAN, { ...NOTHING, own: times(2, 'C-1'), section: new Map([['B-1', 9]]) });
    expect(found).toEqual([
      { code: 'B-1', by: 'SECTION', words: '', count: 9 },
      { code: 'C-1', by: 'OWN', words: '', count: 2 },
    ]);
  });

  it('R-01: what the document says outweighs the habit of filing somewhere else', () => {
    const hints = { ...NOTHING, title: '予算の編成方針', own: times(30, 'C-1'), section: new Map([['C-1', 200]]) };
    expect(suggestionsFor(PLAN, hints).map(({ code }) => code)).toEqual(['B-1', 'C-1']);
  });

  it('R-01: never is a class that the plan no longer has, and nothing is made up where nothing speaks', () => {
    expect(suggestionsFor(PLAN, { ...NOTHING, own: times(9, 'Z-9'), section: new Map([['Z-9', 9]]) })).toEqual([]);
    expect(suggestionsFor(PLAN, NOTHING)).toEqual([]);
  });

  it.each([
    ['令和7年度予算編成方針', '令和８年度予算編成方針', 1],
    ['第3回庁議の開催', '第12回庁議の開催', 1],
    ['政策研修', '水道工事', 0],
    ['', '政策研修', 0],
  ])('titles %s and %s are alike by %d', (one, other, alike) => {
    expect(likeness(one, other)).toBe(alike);
  });
});

import { describe, expect, it } from '@jest/globals';
import { checkBars, differing, type JudgedItem } from './bars.ts';

const judged = (decision: JudgedItem['decision'], ...grounds: string[]): JudgedItem => ({ decision, grounds });
const NONE = { unjudged: [], unbarred: [] };

describe('R-26: the bars of a copy against what was judged', () => {
  it.each<[string, JudgedItem, string[], ReturnType<typeof differing>]>([
    ['the same', judged('PARTLY', 'a', 'b'), ['b', 'a', 'a'], NONE],
    ['a bar without a judgement', judged('PARTLY', 'a'), ['a', 'b', 'b'], { unjudged: ['b'], unbarred: [] }],
    ['a judgement without a bar', judged('PARTLY', 'a', 'b'), ['a'], { unjudged: [], unbarred: ['b'] }],
    ['both', judged('PARTLY', 'a'), ['b'], { unjudged: ['b'], unbarred: ['a'] }],
    ['bars on what is disclosed whole', judged('DISCLOSE'), ['a'], { unjudged: ['a'], unbarred: [] }],
    ['nothing judged yet', judged(null), ['a'], NONE],
    ['a copy of what is withheld, which does not go out', judged('WITHHOLD', 'a'), ['b'], NONE],
    ['a copy of what is neither said to be there nor not', judged('UNCONFIRMED', 'a'), ['b'], NONE],
  ])('%s', (_, item, bars, expected) => {
    expect(differing(item, bars)).toEqual(expected);
  });

  const articleOf = (id: string) => `第7条第${id}号`;
  const checked = (items: Parameters<typeof checkBars>[0]['items'], isSeen = false) => {
    try {
      checkBars({ items, isSeen, articleOf });
      return null;
    } catch (error) {
      const { code, params } = error as { code: string; params: object };
      return { code, params };
    }
  };

  it('a bar of a ground that was not judged is refused, seen or not; another only until somebody looked', () => {
    const fine = { ...judged('PARTLY', '1'), bars: ['1'] };
    const without = { ...judged('PARTLY', '1'), bars: null };
    const more = { ...judged('PARTLY', '1'), bars: ['1', '3'] };
    const fewer = { ...judged('PARTLY', '1', '2'), bars: ['1'] };
    const unjudged = { code: 'records.disclosure_bars_unjudged', params: { documents: '2、4', grounds: '第7条第3号' } };
    for (const isSeen of [false, true]) expect(checked([fine, more, without, more, fewer], isSeen)).toEqual(unjudged);
    const unbarred = { code: 'records.disclosure_grounds_unbarred', params: { documents: '3', grounds: '第7条第2号' } };
    expect(checked([fine, without, fewer])).toEqual(unbarred);
    expect(checked([fine, without, fewer], true)).toBeNull();
    expect(checked([fine, without])).toBeNull();
  });
});

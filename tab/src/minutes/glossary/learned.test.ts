import { describe, expect, it } from '@jest/globals';
import { aTerm } from '../../testing/stand-in-words.ts';
import { learnedFrom, leftWith, sampleFor, toOffer } from './learned.ts';

const line = (id: string, heard: string, text = heard) => ({ id, heard, text });
const pairs = (...lines: ReturnType<typeof line>[]) =>
  learnedFrom(lines).map(({ heard, written, lineIds }) => [heard, written, ...lineIds]);

const PORT = [
  line('1', '港町の予算について説明します。', '湊町の予算について説明します。'),
  line('2', 'それでは港町から始めます。', 'それでは湊町から始めます。'),
];

describe('M-11: words learned from edits', () => {
  it('are those that were made the same of in two lines, not in one', () => {
    expect(pairs(...PORT)).toEqual([['港町', '湊町', '1', '2']]);
    expect(pairs(PORT[0] ?? line('1', ''))).toEqual([]);
    const twice = line('1', '港町と港町です。', '湊町と湊町です。');
    expect(pairs(twice)).toEqual([]);
  });

  it('hold of misheard words that were cut into several, as one', () => {
    const heard = [line('1', '皆と町の件です。', '湊町の件です。'), line('2', '次に皆と町です。', '次に湊町です。')];
    expect(pairs(...heard)).toEqual([['皆と町', '湊町', '1', '2']]);
  });

  it('are no turns of phrase, no numbers, no fillers, and nothing that became two different words', () => {
    const of = (...changes: [string, string][]) =>
      pairs(...changes.flatMap(([heard, text]) => [line(`${heard}1`, heard, text), line(`${heard}2`, heard, text)]));
    expect(of(['よいと思います。', 'よいと考えます。'])).toEqual([]);
    expect(of(['机を十台買う。', '机を10台買う。'])).toEqual([]);
    expect(of(['えー、港町です。', '港町です。'])).toEqual([]);
    expect(pairs(...PORT, line('3', '港町の件', '港区の件'), line('4', '港町の話', '港区の話'))).toEqual([]);
  });

  it('of a line that was written anew nothing is learned', () => {
    const long = '議題について順に意見を伺います。'.repeat(200);
    expect(pairs(line('1', long, `${long}別の町`), line('2', long, `${long}別の町`))).toEqual([]);
  });

  it('are offered once: not what the glossary has for this meeting, nor what was left', () => {
    const learned = learnedFrom(PORT);
    const offered = (items: Parameters<typeof toOffer>[1]['items'], left = new Set<string>()) =>
      toOffer(learned, { items, bodyId: 'plan-council', left }).length;
    expect(offered([])).toBe(1);
    expect(offered([aTerm(1, { written: '湊町', heard: ['港町'] })])).toBe(0);
    expect(offered([aTerm(1, { written: '湊町', heard: ['港町'], bodyId: 'other' })])).toBe(1);
    expect(offered([aTerm(1, { written: '港町', heard: [] })])).toBe(0);
    const [one] = learned;
    if (!one) throw new Error('one was learned');
    expect(toOffer(learned, { items: [], bodyId: null, left: leftWith(new Set(), one) })).toEqual([]);
  });

  it('are tried on lines that still say it, else on what was heard', () => {
    const [one] = learnedFrom(PORT);
    if (!one) throw new Error('one was learned');
    expect(sampleFor([...PORT, line('3', '港町です。')], one)).toBe('港町です。');
    expect(sampleFor(PORT, one)).toBe('港町の予算について説明します。\nそれでは港町から始めます。');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { readWords } from './day-words.ts';
import { answerOf } from './finding.ts';
import { matterFor, subjectOf } from './matter-for.ts';

const today = '2026-11-20' as LocalDate;

describe('words typed in a chat', () => {
  it('are read as days, times and the rest, in whatever order', () => {
    expect(readWords('明日 19時半まで 議会の 資料', today)).toEqual({
      days: ['2026-11-21'],
      times: ['19:30'],
      rest: ['議会の', '資料'],
    });
    expect(readWords('１２/１ から', today)).toEqual({ days: ['2026-12-01'], times: [], rest: ['から'] });
    expect(readWords('1月5日 9:00 12時15分', today)).toMatchObject({ days: ['2027-01-05'], times: ['09:00', '12:15'] });
    expect(readWords('2/30 25時 県庁', today)).toEqual({ days: [], times: [], rest: ['2/30', '25時', '県庁'] });
    expect(readWords('', today)).toEqual({ days: [], times: [], rest: [] });
  });
});

describe('a matter of the city’s table of decisions', () => {
  const fact = (key: string, values: string[]) => [key, { key, choices: values.map((value) => ({ value })) }] as const;
  const pack = {
    matters: new Map([
      ['LEAVE', { code: 'LEAVE', facts: ['days', 'kind'] }],
      ['DOMESTIC_TRIP', { code: 'DOMESTIC_TRIP', facts: ['subjectRank', 'nights'] }],
    ]),
    facts: new Map([fact('kind', ['annual', 'special']), fact('subjectRank', ['STAFF', 'SECTION_HEAD', 'EXECUTIVE'])]),
  } as never;
  const holder = (rank: string) => subjectOf({ posts: [{ rank }] as never });

  it('is the first that the city has, with the facts that it asks for in its own words', () => {
    const known = { ...holder('STAFF'), days: 1.5, kind: ['ANNUAL', 'annual'] };
    expect(matterFor(pack, ['ANNUAL_LEAVE', 'LEAVE'], known)).toEqual({
      code: 'LEAVE',
      facts: { days: 1.5, kind: 'annual' },
    });
    expect(matterFor(pack, ['OVERTIME'], known)).toEqual({ code: 'GENERAL', facts: {} });
  });

  it.each([
    ['MAYOR', 'EXECUTIVE'],
    ['DEPARTMENT_HEAD', 'SECTION_HEAD'],
    ['SUBSECTION_HEAD', 'STAFF'],
    ['STAFF', 'STAFF'],
  ])('counts a %s as %s where the city has no word of its own', (rank, word) => {
    const { facts } = matterFor(pack, ['DOMESTIC_TRIP'], { ...holder(rank), nights: 0 });
    expect(facts).toEqual({ subjectRank: word, nights: 0 });
  });
});

it('of several findings the hardest is the answer', () => {
  expect(answerOf([])).toBe('ALLOWED');
  expect(answerOf([{ severity: 'WARNED' }, { severity: 'REFUSED' }])).toBe('REFUSED');
});

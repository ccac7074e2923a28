import { describe, expect, it } from '@jest/globals';
import { readSize } from './size.ts';

const ORDINARY = { people: 1_400, weeks: 4, documents: 200_000, only: [] };

describe('the size of a measurement', () => {
  it('is the one of the issue, or a smaller one for a try', () => {
    expect(readSize('schedules', {})).toEqual(ORDINARY);
    expect(readSize('telework', {})).toEqual(ORDINARY);
    expect(readSize('schedules', { people: '60', weeks: '1' })).toEqual({ ...ORDINARY, people: 60, weeks: 1 });
  });

  it.each([
    ['schedules', { people: '39' }, '--people は 40 から 5000 までの整数にしてください。'],
    ['schedules', { people: '100.5' }, '--people は 40 から 5000 までの整数にしてください。'],
    ['schedules', { weeks: '9' }, '--weeks は 1 から 8 までの整数にしてください。'],
    ['schedules', { weeks: '' }, '--weeks は 1 から 8 までの整数にしてください。'],
    ['records', { documents: '100' }, '--documents は 200 から 1000000 までの整数にしてください。'],
    ['records', { only: 'number,nothing' }, '「nothing」という部分はありません。あるもの：number'],
    ['schedules', { only: 'number' }, '--documents と --only は records だけで使えます。'],
    ['telework', { people: '60' }, '--people と --weeks は schedules だけで使えます。'],
  ])('that cannot be is told in a sentence: %s %j', (name, values, sentence) => {
    expect(readSize(name, values, ['number'])).toBe(sentence);
  });
});

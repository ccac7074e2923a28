import { describe, expect, it } from '@jest/globals';
import { readSize } from './schedules-size.ts';

describe('the size of a measurement', () => {
  it('is the one of the issue, or a smaller one for a try', () => {
    expect(readSize('schedules', {})).toEqual({ people: 1_400, weeks: 4 });
    expect(readSize('telework', {})).toEqual({ people: 1_400, weeks: 4 });
    expect(readSize('schedules', { people: '60', weeks: '1' })).toEqual({ people: 60, weeks: 1 });
  });

  it.each([
    ['schedules', { people: '39' }, '--people は 40 から 5000 までの整数にしてください。'],
    ['schedules', { people: '100.5' }, '--people は 40 から 5000 までの整数にしてください。'],
    ['schedules', { weeks: '9' }, '--weeks は 1 から 8 までの整数にしてください。'],
    ['schedules', { weeks: '' }, '--weeks は 1 から 8 までの整数にしてください。'],
    ['telework', { people: '60' }, '--people と --weeks は schedules だけで使えます。'],
  ])('that cannot be is told in a sentence: %s %j', (name, values, sentence) => {
    expect(readSize(name, values)).toBe(sentence);
  });
});

import { describe, expect, it } from '@jest/globals';
import { readAbsenceWords } from './words.ts';

const NOW = new Date('2026-11-24T10:00:00+09:00');
const jst = (text: string) => new Date(`${text}:00+09:00`);

describe('A-35: what is typed after 「不在」', () => {
  it.each([
    ['今日', null, '2026-11-25T00:00', ''],
    ['本日まで', null, '2026-11-25T00:00', ''],
    ['today dentist', null, '2026-11-25T00:00', 'dentist'],
    ['１７：３０まで　県庁で会議', null, '2026-11-24T17:30', '県庁で会議'],
    ['15時半まで', null, '2026-11-24T15:30', ''],
    ['24時まで', null, '2026-11-25T00:00', ''],
    ['明日', '2026-11-25T00:00', '2026-11-26T00:00', ''],
    ['明日まで', null, '2026-11-26T00:00', ''],
    ['11/28', '2026-11-28T00:00', '2026-11-29T00:00', ''],
    ['11月28日まで', null, '2026-11-29T00:00', ''],
    ['11/28から12/2まで 出張 大阪', '2026-11-28T00:00', '2026-12-03T00:00', '出張 大阪'],
    ['12/28〜1/4', '2026-12-28T00:00', '2027-01-05T00:00', ''],
    ['11/28-12/2', '2026-11-28T00:00', '2026-12-03T00:00', ''],
    ['2/29', null, null, ''],
  ])('「不在 %s」', (...[argument, from, until, note]) => {
    const expected =
      until === null
        ? { kind: 'unknown' }
        : { kind: 'record', from: from === null ? null : jst(from), until: jst(until), note };
    expect(readAbsenceWords(argument, NOW)).toEqual(expected);
  });

  it('is a day of next year when this year’s is over', () => {
    expect(readAbsenceWords('4/1', NOW)).toMatchObject({ from: jst('2027-04-01T00:00') });
  });

  it.each([
    ['', 'list'],
    ['  ', 'list'],
    ['取消', 'cancel'],
    ['Cancel', 'cancel'],
    ['13/40', 'unknown'],
    ['99:99まで', 'unknown'],
    ['来世紀', 'unknown'],
    ['まで', 'unknown'],
  ])('「不在 %s」 is %s', (argument, kind) => {
    expect(readAbsenceWords(argument, NOW)).toEqual({ kind });
  });
});

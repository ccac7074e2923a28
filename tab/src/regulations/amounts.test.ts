import { describe, expect, it } from '@jest/globals';
import { amountEcho, amountText, parseAmount, parseNumber } from './amounts.ts';

describe('an amount', () => {
  it.each([
    ['500000', 500_000],
    ['1,234,000', 1_234_000],
    ['１，２３４，０００円', 1_234_000],
    ['120万', 1_200_000],
    ['１２０万円', 1_200_000],
    ['1.5億', 150_000_000],
    ['3億2,000万5千', 320_005_000],
    ['1,234千円', 1_234_000],
    ['123万4,000円', 1_234_000],
    ['5千万', 50_000_000],
    ['3千5百万円', 35_000_000],
    ['2千億', 200_000_000_000],
    ['¥ 80', 80],
    ['0', 0],
    ['0.0001万', 1],
    ['1.15億', 115_000_000],
  ])('is read from %s', (text, yen) => {
    expect(parseAmount(text)).toBe(yen);
  });

  it.each([
    '',
    '円',
    '-5',
    '1.5',
    '約50万',
    '十万',
    '1万2億',
    'abc',
    '1..5億',
    '千',
    '億',
    '0.00001万',
    '99999999999億',
  ])('cannot be read from "%s"', (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  it.each([
    [1_234_000, '123万4,000円'],
    [0, '0円'],
    [800, '800円'],
    [10_000, '1万円'],
    [320_005_000, '3億2,000万5,000円'],
  ])('%i is echoed in 億 and 万, so that a zero too many is seen', (yen, echo) => {
    expect(amountEcho(yen, 'ja')).toBe(echo);
    expect(parseAmount(echo)).toBe(yen);
  });

  it('is echoed in English and shown with separators', () => {
    expect(amountEcho(1_234_000, 'en')).toBe('1,234,000 yen');
    expect(amountText(1_234_000)).toBe('1,234,000');
  });
});

describe('a number', () => {
  it.each([
    ['3', 1, 3],
    ['３日', 0.5, 3],
    ['0.5', 0.5, 0.5],
    ['2泊', 1, 2],
  ])('is read from %s in steps of %d', (text, step, value) => {
    expect(parseNumber(text, step)).toBe(value);
  });

  it.each([
    ['0.5', 1],
    ['0.3', 0.5],
    ['-1', 1],
    ['', 1],
    ['多数', 1],
  ])('cannot be read from "%s" in steps of %d', (text, step) => {
    expect(parseNumber(text, step)).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { parseLocale } from './parse-locale.ts';

describe('the language of an answer', () => {
  it.each([
    ['ja-JP', 'ja'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN-us', 'en'],
    ['zh-TW', 'ja'],
    ['enx', 'ja'],
    ['', 'ja'],
    [7, 'ja'],
    [undefined, 'ja'],
  ])('for %p is %s', (locale, expected) => {
    expect(parseLocale({ locale })).toBe(expected);
  });

  it('is Japanese in the playground, which says en-US for everybody', () => {
    expect(parseLocale({ locale: 'en-US' }, 'playground')).toBe('ja');
  });

  it.each([null, undefined, 'en'])('is Japanese when the activity is %p', (activity) => {
    expect(parseLocale(activity)).toBe('ja');
  });
});

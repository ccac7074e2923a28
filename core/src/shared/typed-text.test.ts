import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayTyped, typedDay, typedLine, typedLines, typedLinesOrNothing } from './typed-text.ts';

const problem = (schema: ReturnType<typeof typedLine>, text: unknown) =>
  schema.safeParse(text).error?.issues[0]?.message;

describe('a typed text', () => {
  it('is trimmed, its line ends made one kind, and otherwise kept as typed', () => {
    expect(typedLines(20).parse('  一行目\r\n二行目\t🙂 ')).toBe('一行目\n二行目\t🙂');
    expect(typedLine(20).parse('𠮷野家の髙橋さん﨑')).toBe('𠮷野家の髙橋さん﨑');
  });

  it('is refused with half a sign, a control sign or a turned direction', () => {
    for (const text of ['a\ud800', '\udc00b', 'a\u0000b', 'a\u0007b', 'a\u202eb', 'a\u2066b', 'a\u0085b']) {
      expect(problem(typedLines(20), text)).toBe('text.unreadable');
    }
  });

  it('has to say something where it is required', () => {
    for (const text of ['', '   ', '\u200b\u200b', '\u3000', '\ufeff', undefined, 3]) {
      expect(problem(typedLines(20), text)).toBe('text.missing');
    }
    expect(typedLinesOrNothing(20).parse(' ')).toBe('');
  });

  it('is counted in signs as people count them', () => {
    expect(problem(typedLine(3), '𠮷𠮷𠮷')).toBeUndefined();
    expect(problem(typedLine(3), '𠮷𠮷𠮷𠮷')).toBe('text.too_long');
  });

  it('of one line has no second one', () => {
    expect(problem(typedLine(20), 'a\nb')).toBe('text.unreadable');
  });
});

describe('a typed day', () => {
  it('is a day of the calendar with which the database can reckon', () => {
    const read = ['2026-02-28', '1900-01-01', '2199-12-31', '2028-02-29'];
    expect(read.map(dayTyped)).toEqual(read);
    for (const text of ['2026-02-29', '1899-12-31', '2200-01-01', '0000-01-01', '2026-7-1', '2026/07/01', ''])
      expect(dayTyped(text)).toBeNull();
  });

  it('is the same day whether a schema reads it or not', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((one) => String(one).padStart(2, '0'));
    const days = fc.tuple(fc.integer({ min: 1850, max: 2250 }), part(13), part(32)).map((parts) => parts.join('-'));
    fc.assert(
      fc.property(fc.oneof(days, fc.string()), (text) => {
        expect(dayTyped(text)).toBe(typedDay().safeParse(text).data ?? null);
      }),
    );
  });
});

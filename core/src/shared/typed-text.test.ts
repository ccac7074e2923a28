import { describe, expect, it } from '@jest/globals';
import { typedLine, typedLines, typedLinesOrNothing } from './typed-text.ts';

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

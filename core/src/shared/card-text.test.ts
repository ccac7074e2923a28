import { describe, expect, it } from '@jest/globals';
import { asTyped } from './card-text.ts';

describe('what people typed, in a card', () => {
  it.each([
    ['令和8年度 研修の実施について', '令和8年度 研修の実施について'],
    ['[押す](http://x.example) **重要** `x` _y_', '\\[押す\\](http://x.example) \\*\\*重要\\*\\* \\`x\\` \\_y\\_'],
    ['# 見出し\n- 一\n  > 引用', '\\# 見出し\n\n\\- 一\n\n\\> 引用'],
    ['3. 三つ目\n10) 十', '3\\. 三つ目\n\n10\\) 十'],
    ['1.5時間', '1.5時間'],
    ['3 - 1 > 1 #2', '3 - 1 > 1 #2'],
    ['C:\\共有', 'C:\\\\共有'],
  ])('is not Markdown: %s', (typed, shown) => {
    expect(asTyped(typed)).toBe(shown);
  });

  it.each([
    ['一行目\n二行目', '一行目\n\n二行目'],
    ['一行目\r\n\r\n\r\n二行目', '一行目\n\n二行目'],
    ['一行目\n    字下げ\n　全角の字下げ', '一行目\n\n字下げ\n\n　全角の字下げ'],
  ])('keeps its lines, of which Teams would make one: %j', (typed, shown) => {
    expect(asTyped(typed)).toBe(shown);
  });

  it('is no date that the card would write out', () => {
    expect(asTyped('{{DATE(2026-04-01T00:00:00Z,SHORT)}}から')).toBe('{\\{DATE(2026-04-01T00:00:00Z,SHORT)}}から');
    expect(asTyped('{{{TIME(2026-04-01T00:00:00Z)}}}')).not.toContain('{{TIME');
    expect(asTyped('{一つ}')).toBe('{一つ}');
  });
});

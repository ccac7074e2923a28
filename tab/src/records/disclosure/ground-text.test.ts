import { expect, it } from '@jest/globals';
import { groundText } from './ground-text.ts';

it('R-26: a ground names its article once, in either language, whether its sentence ends with it or not', () => {
  const article = '情報公開条例 第7条第2号';
  const lines = ['個人に関する情報です（情報公開条例 第7条第2号）。', '個人に関する情報です。'];
  for (const sentence of lines)
    expect(groundText({ article, sentence })).toBe('情報公開条例 第7条第2号 個人に関する情報です。');
  const named = { article, sentence: 'It is about a person (情報公開条例, 第7条第2号).' };
  expect(groundText(named)).toBe('情報公開条例 第7条第2号 It is about a person.');
  const english = { article: 'Article 7-2', sentence: 'It is about a person (Article 7-2).' };
  expect(groundText(english)).toBe('Article 7-2 It is about a person.');
});

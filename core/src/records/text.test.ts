import { expect, it } from '@jest/globals';
import { recordsTexts } from './text.ts';

it.each(Object.keys(recordsTexts))('%s is said in Japanese and in English, with the same parameters', (code) => {
  const sentence = recordsTexts[code];
  const params = (text = '') => [...text.matchAll(/\{(\w+)\}/g)].map(([name]) => name).sort();
  expect(sentence?.ja).toMatch(/[ぁ-ん].*[。）]$/u);
  expect(sentence?.en).toMatch(/^\(?[A-Z].*[.:)]?$/);
  expect(new Set(params(sentence?.ja))).toEqual(new Set(params(sentence?.en)));
});

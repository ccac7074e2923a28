import { describe, expect, it } from '@jest/globals';
import { sayIn, texts } from './text.ts';

const slots = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('the sentences of the windows', () => {
  it('fill the same slots in both languages', () => {
    for (const [code, sentence] of Object.entries(texts.ja)) {
      expect([code, slots(texts.en[code as keyof typeof texts.en])]).toEqual([code, slots(sentence)]);
    }
  });

  it('keep a value with braces or dollar signs as it is', () => {
    expect(sayIn('ja')('picker.empty', { query: '$& {query}' })).toContain('「$& {query}」');
  });
});

import { describe, expect, it } from '@jest/globals';
import { botTexts } from './text.ts';

const parameters = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('the sentences of the bot', () => {
  it.each(Object.entries(botTexts))('%s says the same in both languages', (_code, { ja, en }) => {
    expect(ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(en).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(parameters(ja)).toEqual(parameters(en));
  });
});

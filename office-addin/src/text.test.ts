import { describe, expect, it } from '@jest/globals';
import { speak, TEXT_TABLE } from './text.ts';

const parametersOf = (sentence: string) => Array.from(sentence.matchAll(/\{(\w+)/g), ([, name]) => name).sort();

describe('the sentences of the pane', () => {
  it('say the same in both languages, with the same parameters', () => {
    for (const [code, { ja, en }] of Object.entries(TEXT_TABLE)) {
      expect({ code, empty: ja === '' || en === '' }).toEqual({ code, empty: false });
      expect({ code, parameters: parametersOf(en) }).toEqual({ code, parameters: parametersOf(ja) });
      expect({ code, japaneseInEnglish: /[ぁ-んァ-ヶ一-龠]/.test(en) }).toEqual({ code, japaneseInEnglish: false });
    }
  });

  it('are filled with what is known', () => {
    expect(speak('ja')('details.why', { period: '5年' })).toBe('なぜ5年か');
    expect(speak('en')('step', { now: 2, name: 'Classification' })).toBe('Step 2 of 4: Classification');
  });
});

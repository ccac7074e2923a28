import { describe, expect, it } from '@jest/globals';
import { actWords, historyWords } from './act-words.ts';
import { buttonWords } from './cards/words.ts';
import { certificateWords } from './certificate/text.ts';
import { ActNameSchema } from './contract.ts';

describe('A-25: one word for an act, wherever it is offered or told', () => {
  it('on a card as in the tab', () => {
    const names = Object.keys(actWords).filter((name): name is keyof typeof actWords & keyof typeof buttonWords => {
      return name in buttonWords;
    });
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(buttonWords[name]).toBe(actWords[name]);
    expect(buttonWords.skip).toBe(actWords.skipAbsent);
    expect(buttonWords.settle).toBe(actWords.settleDispute);
    expect(actWords.confirmWithdrawal).toEqual({ ja: '取下げを確認', en: 'Confirm withdrawal' });
  });

  it('on the certificate as in the history, with no act left out', () => {
    for (const act of ActNameSchema.options) {
      expect(historyWords[act].ja).toBeTruthy();
      expect(certificateWords[`act.${act}`]).toBe(historyWords[act]);
    }
  });

  it('is never the same for two things that one may choose between', () => {
    for (const locale of ['ja', 'en'] as const) {
      const said = Object.values(actWords).map((words) => words[locale]);
      expect(new Set(said).size).toBe(said.length);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { hamabe } from './engine/engine.fixture.ts';
import { presentMatters } from './matters.ts';
import { amountIn, readQuestion } from './question-text.ts';

const matters = presentMatters(hamabe(), 'ja');

describe('what somebody types after 「誰の決裁」', () => {
  it.each([
    ['50万円', 500_000],
    ['５０万円', null],
    ['1,234円', 1234],
    ['1億2000万円', 120_000_000],
    ['3千万円', 30_000_000],
    ['1.5億円', 150_000_000],
    ['50', null],
  ])('the amount in 「%s」 is %s', (text, amount) => {
    expect(amountIn(text)).toBe(amount);
  });

  it.each([
    ['物品の購入 ５０万円', 'PURCHASE', { amountYen: 500_000 }],
    ['備品 80万円', 'PURCHASE', { amountYen: 800_000 }],
    ['出張 2泊', 'TRIP', { nights: 2 }],
    ['出張 日帰り', 'TRIP', { nights: 0 }],
    ['年次休暇', 'LEAVE', { leaveKind: 'annual' }],
    ['購入', 'PURCHASE', {}],
  ])('「%s」 asks about %s', (typed, matter, facts) => {
    expect(readQuestion(matters, typed)).toMatchObject({ matter, facts });
  });

  it('reasons and urgency are heard, and what nobody named is not guessed', () => {
    expect(readQuestion(matters, '備品 5万円 至急 異例？')).toMatchObject({ urgent: true, escalations: ['UNUSUAL'] });
    expect(readQuestion(matters, '花見')).toMatchObject({ matter: null, words: '花見' });
    expect(readQuestion(matters, '')).toMatchObject({ matter: null, words: '' });
    expect(readQuestion(matters, '？')).toMatchObject({ matter: null, words: '' });
  });
});

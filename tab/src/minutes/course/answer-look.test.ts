import { describe, expect, it } from '@jest/globals';
import { answerLook } from './answer-look.ts';

describe('an answer', () => {
  it('is shown as it is while its round holds', () => {
    expect(answerLook('AGREED', { state: 'OPEN' })).toBe('AGREED');
    expect(answerLook('OPEN', { state: 'CLOSED' })).toBe('OPEN');
  });

  it('is nobody’s agreement any more once the minutes were opened again', () => {
    const looks = (['AGREED', 'AGREED_BY_SILENCE', 'SUGGESTED', 'ASKED', 'OPEN', 'BY_OTHER_MEANS'] as const).map(
      (state) => answerLook(state, { state: 'VOID' }),
    );
    expect(looks).toEqual(['VOID', 'VOID', 'VOID', 'UNANSWERED', 'UNANSWERED', 'UNANSWERED']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { confidentialityOf, LEAKS, leaksOf, staysInside, worstLeak } from './confidentiality.ts';

describe('the level of confidentiality', () => {
  it('is the worst of what could happen', () => {
    expect(confidentialityOf(['INTERNAL', 'GRAVE'])).toBe('C3B');
    expect(confidentialityOf(['CAREFUL', 'SECRET', 'INTERNAL'])).toBe('C3A');
    expect(worstLeak(['INTERNAL', 'CAREFUL'])).toBe('CAREFUL');
  });

  it('is 1 where nobody would be harmed', () => {
    expect(confidentialityOf([])).toBe('C1');
    expect(worstLeak([])).toBeNull();
  });

  it.each(['C3A', 'C3B', 'C3C', 'C2', 'C1'] as const)('%s leads back to answers that lead to it', (level) => {
    expect(confidentialityOf(leaksOf(level))).toBe(level);
  });

  it('A-26: keeps everything above 2 inside the page', () => {
    expect(LEAKS.map((leak) => staysInside(confidentialityOf([leak])))).toEqual([true, true, true, false]);
  });
});

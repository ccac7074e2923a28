import { describe, expect, it } from '@jest/globals';
import { fiscalYearChoices } from './fiscal-years.ts';

describe('the fiscal years to choose from', () => {
  it('begin with the present one, by the date in Japan', () => {
    expect(fiscalYearChoices(new Date('2026-03-31T14:59:59Z'), null)[0]).toBe(2025);
    expect(fiscalYearChoices(new Date('2026-03-31T15:00:00Z'), null)[0]).toBe(2026);
  });

  it('contain the one that is shown, wherever it came from', () => {
    expect(fiscalYearChoices(new Date('2026-11-21T00:00:00Z'), 1999).at(-1)).toBe(1999);
    expect(fiscalYearChoices(new Date('2026-11-21T00:00:00Z'), 2030)[0]).toBe(2030);
    expect(fiscalYearChoices(new Date('2026-11-21T00:00:00Z'), 2024)).toHaveLength(10);
  });
});

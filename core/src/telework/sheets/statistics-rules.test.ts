import { describe, expect, it } from '@jest/globals';
import { FEWEST, type SectionCount, safeStatistics } from './statistics-rules.ts';

const section = (unitId: string, people: number): SectionCount => ({
  ...{ unitId, unitName: unitId, people, teleworked: Math.floor(people / 2), days: people },
});
const shown = (...sizes: number[]) =>
  safeStatistics(sizes.map((people, nth) => section(`u${nth}`, people))).sections.map((one) => one.shown);

describe('T-17: statistics of telework', () => {
  it('hide sections of fewer than five people', () => {
    expect(shown(12, 4, 3, 20)).toEqual(['SHOWN', 'TOO_FEW', 'TOO_FEW', 'SHOWN']);
    expect(shown(5, 6)).toEqual(['SHOWN', 'SHOWN']);
  });

  it('hide another section where the hidden one would follow from the whole', () => {
    expect(shown(12, 4, 20)).toEqual(['COMPLEMENT', 'TOO_FEW', 'SHOWN']);
    expect(shown(12, 1, 2, 20)).toEqual(['COMPLEMENT', 'TOO_FEW', 'TOO_FEW', 'SHOWN']);
    expect(shown(4, 20)).toEqual(['TOO_FEW', 'COMPLEMENT']);
  });

  it('show nothing of a whole that has fewer than five people', () => {
    expect(safeStatistics([section('a', 4)])).toMatchObject({ whole: null });
    expect(safeStatistics([])).toMatchObject({ whole: null, sections: [] });
  });

  it('never let anybody work out a figure of fewer than five people, whatever the sizes', () => {
    for (let seed = 1; seed <= 2_000; seed += 1) {
      const sizes = Array.from({ length: 1 + (seed % 7) }, (_, nth) => 1 + ((seed * 7919 + nth * 104_729) % 9));
      const { whole, sections } = safeStatistics(sizes.map((people, nth) => section(`u${nth}`, people)));
      const seen = sections.filter((one) => one.shown === 'SHOWN');
      for (const one of seen) expect(one.people).toBeGreaterThanOrEqual(FEWEST);
      const hidden = sections.length - seen.length;
      const rest = (whole?.people ?? 0) - seen.reduce((sum, { people }) => sum + people, 0);
      if (whole && hidden > 0) expect(rest).toBeGreaterThanOrEqual(FEWEST);
      if (whole && hidden === 1) expect(seen).toEqual([]);
    }
  });
});

import { describe, expect, it } from '@jest/globals';
import { proposedFolder, proposedLevel } from './rules.ts';

describe('R-01, R-20: what a class leads to', () => {
  it('R-20: the level of most documents of the class, of equally many the graver, and 2 where there are none', () => {
    expect(
      proposedLevel([
        { level: 'C2', count: 3 },
        { level: 'C3C', count: 8 },
      ]),
    ).toEqual({ level: 'C3C', count: 8 });
    expect(
      proposedLevel([
        { level: 'C1', count: 4 },
        { level: 'C3C', count: 4 },
      ]).level,
    ).toBe('C3C');
    expect(proposedLevel([])).toEqual({ level: 'C2', count: 0 });
  });

  it('R-01: the only 簿冊, or of several the one used last, and never one that is not offered', () => {
    const [a, b] = [{ id: 'a' }, { id: 'b' }];
    expect(proposedFolder([a], null)).toBe('a');
    expect(proposedFolder([a, b], 'b')).toBe('b');
    expect(proposedFolder([a, b], null)).toBeNull();
    expect(proposedFolder([a, b], 'gone')).toBeNull();
    expect(proposedFolder([], 'gone')).toBeNull();
  });
});

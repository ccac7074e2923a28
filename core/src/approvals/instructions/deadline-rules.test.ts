import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { deadlineSteps, isAwaited } from './deadline-rules.ts';
import type { Instruction } from './rules.ts';

describe('A-43: the deadline of a 作成指示', () => {
  it.each<[string, string, readonly string[]]>([
    ['two working days before', '2026-11-25', []],
    ['on the working day before', '2026-11-26', ['SOON']],
    ['on the day', '2026-11-27', ['DUE']],
    ['on the first morning after', '2026-11-30', ['DUE', 'OVERDUE']],
  ])('is told %s', (_, today, steps) => {
    expect(deadlineSteps('2026-11-27', today as LocalDate)).toEqual(steps);
  });

  it('on a day off is told on the last working day before it', () => {
    expect(deadlineSteps('2026-11-29', '2026-11-27' as LocalDate)).toEqual(['SOON']);
    expect(deadlineSteps('2026-11-29', '2026-11-26' as LocalDate)).toEqual([]);
    expect(deadlineSteps('2026-11-23', '2026-11-20' as LocalDate)).toEqual(['SOON']);
  });

  it('is no one’s business where there is none, or once the case is before somebody', () => {
    expect(deadlineSteps(null, '2026-11-27' as LocalDate)).toEqual([]);
    const after = (...acts: string[]) => ({ lines: acts.map((act) => ({ act })) }) as unknown as Instruction;
    expect(isAwaited(after('GIVEN'), undefined)).toBe(true);
    expect(isAwaited(after('GIVEN', 'DRAFTED'), { status: 'DRAFT' })).toBe(true);
    expect(isAwaited(after('GIVEN', 'DRAFTED'), { status: 'IN_REVIEW' })).toBe(false);
    expect(isAwaited(after('GIVEN', 'CANCELLED'), undefined)).toBe(false);
  });
});

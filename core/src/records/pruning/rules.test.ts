import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { type Draft, dueBefore, prunable, standingOf, whyNot } from './rules.ts';

const TODAY = '2026-11-24' as LocalDate;
const draft: Draft = {
  ...{ state: 'FROZEN', caseId: 'c', kept: 'KEPT', isHeld: false, heldUntil: null },
  ...{ fileVersion: 5, actedOn: [2, 5] },
};
const versions = [1, 2, 3, 4, 5].map((fileVersion) => ({ fileVersion, isPruned: fileVersion === 3 }));

describe('R-10: working versions of a draft', () => {
  it('are those that nobody acted on, once it is decided; what was filed and what was acted on stays', () => {
    expect(versions.map((one) => standingOf(draft, one))).toEqual(['WORKING', 'DECIDED', 'PRUNED', 'WORKING', 'FILED']);
    expect(prunable(draft, versions, TODAY)).toEqual([1, 4]);
    // Whatever the case says of it, the filed one stays.
    expect(standingOf({ ...draft, actedOn: [] }, { fileVersion: 5, isPruned: false })).toBe('FILED');
  });

  it.each([
    ['records.prune_no_case', { caseId: null }],
    ['records.prune_not_decided', { state: 'OPEN' }],
    ['records.prune_not_decided', { state: 'DISCARDED' }],
    ['records.prune_not_decided', { actedOn: null }],
    ['records.prune_gone', { kept: 'DISPOSED' }],
    ['records.prune_held', { isHeld: true }],
    ['records.prune_held', { heldUntil: TODAY }],
    [null, { heldUntil: '2026-11-23' }],
  ])('%s where it is %j', (expected, more) => {
    const one = { ...draft, ...more } as Draft;
    expect(whyNot(one, TODAY)).toBe(expected);
    expect(prunable(one, versions, TODAY)).toEqual(expected === null ? [1, 4] : []);
  });

  it('stay for as many days after the decision as the regulations say, counted in Japan', () => {
    // 00:30 of 24 November in Japan.
    const decided = new Date('2026-11-23T15:30:00Z');
    const isDue = (days: number, today: string) => decided < dueBefore(days, today as LocalDate);
    expect([isDue(1, '2026-11-25'), isDue(1, '2026-11-26')]).toEqual([false, true]);
    expect([isDue(90, '2027-02-22'), isDue(90, '2027-02-23')]).toEqual([false, true]);
  });
});

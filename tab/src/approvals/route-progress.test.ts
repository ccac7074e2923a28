import { describe, expect, it } from '@jest/globals';
import { aSlot } from '../testing/slots.ts';
import { isPlanned, namesItsArticle, routeStages, sizeText, slotState } from './route-progress.ts';

describe('the route', () => {
  it('shows who comes next after the one who has it', () => {
    const route = [
      aSlot({ id: 'a', stage: 1, status: 'ACTIVE' }),
      aSlot({ id: 'b', stage: 2 }),
      aSlot({ id: 'c', stage: 3 }),
    ];
    expect(routeStages(route).map(({ next }) => next)).toEqual([false, true, false]);
  });

  it('puts the stages in order, those who act side by side into one', () => {
    const route = [aSlot({ id: 'last', stage: 3 }), aSlot({ id: 'x', stage: 2 }), aSlot({ id: 'y', stage: 2 })];
    expect(routeStages(route).map(({ stage, slots }) => [stage, slots.map(({ id }) => id)])).toEqual([
      [2, ['x', 'y']],
      [3, ['last']],
    ]);
  });

  it('names the act of the decider 決裁, a deputy’s 代決 only where it decided', () => {
    expect(slotState({ status: 'APPROVED', duty: 'DECISION' })).toBe('DECIDED');
    expect(slotState({ status: 'APPROVED', duty: 'REVIEW' })).toBe('APPROVED');
    expect(slotState({ status: 'APPROVED', duty: 'PROVISIONAL' })).toBe('PROVISIONAL');
    expect(slotState({ status: 'DEPUTY_DECIDED', duty: 'DECISION' })).toBe('DEPUTY_DECIDED');
    expect(slotState({ status: 'DEPUTY_DECIDED', duty: 'REVIEW' })).toBe('DEPUTY_APPROVED');
  });

  it('is only a plan before it begins', () => {
    expect([isPlanned({ status: 'DRAFT' }), isPlanned({ status: 'IN_REVIEW' })]).toEqual([true, false]);
  });

  it('does not say its article twice', () => {
    expect(namesItsArticle({ sentence: '課長が専決する（第5条）。', article: '第5条' })).toBe(true);
    expect(namesItsArticle({ sentence: '課長が専決する。', article: '第5条' })).toBe(false);
  });

  it('says sizes as people do', () => {
    expect([500, 48_231, 3_565_158].map(sizeText)).toEqual(['500 B', '47 KB', '3.4 MB']);
  });
});

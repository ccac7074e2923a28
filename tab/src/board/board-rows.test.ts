import { describe, expect, it } from '@jest/globals';
import { aBoardItem } from '../testing/stats.ts';
import { rowKey, rowsOf } from './board-rows.ts';

describe('A-22: the board', () => {
  const items = [
    aBoardItem({ caseId: 'late', overdue: true }),
    aBoardItem({ caseId: 'away', absence: { statement: '休暇', until: null } }),
    aBoardItem({ caseId: 'vacant', names: [] }),
    aBoardItem({ caseId: 'urgent', urgency: 'EMERGENCY' }),
  ];
  const ids = (view: Parameters<typeof rowsOf>[1]) => rowsOf(items, view).map(({ caseId }) => caseId);

  it('shows everything in the order of the service', () => {
    expect(ids('all')).toEqual(['late', 'away', 'vacant', 'urgent']);
  });

  it('finds what is late, what is urgent, and what lies with nobody', () => {
    expect(ids('overdue')).toEqual(['late']);
    expect(ids('urgent')).toEqual(['urgent']);
    expect(ids('absent')).toEqual(['away', 'vacant']);
  });

  it('tells apart the places in which one case waits', () => {
    expect(rowKey({ caseId: 'c', slotId: 'a' })).not.toBe(rowKey({ caseId: 'c', slotId: 'b' }));
  });
});

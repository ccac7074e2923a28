import { describe, expect, it } from '@jest/globals';
import { aNudge, aPresence } from '../testing/presence.ts';
import { found, groupsOf, lastAsked } from './presence-rows.ts';

const rows = [
  aPresence('休 一郎', { state: 'LEAVE' }),
  aPresence('在庁 花子'),
  aPresence('在宅 次郎', { state: 'HOME' }),
  aPresence('在庁 三郎'),
];

describe('T-13: the page of who is where', () => {
  it('has those at work first, each state in the order of the service', () => {
    const groups = groupsOf(rows, 10).map((group) => [group.state, ...group.rows.map(({ person }) => person.name)]);
    expect(groups).toEqual([
      ['OFFICE', '在庁 花子', '在庁 三郎'],
      ['HOME', '在宅 次郎'],
      ['LEAVE', '休 一郎'],
    ]);
  });

  it('shows no more people than it can draw, and says how many there are', () => {
    expect(groupsOf(rows, 1)).toMatchObject([{ state: 'OFFICE', count: 2, rows: [{}] }]);
  });

  it('finds by any part of name, post and unit, however wide it was typed', () => {
    expect(found(rows, '政策　在庁花子').map(({ person }) => person.name)).toEqual(['在庁 花子']);
    expect(found(rows, '主事')).toHaveLength(4);
    expect(found(rows, 'だれか')).toEqual([]);
  });

  it('T-14: knows the last answer of each whom I asked', () => {
    const asked = [aNudge({ id: 'b', state: 'ANSWERED' }), aNudge({ id: 'a', state: 'UNANSWERED' })];
    expect([...lastAsked(asked, asked[0]?.askedBy.staffId ?? '').values()].map(({ id }) => id)).toEqual(['b']);
    expect(lastAsked(asked, 'another').size).toBe(0);
  });
});

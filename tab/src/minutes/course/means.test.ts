import { expect, it } from '@jest/globals';
import { aRound } from '../../testing/course.ts';
import { toldOtherwise, wrongToldOn } from './means.ts';

it('M-13: wishes are written down of those who do not answer here, by whoever may enter answers', () => {
  const { round, may } = aRound();
  const [first] = round?.people ?? [];
  if (!round || !first) throw new Error('a round asks somebody');
  const people = [
    { ...first, attendeeId: 'asked', state: 'ASKED' as const },
    { ...first, attendeeId: 'outside', state: 'BY_OTHER_MEANS' as const },
    { ...first, attendeeId: 'silent', state: 'OPEN' as const },
    { ...first, attendeeId: 'paper', state: 'SUGGESTED' as const, means: 'PAPER' as const },
    { ...first, attendeeId: 'themselves', state: 'SUGGESTED' as const, means: null },
  ];
  const of = (enter: boolean) =>
    toldOtherwise({ round: { ...round, people }, may: { ...may, enter } }).map(({ attendeeId }) => attendeeId);
  expect(of(true)).toEqual(['outside', 'silent', 'paper']);
  expect(of(false)).toEqual([]);
});

it('M-13: nobody has told anything before they were asked, nor tomorrow', () => {
  const days = { asked: '2026-11-26', today: '2026-11-30' };
  const found = ['2026-11-25', '2026-11-26', '2026-11-30', '2026-12-01', ''].map((day) => wrongToldOn(day, days));
  expect(found).toEqual(['told.before', null, null, 'told.later', 'told.missing']);
});

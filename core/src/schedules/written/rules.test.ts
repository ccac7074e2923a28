import { describe, expect, it } from '@jest/globals';
import { isAhead, isOpen, newsIn, remindsNow, resultOf, timesProblem, turnOf, waitedFor } from './rules.ts';
import type { Remark, Stance } from './written.ts';

const at = (time: string, day = '2026-11-25') => new Date(`${day}T${time}:00+09:00`);
const times = { state: 'OPEN', opensAt: at('09:00'), closesAt: at('17:00', '2026-11-27') } as const;
const PEOPLE = ['a', 'b', 'c', 'd', 'e'];
const item = (itemId: string) => ({ itemId, title: itemId, proposal: `${itemId}の案` });
const meeting = (quorum = 3) => ({
  participants: PEOPLE,
  content: { title: '部会', note: '', quorum, items: [item('1'), item('2')] },
});

let nth = 0;
const says = (staffId: string, itemId: string, stance: Stance | null, comment = ''): Remark => {
  nth += 1;
  return { remarkId: String(nth).padStart(4, '0'), itemId, staffId, stance, comment, at: at('10:00') };
};
const all = (itemId: string, stances: Readonly<Record<string, Stance>>) =>
  Object.entries(stances).map(([staffId, stance]) => says(staffId, itemId, stance));
const decisions = (remarks: readonly Remark[], quorum?: number) =>
  resultOf(meeting(quorum), remarks).items.map(({ decision }) => decision);

describe('what was decided', () => {
  it('is by more than half of those who took part, not of those who were asked', () => {
    expect(
      decisions([...all('1', { a: 'FOR', b: 'FOR', c: 'HOLD' }), ...all('2', { a: 'AGAINST', b: 'AGAINST' })]),
    ).toEqual(['APPROVED', 'REJECTED']);
  });

  it('is put off where neither side has more than half: half is not enough', () => {
    const split = all('1', { a: 'FOR', b: 'FOR', c: 'AGAINST', d: 'AGAINST' });
    expect(decisions([...split, ...all('2', { a: 'HOLD', b: 'HOLD', c: 'HOLD' })])).toEqual(['CONTINUED', 'CONTINUED']);
  });

  it('is nothing for want of a quorum, however clear it is; a comment alone is taking part', () => {
    const two = all('1', { a: 'FOR', b: 'FOR' });
    expect(resultOf(meeting(), two)).toMatchObject({ attended: ['a', 'b'], quorate: false });
    expect(decisions(two)).toEqual(['NO_QUORUM', 'NO_QUORUM']);
    expect(decisions([...two, says('c', '2', null, '異存なし')])).toEqual(['APPROVED', 'CONTINUED']);
  });

  it('counts the last stance of each person, and of nobody who does not take part', () => {
    const remarks = [
      ...all('1', { a: 'AGAINST', b: 'FOR', c: 'FOR', stranger: 'AGAINST' }),
      says('a', '1', 'FOR'),
      says('a', '1', null, '補足です'),
    ];
    const { items } = resultOf(meeting(), remarks);
    expect(items[0]).toMatchObject({ for: 3, against: 0, hold: 0, decision: 'APPROVED' });
  });

  it('waits for whoever has not said where they stand on every matter', () => {
    const said = [...all('1', { a: 'FOR', b: 'FOR' }), ...all('2', { a: 'HOLD' }), says('b', '2', null, '検討中')];
    expect(waitedFor(meeting(), said)).toEqual(['b', 'c', 'd', 'e']);
  });
});

describe('what is said again', () => {
  const said = (stance: Stance | null, comment = '', itemId = '1') => ({ itemId, stance, comment });
  const before = [says('a', '1', 'FOR', '案内を早めに。'), says('a', '1', null, '補足です'), says('a', '2', 'HOLD')];

  it('is nothing new: the same stance, the same words, and both together', () => {
    const again = [said('FOR'), said(null, '補足です'), said('FOR', '補足です'), said('HOLD', '', '2'), said(null)];
    expect(newsIn(again, before)).toEqual([]);
  });

  it('is news where the stance or the words are others, or the matter is', () => {
    const fresh = [said('AGAINST'), said(null, '別の話'), said('FOR', '案内を早めに。'), said('HOLD', '補足です', '2')];
    expect(newsIn(fresh, before)).toEqual(fresh);
    expect(newsIn([said('FOR')], [])).toEqual([said('FOR')]);
  });
});

describe('its time', () => {
  it('is over for whoever called it, too, when it has ended and no job has closed it', () => {
    const end = at('17:00', '2026-11-27');
    expect([at('08:00'), at('16:59', '2026-11-27'), end].map((now) => isAhead(times, now))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isAhead({ ...times, state: 'CANCELLED' }, at('10:00'))).toBe(false);
  });

  it('is from the beginning to the end, whether or not a job has opened it', () => {
    const planned = { ...times, state: 'PLANNED' } as const;
    expect([at('08:59'), at('09:00')].map((now) => isOpen(planned, now))).toEqual([false, true]);
    expect(isOpen(times, at('16:59', '2026-11-27'))).toBe(true);
    expect(isOpen(times, at('17:00', '2026-11-27'))).toBe(false);
    expect(isOpen({ ...times, state: 'CANCELLED' }, at('10:00'))).toBe(false);
  });

  it('turns it from planned to open to closed, and from planned to closed where nothing ran meanwhile', () => {
    const planned = { ...times, state: 'PLANNED' } as const;
    expect([at('08:59'), at('09:00'), at('17:00', '2026-11-27')].map((now) => turnOf(planned, now))).toEqual([
      ...[null, 'OPEN', 'CLOSE'],
    ]);
    expect(turnOf(times, at('10:00'))).toBeNull();
    expect(turnOf({ ...times, state: 'CLOSED' }, at('18:00', '2026-11-27'))).toBeNull();
  });

  it('reminds a day before the end, of a short one after half of it, and once', () => {
    const open = { ...times, remindedAt: null };
    expect(remindsNow(open, at('16:59', '2026-11-26'))).toBe(false);
    expect(remindsNow(open, at('17:00', '2026-11-26'))).toBe(true);
    expect(remindsNow({ ...open, remindedAt: at('17:00', '2026-11-26') }, at('09:00', '2026-11-27'))).toBe(false);
    const short = { ...open, closesAt: at('13:00') };
    expect([at('10:59'), at('11:00')].map((now) => remindsNow(short, now))).toEqual([false, true]);
  });

  it.each([
    ['written_times', at('09:00'), at('09:29')],
    ['written_past', at('07:00'), at('08:20')],
    ['written_long', at('09:00'), at('09:00', '2027-02-25')],
  ])('is refused: %s', (code, opensAt, closesAt) => {
    expect(timesProblem({ opensAt, closesAt }, at('08:00'))).toBe(`schedules.${code}`);
    expect(timesProblem(times, at('08:00'))).toBeNull();
  });
});

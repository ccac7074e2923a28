import { describe, expect, it } from '@jest/globals';
import type { CachedEntry } from './entry-store.ts';
import { once, together } from './merging.ts';

const at = (time: string) => new Date(`2026-11-29T${time}:00+09:00`);
let count = 0;
const entry = (from: string, to: string, more: Partial<CachedEntry> = {}): CachedEntry => {
  count += 1;
  return {
    ...{
      ownerId: 'o',
      entryId: `e${count}`,
      source: 'OUTLOOK',
      status: 'BUSY',
      from: at(from),
      to: at(to),
      allDay: false,
    },
    ...{ subject: null, place: null, visibility: 'SECTION', online: false, seriesId: null, category: null },
    ...{ version: null, glanced: true, ...more },
  };
};
const ids = (entries: readonly CachedEntry[]) => once(entries).map(({ entryId }) => entryId);

describe('entries of several weeks', () => {
  it('over the border of two glances are one, and two at the same time about other things are two', () => {
    const [one, again] = [entry('22:00', '23:00'), entry('22:00', '23:00')];
    const [a, b] = [entry('10:00', '11:00', { subject: '一' }), entry('10:00', '11:00', { subject: '二' })];
    expect(ids([one, again, a, b])).toEqual([a.entryId, b.entryId, one.entryId]);
  });

  it('of a followed calendar go before glances and are all there', () => {
    const glance = entry('10:00', '11:00');
    const known = [1, 2].map(() => entry('10:00', '11:00', { subject: '会議', glanced: false }));
    expect(ids([glance, ...known])).toEqual(known.map(({ entryId }) => entryId));
  });

  it('come by time, the longer first', () => {
    const [short, long, early] = [entry('10:00', '11:00'), entry('10:00', '17:00'), entry('09:00', '09:30')];
    expect(ids([short, long, early])).toEqual([early.entryId, long.entryId, short.entryId]);
  });
});

describe('what was booked here', () => {
  const hold = (subject: string) =>
    entry('10:00', '11:00', { source: 'HOLD', subject, bookingId: 'b', glanced: false });

  it('and stands in Outlook by now is one entry, which knows its booking', () => {
    const there = entry('10:00', '11:00', { subject: '打合せ' });
    expect(together([there], [hold('打合せ')])).toEqual([{ ...there, bookingId: 'b' }]);
  });

  it('is not mistaken for something else at the same time', () => {
    const other = entry('10:00', '11:00', { subject: '来客' });
    expect(together([other], [hold('打合せ')])).toEqual([other]);
  });

  it('stays beside what stands at another time', () => {
    const [other, mine] = [entry('12:00', '13:00'), hold('打合せ')];
    expect(together([other], [mine])).toEqual([mine, other]);
    expect(together([other], [])).toEqual([other]);
  });
});

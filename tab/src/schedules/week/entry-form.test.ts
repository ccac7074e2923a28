import { describe, expect, it } from '@jest/globals';
import type { WeekItem } from '@kaigi/core/contract';
import type { LocalDate } from '@kaigi/core/shared';
import { newEntry, readEntry, type TypedEntry, typedOf } from './entry-form.ts';

const DAY = '2026-11-24' as LocalDate;
const typed = (change: Partial<TypedEntry> = {}): TypedEntry => ({
  ...newEntry(DAY, null),
  subject: '打合せ',
  ...change,
});
const ITEM: WeekItem = {
  ...{ id: 'a', source: 'OWN', status: 'OOF', allDay: true, title: '研修', place: null, visibility: 'PUBLIC' },
  ...{ from: '2026-11-24T00:00:00+09:00', to: '2026-11-26T00:00:00+09:00' },
  ...{ online: false, category: null, mayEdit: true, version: 2, bookingId: null, heldFor: null },
};

describe('a typed entry', () => {
  it('begins as an hour of the day that was pressed', () => {
    const read = readEntry(typed());
    expect(read).toEqual({
      ok: true,
      entry: {
        ...{ subject: '打合せ', place: '', allDay: false, status: 'BUSY', visibility: 'SECTION', category: null },
        ...{ from: '2026-11-24T09:00:00+09:00', to: '2026-11-24T10:00:00+09:00' },
      },
    });
    expect(newEntry(DAY, 23)).toMatchObject({ fromTime: '22:00', toTime: '23:00' });
  });

  it('takes whole days from midnight to the midnight after the last', () => {
    const read = readEntry(typed({ allDay: true, toDay: '2026-11-25', fromTime: '' }));
    expect(read).toMatchObject({ entry: { from: '2026-11-24T00:00:00+09:00', to: '2026-11-26T00:00:00+09:00' } });
  });

  it.each([
    [{ subject: ' ' }, 'entry.subject.missing'],
    [{ fromDay: '' }, 'entry.day.missing'],
    [{ toTime: '' }, 'entry.time.missing'],
    [{ toTime: '09:00' }, 'entry.time.order'],
    [{ allDay: true, toDay: '2026-11-23' }, 'entry.time.order'],
  ] as const)('says what is missing: %j', (change, problem) => {
    expect(readEntry(typed(change))).toEqual({ ok: false, problem });
  });

  it('comes back as it was when it is opened and saved again', () => {
    expect(typedOf(ITEM)).toMatchObject({ fromDay: '2026-11-24', toDay: '2026-11-25', allDay: true });
    const again = readEntry(typedOf(ITEM));
    expect(again.ok && [again.entry.from, again.entry.to]).toEqual([ITEM.from, ITEM.to]);
    const night = { ...ITEM, allDay: false, from: '2026-11-24T14:00:00Z', to: '2026-11-24T15:00:00Z' };
    const read = readEntry(typedOf(night));
    expect(read.ok && [Date.parse(read.entry.from), Date.parse(read.entry.to)]).toEqual([
      Date.parse(night.from),
      Date.parse(night.to),
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@kaigi/core/shared';
import { ProblemError } from '../../api/problem.ts';
import { hinderedBy, newBooking, readBooking, type TypedBooking } from './booking-form.ts';

const typed = (change: Partial<TypedBooking> = {}): TypedBooking => ({
  ...newBooking('2026-11-24' as LocalDate, 14),
  subject: '打合せ',
  ...change,
});

describe('a typed booking', () => {
  it('is an hour from the one that was pressed, once', () => {
    expect(readBooking(typed(), 'ALL')).toEqual({
      ok: true,
      input: {
        ...{ subject: '打合せ', publicText: '', take: 'ALL', visibility: 'SECTION', with: [], repeat: null },
        ...{ from: '2026-11-24T14:00:00+09:00', to: '2026-11-24T15:00:00+09:00' },
      },
    });
  });

  it('repeats as often as it says', () => {
    const read = readBooking(typed({ repeat: 'MONTH_WEEKDAY', times: '12' }), 'FREE');
    expect(read).toMatchObject({ input: { take: 'FREE', repeat: { every: 'MONTH_WEEKDAY', times: 12 } } });
  });

  it.each([
    [{ subject: '' }, 'booking.subject.missing'],
    [{ day: '' }, 'booking.time.missing'],
    [{ to: '14:00' }, 'booking.time.order'],
    [{ repeat: 'WEEK', times: '1' }, 'booking.times.wrong'],
    [{ repeat: 'WEEK', times: '2.5' }, 'booking.times.wrong'],
  ] as const)('says what is not right: %j', (change, problem) => {
    expect(readBooking(typed(change), 'ALL')).toEqual({ ok: false, problem });
  });
});

describe('a refusal', () => {
  const refusal = (status: number, present: unknown) =>
    new ProblemError({ type: '', title: '', status, detail: '', code: 'x', errorId: 'e', present });

  it('carries what stood in the way', () => {
    const taken = [{ roomId: 'r', name: '第1会議室', nextFree: null }];
    expect(hinderedBy(refusal(409, { taken, others: [] }))).toMatchObject({ taken, conflicts: [], free: 0 });
    const conflicts = [{ from: '', to: '', why: 'TAKEN', rooms: [] }];
    expect(hinderedBy(refusal(409, { conflicts, free: [{}, {}] }))).toMatchObject({ conflicts, free: 2 });
  });

  it('for another reason carries nothing of the kind', () => {
    expect([refusal(400, { taken: [{}] }), refusal(409, null), new Error('x')].map(hinderedBy)).toEqual([
      ...[null, null, null],
    ]);
  });
});

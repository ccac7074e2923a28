import { describe, expect, it } from '@jest/globals';
import type { YearlyItemView } from '@kaigi/core/contract';
import { NEW_YEARLY, readYearly, retyped, typedOf } from './yearly-form.ts';

const ITEM: YearlyItemView = {
  ...{ itemId: 'i', title: '点検', note: '', date: '2026-04-10', until: '2026-04-10', days: 1, daysBefore: 14 },
  ...{ preparedFrom: '2026-03-27', doubts: [], version: 2 },
  rule: { kind: 'NTH_WEEKDAY', month: 4, nth: 2, weekday: 3 },
};

describe('what is typed of a 年次行事', () => {
  it('of an item that stands there is what it says', () => {
    const { title, note, rule, date, days, daysBefore } = ITEM;
    expect(readYearly(typedOf(ITEM))).toEqual({ ok: true, said: { title, note, rule, date, days, daysBefore } });
  });

  it('with another rule lets the rule say the day again, and keeps it where nothing but the name changes', () => {
    const typed = typedOf(ITEM);
    expect(retyped(typed, { title: '別名' }).date).toBe('2026-04-10');
    expect(retyped(typed, { weekday: '4' }).date).toBe('');
    expect(retyped(typed, { kind: 'BY_HAND' }).date).toBe('2026-04-10');
  });

  it.each([
    ['DAY', { day: '20', onDayOff: 'BEFORE' }, { kind: 'DAY', month: 4, day: 20, onDayOff: 'BEFORE' }],
    ['LAST_WEEKDAY', { weekday: '5', month: '3' }, { kind: 'LAST_WEEKDAY', month: 3, weekday: 5 }],
    ['BY_HAND', { date: '2026-06-01' }, { kind: 'BY_HAND' }],
  ] as const)('%s', (kind, change, rule) => {
    expect(readYearly({ ...NEW_YEARLY, title: '行事', kind, ...change })).toMatchObject({ ok: true, said: { rule } });
  });

  it.each([
    [{ title: ' ' }, 'yearly.field.title.missing'],
    [{ kind: 'DAY', day: '32' }, 'yearly.field.day.wrong'],
    [{ kind: 'BY_HAND' }, 'yearly.field.date.missing'],
    [{ days: '0' }, 'yearly.field.days.wrong'],
    [{ before: '1.5' }, 'yearly.field.before.wrong'],
  ] as const)('is not sent where it is wrong: %j', (change, problem) => {
    expect(readYearly({ ...NEW_YEARLY, title: '行事', ...change })).toEqual({ ok: false, problem });
  });
});

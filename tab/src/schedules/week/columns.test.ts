import { describe, expect, it } from '@jest/globals';
import type { WeekItem, WeekRow } from '@kaigi/core/contract';
import type { LocalDate } from '@kaigi/core/shared';
import { columnsOf, hoursOf, isWholeDays, itemsIn, linesOf, placeOf, reach, spansOf, timeText } from './columns.ts';

const at = (day: number, time: string): string => `2026-11-${day}T${time}:00+09:00`;

function item(id: string, from: string, to: string, allDay = false): WeekItem {
  return {
    ...{ id, source: 'OUTLOOK', status: 'BUSY', from, to, allDay, title: id, place: null, visibility: 'PUBLIC' },
    ...{ online: false, category: null, mayEdit: false, version: null, bookingId: null, heldFor: null },
  };
}

function row(staffId: string, unitId: string, items: WeekItem[] = []): WeekRow {
  const person = { staffId, name: staffId, postTitle: '', unitName: `unit ${unitId}` };
  return { person, unitId, synced: { at: null, stale: false, problem: null }, mayEdit: false, items };
}

const days = (...dates: number[]) => dates.map((date) => ({ date: `2026-11-${date}`, holiday: null }));
const WEEK = columnsOf({ days: days(23, 24, 25, 26, 27), rows: [] });

describe('columns', () => {
  it('are the days, or the office hours of the only day and those in which something lies', () => {
    expect(WEEK.map(({ key, hour }) => [key, hour])).toContainEqual(['2026-11-24', null]);
    const early = item('early', at(24, '06:30'), at(24, '07:00'));
    const hours = columnsOf({ days: days(24), rows: [row('a', 'u', [early])] }).map(({ hour }) => hour);
    expect([hours[0], hours.at(-1), hours.length]).toEqual([6, 18, 13]);
  });

  it('of hours end with the day and do not begin before it, whatever reaches over it', () => {
    const night = item('night', at(23, '20:00'), at(25, '03:00'));
    expect(hoursOf([night], '2026-11-24' as LocalDate)).toEqual({ from: 0, to: 24 });
    expect(hoursOf([item('all', at(24, '00:00'), at(25, '00:00'), true)], '2026-11-24' as LocalDate)).toEqual({
      from: 8,
      to: 19,
    });
  });
});

describe('what lies in them', () => {
  it('reaches over the days it touches; an end at midnight touches no further day', () => {
    const trip = item('trip', at(24, '00:00'), at(26, '00:00'), true);
    const late = item('late', at(24, '22:00'), at(25, '00:00'));
    expect(spansOf([late, trip], WEEK).map(({ item: { id }, from, to }) => [id, from, to])).toEqual([
      ['trip', 1, 3],
      ['late', 1, 2],
    ]);
    expect(reach(trip)).toEqual({ first: '2026-11-24', last: '2026-11-25' });
  });

  it('is of whole days too where it reaches from midnight to midnight: it makes no further hours', () => {
    const night = item('night', at(23, '00:00'), at(25, '00:00'));
    expect(hoursOf([night], '2026-11-24' as LocalDate)).toEqual({ from: 8, to: 19 });
    expect([isWholeDays(night), isWholeDays(item('late', at(23, '00:00'), at(24, '23:00')))]).toEqual([true, false]);
  });

  it('is cut off where the columns end, and left out beyond them', () => {
    const long = item('long', at(20, '09:00'), at(29, '09:00'));
    const gone = item('gone', at(20, '09:00'), at(20, '10:00'));
    expect(spansOf([long, gone], WEEK).map(({ from, to }) => [from, to])).toEqual([[0, 5]]);
  });

  it('is placed by the minute among hours, and never too narrow to press', () => {
    const hours = columnsOf({ days: days(24), rows: [] });
    const [half, short] = spansOf(
      [item('half', at(24, '09:30'), at(24, '11:00')), item('short', at(24, '13:00'), at(24, '13:05'))],
      hours,
    );
    expect([half?.from, half?.to]).toEqual([1.5, 3]);
    const early = item('early', at(24, '09:00'), at(24, '09:30'));
    const long = item('long', at(24, '09:15'), at(24, '12:00'));
    expect(spansOf([long, early], hours).map((span) => span.item.id)).toEqual(['early', 'long']);
    expect([short?.from, short?.to]).toEqual([5, 5.4]);
    expect(placeOf(Date.parse(at(24, '07:00')), hours)).toBe(0);
    expect(placeOf(Date.parse(at(24, '23:00')), hours)).toBe(11);
  });

  it('is listed by time, whole days first; what has no length is there too', () => {
    const [, tuesday] = WEEK;
    const items = [
      item('later', at(24, '13:00'), at(24, '14:00')),
      item('point', at(24, '09:00'), at(24, '09:00')),
      item('day', at(24, '00:00'), at(25, '00:00'), true),
      item('elsewhere', at(25, '09:00'), at(25, '10:00')),
    ];
    expect(tuesday && itemsIn(items, tuesday).map(({ id }) => id)).toEqual(['day', 'point', 'later']);
    expect(timeText(at(24, '09:05'))).toBe('9:05');
  });
});

describe('lines', () => {
  it('put oneself first and keep the order of the others', () => {
    const rows = [row('head', 'u'), row('me', 'u'), row('clerk', 'u')];
    expect(linesOf(rows, 'me').map(({ key }) => key)).toEqual(['me', 'head', 'clerk']);
  });

  it('name the units only where there are several', () => {
    const rows = [row('a', 'u1'), row('b', 'u1'), row('c', 'u2')];
    expect(linesOf(rows, '').map((line) => (line.kind === 'unit' ? line.name : line.key))).toEqual([
      ...['unit u1', 'a', 'b', 'unit u2', 'c'],
    ]);
    expect(linesOf(rows, 'c').every(({ kind }) => kind === 'person')).toBe(true);
  });
});

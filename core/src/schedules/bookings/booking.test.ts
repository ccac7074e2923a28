import { describe, expect, it } from '@jest/globals';
import { severalOffices, waysOf } from './booking.ts';

const at = (clock: string) => new Date(`2026-12-01T${clock}:00+09:00`);
const officeOf = (staffId: string) => (staffId.startsWith('branch') ? 'hama' : 'main');
const travel = (from: string, to: string) => (from === to ? 0 : 25);
const booking = {
  ...{ bookedBy: 'boss', required: ['clerk', 'branch-clerk'], optional: ['branch-head'], onlinePeople: [] as string[] },
  ...{ from: at('10:00'), to: at('11:00'), travel: true },
};
const told = (some: typeof booking, venues: readonly string[]) =>
  waysOf(some, { venues, officeOf, travel }).map(({ staffId, way, from, to }) =>
    [staffId, way, ...[from, to].map((time) => time.toISOString().slice(11, 16))].join(' '),
  );

describe('S-04: the way to a meeting elsewhere', () => {
  it('is kept free before and after for everybody who comes from another office', () => {
    expect(told(booking, ['main'])).toEqual([
      ...['branch-clerk THERE 00:35 01:00', 'branch-clerk BACK 02:00 02:25'],
      ...['branch-head THERE 00:35 01:00', 'branch-head BACK 02:00 02:25'],
    ]);
  });

  it('is nobody’s where there is a room in every office, no place at all, or nobody wants it', () => {
    expect(told(booking, ['main', 'hama'])).toEqual([]);
    expect(told(booking, [])).toEqual([]);
    expect(told({ ...booking, travel: false }, ['main'])).toEqual([]);
  });

  it('is spared who takes part online', () => {
    expect(told({ ...booking, onlinePeople: ['branch-head', 'branch-clerk'] }, ['main'])).toEqual([]);
  });
});

describe('S-15: a meeting of several offices', () => {
  it('is one where people or rooms are in more than one', () => {
    expect(severalOffices({ venues: [], officeOf }, ['boss', 'clerk'])).toBe(false);
    expect(severalOffices({ venues: [], officeOf }, ['boss', 'branch-clerk'])).toBe(true);
    expect(severalOffices({ venues: ['hama'], officeOf }, ['boss'])).toBe(true);
  });
});

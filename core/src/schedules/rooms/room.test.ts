import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTaken, nextFree, occupancyAt, type RoomTime } from './room.ts';

const at = (clock: string) => new Date(`2026-12-01T${clock}:00+09:00`);
const time = (from: string, to: string): RoomTime => ({ from: at(from), to: at(to) });

describe('S-08: 空き・使用中', () => {
  const times = [time('13:00', '14:00'), time('09:00', '10:00'), time('10:00', '10:30')];

  it('is free until somebody comes', () => {
    expect(occupancyAt(times, at('08:59'))).toEqual({ kind: 'FREE', until: at('09:00') });
    expect(occupancyAt(times, at('10:30'))).toEqual({ kind: 'FREE', until: at('13:00') });
    expect(occupancyAt(times, at('14:00'))).toEqual({ kind: 'FREE', until: null });
  });

  it('is taken until it is really free, over what follows at once', () => {
    expect(occupancyAt(times, at('09:00'))).toEqual({ kind: 'TAKEN', until: at('10:30') });
    expect(occupancyAt(times, at('13:59'))).toEqual({ kind: 'TAKEN', until: at('14:00') });
  });

  it('next has so long a time free', () => {
    const next = (from: string, minutes: number, until = '18:00') =>
      nextFree(times, at(from), { ms: minutes * 60_000, until: at(until) });
    expect(next('09:00', 60)).toEqual(at('10:30'));
    expect(next('09:00', 180)).toEqual(at('14:00'));
    expect(next('09:00', 300)).toBeNull();
  });

  it('whatever is booked: the next free time is free, and none before it is', () => {
    const some = fc
      .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ from: new Date(from * 60_000), to: new Date((from + length) * 60_000) }));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), fc.integer({ min: 1, max: 30 }), (booked, minutes) => {
        const ms = minutes * 60_000;
        const wanted = (from: number) => ({ from: new Date(from), to: new Date(from + ms) });
        const found = nextFree(booked, new Date(0), { ms, until: new Date(1e9) });
        for (let minute = 0; minute * 60_000 < Number(found); minute += 1)
          expect(isTaken(booked, wanted(minute * 60_000))).toBe(true);
        expect(found && isTaken(booked, wanted(found.getTime()))).toBe(false);
      }),
    );
  });
});

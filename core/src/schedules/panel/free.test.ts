import { describe, expect, it } from '@jest/globals';
import { type FreeAsked, freeTimes } from './free.ts';

const at = (clock: string, day = '2026-12-01') => Date.parse(`${day}T${clock}:00+09:00`);
const stretch = (from: string, to: string, day?: string) => ({ from: at(from, day), to: at(to, day) });
const day = (date?: string) => ({
  ...stretch('08:30', '17:15', date),
  breaks: [stretch('12:00', '13:00', date)],
});
const free = (more: Partial<FreeAsked> = {}) =>
  freeTimes({
    ...{ days: [day(), day('2026-12-02')], busy: [], from: at('09:00'), minutes: 10, stepMinutes: 5, most: 1 },
    ...more,
  }).map(({ from }) => new Date(from).toISOString());
const iso = (clock: string, date?: string) => new Date(at(clock, date)).toISOString();

describe('the next free times', () => {
  it.each<[string, Partial<FreeAsked>, string[]]>([
    ['now, where nothing stands', {}, [iso('09:00')]],
    ['at the next step, not before now', { from: at('09:01') }, [iso('09:05')]],
    ['after what stands now', { busy: [stretch('08:00', '10:00')] }, [iso('10:00')]],
    [
      'not in five minutes between two meetings',
      { busy: [stretch('09:00', '10:00'), stretch('10:05', '11:00')] },
      [iso('11:00')],
    ],
    ['not at lunch', { from: at('11:55') }, [iso('13:00')]],
    ['on the next working day after this one', { from: at('17:10') }, [iso('08:30', '2026-12-02')]],
    [
      'over meetings that lie over each other',
      { busy: [stretch('09:00', '09:40'), stretch('09:20', '10:20')] },
      [iso('10:20')],
    ],
    [
      'one after the other, where more are wanted',
      { most: 3, minutes: 15 },
      [iso('09:00'), iso('09:15'), iso('09:30')],
    ],
    [
      'nowhere, where both days are full',
      { busy: [stretch('08:00', '18:00'), stretch('08:00', '18:00', '2026-12-02')] },
      [],
    ],
    ['the very last minutes of a day', { from: at('17:05') }, [iso('17:05')]],
  ])('are %s', (_, asked, times) => {
    expect(free(asked)).toEqual(times);
  });
});

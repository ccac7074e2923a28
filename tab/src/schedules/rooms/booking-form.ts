import type { BookRoomInput, RoomsTaken, SeriesConflict } from '@kaigi/core/contract';
import { type LocalDate, parseLocalDate } from '@kaigi/core/shared';
import { isConflict } from '../../api/problem.ts';

export const REPEATS = ['NONE', 'WEEK', 'TWO_WEEKS', 'MONTH_DAY', 'MONTH_WEEKDAY'] as const;

/** A booking of a room as it stands in the fields. */
export interface TypedBooking {
  readonly subject: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly with: readonly string[];
  readonly publicText: string;
  readonly repeat: (typeof REPEATS)[number];
  readonly times: string;
}

export type BookingProblem =
  | 'booking.subject.missing'
  | 'booking.time.missing'
  | 'booking.time.order'
  | 'booking.times.wrong';
export type ReadBooking =
  | { readonly ok: true; readonly input: BookRoomInput }
  | { readonly ok: false; readonly problem: BookingProblem };

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** An hour from the one that was pressed. */
export function newBooking(day: LocalDate, hour: number): TypedBooking {
  const from = Math.min(hour, 22);
  return {
    ...{ subject: '', day, from: clock(from), to: clock(from + 1), with: [], publicText: '' },
    ...{ repeat: 'NONE', times: '4' },
  };
}

/** What is sent, or what is not right yet. `take`: whether those of a series that are free are enough. */
export function readBooking(typed: TypedBooking, take: BookRoomInput['take']): ReadBooking {
  const refused = (problem: BookingProblem): ReadBooking => ({ ok: false, problem });
  const [subject, publicText] = [typed.subject.trim(), typed.publicText.trim()];
  const { from, to, repeat } = typed;
  const day = parseLocalDate(typed.day);
  const times = Number(typed.times);
  if (subject === '') return refused('booking.subject.missing');
  if (!day || !TIME.test(from) || !TIME.test(to)) return refused('booking.time.missing');
  if (to <= from) return refused('booking.time.order');
  if (repeat !== 'NONE' && !(Number.isInteger(times) && times >= 2 && times <= 53))
    return refused('booking.times.wrong');
  return {
    ok: true,
    input: {
      ...{ subject, publicText, take, visibility: 'SECTION', with: [...typed.with] },
      from: `${day}T${from}:00+09:00`,
      to: `${day}T${to}:00+09:00`,
      repeat: repeat === 'NONE' ? null : { every: repeat, times },
    },
  };
}

/** What stood in the way, as the refusal carries it. */
export interface Hindered {
  readonly conflicts: readonly SeriesConflict[];
  readonly free: number;
  readonly taken: RoomsTaken['taken'];
  readonly others: RoomsTaken['others'];
}

/** Which times of a series, or which room and what else is free: nothing where it was refused for another reason. */
export function hinderedBy(error: unknown): Hindered | null {
  if (!isConflict(error)) return null;
  const { present } = error.problem;
  if (typeof present !== 'object' || present === null) return null;
  const {
    conflicts = [],
    free = [],
    taken = [],
    others = [],
  } = present as Partial<RoomsTaken> & {
    conflicts?: SeriesConflict[];
    free?: unknown[];
  };
  return conflicts.length + taken.length === 0 ? null : { conflicts, free: free.length, taken, others };
}

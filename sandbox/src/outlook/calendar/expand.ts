import { fromLocal, toLocal } from '../time-zones.ts';
import type { CalendarEvent, Instance } from './event.ts';
import { type DayNumber, dateText, dayNumber, occurrenceDays } from './recurrence.ts';

export interface Span {
  /** Milliseconds since the epoch. */
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

const DAY_MS = 86_400_000;
const JAPAN = 'Asia/Tokyo';

export const overlaps = ({ start, end }: { start: number; end: number }, { from, to }: Span): boolean =>
  start < to && (end > from || (end === start && start >= from));

const clockOf = (event: CalendarEvent): string => (event.allDay ? JAPAN : event.zone);

/** When a day of the series begins, by the clocks of its zone. */
function startOn(event: CalendarEvent, day: DayNumber): number {
  const zone = clockOf(event);
  const local = toLocal(event.start, zone);
  return fromLocal(day * DAY_MS + (local - Math.floor(local / DAY_MS) * DAY_MS), zone);
}

function onDay(event: CalendarEvent, day: DayNumber): Instance | null {
  const date = dateText(day);
  const exception = event.exceptions.get(date);
  if (exception === null) return null;
  const start = startOn(event, day);
  const usual = { ...event, start, end: start + (event.end - event.start), day: date, originalStart: start };
  return { ...usual, ...exception, isException: exception !== undefined };
}

/** What of an event takes place within the span; a day that was moved counts where it was moved to. */
export function instancesOf(event: CalendarEvent, span: Span): Instance[] {
  const { recurrence, exceptions } = event;
  if (recurrence === null) {
    const once = { ...event, day: null, isException: false, originalStart: event.start };
    return overlaps(once, span) ? [once] : [];
  }
  const zone = clockOf(event);
  const first = Math.floor(toLocal(span.from - (event.end - event.start), zone) / DAY_MS);
  const last = Math.floor(toLocal(span.to, zone) / DAY_MS);
  const days = new Set(occurrenceDays(recurrence, first, last));
  for (const [date, change] of exceptions) if (change?.start !== undefined) days.add(dayNumber(date));
  return [...days]
    .map((day) => onDay(event, day))
    .filter((one) => one !== null)
    .filter((one) => overlaps(one, span));
}

/** One day of a series; null: the series has none on it. */
export function instanceOn(event: CalendarEvent, date: string): Instance | null {
  if (event.recurrence === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const day = dayNumber(date);
  return occurrenceDays(event.recurrence, day, day).length === 0 ? null : onDay(event, day);
}

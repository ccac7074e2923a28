import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';

/**
 * Minutes since midnight in Japan of the working day that a thing belongs to: 26:30 is half past two of the day after,
 * a negative one was the evening before. The record is kept in whole minutes; seconds of a punch are not shown anywhere.
 */
export type Minute = number;

/** From a minute up to, and without, another. */
export interface Span {
  readonly from: Minute;
  readonly to: Minute;
}

export const DAY = 1440;
const MINUTE_MS = 60_000;
const JST_OFFSET_MS = 9 * 60 * MINUTE_MS;

// A month's sheet asks for the same days again and again; Date.parse is the dearest thing it does.
const MIDNIGHTS = new Map<LocalDate, number>();
const YEARS_KEPT = 366 * 3;

function midnightOf(day: LocalDate): number {
  const known = MIDNIGHTS.get(day);
  if (known !== undefined) return known;
  const midnight = Date.parse(`${day}T00:00:00Z`) - JST_OFFSET_MS;
  if (MIDNIGHTS.size > YEARS_KEPT) MIDNIGHTS.clear();
  MIDNIGHTS.set(day, midnight);
  return midnight;
}

export const minuteOf = (instant: Date, day: LocalDate): Minute =>
  Math.floor((instant.getTime() - midnightOf(day)) / MINUTE_MS);

export const instantOf = (day: LocalDate, minute: Minute): Date => new Date(midnightOf(day) + minute * MINUTE_MS);

/** The day of the calendar on which a minute of a working day lies. */
export const calendarDay = (day: LocalDate, minute: Minute): LocalDate =>
  minute >= 0 && minute < DAY ? day : addDays(day, Math.floor(minute / DAY));

export const dayBefore = (instant: Date): LocalDate => addDays(localDateOf(instant), -1);

/** Of `08:30`. */
export const minutesOf = (time: string): Minute => 60 * Number(time.slice(0, 2)) + Number(time.slice(3, 5));

export const spanOf = ({ from, to }: { readonly from: string; readonly to: string }): Span => ({
  from: minutesOf(from),
  to: minutesOf(to),
});

/** `8:30`, `25:10`; `-0:20` for the evening before. */
export function clock(minute: Minute): string {
  const whole = Math.abs(minute);
  return `${minute < 0 ? '-' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export const minutesIn = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0);

/** In order, apart from each other, none empty. */
export function merged(spans: readonly Span[]): Span[] {
  const [only] = spans;
  if (!only) return [];
  if (spans.length === 1) return only.from < only.to ? [{ from: only.from, to: only.to }] : [];
  const line: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.to <= span.from) continue;
    const last = line.at(-1);
    if (last && span.from <= last.to) line[line.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else line.push(span);
  }
  return line;
}

/** What lies in both. */
export function common(some: readonly Span[], others: readonly Span[]): Span[] {
  const those = merged(others);
  return merged(some).flatMap((span) =>
    those
      .map(({ from, to }) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
      .filter(({ from, to }) => from < to),
  );
}

/** What lies in the first and in none of the others. */
export function without(some: readonly Span[], others: readonly Span[]): Span[] {
  const left: Span[] = [];
  const those = merged(others);
  for (const span of merged(some)) {
    let { from } = span;
    for (const other of those) {
      if (other.to <= from || other.from >= span.to) continue;
      if (other.from > from) left.push({ from, to: other.from });
      from = Math.max(from, other.to);
    }
    if (from < span.to) left.push({ from, to: span.to });
  }
  return left;
}

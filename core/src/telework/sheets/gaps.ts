import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import { type Minute, minuteOf } from '../working-time/span.ts';
import type { TimeRules } from '../working-time/time-rules.ts';

/** Something beside the punches that says when somebody was at work: an act in the suite, or a PC that was on. */
export interface Signal {
  readonly signal: 'ACT' | 'PC';
  readonly from: Date;
  readonly to: Date;
}

/** What the punches of a day say. */
export interface PunchedDay {
  readonly date: LocalDate;
  readonly from: Minute | null;
  readonly to: Minute | null;
}

export interface SeenSpan {
  readonly signal: Signal['signal'];
  readonly from: Minute;
  readonly to: Minute;
}

export interface Gap {
  readonly kind: 'BEFORE_START' | 'AFTER_END' | 'WITHOUT_PUNCHES';
  readonly signal: Signal['signal'];
  readonly at: Minute;
  readonly minutes: number;
}

/** The working day a signal belongs to; what lies in a night shift that goes on belongs to the day it began. */
function dayOf({ from }: Signal, punched: ReadonlyMap<LocalDate, PunchedDay>, rules: TimeRules): LocalDate {
  const turned = localDateOf(new Date(from.getTime() - rules.dayTurnsAt * 60_000));
  const before = addDays(turned, -1);
  const night = punched.get(before);
  const isWithin = night?.to != null && minuteOf(from, before) <= night.to + rules.askAboutGap;
  return isWithin ? before : turned;
}

/** By working day, in minutes of it. A PC that stays on over night says nothing beyond the turn of the day. */
export function seenByDay(
  signals: readonly Signal[],
  days: readonly PunchedDay[],
  rules: TimeRules,
): ReadonlyMap<LocalDate, readonly SeenSpan[]> {
  const punched = new Map(days.map((day) => [day.date, day]));
  const placed = signals.map((signal) => {
    const date = dayOf(signal, punched, rules);
    const end = Math.max(1440 + rules.dayTurnsAt, punched.get(date)?.to ?? 0);
    const [from, to] = [minuteOf(signal.from, date), minuteOf(signal.to, date)];
    return { date, span: { signal: signal.signal, from, to: Math.max(from, Math.min(to, end)) } };
  });
  const byDay = Map.groupBy(placed, ({ date }) => date);
  return new Map(
    [...byDay].map(([date, some]) => [date, some.map(({ span }) => span).sort((a, b) => a.from - b.from)]),
  );
}

/** By day, of those days of which the record is kept. */
export function gapsByDay(
  rows: readonly PunchedDay[],
  signals: readonly Signal[],
  rules: TimeRules,
): Map<LocalDate, Gap[]> {
  const seen = seenByDay(signals, rows, rules);
  const kept = rows.filter(({ date }) => rules.keptSince === null || rules.keptSince <= date);
  return new Map(kept.map((row) => [row.date, gapsOf(row, seen.get(row.date) ?? [], rules.askAboutGap)]));
}

/**
 * 乖離: where what was seen lies further from the punches than the city lets pass. One of each kind and signal, the
 * widest. Nothing is counted or changed by it; it is asked about.
 */
export function gapsOf({ from, to }: PunchedDay, seen: readonly SeenSpan[], threshold: number): Gap[] {
  return (['ACT', 'PC'] as const).flatMap((signal): Gap[] => {
    const some = seen.filter((one) => one.signal === signal);
    if (some.length === 0) return [];
    const first = Math.min(...some.map((one) => one.from));
    const last = Math.max(...some.map((one) => one.to));
    if (from === null) return [{ kind: 'WITHOUT_PUNCHES', signal, at: first, minutes: last - first }];
    const early: Gap = { kind: 'BEFORE_START', signal, at: first, minutes: from - first };
    const late: Gap[] = to === null ? [] : [{ kind: 'AFTER_END', signal, at: last, minutes: last - to }];
    return [early, ...late].filter(({ minutes }) => minutes > threshold);
  });
}

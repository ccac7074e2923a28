import { dayOfWeek, holidayName, isWorkingDay, type LocalDate } from '../../shared/index.ts';
import type { Minute, Span } from './span.ts';

/** One day's hours of duty. `to` lies beyond 24:00 for a shift over midnight. */
export interface Shift {
  readonly shiftId: string;
  readonly from: Minute;
  readonly to: Minute;
  readonly breaks: readonly Span[];
}

/** 勤務パターン: what somebody works when nothing else is said of a day. */
export interface WorkPattern {
  readonly patternId: string;
  readonly name: string;
  /** By day of the week, 0 is Sunday; null is 週休日. All null for those who work by roster alone. */
  readonly week: readonly (Shift | null)[];
  /** 法定休日, the one day a week of 労働基準法35条; null where only the roster says it. */
  readonly statutoryDayOff: number | null;
  /** Whether 祝日 and 年末年始 are worked like other days (交替制勤務). */
  readonly worksOnHolidays: boolean;
  /** 1か月単位の変形労働時間制 (労働基準法32条の2): a shift may be longer than eight hours. */
  readonly variableHours: boolean;
  /** 会計年度任用職員: hours of a 年度 that the appointment allows, in minutes. */
  readonly yearlyMinutes: number | null;
}

/** Who works by which pattern, from a day until the day before another. */
export interface PatternOfPerson {
  readonly patternId: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** A day named by itself: a roster, or 週休日の振替 and 代休. It goes before the pattern. */
export interface NamedDay {
  readonly date: LocalDate;
  readonly is: Shift | 'DAY_OFF' | 'STATUTORY_DAY_OFF';
}

export interface PersonsHours {
  readonly patterns: ReadonlyMap<string, WorkPattern>;
  readonly assigned: readonly PatternOfPerson[];
  readonly named: ReadonlyMap<LocalDate, NamedDay>;
  /** The city's own days off. */
  readonly closed: ReadonlySet<LocalDate>;
}

/** 週休日, 法定休日, 祝日法による休日, 年末年始の休日 and the city's own, or nobody's employee yet. */
export type DayOff = 'WEEKLY_DAY_OFF' | 'STATUTORY_DAY_OFF' | 'HOLIDAY' | 'YEAR_END' | 'CITY_DAY_OFF' | 'NO_PATTERN';

export type ScheduledDay =
  | { readonly date: LocalDate; readonly kind: 'WORK'; readonly shift: Shift; readonly pattern: WorkPattern | null }
  | {
      readonly date: LocalDate;
      readonly kind: 'OFF';
      readonly why: DayOff;
      /** Of a national holiday. */
      readonly name: string | null;
      readonly pattern: WorkPattern | null;
    };

export type ScheduleOf = (date: LocalDate) => ScheduledDay;

function patternOn(date: LocalDate, { patterns, assigned }: PersonsHours): WorkPattern | null {
  const held = assigned.find(({ from, to }) => from <= date && (to === null || date < to));
  return (held && patterns.get(held.patternId)) ?? null;
}

function holidayOn(date: LocalDate, closed: ReadonlySet<LocalDate>): { why: DayOff; name: string | null } | null {
  const name = holidayName(date);
  if (name !== null) return { why: 'HOLIDAY', name };
  if (closed.has(date)) return { why: 'CITY_DAY_OFF', name: null };
  const day = dayOfWeek(date);
  const isWeekend = day === 0 || day === 6;
  // What is left of a closed weekday is the turn of the year; on a weekend it makes no difference.
  return isWeekend || isWorkingDay(date, closed) ? null : { why: 'YEAR_END', name: null };
}

function byPattern(date: LocalDate, pattern: WorkPattern, closed: ReadonlySet<LocalDate>): ScheduledDay {
  const day = dayOfWeek(date);
  const off = (why: DayOff, name: string | null = null): ScheduledDay => ({ date, kind: 'OFF', why, name, pattern });
  if (day === pattern.statutoryDayOff) return off('STATUTORY_DAY_OFF');
  const shift = pattern.week[day] ?? null;
  if (shift === null) return off('WEEKLY_DAY_OFF');
  const holiday = pattern.worksOnHolidays ? null : holidayOn(date, closed);
  return holiday ? off(holiday.why, holiday.name) : { date, kind: 'WORK', shift, pattern };
}

/** What somebody is to work on a day, and if nothing, why. */
export function scheduledOn(date: LocalDate, hours: PersonsHours): ScheduledDay {
  const pattern = patternOn(date, hours);
  const named = hours.named.get(date);
  if (named && typeof named.is !== 'string') return { date, kind: 'WORK', shift: named.is, pattern };
  if (named)
    return {
      date,
      kind: 'OFF',
      why: named.is === 'DAY_OFF' ? 'WEEKLY_DAY_OFF' : 'STATUTORY_DAY_OFF',
      name: null,
      pattern,
    };
  if (!pattern) return { date, kind: 'OFF', why: 'NO_PATTERN', name: null, pattern };
  return byPattern(date, pattern, hours.closed);
}

/** `scheduledOn` for many questions about the same days. */
export function scheduleOf(hours: PersonsHours): ScheduleOf {
  const known = new Map<LocalDate, ScheduledDay>();
  return (date) => {
    const day = known.get(date) ?? scheduledOn(date, hours);
    known.set(date, day);
    return day;
  };
}

import type { LocalDate } from '../../shared/index.ts';
import { DEFAULT_TIME_RULES } from '../national.fixture.ts';
import { type DayPlan, NOTHING_PLANNED } from './day-plan.ts';
import type { PersonsHours, Shift, WorkPattern } from './pattern.ts';
import type { CorrectionAsked, CorrectionSettled, PunchFact, PunchKind, Tapped } from './punches.ts';
import type { PersonsRecord } from './sheet-rows.ts';
import { instantOf, type Span } from './span.ts';

export const day = (text: string) => text as LocalDate;
export const at = (hours: number, minutes = 0) => 60 * hours + minutes;
export const span = (from: string, to: string): Span => ({ from: minute(from), to: minute(to) });
export const minute = (text: string) => at(Number(text.split(':')[0]), Number(text.split(':')[1]));

export const fullDay: Shift = { shiftId: 'full', from: at(8, 30), to: at(17, 15), breaks: [span('12:00', '13:00')] };
export const halfMorning: Shift = { shiftId: 'am', from: at(9), to: at(12), breaks: [] };
/** 16:30 to 9:00, two hours' break: 14 and a half. */
export const night: Shift = { shiftId: 'night', from: at(16, 30), to: at(33), breaks: [span('24:00', '26:00')] };

export const fullTime: WorkPattern = {
  patternId: 'full-time',
  name: '常勤',
  week: [null, fullDay, fullDay, fullDay, fullDay, fullDay, null],
  statutoryDayOff: 0,
  worksOnHolidays: false,
  variableHours: false,
  yearlyMinutes: null,
};
/** Monday, Wednesday, and Friday morning. */
export const partTime: WorkPattern = {
  ...fullTime,
  patternId: 'part-time',
  name: '会計年度任用職員',
  week: [null, fullDay, null, fullDay, null, halfMorning, null],
  yearlyMinutes: 60_000,
};
export const shifts: WorkPattern = {
  ...fullTime,
  patternId: 'shifts',
  name: '交替制',
  week: [null, null, null, null, null, null, null],
  statutoryDayOff: null,
  worksOnHolidays: true,
  variableHours: true,
};

export function hoursOf(pattern: WorkPattern, more: Partial<PersonsHours> = {}): PersonsHours {
  return {
    patterns: new Map([fullTime, partTime, shifts].map((one) => [one.patternId, one])),
    assigned: [{ patternId: pattern.patternId, from: day('2020-04-01'), to: null }],
    named: new Map(),
    closed: new Set(),
    ...more,
  };
}

let made = 0;
const id = (): string => {
  made += 1;
  return `f${String(made).padStart(6, '0')}`;
};

/** `tapped('2026-04-01', 'START', '8:30')` */
export function tapped(date: string, punch: PunchKind, time: string, more: Partial<Tapped> = {}): Tapped {
  const instant = instantOf(day(date), minute(time));
  const factId = id();
  return {
    kind: 'TAPPED',
    factId,
    key: factId,
    punch,
    at: instant,
    serverAt: instant,
    clientAt: instant,
    source: 'CARD',
    reportedLate: false,
    clockDoubted: false,
    ...more,
  };
}

/** One day's punches: `punches('2026-04-01', 'START 8:30', 'END 17:15')` */
export const punches = (date: string, ...said: string[]): Tapped[] =>
  said.map((one) => tapped(date, one.split(' ')[0] as PunchKind, one.split(' ')[1] ?? ''));

export function correction(date: string, changes: CorrectionAsked['changes']): CorrectionAsked {
  const factId = id();
  const serverAt = instantOf(day(date), at(40));
  return { kind: 'CORRECTION_ASKED', factId, key: factId, serverAt, day: day(date), changes, reason: '押し忘れ' };
}

export function settled(
  { factId, serverAt }: CorrectionAsked,
  outcome: CorrectionSettled['outcome'] = 'CONFIRMED',
): CorrectionSettled {
  const own = id();
  const later = new Date(serverAt.getTime() + 60_000);
  return { kind: 'CORRECTION_SETTLED', factId: own, key: own, serverAt: later, correctionId: factId, outcome };
}

export const plan = (date: string, more: Partial<DayPlan>): DayPlan => ({
  date: day(date),
  ...NOTHING_PLANNED,
  ...more,
});

export function recordOf(facts: readonly PunchFact[], more: Partial<PersonsRecord> = {}): PersonsRecord {
  return {
    facts,
    hours: hoursOf(fullTime),
    plans: new Map(),
    rules: DEFAULT_TIME_RULES,
    now: new Date('2027-06-01T00:00:00Z'),
    ...more,
  };
}

export const plans = (...some: DayPlan[]) => new Map(some.map((one) => [one.date, one]));

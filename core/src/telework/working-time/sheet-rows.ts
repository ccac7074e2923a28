import { addDays, type LocalDate } from '../../shared/index.ts';
import { type DayPlan, NOTHING_PLANNED, type TeleworkKind } from './day-plan.ts';
import { type DayRecord, foldDay } from './day-record.ts';
import type { Flag } from './flags.ts';
import type { Day } from './partition.ts';
import { type DayOff, type PersonsHours, type ScheduledDay, type ScheduleOf, scheduleOf } from './pattern.ts';
import { type Heard, type PunchFact, punchesOf } from './punches.ts';
import { type DayReckoning, reckonDay } from './reckoning.ts';
import { common, type Minute, minutesIn, type Span, without } from './span.ts';
import type { TimeRules } from './time-rules.ts';
import { type Boundaries, byWorkingDay, closesAt } from './working-days.ts';

/** How a part of the day was spent; `PART` is half a day or some hours. */
export interface SpentAs {
  readonly kind: 'OFFICE' | TeleworkKind | 'TRIP' | 'LEAVE';
  /** Of leave: `ANNUAL` or the id of a special leave. */
  readonly leave: string | null;
  readonly part: 'DAY' | 'PART';
}

export interface SheetRow extends DayReckoning {
  readonly date: LocalDate;
  readonly is: 'WORK' | DayOff;
  readonly holiday: string | null;
  readonly spentAs: readonly SpentAs[];
  readonly state: DayRecord['state'];
  readonly corrections: number;
  readonly reported: DayPlan['reported'];
}

/** What the sheet of a person is made from. Facts and plans reach from the week before the days asked for to after them. */
export interface PersonsRecord {
  readonly facts: readonly PunchFact[];
  readonly hours: PersonsHours;
  readonly plans: ReadonlyMap<LocalDate, DayPlan>;
  readonly rules: TimeRules;
  readonly now: Date;
}

/** From when a missing end is asked about: some time after what was planned last, and in any case when the day closes. */
export function endAskedFrom(scheduled: ScheduledDay, plan: DayPlan, boundaries: Boundaries): Minute {
  const closes = closesAt(scheduled.date, boundaries);
  const leave = plan.leave.flatMap(({ span }) => span ?? []);
  // Who has the afternoon off ends at noon.
  const duty = scheduled.kind === 'WORK' ? without([scheduled.shift], leave) : [];
  const ends = [...duty, ...plan.overtime].map(({ to }) => to);
  return ends.length === 0 ? closes : Math.min(closes, Math.max(...ends) + boundaries.rules.askAfter);
}

function spentAs({ scheduled, plan, record }: Day, worked: number): SpentAs[] {
  const part = (span: Span | null) => (span === null ? 'DAY' : 'PART');
  const elsewhere: SpentAs[] = [
    ...plan.telework.map(({ kind, span }) => ({ kind, leave: null, part: part(span) }) as const),
    ...plan.trips.map(({ span }) => ({ kind: 'TRIP', leave: null, part: part(span) }) as const),
    ...plan.leave.map(({ kind, span }) => ({ kind: 'LEAVE', leave: kind, part: part(span) }) as const),
  ];
  if (worked === 0) return elsewhere;
  if (elsewhere.length === 0) return [{ kind: 'OFFICE', leave: null, part: 'DAY' }];
  if ([...plan.telework, ...plan.trips].some(({ span }) => span === null) || scheduled.kind === 'OFF') return elsewhere;
  // Hours of duty that were punched and are planned nowhere else were spent in the office.
  const { from, to, breaks } = scheduled.shift;
  const planned = [...plan.telework, ...plan.trips, ...plan.leave].flatMap(({ span }) => span ?? []);
  const there = without(common(record.sessions, [{ from, to }]), [...(plan.breaks ?? breaks), ...planned]);
  return minutesIn(there) > 0 ? [{ kind: 'OFFICE', leave: null, part: 'PART' }, ...elsewhere] : elsewhere;
}

interface Prepared {
  readonly record: PersonsRecord;
  readonly schedule: ScheduleOf;
  readonly heard: Heard;
}

function correctionFlags({ open, problems }: Heard, date: LocalDate): Flag[] {
  return [
    ...(open.some(({ day }) => day === date) ? (['OPEN_CORRECTION'] as const) : []),
    ...(problems.some(({ day }) => day === date) ? (['CORRECTION_OF_UNKNOWN'] as const) : []),
  ];
}

function rowOf(day: Day, { record: { rules, now }, schedule, heard }: Prepared): SheetRow {
  const { scheduled, plan, record } = day;
  const { date } = scheduled;
  const reckoning = reckonDay(day, { rules, schedule, now });
  return {
    date,
    is: scheduled.kind === 'WORK' ? 'WORK' : scheduled.why,
    holiday: scheduled.kind === 'WORK' ? null : scheduled.name,
    spentAs: spentAs(day, reckoning.worked),
    state: record.state,
    corrections: heard.confirmed.filter((one) => one.day === date).length,
    reported: plan.reported,
    ...reckoning,
    flags: [...reckoning.flags, ...correctionFlags(heard, date)],
  };
}

/** The days from one up to and with another, each from its facts. */
export function rowsOf(from: LocalDate, to: LocalDate, record: PersonsRecord): SheetRow[] {
  const { facts, hours, plans, rules, now } = record;
  const schedule = scheduleOf(hours);
  const heard = punchesOf(facts);
  const boundaries = { schedule, rules, plans };
  const days = byWorkingDay(heard.punches, boundaries);
  const rows: SheetRow[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const scheduled = schedule(date);
    const plan = plans.get(date) ?? { date, ...NOTHING_PLANNED };
    const asked = {
      date,
      punches: days.get(date) ?? [],
      endAskedFrom: endAskedFrom(scheduled, plan, boundaries),
    };
    const folded = foldDay({ ...asked, now }, rules);
    rows.push(rowOf({ scheduled, record: folded, plan, answers: heard.answers }, { record, schedule, heard }));
  }
  return rows;
}

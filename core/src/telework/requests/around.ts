import type { Actor, OrganisationSnapshot } from '../../directory/index.ts';
import type { ActiveSwitch, Commitment, Regulations } from '../../regulations/index.ts';
import { addDays, fiscalYearOf, fiscalYearStart, type LocalDate, localDateOf, startOfDay } from '../../shared/index.ts';
import type { Asking } from '../applications/kind.ts';
import type { BookedDay } from '../days/day.ts';
import { bookedDays } from '../days/store.ts';
import { switchesWithin } from '../disaster/switches.ts';
import { cityTimesOn } from '../hours/city-times.ts';
import { employmentsOf, hoursOf } from '../hours/hours-of.ts';
import { type Registration, registrationsOf } from '../registrations/store.ts';
import type { Appointment, AppointmentsOf } from '../room.ts';
import { type ScheduledDay, scheduleOf } from '../working-time/pattern.ts';
import { DAY, type Span } from '../working-time/span.ts';
import type { TeleworkSpan } from './words.ts';

/** Everything around an application for telework: what the rules look at besides the question. */
export interface Around {
  readonly employment: string;
  /** Codes of the person's units and of those above them. */
  readonly units: readonly string[];
  readonly registrations: readonly Registration[];
  /** What stands besides, without what is to be replaced. */
  readonly booked: readonly BookedDay[];
  readonly appointments: readonly Appointment[];
  readonly switches: readonly ActiveSwitch[];
  readonly schedule: (date: LocalDate) => ScheduledDay;
}

const WEEK = 7;

export const unitCodes = (there: OrganisationSnapshot, { posts }: Pick<Actor, 'posts'>): string[] => [
  ...new Set(
    posts.flatMap(({ unitId }) => there.lineAbove(unitId).map((line) => there.units.get(line.unitId)?.code ?? '')),
  ),
];

/** The 年度 of all the days, and the weeks at their ends. */
const yearsOf = ({ from, to }: { from: LocalDate; to: LocalDate }) => ({
  from: addDays(fiscalYearStart(fiscalYearOf(from)), -WEEK),
  to: addDays(fiscalYearStart(fiscalYearOf(to) + 1), WEEK),
});

/** By which rules it is judged, and who knows the person's calendar. */
export interface Judging {
  readonly regulations: Regulations;
  readonly appointmentsOf: AppointmentsOf;
}

export async function around(
  { regulations, appointmentsOf }: Judging,
  { tx, actor, there, today, replacing }: Asking,
  range: { from: LocalDate; to: LocalDate },
): Promise<Around> {
  const { staffId } = actor;
  const years = yearsOf(range);
  const times = cityTimesOn(regulations, { municipalityId: tx.municipalityId, day: range.from });
  const [employments, hours, registrations, booked, switches, appointments] = await Promise.all([
    employmentsOf(tx, [staffId], today),
    hoursOf(tx, { staffIds: [staffId], ...years }, times),
    registrationsOf(tx, staffId),
    bookedDays(tx, { staffIds: [staffId], ...years }),
    switchesWithin(tx, { from: range.from, until: range.to }),
    appointmentsOf(tx, { staffId, ...range }),
  ]);
  const own = hours.get(staffId) ?? { patterns: new Map(), assigned: [], named: new Map(), closed: new Set() };
  return {
    employment: employments.get(staffId) ?? 'REGULAR',
    units: unitCodes(there, actor),
    registrations,
    booked: booked.filter(({ itemId }) => !replacing.includes(itemId)),
    ...{ appointments, switches },
    schedule: scheduleOf(own),
  };
}

const two = (part: number): string => String(part).padStart(2, '0');
/** `08:30` of one day, as the rules write it. */
export const timeOf = (minute: number): string => {
  const at = Math.min(Math.max(minute, 0), DAY - 1);
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
};
export const timesOf = ({ from, to }: Span): { from: string; to: string } => ({ from: timeOf(from), to: timeOf(to) });
const SPANS: readonly TeleworkSpan[] = ['DAY', 'MORNING', 'AFTERNOON', 'HOURS'];

/** The other days of telework, as the caps count them. */
export const otherDays = (booked: readonly BookedDay[]): { date: LocalDate; span: TeleworkSpan }[] =>
  booked
    .filter(({ kind }) => kind === 'TELEWORK')
    .map(({ date, span, detail }) => ({
      date,
      span: SPANS.find((name) => name === detail.span) ?? (span === null ? 'DAY' : 'HOURS'),
    }));

const MINUTE_MS = 60_000;

/** On each day over which it goes. */
function daysOf({ kind, from, to }: Appointment): Commitment[] {
  const found: Commitment[] = [];
  for (let date = localDateOf(from); startOfDay(date) < to; date = addDays(date, 1)) {
    const minuteOf = (at: Date) => Math.min(DAY, Math.max(0, (at.getTime() - startOfDay(date).getTime()) / MINUTE_MS));
    found.push({ date, kind, ...timesOf({ from: minuteOf(from), to: minuteOf(to) }) });
  }
  return found;
}

/** 休暇・出張, and what the calendar says: 対面の会議・当番. */
export const commitmentsIn = ({ booked, appointments }: Pick<Around, 'booked' | 'appointments'>): Commitment[] => [
  ...booked.flatMap(({ date, kind, span }): Commitment[] =>
    kind === 'LEAVE' || kind === 'TRIP' ? [{ date, kind, ...(span === null ? {} : timesOf(span)) }] : [],
  ),
  ...appointments.flatMap(daysOf),
];

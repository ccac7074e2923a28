import { addDays, addWorkingDays, dayOfWeek, fiscalYearOf, isWorkingDay, type LocalDate } from '../../shared/index.ts';
import type { Telework, TeleworkRule } from '../language/telework.ts';
import type { Case } from './situation.ts';
import type { TeleworkSituation, TeleworkSpan } from './vocabulary.ts';

type Cap = Extract<TeleworkRule, { rule: 'CAP' }>;

const WEEK = 7;

/** The seven days of the week in which the day lies. */
function weekOf({ weekStartsOn }: Telework, date: LocalDate): LocalDate[] {
  const first = weekStartsOn === 'MONDAY' ? 1 : 0;
  const start = addDays(date, -((dayOfWeek(date) - first + WEEK) % WEEK));
  return Array.from({ length: WEEK }, (_, at) => addDays(start, at));
}

function samePeriod({ policy, request }: Case, per: Cap['per']): (date: LocalDate) => boolean {
  if (per === 'WEEK') {
    const week = weekOf(policy, request.date);
    return (date) => week.includes(date);
  }
  if (per === 'MONTH') return (date) => date.slice(0, 7) === request.date.slice(0, 7);
  return (date) => fiscalYearOf(date) === fiscalYearOf(request.date);
}

const HALF = 0.5;
const weight = (partDays: Cap['partDays'], span: TeleworkSpan): number =>
  partDays === 'HALF' && span !== 'DAY' ? HALF : 1;

/** How many days of the period are taken, the day asked for among them. */
export function daysTaken(about: Case, { per, partDays }: Pick<Cap, 'per' | 'partDays'>): number {
  const { request, situation } = about;
  const counts = samePeriod(about, per);
  const others = situation.days.filter(({ date }) => date !== request.date && counts(date));
  const byDate = Map.groupBy(others, ({ date }) => date);
  const taken = [...byDate.values()].map((spans) =>
    Math.min(
      1,
      spans.reduce((sum, { span }) => sum + weight(partDays, span), 0),
    ),
  );
  return taken.reduce((sum, one) => sum + one, weight(partDays, request.span));
}

/** Working days of the week that are left for the office: not teleworked, on leave or on a trip. */
export function officeDaysLeft({ policy, request, situation }: Case, partDays: boolean): number {
  const { days, commitments, closed } = situation;
  const asked = [...days.filter(({ date }) => date !== request.date), { date: request.date, span: request.span }];
  const away = (date: LocalDate) =>
    commitments.some(
      (one) => one.date === date && (one.kind === 'LEAVE' || one.kind === 'TRIP') && one.from === undefined,
    );
  const teleworked = (date: LocalDate) =>
    asked.some((one) => one.date === date && (!partDays || one.span === 'DAY')) ||
    asked.filter((one) => one.date === date).length > 1;
  return weekOf(policy, request.date).filter((date) => isWorkingDay(date, closed) && !away(date) && !teleworked(date))
    .length;
}

/** The last day on which an application is in time. */
export const lastDayToApply = (date: LocalDate, workingDays: number, { closed }: TeleworkSituation): LocalDate =>
  workingDays === 0 ? date : addWorkingDays(date, -workingDays, closed);

/** The day that many working days later; 0 is the day itself, a holiday too. */
export const workingDaysAfter = (
  date: LocalDate,
  workingDays: number,
  { closed }: Pick<TeleworkSituation, 'closed'>,
) => (workingDays === 0 ? date : addWorkingDays(date, workingDays, closed));

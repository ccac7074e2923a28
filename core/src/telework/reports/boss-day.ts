import type { Tx } from '../../platform/index.ts';
import type { Regulations, TeleworkRules } from '../../regulations/index.ts';
import { addDays, addWorkingDays, type LocalDate } from '../../shared/index.ts';
import { activeSwitches } from '../disaster/switches.ts';
import { readPeople } from '../punches/reading.ts';
import { type Workday, workdaysOf } from '../punches/workdays.ts';
import type { DayState } from '../working-time/day-record.ts';
import { instantOf } from '../working-time/span.ts';
import { type Due, rowsFor } from './asked.ts';
import { reportedOn } from './reported.ts';
import * as store from './store.ts';

/** How somebody's telework day stands, as the boss is told. */
export interface BossLine {
  readonly staffId: string;
  readonly state: DayState | 'LATE' | 'RESUMED';
  /** When that began. */
  readonly at: Date | null;
  readonly plan: boolean;
  readonly result: boolean;
  /** What the rules have them report. */
  readonly dues: readonly Due[];
}

/** How long after the beginning of the day somebody counts as late. */
const LATE_MINUTES = 30;

function startsAt({ plan, scheduled }: Workday): number | null {
  const spans = plan.telework.flatMap(({ span }) => (span ? [span.from] : []));
  const shift = scheduled.kind === 'WORK' ? scheduled.shift.from : null;
  return spans.length > 0 ? Math.min(...spans) : shift;
}

function isLate(day: Workday, now: Date): boolean {
  const start = startsAt(day);
  const onLeave = day.plan.leave.some(({ span }) => span === null || (start !== null && span.from <= start));
  return start !== null && !onLeave && now >= instantOf(day.date, start + LATE_MINUTES);
}

function stateOf(day: Workday, now: Date): Pick<BossLine, 'state' | 'at'> {
  const { state, punches } = day.record;
  const last = punches.at(-1);
  if (state === 'NOT_STARTED') return { state: isLate(day, now) ? 'LATE' : state, at: null };
  return { state: state === 'WORKING' && last?.punch === 'RESUME' ? 'RESUMED' : state, at: last?.at ?? null };
}

export interface LinesAsked {
  readonly staffIds: readonly string[];
  readonly date: LocalDate;
  readonly now: Date;
}

/** The lines of these people, everything about them read at once. `regulations.ready` must have been awaited. */
export async function linesOf(
  regulations: Regulations,
  tx: Tx,
  { staffIds, date, now }: LinesAsked,
): Promise<BossLine[]> {
  const rules = regulations.teleworkOn({ municipalityId: tx.municipalityId, day: date });
  const [people, reported, switches] = await Promise.all([
    readPeople({ regulations }, tx, { staffIds, from: date, to: date, now }),
    reportedOn(tx, { staffIds, from: date, to: date }),
    activeSwitches(tx, date),
  ]);
  return staffIds.flatMap((staffId): BossLine[] => {
    const person = people.get(staffId)?.person;
    const [day] = person ? workdaysOf(date, date, person) : [];
    if (!day) return [];
    const { plan = false, result = false } = reported.get(staffId)?.get(date) ?? {};
    const dues = rowsFor(rules, { date, plan: day.plan, switches }).map(({ due }) => due);
    return [{ staffId, ...stateOf(day, now), plan, result, dues }];
  });
}

const WEEK = 7;

/** Of the week before, whose result is not there though its last day is over. */
export async function lateResults(
  tx: Tx,
  { policy }: TeleworkRules,
  { staffIds, date }: Pick<LinesAsked, 'staffIds' | 'date'>,
): Promise<string[]> {
  const row = policy?.reports.find(({ due }) => due === 'RESULT');
  if (!row) return [];
  const days = await store.withoutResult(tx, { staffIds, from: addDays(date, -WEEK), to: addDays(date, -1) });
  const late = days.filter((one) => addWorkingDays(one.date, row.workingDays ?? 0) < date);
  return [...new Set(late.map(({ staffId }) => staffId))];
}

const started = ({ state }: BossLine): boolean => state !== 'NOT_STARTED' && state !== 'LATE';
const ended = ({ state }: BossLine): boolean => state === 'ENDED';
const asks = ({ dues }: BossLine, ...some: readonly Due[]): boolean => some.some((due) => dues.includes(due));

/** Of which news there is some: the first start, somebody late, the first end. Each is a message once a day. */
export function newsOf(lines: readonly BossLine[]): number {
  const begun = lines.some((one) => (started(one) && asks(one, 'START')) || (one.plan && asks(one, 'PLAN')));
  const late = lines.some((one) => one.state === 'LATE' && asks(one, 'START', 'PLAN'));
  const over = lines.some((one) => (ended(one) && asks(one, 'END')) || (one.result && asks(one, 'RESULT')));
  return Number(begun) + 2 * Number(late) + 4 * Number(over);
}

export const countsOf = (lines: readonly BossLine[]) => ({
  people: lines.length,
  started: lines.filter(started).length,
  ended: lines.filter(ended).length,
  plans: lines.filter(({ plan }) => plan).length,
  results: lines.filter(({ result }) => result).length,
});

/** What stands on the card, as far as it can change. */
export const shownOf = (lines: readonly BossLine[], late: readonly string[]): string =>
  JSON.stringify([lines.map(({ staffId, state, at, plan, result }) => [staffId, state, at, plan, result]), late]);

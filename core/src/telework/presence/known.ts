import type { Absences } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import type { BookedDay } from '../days/day.ts';
import { planFrom } from '../days/plans.ts';
import { bookedDays } from '../days/store.ts';
import { cityTimesOn } from '../hours/city-times.ts';
import { hoursOf } from '../hours/hours-of.ts';
import { holdsAt } from '../whereabouts/rules.ts';
import { openWhereabouts } from '../whereabouts/store.ts';
import type { DayPlan } from '../working-time/day-plan.ts';
import type { PunchFact } from '../working-time/punches.ts';
import type { Boundaries } from '../working-time/working-days.ts';
import { punchesOn } from './queries.ts';
import { isReachable, type Presence, presenceOf } from './rules.ts';
import { isYesterdayOpen, schedulesOf, standingOf } from './standing.ts';

export interface KnowingParts {
  readonly absences: Pick<Absences, 'absencesOf'>;
  readonly regulations: Regulations;
}

export interface Seen extends Presence {
  readonly reachable: boolean;
}

interface Asked {
  readonly staffIds: readonly string[];
  readonly now: Date;
}

const NO_PLANS: ReadonlyMap<LocalDate, DayPlan> = new Map();
const NO_PUNCHES: readonly PunchFact[] = [];

const plansFrom = (items: readonly BookedDay[]): ReadonlyMap<LocalDate, DayPlan> =>
  items.length === 0
    ? NO_PLANS
    : new Map([...Map.groupBy(items, ({ date }) => date)].map(([date, some]) => [date, planFrom(date, some)]));

interface Day {
  readonly boundaries: Boundaries;
  readonly items: readonly BookedDay[];
  readonly punches: readonly PunchFact[];
}

/** Everybody's day: what was approved of it, by which hours, and what was punched. */
async function daysOf({ regulations }: KnowingParts, tx: Tx, { staffIds, now }: Asked): Promise<Map<string, Day>> {
  const today = localDateOf(now);
  const yesterday = addDays(today, -1);
  const times = cityTimesOn(regulations, { municipalityId: tx.municipalityId, day: today });
  const [items, hours, punches] = await Promise.all([
    bookedDays(tx, { staffIds, from: yesterday, to: today }),
    hoursOf(tx, { staffIds, from: yesterday, to: today }, times),
    punchesOn(tx, staffIds, today),
  ]);
  const itemsOf = Map.groupBy(items, ({ staffId }) => staffId);
  const schedule = schedulesOf();
  const days = new Map<string, Day>();
  for (const [staffId, own] of hours) {
    const mine = itemsOf.get(staffId) ?? [];
    const boundaries = { schedule: schedule(own), plans: plansFrom(mine), rules: times.rules };
    days.set(staffId, { boundaries, items: mine, punches: punches.get(staffId) ?? NO_PUNCHES });
  }
  const open = [...days].filter(([, { boundaries }]) => isYesterdayOpen(boundaries, now)).map(([staffId]) => staffId);
  for (const [staffId, before] of await punchesOn(tx, open, yesterday)) {
    const day = days.get(staffId);
    if (day) days.set(staffId, { ...day, punches: [...before, ...day.punches] });
  }
  return days;
}

/** Where everybody of these is now: one query for each source, then nothing but arithmetic. */
export async function presencesOf(parts: KnowingParts, tx: Tx, asked: Asked): Promise<Map<string, Seen>> {
  const { staffIds, now } = asked;
  const [days, said, away] = await Promise.all([
    daysOf(parts, tx, asked),
    openWhereabouts(tx, staffIds, now),
    parts.absences.absencesOf(tx, staffIds, now),
  ]);
  const holding = said.filter((one) => holdsAt(one, now));
  const saidBy = Map.groupBy(holding, ({ staffId }) => staffId);
  const seen = new Map<string, Seen>();
  for (const [staffId, { boundaries, items, punches }] of days) {
    const standing = standingOf(punches, { boundaries, now });
    const approved = items.filter(({ state, date }) => state === 'APPROVED' && date === standing.day);
    const known = { standing, items: approved, whereabouts: saidBy.get(staffId) ?? [] };
    const presence = presenceOf({ ...known, absences: away.get(staffId) ?? [] }, now);
    seen.set(staffId, { ...presence, reachable: isReachable(presence, standing) });
  }
  return seen;
}

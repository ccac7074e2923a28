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

const plansFrom = (items: readonly BookedDay[]): ReadonlyMap<LocalDate, DayPlan> =>
  items.length === 0
    ? NO_PLANS
    : new Map([...Map.groupBy(items, ({ date }) => date)].map(([date, some]) => [date, planFrom(date, some)]));

interface Day {
  readonly boundaries: Boundaries;
  readonly items: readonly BookedDay[];
  readonly punches: readonly PunchFact[];
}

interface OfDay {
  readonly items: ReadonlyMap<string, readonly BookedDay[]>;
  readonly punches: ReadonlyMap<string, readonly PunchFact[]>;
}

async function ofDay(tx: Tx, staffIds: readonly string[], day: LocalDate): Promise<OfDay> {
  const [items, punches] = await Promise.all([
    bookedDays(tx, { staffIds, from: day, to: day }),
    punchesOn(tx, staffIds, day),
  ]);
  return { items: Map.groupBy(items, ({ staffId }) => staffId), punches };
}

/** Everybody's day: what was approved of it, by which hours, and what was punched; yesterday's where it may still run. */
async function daysOf({ regulations }: KnowingParts, tx: Tx, { staffIds, now }: Asked): Promise<Map<string, Day>> {
  const today = localDateOf(now);
  const yesterday = addDays(today, -1);
  const times = cityTimesOn(regulations, { municipalityId: tx.municipalityId, day: today });
  const [hours, present] = await Promise.all([
    hoursOf(tx, { staffIds, from: yesterday, to: today }, times),
    ofDay(tx, staffIds, today),
  ]);
  const scheduleOf = schedulesOf();
  const by = new Map([...hours].map(([staffId, own]) => [staffId, { schedule: scheduleOf(own), rules: times.rules }]));
  const open = [...by]
    .filter(([, one]) => isYesterdayOpen({ ...one, plans: NO_PLANS }, now))
    .map(([staffId]) => staffId);
  const past = await ofDay(tx, open, yesterday);
  return new Map(
    [...by].map(([staffId, { schedule, rules }]) => {
      const items = [...(past.items.get(staffId) ?? []), ...(present.items.get(staffId) ?? [])];
      const punches = [...(past.punches.get(staffId) ?? []), ...(present.punches.get(staffId) ?? [])];
      return [staffId, { boundaries: { schedule, rules, plans: plansFrom(items) }, items, punches }];
    }),
  );
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

import type { Absences } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import type { BookedDay } from '../days/day.ts';
import { plansFrom } from '../days/plans.ts';
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

interface Day {
  readonly boundaries: Boundaries;
  readonly items: readonly BookedDay[];
  readonly punches: readonly PunchFact[];
}

interface OfDay {
  readonly items: readonly BookedDay[];
  readonly punches: ReadonlyMap<string, readonly PunchFact[]>;
}

async function ofDay(tx: Tx, staffIds: readonly string[], day: LocalDate): Promise<OfDay> {
  const [items, punches] = await Promise.all([
    bookedDays(tx, { staffIds, from: day, to: day }),
    punchesOn(tx, staffIds, day),
  ]);
  return { items, punches };
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
  // Few hours are kept by many people.
  const openBy = new Map(
    [...new Set([...by.values()].map(({ schedule }) => schedule))].map((schedule) => [
      schedule,
      isYesterdayOpen({ schedule, rules: times.rules, plans: NO_PLANS }, now),
    ]),
  );
  const open = [...by].filter(([, { schedule }]) => openBy.get(schedule)).map(([staffId]) => staffId);
  const past = await ofDay(tx, open, yesterday);
  const booked = [...past.items, ...present.items];
  const plans = plansFrom(booked);
  const bookedBy = Map.groupBy(booked, ({ staffId }) => staffId);
  return new Map(
    [...by].map(([staffId, { schedule, rules }]) => {
      const items = bookedBy.get(staffId) ?? [];
      const punches = [...(past.punches.get(staffId) ?? []), ...(present.punches.get(staffId) ?? [])];
      return [staffId, { boundaries: { schedule, rules, plans: plans.get(staffId) ?? NO_PLANS }, items, punches }];
    }),
  );
}

/** Where people were at a moment, and until when that holds as long as nothing is written. */
export interface Presences {
  readonly at: Date;
  readonly until: Date;
  readonly of: ReadonlyMap<string, Seen>;
}

const MINUTE_MS = 60_000;

/** The record is in whole minutes; what was said, and who is away, has its own beginning and end. */
function nextTurn(turns: readonly (Date | null)[], now: Date): Date {
  const minute = (Math.floor(now.getTime() / MINUTE_MS) + 1) * MINUTE_MS;
  const next = turns.reduce((first, at) => (at && at > now ? Math.min(first, at.getTime()) : first), minute);
  return new Date(next);
}

/** Where everybody of these is now: one query for each source, then nothing but arithmetic. */
export async function presencesOf(parts: KnowingParts, tx: Tx, asked: Asked): Promise<Presences> {
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
  const ends = [...away.values()].flat().map(({ until }) => (until === null ? null : new Date(until)));
  const turns = [...said.flatMap(({ from, expiresAt }) => [from, expiresAt]), ...ends];
  return { at: now, until: nextTurn(turns, now), of: seen };
}

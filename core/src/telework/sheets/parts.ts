import type { Actor, Directory, Person, Served } from '../../directory/index.ts';
import { type Clock, type Database, newId, type Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { type Caller, lastOfMonth, notAllowed, notFound, type Via } from '../../shared/index.ts';
import type { TeleworkFact } from '../history/fact.ts';
import { type CityTimes, cityTimesOn } from '../hours/city-times.ts';
import { keptRules } from '../punches/kept-since.ts';
import type { Engine } from './engine.ts';
import { type Month, sheetIdOf } from './month.ts';
import { closesMonths, mayRead, peopleOf, type Standing } from './month-people.ts';
import type { LeaveNames } from './words.ts';

export interface SheetParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly wake: () => void;
  readonly engine: Engine;
  readonly standing: (tx: Tx, month: Month) => Promise<Standing>;
}

/** What the city says about working time at the end of the month: a sheet is made by one set of rules. */
export async function timesOf({ regulations }: SheetParts, tx: Tx, month: Month): Promise<CityTimes> {
  await regulations.ready(tx);
  const times = cityTimesOn(regulations, { municipalityId: tx.municipalityId, day: lastOfMonth(month) });
  return { ...times, rules: await keptRules(tx, times.rules) };
}

const ANNUAL = { ja: '年次有給休暇', en: 'Annual leave' };

/** Names of the city's leaves; `regulations.ready` must have been awaited. */
export function leaveNames(
  { regulations }: Pick<SheetParts, 'regulations'>,
  { municipalityId, month }: { municipalityId: string; month: Month },
): LeaveNames {
  const { specialLeave } = regulations.workingTimeOn({ municipalityId, day: lastOfMonth(month) });
  return new Map([['ANNUAL', ANNUAL] as const, ...specialLeave.map(({ id, name }) => [id, name] as const)]);
}

export interface Reading {
  readonly actor: Actor;
  readonly standing: Standing;
  readonly served: Served;
}

/** Whose sheet is asked for, by somebody who may see it; for others it is not there. */
export async function readable(
  { directory, standing }: SheetParts,
  { tx, caller, month, staffId }: { tx: Tx; caller: Caller; month: Month; staffId: string | undefined },
): Promise<Reading> {
  const [actor, both] = await Promise.all([directory.actorOf(tx, caller), standing(tx, month)]);
  const whose = staffId ?? actor.staffId;
  if (!mayRead(both, actor, whose)) throw notFound('telework.sheet_not_found');
  const [served] = await peopleOf(tx, month, [whose]);
  if (!served) throw notFound('telework.sheet_not_found');
  return { actor, standing: both, served };
}

/** @throws not-allowed `telework.sheet_personnel_only` */
export async function personnel({ directory }: SheetParts, tx: Tx, caller: Caller): Promise<Actor> {
  const actor = await directory.actorOf(tx, caller);
  if (!closesMonths(actor)) throw notAllowed('telework.sheet_personnel_only');
  return actor;
}

/** The next fact of a person's month. */
export const sheetFact = (
  { clock }: Pick<SheetParts, 'clock'>,
  given: Pick<TeleworkFact, 'seq' | 'act' | 'fact'> & { staffId: string; month: Month; actor: Person; via: Via },
): TeleworkFact => {
  const { month, staffId, fact, ...rest } = given;
  const subject = { kind: 'sheet', id: sheetIdOf(staffId, month) };
  return { ...rest, subject, staffId, fact: { month, ...fact }, at: clock.now(), leafId: newId(clock) };
};

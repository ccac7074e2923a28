import {
  type Actor,
  type Directory,
  hasRole,
  type OrganisationSnapshot,
  organisationOn,
  type Person,
  type Served,
  servedBetween,
} from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { firstOfMonth, lastOfMonth } from '../../shared/index.ts';
import { bossesOf, mayActAsBoss, mayLookAt, peopleUnder, reportsOf } from '../people/people.ts';
import type { Month } from './month.ts';

/** The organisation as it stands today, and as it stood when the month ended: after 1 April these are two. */
export interface Standing {
  readonly today: OrganisationSnapshot;
  readonly atEnd: OrganisationSnapshot;
}

interface Known {
  readonly version: number | null;
  readonly organisation: Promise<OrganisationSnapshot>;
}

/** Both organisations; that of a day gone by is read once per version of the directory. */
export function standings(directory: Directory): (tx: Tx, month: Month) => Promise<Standing> {
  const past = new Map<string, Known>();
  return async (tx, month) => {
    const [today, version] = await Promise.all([directory.organisation(tx), directory.version(tx)]);
    const day = lastOfMonth(month);
    if (day >= today.day) return { today, atEnd: today };
    const key = `${tx.municipalityId} ${day}`;
    const known = past.get(key);
    if (known?.version === version) return { today, atEnd: await known.organisation };
    if (past.size > 24) past.clear();
    const organisation = organisationOn(tx, day);
    past.set(key, { version, organisation });
    organisation.catch(() => past.delete(key));
    return { today, atEnd: await organisation };
  };
}

// 特別職 have no hours of duty.
const HAS_HOURS = ({ rank }: Served): boolean => rank !== 'MAYOR' && rank !== 'DEPUTY_MAYOR';

/** Whose month it is: everybody who held a post in it, also those who have left since. */
export async function peopleOf(tx: Tx, month: Month, staffIds: readonly string[] | null = null): Promise<Served[]> {
  return (await servedBetween(tx, { from: firstOfMonth(month), to: lastOfMonth(month), staffIds })).filter(HAS_HOURS);
}

export const personOf = ({ staffId, name, postTitle, unitName }: Served): Person => ({
  ...{ staffId, name, postTitle, unitName },
});

/** Whoever is their boss today or was it when the month ended, and the heads above. */
export const mayConfirm = ({ today, atEnd }: Standing, actor: Actor, staffId: string): boolean =>
  mayActAsBoss(today, actor, staffId) || (today !== atEnd && mayActAsBoss(atEnd, actor, staffId));

export const mayRead = ({ today, atEnd }: Standing, actor: Actor, staffId: string): boolean =>
  mayLookAt(today, actor, staffId) || (today !== atEnd && mayLookAt(atEnd, actor, staffId));

/** The 所属長 of when the month ended; where there is none any more, today's. Nobody for those at the top. */
export function confirmersOf({ today, atEnd }: Standing, staffId: string): Person[] {
  const was = bossesOf(atEnd, staffId);
  const bosses = was.length > 0 ? was : bossesOf(today, staffId);
  return bosses.map(({ staffId: id, name, postTitle, unitName }) => ({ staffId: id, name, postTitle, unitName }));
}

/** Those whose months are theirs to confirm, or with `all` everybody below. */
export function confirmedBy({ today, atEnd }: Standing, actor: Actor, all: boolean): string[] {
  const of = (there: OrganisationSnapshot) => (all ? peopleUnder : reportsOf)(there, actor);
  const both = [...of(atEnd), ...(today === atEnd ? [] : of(today))];
  return [...new Set(both.map(({ staffId }) => staffId))];
}

export const closesMonths = (actor: Actor): boolean => hasRole(actor, 'PERSONNEL');

export interface Section {
  readonly unitId: string;
  readonly unitName: string;
}

/** The 課 in which somebody was: what a unit lies in, or itself. */
export function sectionOf({ atEnd }: Standing, { unitId, unitName }: Served): Section {
  const line = atEnd.lineAbove(unitId);
  const section = line.find(({ unitKind }) => unitKind !== 'SUBSECTION') ?? line.at(-1);
  return section ? { unitId: section.unitId, unitName: section.unitName } : { unitId, unitName };
}

/** Whether the person's unit is this one or lies below it. */
export const isWithin = ({ atEnd }: Standing, { unitId }: Served, above: string): boolean =>
  unitId === above || atEnd.lineAbove(unitId).some((unit) => unit.unitId === above);

/** 課 by their codes, as lists of the city hall have them. */
export const inOrder =
  ({ atEnd }: Standing) =>
  (a: Section, b: Section): number => {
    const code = ({ unitId }: Section) => atEnd.units.get(unitId)?.code ?? '';
    return code(a) < code(b) ? -1 : code(a) > code(b) ? 1 : 0;
  };

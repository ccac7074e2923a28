import { type Actor, type FormerUnit, type OrganisationSnapshot, personOf } from '../../directory/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  type ClosedDays,
  fiscalYearOf,
  fiscalYearStart,
  type LocalDate,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import { addFact } from '../calendar/history.ts';
import type { SchedulesParts } from '../parts.ts';
import type { YearlyQuery } from './contract.ts';
import type { YearlyItem } from './item.ts';
import { mayEdit, mayRead, mayReadFormer } from './policy.ts';

/** Items of a list. */
export const MOST = 200;

export interface At {
  readonly parts: SchedulesParts;
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  /** Sections that are gone. */
  readonly formers: ReadonlyMap<string, FormerUnit>;
  readonly today: LocalDate;
}

export interface Asked {
  readonly unitId: string;
  readonly fiscalYear: number;
}

export const closedIn = ({ parts: { regulations }, tx: { municipalityId } }: At, fiscalYear: number): ClosedDays =>
  regulations.workingTimeOn({ municipalityId, day: fiscalYearStart(fiscalYear) }).closed;

export const nameOf = ({ there, formers }: At, unitId: string) => ({
  unitId,
  name: (there.units.get(unitId) ?? formers.get(unitId))?.name ?? '',
  former: !there.units.has(unitId),
});

/** Whether somebody may read the list of a section, be it there or gone. */
export function mayReadList({ actor, there, formers }: At, unitId: string): boolean {
  if (there.units.has(unitId)) return mayRead(actor, unitId, there);
  const former = formers.get(unitId);
  return former !== undefined && mayReadFormer(actor, former, { formers, there });
}

/** Whose list of which year. @throws not-found */
export function askedIn(at: At, { unit, year }: YearlyQuery): Asked {
  const unitId = unit ?? at.actor.posts[0]?.sectionId;
  if (unitId === undefined) throw notFound('schedules.yearly_no_unit');
  if (!mayReadList(at, unitId)) throw notFound('schedules.yearly_unknown');
  return { unitId, fiscalYear: year ?? fiscalYearOf(at.today) };
}

/** @throws not-found, not-allowed */
export function assureEditor(at: At, unitId: string): void {
  askedIn(at, { unit: unitId });
  if (!mayEdit(at.actor, unitId)) throw notAllowed('schedules.yearly_not_yours');
}

type Act = 'MADE' | 'CHANGED' | 'REMOVED' | 'TAKEN_OVER';

/** What was done, in the history. */
export async function note({ parts: { clock }, tx, caller, actor }: At, item: YearlyItem, act: Act): Promise<void> {
  const { unitId, fiscalYear, title, rule, date, days, daysBefore, copiedFrom } = item;
  await addFact(tx, {
    ...{ subject: { kind: 'yearly', id: item.itemId }, seq: item.version, at: clock.now(), act, staffId: null },
    ...{ actor: personOf(actor), via: caller.via, leafId: newId(clock) },
    fact: act === 'REMOVED' ? {} : { unitId, fiscalYear, title, rule: { ...rule }, date, days, daysBefore, copiedFrom },
  });
}

/** @throws bad-input `schedules.yearly_other_year` */
export function assureInYear(
  date: LocalDate,
  { title, year }: { readonly title: string; readonly year: number },
): void {
  if (fiscalYearOf(date) !== year) throw badInput('schedules.yearly_other_year', { title, date, year });
}

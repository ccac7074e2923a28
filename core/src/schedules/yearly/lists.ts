import { fiscalYearOf, YEARS_WITH_HOLIDAYS } from '../../shared/index.ts';
import { type Asked, type At, closedIn, mayReadList, nameOf } from './at.ts';
import type { YearlyPreview, YearlyView } from './contract.ts';
import { mayEdit, readableSections } from './policy.ts';
import { presentItem, presentNext } from './present.ts';
import { daysOffOf } from './rules.ts';
import * as store from './store.ts';

export interface Into {
  readonly fiscalYear: number;
  /** Whose lists it can go into, as far as the caller may put it there. */
  readonly unitIds: readonly string[];
}

/**
 * Where a list goes: into the next year of the section. Nothing says what came after a section that is gone, so whoever
 * heads what it lay in says it; what it has of a year in which it was gone already stays in that year.
 */
export function intoOf({ actor, there, formers }: At, { unitId, fiscalYear }: Asked): Into {
  const until = formers.get(unitId)?.until;
  if (until === undefined) return { fiscalYear: fiscalYear + 1, unitIds: mayEdit(actor, unitId) ? [unitId] : [] };
  const stays = fiscalYear >= fiscalYearOf(until);
  return { fiscalYear: stays ? fiscalYear : fiscalYear + 1, unitIds: readableSections(actor, there) };
}

const mayTakeOver = ({ fiscalYear, unitIds }: Into): boolean =>
  unitIds.length > 0 && fiscalYear <= YEARS_WITH_HOLIDAYS.last;

/** The sections that are gone, of whose lists something is left to read. */
async function formersOf(at: At): Promise<string[]> {
  const readable = [...at.formers.keys()].filter((unitId) => mayReadList(at, unitId));
  if (readable.length === 0) return [];
  const listed = await store.listedUnits(at.tx);
  return readable.filter((unitId) => listed.has(unitId));
}

export async function listNow(at: At, asked: Asked): Promise<YearlyView> {
  const items = await store.listItems(at.tx, asked);
  const closed = closedIn(at, asked.fiscalYear);
  const units = new Set([asked.unitId, ...readableSections(at.actor, at.there), ...(await formersOf(at))]);
  return {
    ...{ fiscalYear: asked.fiscalYear, unit: nameOf(at, asked.unitId) },
    units: [...units].map((unitId) => nameOf(at, unitId)),
    items: items.map((item) => presentItem(item, closed)),
    may: { edit: mayEdit(at.actor, asked.unitId), takeOver: mayTakeOver(intoOf(at, asked)) },
  };
}

export async function nextNow(at: At, asked: Asked): Promise<YearlyPreview> {
  const into = intoOf(at, asked);
  const { fiscalYear } = into;
  const items = await store.listItems(at.tx, asked);
  const taken = await store.takenOf(at.tx, items);
  const closed = { before: closedIn(at, asked.fiscalYear), after: closedIn(at, fiscalYear) };
  const sameYear = fiscalYear === asked.fiscalYear;
  return {
    ...{ fiscalYear, unit: nameOf(at, asked.unitId), into: into.unitIds.map((unitId) => nameOf(at, unitId)) },
    daysOff: daysOffOf(fiscalYear, closed.after),
    items: items.map((item) => presentNext(item, { ...closed, sameYear, taken: taken.has(item.itemId) })),
    may: { takeOver: mayTakeOver(into) },
  };
}

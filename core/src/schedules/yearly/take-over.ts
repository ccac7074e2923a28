import { newId } from '../../platform/index.ts';
import { badInput, conflict, type LocalDate, notAllowed, YEARS_WITH_HOLIDAYS } from '../../shared/index.ts';
import { type Asked, type At, askedIn, assureInYear, MOST, note } from './at.ts';
import type { TakeOverInput, YearlyView } from './contract.ts';
import { intoOf, listNow } from './lists.ts';
import * as store from './store.ts';

/** Into whose list of which year. @throws not-allowed, bad-input */
function goesInto(at: At, asked: Asked, into: string): Asked {
  const { fiscalYear, unitIds } = intoOf(at, asked);
  if (unitIds.length === 0) throw notAllowed('schedules.yearly_not_yours');
  if (!unitIds.includes(into)) throw notAllowed('schedules.yearly_no_such_heir');
  const { last } = YEARS_WITH_HOLIDAYS;
  if (fiscalYear > last) throw badInput('schedules.yearly_last_year', { year: fiscalYear, last });
  return { unitId: into, fiscalYear };
}

/** All of them or none, and each only once. */
export async function takeOverOnce(at: At, { unit, year, into = unit, items }: TakeOverInput): Promise<YearlyView> {
  const from = askedIn(at, { unit, year });
  const next = goesInto(at, from, into);
  if (new Set(items.map(({ itemId }) => itemId)).size < items.length) throw badInput('schedules.yearly_twice');
  // Always the older year first, and a section that is gone before one that is there: so nobody waits in a circle.
  await store.lockList(at.tx, from);
  await store.lockList(at.tx, next);
  const listed = await store.listItems(at.tx, from);
  const known = new Map(listed.map((item) => [item.itemId, item]));
  const taken = await store.takenOf(at.tx, listed);
  const there = await store.listItems(at.tx, next);
  if (there.length + items.length > MOST) throw badInput('schedules.yearly_too_many', { most: MOST });
  for (const { itemId, version, date } of items) {
    const before = known.get(itemId);
    const title = before?.title ?? '';
    if (before?.version !== version) throw conflict('schedules.yearly_changed_meanwhile', { title });
    if (taken.has(itemId)) throw conflict('schedules.yearly_taken_over', { title, year: next.fiscalYear });
    assureInYear(date as LocalDate, { title, year: next.fiscalYear });
    const is = { ...next, itemId: newId(at.parts.clock), date: date as LocalDate, copiedFrom: itemId, version: 1 };
    await store.saveItem(at.tx, { ...before, ...is });
    await note(at, { ...before, ...is }, 'TAKEN_OVER');
  }
  return listNow(at, next);
}

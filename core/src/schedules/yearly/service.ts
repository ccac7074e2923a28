import { type Actor, type OrganisationSnapshot, personOf } from '../../directory/index.ts';
import { newId, onlyOnce, type Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  type ClosedDays,
  conflict,
  fiscalYearOf,
  fiscalYearStart,
  type Json,
  type LocalDate,
  localDateOf,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import { addFact } from '../calendar/history.ts';
import type { SchedulesParts } from '../parts.ts';
import type {
  AddYearlyInput,
  ChangeYearlyInput,
  TakeOverInput,
  YearlyItemView,
  YearlyPreview,
  YearlyQuery,
  YearlyView,
} from './contract.ts';
import type { YearlyItem } from './item.ts';
import { mayEdit, mayRead, readableSections } from './policy.ts';
import { presentItem, presentNext } from './present.ts';
import { dayByRule, isDayOfSomeYear } from './rules.ts';
import * as store from './store.ts';

export interface Yearly {
  /** @throws not-found `schedules.yearly_unknown`, `schedules.yearly_no_unit` */
  list(caller: Caller, query: YearlyQuery): Promise<YearlyView>;
  /** What the list would be in the fiscal year after. The same. */
  next(caller: Caller, query: YearlyQuery): Promise<YearlyPreview>;
  /** @throws not-found; not-allowed `schedules.yearly_not_yours`; bad-input `schedules.yearly_*` */
  add(caller: Caller, input: AddYearlyInput): Promise<YearlyItemView>;
  /** The same, and conflict `schedules.yearly_stale`; not-found `schedules.yearly_item_unknown` */
  change(caller: Caller, itemId: string, input: ChangeYearlyInput): Promise<YearlyItemView>;
  /** The same. */
  remove(caller: Caller, itemId: string, version: number): Promise<void>;
  /**
   * All of them or none, and each only once. Gives the list of the next year.
   * @throws conflict `schedules.yearly_taken_over`, `schedules.yearly_changed_meanwhile`; and as `add`
   */
  takeOver(caller: Caller, input: TakeOverInput): Promise<YearlyView>;
}

const MOST = 200;

interface At {
  readonly parts: SchedulesParts;
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly today: LocalDate;
}

interface Asked {
  readonly unitId: string;
  readonly fiscalYear: number;
}

const closedIn = ({ parts: { regulations }, tx: { municipalityId } }: At, fiscalYear: number): ClosedDays =>
  regulations.workingTimeOn({ municipalityId, day: fiscalYearStart(fiscalYear) }).closed;

const nameOf = ({ there }: At, unitId: string) => ({ unitId, name: there.units.get(unitId)?.name ?? '' });

/** Whose list of which year. @throws not-found */
function askedIn({ actor, there, today }: At, { unit, year }: YearlyQuery): Asked {
  const unitId = unit ?? actor.posts[0]?.sectionId;
  if (unitId === undefined) throw notFound('schedules.yearly_no_unit');
  if (!there.units.has(unitId) || !mayRead(actor, unitId, there)) throw notFound('schedules.yearly_unknown');
  return { unitId, fiscalYear: year ?? fiscalYearOf(today) };
}

/** @throws not-found, not-allowed */
function assureEditor(at: At, unitId: string): void {
  askedIn(at, { unit: unitId });
  if (!mayEdit(at.actor, unitId)) throw notAllowed('schedules.yearly_not_yours');
}

async function listNow(at: At, asked: Asked): Promise<YearlyView> {
  const items = await store.listItems(at.tx, asked);
  const closed = closedIn(at, asked.fiscalYear);
  const units = new Set([asked.unitId, ...readableSections(at.actor, at.there)]);
  return {
    ...{ fiscalYear: asked.fiscalYear, unit: nameOf(at, asked.unitId) },
    units: [...units].map((unitId) => nameOf(at, unitId)),
    items: items.map((item) => presentItem(item, closed)),
    may: { edit: mayEdit(at.actor, asked.unitId) },
  };
}

async function nextNow(at: At, asked: Asked): Promise<YearlyPreview> {
  const fiscalYear = asked.fiscalYear + 1;
  const items = await store.listItems(at.tx, asked);
  const there = await store.listItems(at.tx, { ...asked, fiscalYear });
  const taken = new Set(there.map(({ copiedFrom }) => copiedFrom));
  const closed = { before: closedIn(at, asked.fiscalYear), after: closedIn(at, fiscalYear) };
  return {
    ...{ fiscalYear, unit: nameOf(at, asked.unitId) },
    items: items.map((item) => presentNext(item, closed, taken.has(item.itemId))),
    may: { takeOver: mayEdit(at.actor, asked.unitId) },
  };
}

type Act = 'MADE' | 'CHANGED' | 'REMOVED' | 'TAKEN_OVER';

async function note({ parts: { clock }, tx, caller, actor }: At, item: YearlyItem, act: Act): Promise<void> {
  const { unitId, fiscalYear, title, rule, date, days, daysBefore, copiedFrom } = item;
  await addFact(tx, {
    ...{ subject: { kind: 'yearly', id: item.itemId }, seq: item.version, at: clock.now(), act, staffId: null },
    ...{ actor: personOf(actor), via: caller.via, leafId: newId(clock) },
    fact: act === 'REMOVED' ? {} : { unitId, fiscalYear, title, rule: { ...rule }, date, days, daysBefore, copiedFrom },
  });
}

type Said = Pick<AddYearlyInput, 'title' | 'note' | 'rule' | 'date' | 'days' | 'daysBefore'>;

/** @throws bad-input `schedules.yearly_other_year` */
function assureInYear(date: LocalDate, { title, year }: { readonly title: string; readonly year: number }): void {
  if (fiscalYearOf(date) !== year) throw badInput('schedules.yearly_other_year', { title, date, year });
}

/** What is said, with its day. @throws bad-input */
function settled(at: At, fiscalYear: number, { title, note: words, rule, date, days, daysBefore }: Said) {
  if (rule.kind === 'DAY' && !isDayOfSomeYear(rule.month, rule.day))
    throw badInput('schedules.yearly_no_such_day', { month: rule.month, day: rule.day });
  const day = (date as LocalDate | null) ?? dayByRule(rule, fiscalYear, closedIn(at, fiscalYear))?.date;
  if (day === undefined) throw badInput('schedules.yearly_date_missing');
  assureInYear(day, { title, year: fiscalYear });
  return { title, note: words, rule, date: day, days, daysBefore };
}

async function addOnce(at: At, { unit, year, ...said }: AddYearlyInput): Promise<YearlyItemView> {
  assureEditor(at, unit);
  const asked = { unitId: unit, fiscalYear: year };
  await store.lockList(at.tx, asked);
  if ((await store.listItems(at.tx, asked)).length >= MOST) throw badInput('schedules.yearly_too_many', { most: MOST });
  const item = { ...settled(at, year, said), ...asked, itemId: newId(at.parts.clock), copiedFrom: null, version: 1 };
  await store.saveItem(at.tx, item);
  await note(at, item, 'MADE');
  return presentItem(item, closedIn(at, year));
}

/** @throws not-found, not-allowed, conflict */
async function present(at: At, itemId: string, version: number): Promise<YearlyItem> {
  const item = await store.lockItem(at.tx, itemId);
  if (!item || !mayRead(at.actor, item.unitId, at.there)) throw notFound('schedules.yearly_item_unknown');
  assureEditor(at, item.unitId);
  if (item.version !== version)
    throw conflict('schedules.yearly_stale', {}, presentItem(item, closedIn(at, item.fiscalYear)));
  return item;
}

async function change(at: At, itemId: string, { version, ...said }: ChangeYearlyInput): Promise<YearlyItemView> {
  const before = await present(at, itemId, version);
  const item = { ...before, ...settled(at, before.fiscalYear, said), version: version + 1 };
  await store.saveItem(at.tx, item);
  await note(at, item, 'CHANGED');
  return presentItem(item, closedIn(at, item.fiscalYear));
}

async function remove(at: At, itemId: string, version: number): Promise<void> {
  const item = { ...(await present(at, itemId, version)), version: version + 1 };
  await store.removeItem(at.tx, item, at.parts.clock.now());
  await note(at, item, 'REMOVED');
}

async function takeOverOnce(at: At, { unit, year, items }: TakeOverInput): Promise<YearlyView> {
  assureEditor(at, unit);
  const next = { unitId: unit, fiscalYear: year + 1 };
  if (new Set(items.map(({ itemId }) => itemId)).size < items.length) throw badInput('schedules.yearly_twice');
  // Always the older year first, so that nobody waits in a circle.
  await store.lockList(at.tx, { unitId: unit, fiscalYear: year });
  await store.lockList(at.tx, next);
  const known = new Map((await store.listItems(at.tx, { unitId: unit, fiscalYear: year })).map((i) => [i.itemId, i]));
  const there = await store.listItems(at.tx, next);
  const taken = new Set(there.map(({ copiedFrom }) => copiedFrom));
  if (there.length + items.length > MOST) throw badInput('schedules.yearly_too_many', { most: MOST });
  for (const { itemId, version, date } of items) {
    const before = known.get(itemId);
    const title = before?.title ?? '';
    if (before?.version !== version) throw conflict('schedules.yearly_changed_meanwhile', { title });
    if (taken.has(itemId)) throw conflict('schedules.yearly_taken_over', { title, year: year + 1 });
    assureInYear(date as LocalDate, { title, year: year + 1 });
    const is = { ...next, itemId: newId(at.parts.clock), date: date as LocalDate, copiedFrom: itemId, version: 1 };
    await store.saveItem(at.tx, { ...before, ...is });
    await note(at, { ...before, ...is }, 'TAKEN_OVER');
  }
  return listNow(at, next);
}

export function createYearly(parts: SchedulesParts): Yearly {
  const { db, directory, regulations, clock, wake } = parts;
  const inside = async <T>(tx: Tx, caller: Caller, work: (at: At) => Promise<T>): Promise<T> => {
    const [actor, there] = await Promise.all([directory.actorOf(tx, caller), directory.organisation(tx)]);
    await regulations.ready(tx);
    return work({ parts, tx, caller, actor, there, today: localDateOf(clock.now()) });
  };
  const reading = <T>(caller: Caller, work: (at: At) => Promise<T>): Promise<T> =>
    db.singly(caller.municipalityId, (tx) => inside(tx, caller, work));
  const once = async <T extends Json>(caller: Caller, request: Json, work: (at: At) => Promise<T>): Promise<T> => {
    const done = await db.inMunicipality(caller.municipalityId, (tx) =>
      inside(tx, caller, (at) =>
        onlyOnce(tx, { staffId: at.actor.staffId, key: caller.idempotencyKey, request }, () => work(at)),
      ),
    );
    wake();
    return done;
  };
  return {
    list: (caller, query) => reading(caller, (at) => listNow(at, askedIn(at, query))),
    next: (caller, query) => reading(caller, (at) => nextNow(at, askedIn(at, query))),
    add: (caller, input) => once(caller, { use: 'schedules.add-yearly', ...input }, (at) => addOnce(at, input)),
    change: (caller, itemId, input) =>
      once(caller, { use: 'schedules.change-yearly', itemId, ...input }, (at) => change(at, itemId, input)),
    remove: async (caller, itemId, version) => {
      await once(caller, { use: 'schedules.remove-yearly', itemId, version }, async (at) => {
        await remove(at, itemId, version);
        return {};
      });
    },
    takeOver: (caller, input) =>
      once(caller, { use: 'schedules.take-over-yearly', ...input }, (at) => takeOverOnce(at, input)),
  };
}

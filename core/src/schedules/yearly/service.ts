import { newId, onlyOnce, type Tx } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  type Json,
  type LocalDate,
  localDateOf,
  notFound,
} from '../../shared/index.ts';
import type { SchedulesParts } from '../parts.ts';
import { type At, askedIn, assureEditor, assureInYear, closedIn, MOST, note } from './at.ts';
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
import { listNow, nextNow } from './lists.ts';
import { mayRead } from './policy.ts';
import { presentItem } from './present.ts';
import { dayByRule, isDayOfSomeYear } from './rules.ts';
import * as store from './store.ts';
import { takeOverOnce } from './take-over.ts';

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
   * All of them or none, and each only once. Gives the list into which they went.
   * @throws conflict `schedules.yearly_taken_over`, `schedules.yearly_changed_meanwhile`;
   * not-allowed `schedules.yearly_no_such_heir`; bad-input `schedules.yearly_last_year`; and as `add`
   */
  takeOver(caller: Caller, input: TakeOverInput): Promise<YearlyView>;
}

type Said = Pick<AddYearlyInput, 'title' | 'note' | 'rule' | 'date' | 'days' | 'daysBefore'>;

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

export function createYearly(parts: SchedulesParts): Yearly {
  const { db, directory, regulations, clock, wake } = parts;
  const inside = async <T>(tx: Tx, caller: Caller, work: (at: At) => Promise<T>): Promise<T> => {
    const [actor, there] = await Promise.all([directory.actorOf(tx, caller), directory.organisation(tx)]);
    const formers = await directory.formerUnits(tx);
    await regulations.ready(tx);
    return work({ parts, tx, caller, actor, there, formers, today: localDateOf(clock.now()) });
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
      once(caller, { use: 'schedules.take-over-yearly', ...input, into: input.into ?? input.unit }, (at) =>
        takeOverOnce(at, input),
      ),
  };
}

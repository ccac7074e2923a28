import { type Actor, personOf as asPerson, type Served } from '../../directory/index.ts';
import { newId, onlyOnce, type Tx } from '../../platform/index.ts';
import {
  addDays,
  badInput,
  type Caller,
  conflict,
  invariant,
  type Locale,
  lastOfMonth,
  localDateOf,
} from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import type { CloseInput, ClosingView } from './closing-contract.ts';
import { blockingOf, byUnit, countsOf, type PersonOfMonth, peopleOfMonth } from './closing-figures.ts';
import { closingSubject } from './closing-job.ts';
import { type Closing, closingsOf, insertClosing, takeSheets } from './closing-store.ts';
import { lockMonth } from './is-closed.ts';
import type { Month } from './month.ts';
import { isWithin, peopleOf, type Standing } from './month-people.ts';
import { personnel, type SheetParts, timesOf } from './parts.ts';
import { marksOf, saveReviews } from './store.ts';
import { monthWord } from './words.ts';

export interface ClosingService {
  /** How far the month is, by unit, and who blocks it in one. @throws not-allowed `telework.sheet_personnel_only` */
  view(caller: Caller, asked: { month: Month; unitId: string | undefined }): Promise<ClosingView>;
  /**
   * Begins to close the month; a job works it out. What is not complete or not confirmed is left out.
   * @throws conflict `telework.sheet_month_open`, `…_closing_under_way`, `…_nothing_to_close`; bad-input `…_unknown_unit`
   */
  close(caller: Caller, input: CloseInput): Promise<ClosingView>;
  /** Looks at everybody anew, for the figures of the whole city. */
  refresh(municipalityId: string, month: Month): Promise<void>;
}

export interface ClosingParts extends SheetParts {
  /** Has the figures of the month worked out anew by a job. */
  readonly askRefresh: (municipalityId: string, month: Month) => Promise<void>;
}

// Older figures of the whole city are worked out anew when somebody looks.
const FRESH_FOR_MS = 10 * 60_000;

interface Everybody {
  readonly actor: Actor;
  readonly standing: Standing;
  readonly served: readonly Served[];
}

const everybody = async (parts: SheetParts, tx: Tx, { caller, month }: { caller: Caller; month: Month }) => {
  const actor = await personnel(parts, tx, caller);
  const [standing, served] = await Promise.all([parts.standing(tx, month), peopleOf(tx, month)]);
  return { actor, standing, served } satisfies Everybody;
};

/** Whether the last day of the month can have no more punches. */
const isOver = ({ clock }: SheetParts, month: Month): boolean =>
  localDateOf(clock.now()) > addDays(lastOfMonth(month), 1);

/** The oldest look at anybody; null where somebody was never looked at. */
function oldestLook(people: readonly PersonOfMonth[]): string | null {
  const looks = people.filter(({ mark }) => !mark.closed).map(({ mark }) => mark.reviewed?.at ?? '');
  return looks.length === 0 ? null : looks.toSorted()[0] || null;
}

const presentClosing = (one: Closing, standing: Standing): ClosingView['closings'][number] => ({
  closingId: one.closingId,
  unitName: one.unitId === null ? null : (standing.atEnd.units.get(one.unitId)?.name ?? ''),
  ...{ begunAt: one.begunAt.toISOString(), by: one.begunBy },
  ...{ doneAt: one.doneAt?.toISOString() ?? null, closed: one.closed, leftOut: one.leftOut },
});

interface Showing extends Everybody {
  readonly tx: Tx;
  readonly month: Month;
  readonly unitId: string | undefined;
  readonly locale: Locale;
}

async function show(parts: SheetParts, showing: Showing): Promise<ClosingView> {
  const { tx, month, standing, served, unitId, locale } = showing;
  const [marks, closings] = await Promise.all([
    marksOf(
      tx,
      month,
      served.map(({ staffId }) => staffId),
    ),
    closingsOf(tx, month),
  ]);
  const people = peopleOfMonth(served, marks, standing);
  const inUnit = unitId === undefined ? [] : people.filter((one) => isWithin(standing, one.served, unitId));
  const asOf = oldestLook(people);
  const isDone = people.every(({ mark }) => mark.closed);
  const isFresh = asOf !== null && parts.clock.now().getTime() - Date.parse(asOf) < FRESH_FOR_MS;
  const over = isOver(parts, month);
  return {
    ...countsOf(people),
    ...{ month, asOf, isOver: over, refreshing: !isDone && !isFresh },
    units: byUnit(people, standing),
    blocking: blockingOf(inUnit, { standing, locale }),
    closings: closings.map((one) => presentClosing(one, standing)),
    may: { close: over && !isDone && closings.every(({ doneAt }) => doneAt !== null) },
  };
}

/** Works out anew what the months of these people come to. */
async function lookAt(parts: SheetParts, municipalityId: string, asked: { month: Month; staffIds: readonly string[] }) {
  const { db, clock, engine } = parts;
  const { month } = asked;
  const now = clock.now();
  const times = await db.singly(municipalityId, (tx) => timesOf(parts, tx, month));
  await engine.each({ municipalityId, ...asked, times, now }, (reviews) =>
    db.singly(municipalityId, (tx) => saveReviews(tx, { month, at: now, reviews })),
  );
}

async function view(parts: ClosingParts, caller: Caller, asked: { month: Month; unitId: string | undefined }) {
  const { db } = parts;
  const { municipalityId, locale } = caller;
  const { month, unitId } = asked;
  const all = await db.singly(municipalityId, (tx) => everybody(parts, tx, { caller, month }));
  if (unitId !== undefined) {
    const staffIds = all.served.filter((one) => isWithin(all.standing, one, unitId)).map(({ staffId }) => staffId);
    await lookAt(parts, municipalityId, { month, staffIds });
  }
  const shown = await db.singly(municipalityId, (tx) => show(parts, { ...all, tx, month, unitId, locale }));
  if (shown.refreshing) await parts.askRefresh(municipalityId, month);
  return shown;
}

interface Beginning extends Everybody {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly input: CloseInput;
}

async function begin(parts: SheetParts, { tx, caller, actor, standing, served, input }: Beginning): Promise<string> {
  const { clock } = parts;
  const { month, unitId } = input;
  const params = { month: monthWord(month, caller.locale) };
  if (!isOver(parts, month)) throw conflict('telework.sheet_month_open', params);
  if (unitId !== null && !standing.atEnd.units.has(unitId)) throw badInput('telework.sheet_unknown_unit');
  const whose = unitId === null ? served : served.filter((one) => isWithin(standing, one, unitId));
  // Corrections that are under way are waited for; those that come after find the month being closed.
  await lockMonth(tx, month);
  const closingId = newId(clock);
  const begun = { closingId, month, unitId, begunAt: clock.now(), begunBy: asPerson(actor), via: caller.via };
  if (!(await insertClosing(tx, begun))) throw conflict('telework.sheet_closing_under_way', params);
  const taken = await takeSheets(tx, { closingId, month, staffIds: whose.map(({ staffId }) => staffId) });
  if (taken.length === 0) throw conflict('telework.sheet_nothing_to_close', params);
  const fact = { month, unitId, people: taken.length };
  const first = { subject: closingSubject(closingId), seq: 1, act: 'BEGUN', at: begun.begunAt, staffId: null } as const;
  const told = { ...first, fact, actor: begun.begunBy, via: caller.via, leafId: newId(clock) };
  invariant(await addFact(tx, told), 'nobody else knows this closing');
  return closingId;
}

async function close(parts: ClosingParts, caller: Caller, input: CloseInput): Promise<ClosingView> {
  const { db } = parts;
  const { municipalityId, locale, idempotencyKey: key } = caller;
  const { month, unitId } = input;
  const all = await db.singly(municipalityId, (tx) => everybody(parts, tx, { caller, month }));
  await db.inMunicipality(municipalityId, (tx) => {
    const call = { staffId: all.actor.staffId, key, request: { use: 'telework.close-month', ...input } };
    return onlyOnce(tx, call, () => begin(parts, { ...all, tx, caller, input }));
  });
  parts.wake();
  return db.singly(municipalityId, (tx) => show(parts, { ...all, tx, month, unitId: unitId ?? undefined, locale }));
}

export function createClosings(parts: ClosingParts): ClosingService {
  return {
    view: (caller, asked) => view(parts, caller, asked),
    close: (caller, input) => close(parts, caller, input),
    async refresh(municipalityId, month) {
      const served = await parts.db.singly(municipalityId, (tx) => peopleOf(tx, month));
      await lookAt(parts, municipalityId, { month, staffIds: served.map(({ staffId }) => staffId) });
    },
  };
}

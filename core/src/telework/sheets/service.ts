import { type Actor, personOf as asPerson, hasRole } from '../../directory/index.ts';
import { onlyOnce, type Tx } from '../../platform/index.ts';
import { type Caller, conflict, type Locale, notFound } from '../../shared/index.ts';
import { addFact, factsOf } from '../history/store.ts';
import type { CityTimes } from '../hours/city-times.ts';
import { fingerprintOf } from '../working-time/fingerprint.ts';
import type { MonthMinutes } from '../working-time/limits.ts';
import type { PersonsHours } from '../working-time/pattern.ts';
import { daysNeeded, type MonthSheet, monthMinutes, monthSheet } from '../working-time/sheet.ts';
import type { LimitView, SheetView, UnlockInput } from './contract.ts';
import { type Gap, gapsByDay } from './gaps.ts';
import { lockMonth } from './is-closed.ts';
import { type Month, monthsBefore, sheetIdOf } from './month.ts';
import { mayConfirm, personOf } from './month-people.ts';
import { leaveNames, personnel, type Reading, readable, type SheetParts, sheetFact, timesOf } from './parts.ts';
import { presentLimits, presentSheet } from './present.ts';
import { signalsOf } from './signals.ts';
import { recordsOf } from './sources.ts';
import { marksOf, marksOfMonths, markUnlocked, NO_MARK, type SheetMark } from './store.ts';
import { earlierInYear, minutesAllowed, presentYearHours, workedIn } from './year-hours.ts';

export interface Sheets {
  /** One's own, or somebody's. @throws not-found `telework.sheet_not_found` */
  read(caller: Caller, month: Month, staffId?: string): Promise<SheetView>;
  /**
   * Opens a closed month of one person for corrections.
   * @throws not-allowed `telework.sheet_personnel_only`; conflict `telework.sheet_not_closed`, `telework.sheet_stale`
   */
  unlock(caller: Caller, month: Month, input: UnlockInput): Promise<SheetView>;
}

interface Looking {
  readonly tx: Tx;
  readonly month: Month;
  readonly staffId: string;
  readonly times: CityTimes;
  readonly now: Date;
}

/** What the sheet of a person says now; nothing where they have no hours. */
async function sheetNow({ tx, month, staffId, times, now }: Looking): Promise<Made> {
  const record = (await recordsOf(tx, { staffIds: [staffId], month, times, now })).get(staffId);
  if (!record) throw notFound('telework.sheet_not_found');
  return { sheet: monthSheet(month, record), hours: record.hours };
}

interface Made {
  readonly sheet: MonthSheet;
  /** By which it was made. */
  readonly hours: PersonsHours;
}

/** The months that the limits look at: as they were closed, else as they stand now. */
async function earlierMonths(looking: Looking): Promise<MonthMinutes[]> {
  const { tx, month, staffId } = looking;
  const months = monthsBefore(month);
  const marks = new Map((await marksOfMonths(tx, staffId, months)).map((mark) => [mark.month, mark]));
  return Promise.all(
    months.map(async (one) => {
      const mark = marks.get(one);
      if (mark?.closed && mark.reviewed) return mark.reviewed.minutes;
      return monthMinutes((await sheetNow({ ...looking, month: one })).sheet);
    }),
  );
}

/** Only of whom the pattern limits the hours of a 年度: their months are made anew. */
async function yearHours(looking: Looking, { sheet, hours }: Made, locale: Locale): Promise<LimitView[]> {
  const allowed = minutesAllowed(sheet, hours);
  if (allowed === null) return [];
  const earlier = await Promise.all(
    earlierInYear(looking.month).map(async (month) => workedIn((await sheetNow({ ...looking, month })).sheet)),
  );
  const worked = earlier.reduce((sum, minutes) => sum + minutes, workedIn(sheet));
  return [presentYearHours({ worked, allowed }, looking.times.rules, locale)];
}

/** Of each day, where punches and what else is known differ. */
async function gapsFor({ tx, month, staffId, times }: Looking, { rows }: MonthSheet): Promise<Map<string, Gap[]>> {
  const signals = (await signalsOf(tx, { staffIds: [staffId], ...daysNeeded(month) })).get(staffId) ?? [];
  return gapsByDay(rows, signals, times.rules);
}

async function historyOf(tx: Tx, staffId: string, month: Month): Promise<SheetView['history']> {
  const facts = await factsOf(tx, { kind: 'sheet', id: sheetIdOf(staffId, month) });
  return facts.map(({ seq, at, act, actor, fact }) => {
    const { staffId: id, name, postTitle, unitName } = actor;
    const reason = typeof fact.reason === 'string' ? fact.reason : null;
    return {
      ...{ seq, at: at.toISOString(), act: act as 'CONFIRMED' | 'UNLOCKED', reason },
      actor: { staffId: id, name, postTitle, unitName },
    };
  });
}

async function viewOf(
  parts: SheetParts,
  { tx, month, reading, locale }: { tx: Tx; month: Month; reading: Reading; locale: Locale },
): Promise<SheetView> {
  const { actor, standing, served } = reading;
  const { staffId } = served;
  const times = await timesOf(parts, tx, month);
  const looking = { tx, month, staffId, times, now: parts.clock.now() };
  const made = await sheetNow(looking);
  const { sheet } = made;
  const [gaps, earlier, ofYear, marks, history] = await Promise.all([
    gapsFor(looking, sheet),
    earlierMonths(looking),
    yearHours(looking, made, locale),
    marksOf(tx, month, [staffId]),
    historyOf(tx, staffId, month),
  ]);
  const overtime = presentLimits([...earlier, monthMinutes(sheet)], { month, rules: times.rules, locale });
  return presentSheet({
    ...{
      person: personOf(served),
      sheet,
      gaps,
      limits: [...ofYear, ...overtime],
      history,
      locale,
      leaves: leaveNames(parts, { municipalityId: tx.municipalityId, month }),
    },
    fingerprint: fingerprintOf(sheet),
    mark: marks.get(staffId) ?? NO_MARK,
    isBoss: mayConfirm(standing, actor, staffId),
    isPersonnel: hasRole(actor, 'PERSONNEL'),
  });
}

interface Unlocking {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly month: Month;
  readonly input: UnlockInput;
}

async function unlockOnce(parts: SheetParts, { tx, caller, actor, month, input }: Unlocking): Promise<SheetView> {
  const { staffId, version, reason } = input;
  await lockMonth(tx, month);
  const reading = await readable(parts, { tx, caller, month, staffId });
  const mark: Omit<SheetMark, 'staffId' | 'month'> = (await marksOf(tx, month, [staffId])).get(staffId) ?? NO_MARK;
  const shown = () => viewOf(parts, { tx, month, reading, locale: caller.locale });
  if (!mark.closed) throw conflict('telework.sheet_not_closed', {}, await shown());
  const next = version + 1;
  const fact = { seq: next, act: 'UNLOCKED', staffId, month, via: caller.via, actor: asPerson(actor) };
  const told = { ...fact, fact: { reason, closingId: mark.closingId, fingerprint: mark.closed.fingerprint } };
  if (mark.version !== version || !(await addFact(tx, sheetFact(parts, told))))
    throw conflict('telework.sheet_stale', {}, await shown());
  await markUnlocked(tx, { staffId, month, version: next, at: parts.clock.now() });
  return shown();
}

export function createSheets(parts: SheetParts): Sheets {
  const { db } = parts;
  return {
    read: (caller, month, staffId) =>
      db.singly(caller.municipalityId, async (tx) => {
        const reading = await readable(parts, { tx, caller, month, staffId });
        return viewOf(parts, { tx, month, reading, locale: caller.locale });
      }),
    async unlock(caller, month, input) {
      const view = await db.inMunicipality(caller.municipalityId, async (tx) => {
        const actor = await personnel(parts, tx, caller);
        const request = { use: 'telework.unlock-sheet', month, ...input };
        const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
        return onlyOnce(tx, call, () => unlockOnce(parts, { tx, caller, actor, month, input }));
      });
      parts.wake();
      return view;
    },
  };
}

import { type Actor, personOf } from '../../directory/index.ts';
import { newId, onlyOnce, type Tx, Untouched } from '../../platform/index.ts';
import { addDays, badInput, type Caller, conflict, type LocalDate, localDateOf, notFound } from '../../shared/index.ts';
import { cityTimesOn } from '../hours/city-times.ts';
import { mayLookAt } from '../people/people.ts';
import { isClosed } from '../sheets/is-closed.ts';
import { monthOf } from '../sheets/month.ts';
import { hear, type PunchSource, type Tap, type Tapped } from '../working-time/punches.ts';
import type { MidShiftInput, Punched, PunchInput, WorkdaysQuery, WorkdaysView, WorkdayView } from './contract.ts';
import type { PunchRow } from './fact.ts';
import { asKept } from './kept-since.ts';
import { type Looking, presentWorkday } from './present.ts';
import { maySettle, type PunchesParts, type Read, readPerson } from './reading.ts';
import { byKey, savePunch } from './store.ts';
import { sentenceOf } from './told.ts';
import { currentOf, dayWith, type Workday, workdaysOf } from './workdays.ts';

export interface Punches {
  /**
   * Records a tap, whatever it is; the same key again answers as it did before.
   * @throws conflict `telework.month_closed` where it waited so long that its month is closed
   */
  punch(caller: Caller, input: PunchInput & { readonly source: PunchSource }): Promise<Punched>;
  /** @throws not-found `telework.person_unknown` */
  day(caller: Caller, date: LocalDate | 'today', staffId?: string): Promise<WorkdayView>;
  /** @throws bad-input `telework.days_order`, `telework.days_too_many`; not-found `telework.person_unknown` */
  days(caller: Caller, query: WorkdaysQuery): Promise<WorkdaysView>;
  /** @throws bad-input `telework.pause_unknown`; conflict `telework.month_closed` */
  answerMidShift(caller: Caller, date: LocalDate, input: MidShiftInput): Promise<WorkdayView>;
}

const MOST_DAYS = 62;

interface Tapping {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly tap: Tap;
}

/** The days among which a tap at this instant can lie, read at once. */
const around = (parts: PunchesParts, tx: Tx, { staffId, at, now }: { staffId: string; at: Date; now: Date }) => {
  const today = localDateOf(at);
  return readPerson(parts, tx, { staffId, from: addDays(today, -1), to: addDays(today, 1), now });
};

const withRow = ({ rows, person }: Read, row: PunchRow): Read => ({
  rows: [...rows, row],
  person: { ...person, facts: [...person.facts, row.fact] },
});

interface Shown {
  readonly caller: Caller;
  readonly read: Read;
  readonly tapped: Tapped;
  readonly isRepeated: boolean;
}

/** The working day to which a tap belongs. */
function dayOf(tapped: Tapped, { person }: Read): Workday {
  const today = localDateOf(tapped.at);
  const days = workdaysOf(addDays(today, -1), addDays(today, 1), person);
  const day = dayWith(days, tapped.factId) ?? currentOf(days, tapped.at);
  if (!day) throw notFound('telework.person_unknown');
  return day;
}

function shown({ caller: { locale }, read, tapped, isRepeated }: Shown): Punched {
  const day = dayOf(tapped, read);
  const viewer = { viewer: read.rows[0]?.staffId ?? '', isOwn: true, maySettle: false };
  const looking: Looking = { locale, ...viewer, closed: false, rows: read.rows };
  const told = { locale, tapped, day, isRepeated, rules: read.person.rules };
  return { day: presentWorkday(day, looking), sentence: sentenceOf(told) };
}

// A month is closed a day after its end at the earliest.
const SURELY_OPEN_MS = 3_600_000;
const waitedLong = ({ clientAt, clientSentAt }: Tap): boolean =>
  clientAt !== null && clientSentAt !== null && clientSentAt.getTime() - clientAt.getTime() > SURELY_OPEN_MS;

/** A tap that waited long may be about a month that was closed meanwhile: told from its working day, while no closing begins. */
async function refuseClosed(
  tx: Tx,
  { row, tapped, read }: { row: PunchRow; tapped: Tapped; read: Read },
): Promise<void> {
  const month = monthOf(dayOf(tapped, withRow(read, row)).date);
  if (await isClosed(tx, row.staffId, month)) throw conflict('telework.month_closed', { month });
}

async function record(parts: PunchesParts, { tx, caller, actor, tap }: Tapping, presuming: boolean): Promise<Punched> {
  const { clock, regulations } = parts;
  const now = clock.now();
  const provided = presuming ? parts.directory.presumed(tx) : null;
  const { staffId } = actor;
  const { rules } = cityTimesOn(regulations, { municipalityId: tx.municipalityId, day: localDateOf(now) });
  const tapped = hear({ ...tap, key: `tap:${tap.key}` }, { factId: newId(clock), serverAt: now }, rules);
  const row: PunchRow = {
    ...{ staffId, at: tapped.at, fact: tapped, actor: personOf(actor), comment: '', via: caller.via },
    leafId: newId(clock),
  };
  // Sent together: the reading does not see the tap yet, and the tap does not wait for the reading.
  const reading = around(parts, tx, { staffId, at: tapped.at, now });
  if (tapped.reportedLate && waitedLong(tap)) await refuseClosed(tx, { row, tapped, read: await reading });
  const [read] = await Promise.all([reading, savePunch(tx, row, provided)]);
  return shown({ caller, read: withRow(read, row), tapped, isRepeated: false });
}

async function repeated(parts: PunchesParts, { tx, caller, actor, tap }: Tapping): Promise<Punched | null> {
  const { staffId } = actor;
  const before = await byKey(tx, staffId, `tap:${tap.key}`);
  if (before?.fact.kind !== 'TAPPED') return null;
  const read = await around(parts, tx, { staffId, at: before.at, now: parts.clock.now() });
  return shown({ caller, read, tapped: before.fact, isRepeated: true });
}

async function punch(
  parts: PunchesParts,
  caller: Caller,
  input: PunchInput & { source: PunchSource },
): Promise<Punched> {
  const { db, directory, regulations, wake } = parts;
  const { punch: kind, key, source, clientAt, clientSentAt } = input;
  const dated = (text: string | null) => (text === null ? null : new Date(text));
  const tap: Tap = { key, punch: kind, source, clientAt: dated(clientAt), clientSentAt: dated(clientSentAt) };
  const inside = waitedLong(tap) ? db.inMunicipality : db.singly;
  const once = (presuming: boolean) =>
    inside(caller.municipalityId, async (tx) => {
      if (presuming) directory.presumed(tx);
      const [actor] = await Promise.all([directory.actorOf(tx, caller), regulations.ready(tx)]);
      const tapping = { tx, caller, actor, tap };
      const done = presuming ? null : await repeated(parts, tapping);
      return done ?? record(parts, tapping, presuming);
    });
  // The key came before, or the directory has changed since it was last read: look, then write.
  const again = (error: unknown) => {
    if (error instanceof Untouched) return once(false);
    throw error;
  };
  const punched = await once(true).catch(again).catch(again);
  wake();
  return punched;
}

export interface Seeing {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly staffId: string;
}

/** How somebody's days look to the caller. @throws not-found `telework.person_unknown` */
export async function lookingAt(
  parts: PunchesParts,
  { tx, caller, actor, staffId }: Seeing,
  { rows, month }: { rows: readonly PunchRow[]; month: string },
): Promise<Looking> {
  const isOwn = actor.staffId === staffId;
  const [there, closed] = await Promise.all([parts.directory.organisation(tx), isClosed(tx, staffId, month)]);
  if (!mayLookAt(there, actor, staffId)) throw notFound('telework.person_unknown');
  const viewer = { viewer: actor.staffId, isOwn, maySettle: maySettle(there, actor, staffId) };
  return { locale: caller.locale, ...viewer, closed, rows };
}

/** One day as it is now, also right after something was added. */
export async function seeDay(parts: PunchesParts, seeing: Seeing, date: LocalDate | 'today'): Promise<WorkdayView> {
  const { tx, staffId } = seeing;
  const now = parts.clock.now();
  const today = localDateOf(now);
  const [from, to] = date === 'today' ? [addDays(today, -1), today] : [date, date];
  await parts.regulations.ready(tx);
  const { rows, person } = await readPerson(parts, tx, { staffId, from, to, now });
  const days = workdaysOf(from, to, await asKept(tx, staffId, person));
  const day = date === 'today' ? currentOf(days, now) : days[0];
  if (!day) throw notFound('telework.person_unknown');
  return presentWorkday(day, await lookingAt(parts, seeing, { rows, month: monthOf(day.date) }));
}

async function days(parts: PunchesParts, caller: Caller, query: WorkdaysQuery): Promise<WorkdaysView> {
  const { db, clock, directory, regulations } = parts;
  const [from, to] = [query.from as LocalDate, query.to as LocalDate];
  if (from > to) throw badInput('telework.days_order');
  if (addDays(from, MOST_DAYS) <= to) throw badInput('telework.days_too_many', { most: MOST_DAYS });
  return db.singly(caller.municipalityId, async (tx) => {
    const [actor] = await Promise.all([directory.actorOf(tx, caller), regulations.ready(tx)]);
    const staffId = query.staffId ?? actor.staffId;
    const of = await directory.actorById(tx, staffId);
    if (!of) throw notFound('telework.person_unknown');
    const { rows, person } = await readPerson(parts, tx, { staffId, from, to, now: clock.now() });
    const found = workdaysOf(from, to, await asKept(tx, staffId, person));
    const months = [...new Set(found.map(({ date }) => monthOf(date)))];
    const looking = new Map(
      await Promise.all(
        months.map(
          async (month) => [month, await lookingAt(parts, { tx, caller, actor, staffId }, { rows, month })] as const,
        ),
      ),
    );
    const shownTo = (day: Workday) => looking.get(monthOf(day.date)) as Looking;
    return { person: personOf(of), items: found.map((day) => presentWorkday(day, shownTo(day))) };
  });
}

async function answer(
  parts: PunchesParts,
  seeing: Seeing,
  { date, input }: { date: LocalDate; input: MidShiftInput },
): Promise<WorkdayView> {
  const { clock } = parts;
  const { tx, caller, actor, staffId } = seeing;
  const view = await seeDay(parts, seeing, date);
  if (view.closed) throw conflict('telework.month_closed', { month: monthOf(date) }, view);
  const pause = view.pauses.find(({ punchId }) => punchId === input.punchId);
  if (!pause) throw badInput('telework.pause_unknown');
  const [factId, now] = [newId(clock), clock.now()];
  const fact = { kind: 'MID_SHIFT_ANSWERED', factId, key: `answer:${factId}`, serverAt: now, ...input } as const;
  const row = { staffId, at: new Date(pause.from), fact, actor: personOf(actor), comment: '', via: caller.via };
  await savePunch(tx, { ...row, leafId: newId(clock) });
  return seeDay(parts, seeing, date);
}

export function createPunches(parts: PunchesParts): Punches {
  const { db, directory, wake } = parts;
  return {
    punch: (caller, input) => punch(parts, caller, input),
    day: (caller, date, staffId) =>
      db.singly(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        return seeDay(parts, { tx, caller, actor, staffId: staffId ?? actor.staffId }, date);
      }),
    days: (caller, query) => days(parts, caller, query),
    async answerMidShift(caller, date, input) {
      const view = await db.inMunicipality(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        const { staffId } = actor;
        const request = { use: 'telework.answer-mid-shift', date, ...input };
        return onlyOnce(tx, { staffId, key: caller.idempotencyKey, request }, () =>
          answer(parts, { tx, caller, actor, staffId }, { date, input }),
        );
      });
      wake();
      return view;
    },
  };
}

import { type Actor, personOf } from '../../directory/index.ts';
import { newId, onlyOnce, type Tx, Untouched } from '../../platform/index.ts';
import {
  badInput,
  type Caller,
  conflict,
  KaigiError,
  type LocalDate,
  localDateOf,
  localTimeOf,
  notAllowed,
  notFound,
  startOfDay,
} from '../../shared/index.ts';
import { peopleUnder } from '../people/people.ts';
import { monthOf } from '../sheets/month.ts';
import type { FromPaper, PunchChange } from '../working-time/punches.ts';
import type {
  CorrectionInput,
  CorrectionPage,
  CorrectionQuery,
  CorrectionView,
  SettleCorrectionInput,
  WorkdayView,
} from './contract.ts';
import type { PunchRow } from './fact.ts';
import { correctionsIn, rightsOn } from './present.ts';
import { maySettle, type PunchesParts, readPerson } from './reading.ts';
import { lookingAt, type Seeing, seeDay } from './service.ts';
import { correctionsOf, openCorrections, readCorrection, savePunch, settlementKey } from './store.ts';
import { windowOf } from './workdays.ts';

export interface Corrections {
  /**
   * By the person; it counts when a head above confirms it.
   * @throws bad-input `telework.correction_nothing`, `…_future`, `…_other_day`
   * @throws conflict `telework.correction_stale`, `telework.month_closed`
   */
  ask(caller: Caller, input: CorrectionInput): Promise<WorkdayView>;
  list(caller: Caller, query: CorrectionQuery): Promise<CorrectionPage>;
  /** @throws not-found `telework.correction_not_found` */
  read(caller: Caller, correctionId: string): Promise<CorrectionView>;
  /**
   * @throws not-allowed `telework.correction_not_yours`
   * @throws conflict `telework.correction_over`, `telework.month_closed`
   */
  settle(caller: Caller, correctionId: string, input: SettleCorrectionInput): Promise<CorrectionView>;
  /** By whoever asked. */
  withdraw(caller: Caller, correctionId: string): Promise<CorrectionView>;
}

const MOST = 200;

function changesOf(input: CorrectionInput): PunchChange[] {
  const changes = input.changes.map(({ replaces, by }) => ({
    ...{ replaces, by: by && { punch: by.punch, at: new Date(by.at) } },
  }));
  if (changes.some(({ replaces, by }) => replaces === null && by === null))
    throw badInput('telework.correction_nothing');
  return changes;
}

export interface Asking {
  readonly seeing: Seeing;
  readonly date: LocalDate;
  readonly changes: readonly PunchChange[];
  readonly reason: string;
  readonly paper?: FromPaper;
}

/** Every new time must have been, and lie within the working day that it is stated for. */
async function refuseTimes(parts: PunchesParts, { seeing: { tx, staffId }, date, changes }: Asking): Promise<void> {
  const now = parts.clock.now();
  const { person } = await readPerson(parts, tx, { staffId, from: date, to: date, now });
  const { from, to } = windowOf(date, person);
  for (const { by } of changes) {
    if (!by) continue;
    if (by.at > now) throw badInput('telework.correction_future');
    if (by.at < from || by.at >= to)
      throw badInput('telework.correction_other_day', { time: localTimeOf(by.at), day: date });
  }
}

export async function askOnce(parts: PunchesParts, asking: Asking): Promise<WorkdayView> {
  const { clock } = parts;
  const { seeing, date, changes, reason, paper } = asking;
  const { tx, caller, actor, staffId } = seeing;
  const now = clock.now();
  if (date > localDateOf(now)) throw badInput('telework.correction_future');
  const view = await seeDay(parts, seeing, date);
  if (view.closed) throw conflict('telework.month_closed', { month: monthOf(date) }, view);
  const there = new Set(view.punches.map(({ id }) => id));
  if (changes.some(({ replaces }) => replaces !== null && !there.has(replaces)))
    throw conflict('telework.correction_stale', {}, view);
  await refuseTimes(parts, asking);
  const factId = newId(clock);
  const fact = {
    kind: 'CORRECTION_ASKED',
    factId,
    key: `ask:${factId}`,
    serverAt: now,
    day: date,
    changes,
    reason,
    ...(paper ? { paper } : {}),
  } as const;
  const row = { staffId, at: startOfDay(date), fact, actor: personOf(actor), comment: '' };
  await savePunch(tx, { ...row, via: caller.via, leafId: newId(clock) });
  return seeDay(parts, seeing, date);
}

async function ask(parts: PunchesParts, caller: Caller, input: CorrectionInput): Promise<WorkdayView> {
  const changes = changesOf(input);
  const view = await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const [actor] = await Promise.all([parts.directory.actorOf(tx, caller), parts.regulations.ready(tx)]);
    const { staffId } = actor;
    const request = { use: 'telework.ask-correction', ...input };
    const { reason } = input;
    const asking = { seeing: { tx, caller, actor, staffId }, date: input.date as LocalDate, changes, reason };
    return onlyOnce(tx, { staffId, key: caller.idempotencyKey, request }, () => askOnce(parts, asking));
  });
  parts.wake();
  return view;
}

interface Reading {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
}

/** Somebody may not see it. */
export function orNull(error: unknown): null {
  if (error instanceof KaigiError && error.kind === 'not-found') return null;
  throw error;
}

/** As it is for somebody who may see it; for others it is not there. */
export async function seeCorrection(
  parts: PunchesParts,
  { tx, caller, actor }: Reading,
  row: PunchRow | null,
): Promise<CorrectionView> {
  const { fact, staffId } = row ?? {};
  if (staffId === undefined || fact?.kind !== 'CORRECTION_ASKED') throw notFound('telework.correction_not_found');
  const { day } = fact;
  await parts.regulations.ready(tx);
  const { rows } = await readPerson(parts, tx, { staffId, from: day, to: day, now: parts.clock.now() });
  const looking = await lookingAt(parts, { tx, caller, actor, staffId }, { rows, month: monthOf(day) }).catch(orNull);
  const view = looking && correctionsIn(looking).find(({ id }) => id === fact.factId);
  if (!view) throw notFound('telework.correction_not_found');
  return view;
}

interface Settling {
  readonly correctionId: string;
  readonly outcome: 'CONFIRMED' | 'DECLINED' | 'WITHDRAWN';
  readonly comment: string;
}

async function settleOnce(parts: PunchesParts, reading: Reading, settling: Settling): Promise<CorrectionView> {
  const { clock } = parts;
  const { tx, caller, actor } = reading;
  const { correctionId, outcome, comment } = settling;
  const row = await readCorrection(tx, correctionId);
  const view = await seeCorrection(parts, reading, row);
  if (!row) return view;
  if (view.state !== 'OPEN') throw conflict('telework.correction_over', {}, view);
  const there = await parts.directory.organisation(tx);
  const { staffId: viewer } = actor;
  const looker = { viewer, isOwn: viewer === row.staffId, maySettle: maySettle(there, actor, row.staffId) };
  const rights = rightsOn(row, looker);
  if (!(outcome === 'WITHDRAWN' ? rights.withdraw : rights.settle)) throw notAllowed('telework.correction_not_yours');
  const month = view.date.slice(0, 7);
  if (!view.may.settle && !view.may.withdraw) throw conflict('telework.month_closed', { month }, view);
  const fact = {
    ...({ kind: 'CORRECTION_SETTLED', factId: newId(clock), key: settlementKey(correctionId) } as const),
    ...{ serverAt: clock.now(), correctionId, outcome },
  };
  const settled = { staffId: row.staffId, at: row.at, fact, actor: personOf(actor), comment, via: caller.via };
  await savePunch(tx, { ...settled, leafId: newId(clock) });
  return seeCorrection(parts, reading, row);
}

async function settle(parts: PunchesParts, caller: Caller, settling: Settling): Promise<CorrectionView> {
  const { db, directory, wake } = parts;
  const reading = async <T>(work: (reading: Reading) => Promise<T>): Promise<T> =>
    db.inMunicipality(caller.municipalityId, async (tx) =>
      work({ tx, caller, actor: await directory.actorOf(tx, caller) }),
    );
  try {
    const view = await reading(({ tx, actor }) => {
      const request = { use: 'telework.settle-correction', ...settling };
      const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
      return onlyOnce(tx, call, () => settleOnce(parts, { tx, caller, actor }, settling));
    });
    wake();
    return view;
  } catch (error) {
    if (!(error instanceof Untouched)) throw error;
    // Somebody else was faster.
    const present = await reading(async (one) =>
      seeCorrection(parts, one, await readCorrection(one.tx, settling.correctionId)),
    );
    throw conflict('telework.correction_over', {}, present);
  }
}

/** What waits for somebody's word: corrections of those below, and what was entered from paper about themselves. */
export async function waitingFor(tx: Tx, staffId: string, under: readonly string[]): Promise<PunchRow[]> {
  const rows = await openCorrections(tx, [staffId, ...under], MOST + 1);
  return rows.filter(
    (row) =>
      rightsOn(row, { viewer: staffId, isOwn: row.staffId === staffId, maySettle: row.staffId !== staffId }).settle,
  );
}

async function list(parts: PunchesParts, caller: Caller, { box }: CorrectionQuery): Promise<CorrectionPage> {
  const { db, directory } = parts;
  return db.singly(caller.municipalityId, async (tx) => {
    const [actor, there] = [await directory.actorOf(tx, caller), await directory.organisation(tx)];
    const under = box === 'waiting' ? peopleUnder(there, actor).map(({ staffId }) => staffId) : [];
    const rows =
      box === 'mine' ? await correctionsOf(tx, actor.staffId, MOST + 1) : await waitingFor(tx, actor.staffId, under);
    const items = await Promise.all(rows.slice(0, MOST).map((row) => seeCorrection(parts, { tx, caller, actor }, row)));
    return { items, more: rows.length > MOST };
  });
}

export function createCorrections(parts: PunchesParts): Corrections {
  const { db, directory } = parts;
  return {
    ask: (caller, input) => ask(parts, caller, input),
    list: (caller, query) => list(parts, caller, query),
    read: (caller, correctionId) =>
      db.singly(caller.municipalityId, async (tx) => {
        const actor = await directory.actorOf(tx, caller);
        return seeCorrection(parts, { tx, caller, actor }, await readCorrection(tx, correctionId));
      }),
    settle: (caller, correctionId, input) => settle(parts, caller, { correctionId, ...input }),
    withdraw: (caller, correctionId) => settle(parts, caller, { correctionId, outcome: 'WITHDRAWN', comment: '' }),
  };
}

import { type Clock, type Database, onlyOnce, type Tx } from '../../platform/index.ts';
import { badInput, type Caller, localDateOf, notAllowed } from '../../shared/index.ts';
import type { Person } from '../contract.ts';
import type { Actor } from '../rules.ts';
import type { Directory } from '../service.ts';
import type { AbsenceEvidence, AbsenceInput, AbsenceList, AbsenceQuery, AbsenceView } from './contract.ts';
import { presentAbsence, presentEvidence, presentSources } from './present.ts';
import * as queries from './queries.ts';
import { byStrength, type GraphSource, holdsAt, mayRecordFor, periodProblem } from './rules.ts';
import * as store from './store.ts';
import { cancel, end, isTheirs } from './taking-back.ts';
import { tellOf } from './told.ts';

/** Why a source could not be read; each has its sentence. */
type MailboxProblem = 'graph_busy' | 'not_permitted' | 'strange_answer';

/** A granted leave or an ordered trip. Noted again under the same id it replaces what was noted before. */
export interface NotedAbsence {
  readonly source: 'LEAVE' | 'TRIP';
  /** Its id where it was granted. */
  readonly ref: string;
  readonly staffId: string;
  readonly from: Date;
  readonly until: Date | null;
  /** What others may read of it: never why somebody is ill. */
  readonly statement: string;
}

export interface Absences {
  /** What is known of these people's absence at the moment, strongest first. Whoever is not named is not known to be away. */
  absencesOf(tx: Tx, staffIds: readonly string[], at?: Date): Promise<Map<string, AbsenceEvidence[]>>;
  noteAbsence(tx: Tx, noted: NotedAbsence): Promise<void>;
  /** The leave or trip was cancelled; again is harmless. */
  withdrawAbsence(tx: Tx, noted: Pick<NotedAbsence, 'source' | 'ref'>): Promise<void>;

  /** Absences of now and later that the caller may know of. */
  list(caller: Caller, query: AbsenceQuery): Promise<AbsenceList>;
  /** @throws not-allowed `directory.absence_unknown_person`; bad-input with what is wrong with the period */
  record(caller: Caller, input: AbsenceInput): Promise<AbsenceView>;
  /** Takes back what was typed, or contradicts what a mailbox says. @throws not-found `directory.absence_not_found` */
  cancel(caller: Caller, absenceId: string): Promise<void>;
  /**
   * Back already: what was typed ends now. What it was until now stays evidence for what was done meanwhile.
   * @throws not-found `directory.absence_not_found`; not-allowed `directory.absence_not_typed`
   * @throws conflict `directory.absence_not_begun`
   */
  end(caller: Caller, absenceId: string): Promise<AbsenceView>;

  /** For whom Microsoft 365 is asked. */
  peopleToAsk(municipalityId: string): Promise<queries.AskedPerson[]>;
  /** What a source of Microsoft 365 said just now. Returns for how many people something changed. */
  noteReading(municipalityId: string, reading: store.SourceReading): Promise<number>;
  /** The source could not be read: what it said before stays and ages. */
  noteFailure(municipalityId: string, source: GraphSource, problem: MailboxProblem): Promise<void>;
}

export interface AbsencesParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Pick<Directory, 'actorOf'>;
}

export function createAbsences(parts: AbsencesParts): Absences {
  const { db, clock } = parts;
  const inside = <T>(municipalityId: string, work: (tx: Tx) => Promise<T>) => db.inMunicipality(municipalityId, work);
  return {
    absencesOf: (tx, staffIds, at = clock.now()) => evidenceOf(tx, staffIds, at),
    noteAbsence: (tx, noted) => noteAbsence(parts, tx, noted),
    withdrawAbsence: (tx, noted) => withdrawAbsence(parts, tx, noted),
    list: (caller, query) => inside(caller.municipalityId, (tx) => list(parts, tx, { caller, query })),
    record: (caller, input) => inside(caller.municipalityId, (tx) => record(parts, tx, { caller, input })),
    cancel: (caller, absenceId) => inside(caller.municipalityId, (tx) => cancel(parts, tx, { caller, absenceId })),
    end: (caller, absenceId) => inside(caller.municipalityId, (tx) => end(parts, tx, { caller, absenceId })),
    peopleToAsk: (municipalityId) => inside(municipalityId, (tx) => queries.peopleToAsk(tx, localDateOf(clock.now()))),
    noteReading: (municipalityId, reading) =>
      inside(municipalityId, async (tx) => {
        const changed = await store.saveReading(tx, clock, { ...reading, seen: reading.seen.filter(isPeriod(clock)) });
        await tellOf(tx, changed);
        return changed.length;
      }),
    noteFailure: (municipalityId, source, problem) =>
      inside(municipalityId, (tx) => store.saveFailure(tx, { source, problem, at: clock.now() })),
  };
}

/** What is over, or ends before it begins, tells nothing. */
const isPeriod =
  (clock: Clock) =>
  ({ from, until }: { from: Date | null; until: Date | null }): boolean =>
    until === null || (until > clock.now() && (from === null || from < until));

async function evidenceOf(tx: Tx, staffIds: readonly string[], at: Date): Promise<Map<string, AbsenceEvidence[]>> {
  if (staffIds.length === 0) return new Map();
  const absences = (await queries.absencesOf(tx, staffIds, at)).filter((absence) => holdsAt(absence, at));
  const byStaff = Map.groupBy(absences.sort(byStrength), ({ staffId }) => staffId);
  return new Map([...byStaff].map(([staffId, known]) => [staffId, known.map((one) => presentEvidence(one, at))]));
}

async function noteAbsence({ clock }: AbsencesParts, tx: Tx, noted: NotedAbsence): Promise<void> {
  const { statement: note, ...absence } = noted;
  const before = await store.openByRef(tx, noted);
  const same =
    before?.staffId === noted.staffId &&
    before.from.getTime() === noted.from.getTime() &&
    before.until?.getTime() === noted.until?.getTime() &&
    before.note === note;
  if (same) return;
  if (before) await store.cancel(tx, [before.absenceId], { at: clock.now(), by: null });
  await store.addAbsences(tx, clock, [{ ...absence, note, recordedBy: null }]);
  await tellOf(tx, [...new Set([noted.staffId, ...(before ? [before.staffId] : [])])]);
}

async function withdrawAbsence(
  { clock }: AbsencesParts,
  tx: Tx,
  noted: Pick<NotedAbsence, 'source' | 'ref'>,
): Promise<void> {
  const before = await store.openByRef(tx, noted);
  if (!before) return;
  await store.cancel(tx, [before.absenceId], { at: clock.now(), by: null });
  await tellOf(tx, [before.staffId]);
}

const OFFERED = 200;

async function list(
  { clock, directory }: AbsencesParts,
  tx: Tx,
  { caller, query }: { caller: Caller; query: AbsenceQuery },
): Promise<AbsenceList> {
  const at = clock.now();
  const actor = await directory.actorOf(tx, caller);
  const { staffId } = actor;
  const around = await queries.neighboursOf(tx, staffId, localDateOf(at));
  const myself = await queries.absentPerson(tx, staffId, localDateOf(at));
  const people = new Map<string, { person: Person; mayCancel: boolean }>();
  if (myself) people.set(staffId, { person: myself.person, mayCancel: true });
  for (const { below, ...person } of query.of === 'unit' ? around : [])
    if (person.staffId !== staffId) people.set(person.staffId, { person, mayCancel: below });
  const [absences, states] = await Promise.all([
    queries.absencesOf(tx, [...people.keys()], at),
    queries.sourceStates(tx),
  ]);
  const reading = { at, locale: caller.locale };
  const items = absences
    .sort((a, b) => a.from.getTime() - b.from.getTime() || byStrength(a, b))
    .flatMap((absence) => {
      const of = people.get(absence.staffId);
      return of ? [presentAbsence(absence, { ...of, mayCancel: of.mayCancel && isTheirs(absence) }, reading)] : [];
    });
  const offered = [...people.values()]
    .filter(({ person, mayCancel }) => mayCancel && person.staffId !== staffId)
    .map(({ person }) => person);
  return { items, sources: presentSources(states, reading), mayRecordFor: offered.slice(0, OFFERED) };
}

async function record(
  parts: AbsencesParts,
  tx: Tx,
  { caller, input }: { caller: Caller; input: AbsenceInput },
): Promise<AbsenceView> {
  const actor = await parts.directory.actorOf(tx, caller);
  const call = {
    staffId: actor.staffId,
    key: caller.idempotencyKey,
    request: { act: 'absence', input: JSON.stringify(input) },
  };
  return onlyOnce(tx, call, async () => {
    const { clock } = parts;
    const at = clock.now();
    const { staffId, person } = await whoMayBeTyped(parts, tx, { actor, staffId: input.staffId ?? actor.staffId });
    const from = input.from === undefined ? at : new Date(input.from);
    const until = input.until === null ? null : new Date(input.until);
    const problem = periodProblem({ from, until }, at);
    if (problem) throw badInput(problem);
    const absence = { staffId, source: 'MANUAL' as const, from, until, note: input.note, recordedBy: actor.staffId };
    const [absenceId = ''] = await store.addAbsences(tx, clock, [{ ...absence, ref: null }]);
    await tellOf(tx, [staffId]);
    const added = { ...absence, absenceId, recordedAt: at, recordedByName: actor.name, confirmedAt: null };
    return presentAbsence(added, { person, mayCancel: true }, { at, locale: caller.locale });
  });
}

async function whoMayBeTyped(
  { clock }: AbsencesParts,
  tx: Tx,
  { actor, staffId }: { actor: Actor; staffId: string },
): Promise<{ staffId: string; person: Person }> {
  const found = await queries.absentPerson(tx, staffId, localDateOf(clock.now()));
  // Whether somebody is on the staff is told to those only who may know.
  if (!found || !mayRecordFor(actor, found)) throw notAllowed('directory.absence_unknown_person');
  return { staffId, person: found.person };
}

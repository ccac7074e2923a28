import { type Clock, type Database, newId, onlyOnce, type Tx } from '../../platform/index.ts';
import {
  addDays,
  badInput,
  type Caller,
  conflict,
  type Download,
  isUuid,
  KaigiError,
  type LocalDate,
  type Locale,
  localDateOf,
  notAllowed,
  notFound,
  parseLocalDate,
  type UploadedFile,
} from '../../shared/index.ts';
import { type PostLine, readPostsCsv } from '../csv.ts';
import { type Actor, personOf } from '../rules.ts';
import { type OrganisationSnapshot, rowsOn, snapshotOf } from '../snapshot.ts';
import { carryOut, learnSizes, oneWriter, planSwitch, readLines } from '../store.ts';
import { directorySentences } from '../text.ts';
import { signedInStaff } from '../whole-organisation.ts';
import type { BrokenRule, OpenCase } from './breaks.ts';
import type { NewRehearsal, RehearsalActivation, RehearsalSummary, RehearsalView } from './contract.ts';
import { differencesCsv } from './differences-csv.ts';
import { maySeeAhead } from './policy.ts';
import { openBreaks, presentBreaks, presentRehearsal, presentSummary } from './present.ts';
import { rehearse } from './rehearse.ts';
import * as store from './store.ts';
import { activatedAfter, contentHash, newestStart } from './switches.ts';

export interface RehearsalParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: { actorOf(tx: Tx, caller: Caller): Promise<Actor> };
  /** Every case under way; answered by the cases, which stand above the directory. */
  readonly openCases: (tx: Tx) => Promise<readonly OpenCase[]>;
  /** The rules in force on the day, to be asked of an organisation; answered by the regulations. */
  readonly rulesThatBreak: (tx: Tx, day: LocalDate) => Promise<(there: OrganisationSnapshot) => readonly BrokenRule[]>;
}

/** What is to come is shown to 人事 and 総務 only; everybody else is refused with `directory.embargo`. */
export interface Rehearsals {
  /**
   * Takes next year's list and tells what would change and break; nothing that holds is touched.
   * @throws bad-input `directory.csv_unreadable`, `directory.csv_rows`, `directory.rehearsal_day_past`, …
   */
  load(caller: Caller, input: NewRehearsal, file: UploadedFile | null): Promise<RehearsalView>;
  list(caller: Caller): Promise<{ items: RehearsalSummary[] }>;
  /** What it would change and break as things are now. @throws not-found `directory.rehearsal_not_found` */
  read(caller: Caller, id: string): Promise<RehearsalView>;
  /** Every difference as CSV. */
  differences(caller: Caller, id: string): Promise<Download>;
  /**
   * Writes the organisation for its day.
   * @throws conflict `directory.rehearsal_broken` with the breaks that nobody has accepted as `present`
   */
  activate(caller: Caller, id: string, input: RehearsalActivation): Promise<RehearsalView>;
}

type Row = NonNullable<Awaited<ReturnType<typeof store.rehearsalOf>>>;

export function createRehearsals(parts: RehearsalParts): Rehearsals {
  const { db } = parts;
  const inside = <T>(caller: Caller, work: (tx: Tx, actor: Actor) => Promise<T>) =>
    db.inMunicipality(caller.municipalityId, async (tx) => work(tx, await allowed(parts, tx, caller)));
  return {
    async load(caller, input, file) {
      await inside(caller, async () => undefined);
      const asked = readUpload(parts, { input, file, locale: caller.locale });
      return inside(caller, async (tx, actor) => {
        const request = { use: 'directory.rehearse', ...input, contentHash: asked.contentHash };
        const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
        const { rehearsalId } = await onlyOnce(tx, call, () => keep(parts, tx, actor, asked));
        return view(parts, tx, await found(tx, rehearsalId), { caller, lines: asked.lines });
      });
    },
    list: (caller) => inside(caller, async (tx) => ({ items: (await store.rehearsals(tx)).map(presentSummary) })),
    read: (caller, id) => inside(caller, async (tx) => view(parts, tx, await found(tx, id), { caller })),
    differences: (caller, id) =>
      inside(caller, async (tx) => {
        const row = await found(tx, id);
        const { rehearsed } = await look(parts, tx, { lines: readPostsCsv(row.csv), day: row.effectiveOn });
        return differencesCsv(row.effectiveOn, rehearsed.differences, caller.locale);
      }),
    async activate(caller, id, input) {
      const answer = await inside(caller, (tx, actor) => activate(parts, tx, { caller, actor, id, input }));
      await learnSizes(db);
      return answer;
    },
  };
}

async function allowed({ directory }: RehearsalParts, tx: Tx, caller: Caller): Promise<Actor> {
  const actor = await directory.actorOf(tx, caller);
  if (!maySeeAhead(actor)) throw notAllowed('directory.embargo');
  return actor;
}

async function found(tx: Tx, id: string): Promise<Row> {
  const row = isUuid(id) ? await store.rehearsalOf(tx, id) : null;
  if (!row) throw notFound('directory.rehearsal_not_found');
  return row;
}

interface Asked {
  readonly title: string;
  readonly day: LocalDate;
  readonly csv: Uint8Array;
  readonly lines: readonly PostLine[];
  readonly contentHash: string;
  readonly newestStart: LocalDate;
}

const MEGABYTE = 1_048_576;
// Five times the list of 20,000 people.
const MOST_BYTES = 10 * MEGABYTE;

/** What is wrong with the list is told in sentences: whoever uploads it mends it in the personnel system. */
function readList(bytes: Uint8Array, locale: Locale): PostLine[] {
  try {
    return readPostsCsv(bytes);
  } catch (error) {
    if (!(error instanceof KaigiError)) throw error;
    throw new KaigiError(error.kind, error.code, error.params, { rows: directorySentences(error.present, locale) });
  }
}

interface Upload {
  readonly input: NewRehearsal;
  readonly file: UploadedFile | null;
  readonly locale: Locale;
}

function readUpload({ clock }: RehearsalParts, { input: { title, effectiveOn }, file, locale }: Upload): Asked {
  if (!file) throw badInput('directory.rehearsal_no_file');
  if (file.bytes.length > MOST_BYTES)
    throw badInput('directory.rehearsal_too_large', { megabytes: MOST_BYTES / MEGABYTE });
  const day = parseLocalDate(effectiveOn);
  if (!day || day <= localDateOf(clock.now())) throw badInput('directory.rehearsal_day_past', { day: effectiveOn });
  const lines = readList(file.bytes, locale);
  const holds = ({ signInName, from, to }: PostLine) => signInName !== null && from <= day && (to === null || day < to);
  if (!lines.some(holds)) throw badInput('directory.rehearsal_nobody_that_day', { day });
  const told = { contentHash: contentHash(lines), newestStart: newestStart(lines) };
  return { title, day, csv: file.bytes, lines, ...told };
}

async function keep({ clock }: RehearsalParts, tx: Tx, actor: Actor, { day, ...asked }: Asked) {
  const rehearsalId = newId(clock);
  const by = personOf(actor);
  await store.insertRehearsal(tx, { ...asked, rehearsalId, effectiveOn: day, at: clock.now(), by });
  return { rehearsalId };
}

/** Both organisations in memory, and what the change from one to the other does. */
async function look(parts: RehearsalParts, tx: Tx, { lines, day }: { lines: readonly PostLine[]; day: LocalDate }) {
  const [{ listed, unknown }, staff, cases, rulesThatBreak] = await Promise.all([
    readLines(tx, parts.clock, lines),
    signedInStaff(tx),
    parts.openCases(tx),
    parts.rulesThatBreak(tx, day),
  ]);
  // What would be written is worked out as the switch itself does it: what was rehearsed is what then happens.
  const plan = await planSwitch(tx, listed, day);
  const before = snapshotOf(rowsOn(addDays(day, -1), plan.before, staff));
  const after = snapshotOf(rowsOn(day, plan.after, staff));
  return { plan, unknown, rehearsed: rehearse({ before, after, cases, rulesThatBreak }) };
}

async function view(
  parts: RehearsalParts,
  tx: Tx,
  row: Row,
  { caller, lines = readPostsCsv(row.csv) }: { caller: Caller; lines?: readonly PostLine[] },
): Promise<RehearsalView> {
  const { rehearsed, unknown } = await look(parts, tx, { lines, day: row.effectiveOn });
  const accepted = await store.acceptances(tx, row.rehearsalId);
  const ahead = row.effectiveOn > localDateOf(parts.clock.now());
  return presentRehearsal({ row, rehearsed, accepted, unknown, ahead }, caller.locale);
}

interface Activating {
  readonly caller: Caller;
  readonly actor: Actor;
  readonly id: string;
  readonly input: RehearsalActivation;
}

async function activate(parts: RehearsalParts, tx: Tx, { caller, actor, id, input }: Activating) {
  await oneWriter(tx);
  const row = await found(tx, id);
  const lines = readPostsCsv(row.csv);
  if (row.state === 'ACTIVATED') return view(parts, tx, row, { caller, lines });
  await refuseOutOfTurn(parts, tx, row);
  const { plan, rehearsed } = await look(parts, tx, { lines, day: row.effectiveOn });
  const broken = presentBreaks(rehearsed, caller.locale);
  const open = openBreaks(broken, input.accepted);
  if (open.length > 0)
    throw conflict(
      'directory.rehearsal_broken',
      { count: open.length },
      { open: open.length, broken: open.slice(0, SHOWN) },
    );
  const [at, by] = [parts.clock.now(), personOf(actor)];
  const reasons = new Map(input.accepted.map(({ breakId, reason }) => [breakId, reason]));
  const accepted = broken.flatMap((what) => {
    const reason = reasons.get(what.breakId);
    return reason === undefined ? [] : [{ breakId: what.breakId, what, reason, acceptedAt: at, acceptedBy: by }];
  });
  await store.accept(tx, id, accepted);
  await carryOut(tx, parts.clock, plan);
  await store.markActivated(tx, row, { at, by });
  return view(parts, tx, await found(tx, id), { caller, lines });
}

const SHOWN = 100;

async function refuseOutOfTurn({ clock }: RehearsalParts, tx: Tx, { state, effectiveOn }: Row): Promise<void> {
  if (state === 'REPLACED') throw conflict('directory.rehearsal_replaced');
  if (effectiveOn <= localDateOf(clock.now())) throw conflict('directory.rehearsal_day_past', { day: effectiveOn });
  const later = await activatedAfter(tx, effectiveOn);
  if (later !== null) throw conflict('directory.rehearsal_later_active', { day: later });
}

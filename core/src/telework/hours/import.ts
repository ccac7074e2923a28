import { type Actor, hasRole, personOf } from '../../directory/index.ts';
import { newId, onlyOnce, type Tx } from '../../platform/index.ts';
import {
  type Caller,
  conflict,
  inParts,
  type Json,
  type LocalDate,
  localDateOf,
  notAllowed,
} from '../../shared/index.ts';
import { addFact, factsOfAll } from '../history/store.ts';
import { isClosed } from '../sheets/is-closed.ts';
import { cityTimesOn } from './city-times.ts';
import type { HoursCsvProblem, HoursImported } from './contract.ts';
import { type Line, type RosterSaid, readRosterCsv, readTermsCsv, refusedCsv, type TermsSaid } from './csv.ts';
import { closedByTerms } from './reach.ts';
import type { HoursParts } from './service.ts';
import { rosterOf, saveRoster, saveTerms, termsOf } from './store.ts';

export interface Changing {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
}

type Entry = Readonly<Record<string, Json>>;

/** An entry of the log holds 64 KB. */
const IN_ONE_FACT = 100;

/** Facts for each person whose entries change: one, or several where there are many. */
export async function addEntries(
  { clock }: Pick<HoursParts, 'clock'>,
  { tx, caller, actor }: Changing,
  { kind, entries }: { kind: 'terms' | 'roster'; entries: ReadonlyMap<string, readonly Entry[]> },
): Promise<void> {
  const facts = await factsOfAll(tx, kind, [...entries.keys()]);
  const at = clock.now();
  const parts = [...entries].flatMap(([staffId, those]) =>
    inParts(those, IN_ONE_FACT).map((some, nth) => ({
      ...{ staffId, seq: (facts.get(staffId)?.length ?? 0) + 1 + nth, some },
    })),
  );
  const added = await Promise.all(
    parts.map(({ staffId, seq, some }) =>
      addFact(tx, {
        ...{ subject: { kind, id: staffId }, seq, at, act: 'SET', staffId },
        ...{ actor: personOf(actor), fact: { entries: some }, via: caller.via, leafId: newId(clock) },
      }),
    ),
  );
  if (added.includes(false)) throw conflict('telework.terms_stale');
}

const problem = <T>({ line, signInName }: Line<T>, code: HoursCsvProblem['code']): HoursCsvProblem => ({
  ...{ line, column: '職員(サインイン名)', value: signInName, code },
});

interface Known<T> extends Line<T> {
  readonly staffId: string;
}

/** Whose lines they are: each day of a person once, and none in a month that is closed. */
async function known<T>(
  { directory }: Pick<HoursParts, 'directory'>,
  tx: Tx,
  { lines, dayOf }: { lines: readonly Line<T>[]; dayOf: (said: T) => LocalDate },
): Promise<Known<T>[]> {
  const staff = await directory.staffNamed(tx, [...new Set(lines.map(({ signInName }) => signInName))]);
  const seen = new Set<string>();
  const months = new Map<string, Promise<boolean>>();
  const problems: HoursCsvProblem[] = [];
  const found: Known<T>[] = [];
  for (const line of lines) {
    const staffId = staff.get(line.signInName);
    const day = dayOf(line.said);
    const key = `${line.signInName} ${day}`;
    if (staffId === undefined) problems.push(problem(line, 'unknown_person'));
    else if (seen.has(key)) problems.push(problem(line, 'twice'));
    else found.push({ ...line, staffId });
    seen.add(key);
    const month = `${staffId} ${day.slice(0, 7)}`;
    if (staffId !== undefined && !months.has(month)) months.set(month, isClosed(tx, staffId, day.slice(0, 7)));
  }
  for (const line of found)
    if (await months.get(`${line.staffId} ${dayOf(line.said).slice(0, 7)}`))
      problems.push(problem(line, 'closed_month'));
  if (problems.length > 0) throw refusedCsv('telework.hours_csv_rows', problems);
  return found;
}

async function takeTerms(parts: HoursParts, changing: Changing, bytes: Uint8Array): Promise<HoursImported> {
  const { tx } = changing;
  const lines = readTermsCsv(bytes);
  const choices = choicesOn(parts, tx, localDateOf(parts.clock.now()));
  const wrong = lines.flatMap(({ line, said: { employment, patternId } }): HoursCsvProblem[] => [
    ...(choices.employments.has(employment)
      ? []
      : [{ line, column: '任用', value: employment, code: 'wrong_value' as const }]),
    ...(choices.patterns.has(patternId)
      ? []
      : [{ line, column: '勤務パターン', value: patternId, code: 'wrong_value' as const }]),
  ]);
  if (wrong.length > 0) throw refusedCsv('telework.hours_csv_rows', wrong);
  const found = await known<TermsSaid>(parts, tx, { lines, dayOf: ({ from }) => from });
  const reached = await closedByTerms(
    tx,
    found.map(({ staffId, said: { from } }) => ({ staffId, from })),
  );
  const closed = found.filter((_, nth) => reached[nth] !== null).map((line) => problem(line, 'closed_month'));
  if (closed.length > 0) throw refusedCsv('telework.hours_csv_rows', closed);
  const before = await termsOf(tx, [...new Set(found.map(({ staffId }) => staffId))]);
  const there = new Set(before.map((one) => `${one.staffId} ${one.from} ${one.employment} ${one.patternId}`));
  const fresh = found
    .map(({ staffId, said }) => ({ staffId, ...said }))
    .filter((one) => !there.has(`${one.staffId} ${one.from} ${one.employment} ${one.patternId}`));
  await saveTerms(tx, fresh);
  const entries = Map.groupBy(fresh, ({ staffId }) => staffId);
  await addEntries(parts, changing, {
    kind: 'terms',
    entries: new Map([...entries].map(([id, those]) => [id, those.map(({ staffId: _, ...said }) => said)])),
  });
  return { lines: lines.length, changed: fresh.length };
}

async function takeRoster(parts: HoursParts, changing: Changing, bytes: Uint8Array): Promise<HoursImported> {
  const { tx } = changing;
  const { shifts } = cityTimesOn(parts.regulations, {
    ...{ municipalityId: tx.municipalityId, day: localDateOf(parts.clock.now()) },
  });
  const lines = readRosterCsv(bytes, shifts);
  const found = await known<RosterSaid>(parts, tx, { lines, dayOf: ({ date }) => date });
  const dates = found.map(({ said }) => said.date).toSorted();
  const staffIds = [...new Set(found.map(({ staffId }) => staffId))];
  const [from, to] = [dates[0], dates.at(-1)];
  const before = from && to ? await rosterOf(tx, { staffIds, from, to }) : [];
  const there = new Map(before.map(({ staffId, date, is }) => [`${staffId} ${date}`, JSON.stringify(plain(is))]));
  const fresh = found
    .map(({ staffId, said }) => ({ staffId, ...said }))
    .filter(
      ({ staffId, date, is }) =>
        there.get(`${staffId} ${date}`) !== (is === null ? undefined : JSON.stringify(plain(is))),
    );
  await saveRoster(tx, fresh);
  const entries = Map.groupBy(fresh, ({ staffId }) => staffId);
  await addEntries(parts, changing, {
    kind: 'roster',
    entries: new Map(
      [...entries].map(([id, those]) => [
        id,
        those.map(({ date, is }) => ({ date, is: is === null ? null : plain(is) })),
      ]),
    ),
  });
  return { lines: lines.length, changed: fresh.length };
}

type Is = Exclude<RosterSaid['is'], null>;

// In one order: the database gives the parts of a shift in an order of its own.
const plain = (is: Is): Json =>
  typeof is === 'string'
    ? is
    : { shiftId: is.shiftId, from: is.from, to: is.to, breaks: is.breaks.map(({ from, to }) => ({ from, to })) };

/** What may be chosen from on a day, with its names. */
export function choicesOn({ regulations }: Pick<HoursParts, 'regulations'>, { municipalityId }: Tx, day: LocalDate) {
  const { patterns, nameOf } = cityTimesOn(regulations, { municipalityId, day });
  const employments = regulations.teleworkOn({ municipalityId, day }).policy?.words.employments ?? [];
  return {
    employments: new Map(employments.map(({ code, name }) => [code, name])),
    patterns: new Map(
      patterns.map(({ patternId }) => [patternId, { ja: nameOf(patternId, 'ja'), en: nameOf(patternId, 'en') }]),
    ),
  };
}

const TAKES = { terms: takeTerms, roster: takeRoster };

/** A list of terms or a roster, by personnel: all of it, or nothing. */
export async function importHours(
  parts: HoursParts,
  caller: Caller,
  { kind, bytes }: { kind: keyof typeof TAKES; bytes: Uint8Array },
): Promise<HoursImported> {
  const { db, directory, regulations, wake } = parts;
  const done = await db.inMunicipality(caller.municipalityId, async (tx) => {
    const [actor] = await Promise.all([directory.actorOf(tx, caller), regulations.ready(tx)]);
    if (!hasRole(actor, 'PERSONNEL')) throw notAllowed('telework.terms_not_yours');
    const request = { use: `telework.import-${kind}`, csv: Buffer.from(bytes).toString('base64') };
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    return onlyOnce(tx, call, async () => ({ ...(await TAKES[kind](parts, { tx, caller, actor }, bytes)) }));
  });
  wake();
  return done;
}

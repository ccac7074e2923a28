import {
  type Actor,
  type OrganisationSnapshot,
  type Person,
  personOf,
  type Rank,
  type SnapshotPost,
} from '../../../directory/index.ts';
import { newId, onlyOnce, type Tx } from '../../../platform/index.ts';
import type { ScheduleRules } from '../../../regulations/index.ts';
import { badInput, type Caller, conflict, notAllowed, notFound } from '../../../shared/index.ts';
import { addFact } from '../../calendar/history.ts';
import { keepingRules } from '../../calendar/keepers.ts';
import { type CalendarSight, calendarSight } from '../../calendar/sight.ts';
import type { SchedulesParts } from '../../parts.ts';
import { waitingWith } from '../explanations/store.ts';
import { askedBy, heardBy } from '../explanations/viewing.ts';
import type { WindowChangeInput, WindowInput, WindowsView, WindowView } from './contract.ts';
import { presentChange, presentWindow } from './present.ts';
import { type Window, windowProblem } from './rules.ts';
import { changesOf, lockCalendar, readWindow, saveWindow, windowsOf } from './store.ts';

export interface Windows {
  /** @throws not-found `schedules.window_nobody` */
  read(caller: Caller, staffId: string | undefined): Promise<WindowsView>;
  /** Of oneself, and of an executive by the secretary. @throws not-allowed `schedules.window_not_yours`; bad-input `schedules.window_*` */
  add(caller: Caller, input: WindowInput): Promise<WindowView>;
  /** @throws conflict `schedules.window_stale`; not-found `schedules.window_unknown`; and as `add` */
  change(caller: Caller, windowId: string, input: WindowChangeInput): Promise<WindowView>;
  /** The same. */
  remove(caller: Caller, windowId: string, version: number): Promise<void>;
}

interface Acting {
  readonly parts: SchedulesParts;
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly rules: ScheduleRules;
  readonly sight: CalendarSight;
}

const MOST_CHANGES = 50;
const EXECUTIVES: readonly Rank[] = ['MAYOR', 'DEPUTY_MAYOR'];

async function acting(parts: SchedulesParts, tx: Tx, caller: Caller): Promise<Acting> {
  const { directory } = parts;
  const [actor, there, rules] = await Promise.all([
    directory.actorOf(tx, caller),
    directory.organisation(tx),
    keepingRules(parts, tx),
  ]);
  const sight = calendarSight({ there, actor, rules, locale: caller.locale });
  return { parts, tx, caller, actor, there, rules, sight };
}

const ownerOf = (staffId: string) => ({ kind: 'STAFF', ownerId: staffId }) as const;

/** The caller, and the executives whose calendars they keep. */
function keptBy({ actor, there, rules, sight }: Acting): Person[] {
  const place = ({ rank, code }: SnapshotPost) => {
    const at = EXECUTIVES.indexOf(rank);
    return at >= 0 ? at : rules.keepersOf(code).length > 0 ? EXECUTIVES.length : -1;
  };
  const executives = [...there.posts.values()]
    .filter((post) => place(post) >= 0)
    .toSorted((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1))
    .flatMap(({ holders, title, unitName }) =>
      holders.map(({ staffId, name }) => ({ staffId, name, postTitle: title, unitName })),
    );
  const all = [personOf(actor), ...executives.filter(({ staffId }) => sight.mayWrite(ownerOf(staffId)))];
  return all.filter(({ staffId }, at) => all.findIndex((other) => other.staffId === staffId) === at);
}

type Kept = WindowsView['people'][number];

/** Whoever keeps calendars has to do with those: with the first that waits for them. */
function landsOn(people: readonly Kept[], actor: Actor): string {
  const kept = people.filter(({ staffId }) => staffId !== actor.staffId);
  return (kept.find(({ waiting }) => waiting > 0) ?? kept[0] ?? actor).staffId;
}

async function read(at: Acting, wanted: string | undefined): Promise<WindowsView> {
  const { parts, tx, sight, caller, actor } = at;
  const now = parts.clock.now();
  const kept = keptBy(at);
  const counts = await waitingWith(
    tx,
    kept.map(({ staffId }) => staffId),
    now,
  );
  const people = kept.map((one): Kept => ({ ...one, waiting: counts.get(one.staffId) ?? 0 }));
  const staffId = wanted ?? landsOn(people, actor);
  const [mayEdit, isOwn] = [sight.mayWrite(ownerOf(staffId)), staffId === actor.staffId];
  const [person, items, explanations, asked, changes] = await Promise.all([
    parts.directory.actorById(tx, staffId),
    windowsOf(tx, staffId),
    mayEdit ? heardBy(parts, tx, { actor, staffId, now }) : [],
    isOwn ? askedBy(parts, tx, { actor, now }) : [],
    mayEdit ? changesOf(tx, staffId, MOST_CHANGES) : [],
  ]);
  if (!person) throw notFound('schedules.window_nobody');
  return {
    ...{ person: personOf(person), isOwn, people, mayEdit, items: items.map(presentWindow), explanations, asked },
    history: changes.map((change) => presentChange(change, caller.locale)),
  };
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

async function note({ parts, tx, caller, actor }: Acting, one: Window, act: 'MADE' | 'CHANGED' | 'REMOVED') {
  const { windowId, staffId, version, weekday, from, to, minutes } = one;
  await addFact(tx, {
    ...{ subject: { kind: 'window', id: windowId }, seq: version, at: parts.clock.now(), act, staffId },
    ...{ actor: personOf(actor), fact: { weekday, from, to, minutes }, via: caller.via, leafId: newId(parts.clock) },
  });
}

/** @throws not-allowed, bad-input */
async function check({ tx, sight }: Acting, one: Window): Promise<void> {
  if (!sight.mayWrite(ownerOf(one.staffId))) throw notAllowed('schedules.window_not_yours');
  await lockCalendar(tx, one.staffId);
  const problem = windowProblem(one, await windowsOf(tx, one.staffId));
  if (problem) throw badInput(problem);
}

async function addOnce(at: Acting, { staffId, from, to, ...input }: WindowInput): Promise<WindowView> {
  const { tx, parts, actor } = at;
  const one: Window = {
    ...{ ...input, from: minuteOf(from), to: minuteOf(to), version: 1 },
    ...{ windowId: newId(parts.clock), staffId: staffId ?? actor.staffId },
  };
  if (!(await parts.directory.actorById(tx, one.staffId))) throw notFound('schedules.window_nobody');
  await check(at, one);
  await saveWindow(tx, one);
  await note(at, one, 'MADE');
  return presentWindow(one);
}

/** The window as it is, nobody else changing it. @throws not-found, not-allowed, conflict */
async function present({ tx, sight }: Acting, windowId: string, version: number): Promise<Window> {
  const found = await readWindow(tx, windowId);
  if (!found) throw notFound('schedules.window_unknown');
  if (!sight.mayWrite(ownerOf(found.staffId))) throw notAllowed('schedules.window_not_yours');
  await lockCalendar(tx, found.staffId);
  const one = await readWindow(tx, windowId);
  if (!one) throw notFound('schedules.window_unknown');
  if (one.version !== version) throw conflict('schedules.window_stale', {}, presentWindow(one));
  return one;
}

async function change(at: Acting, windowId: string, { version, ...input }: WindowChangeInput): Promise<WindowView> {
  const before = await present(at, windowId, version);
  const { weekday = before.weekday, minutes = before.minutes, from, to } = input;
  const one: Window = {
    ...{ ...before, weekday, minutes, version: version + 1 },
    from: from === undefined ? before.from : minuteOf(from),
    to: to === undefined ? before.to : minuteOf(to),
  };
  await check(at, one);
  await saveWindow(at.tx, one);
  await note(at, one, 'CHANGED');
  return presentWindow(one);
}

async function remove(at: Acting, windowId: string, version: number): Promise<void> {
  const one = { ...(await present(at, windowId, version)), version: version + 1 };
  await saveWindow(at.tx, one, at.parts.clock.now());
  await note(at, one, 'REMOVED');
}

export function createWindows(parts: SchedulesParts): Windows {
  const { db, wake } = parts;
  const written = async <T>(caller: Caller, work: (at: Acting) => Promise<T>): Promise<T> => {
    const done = await db.inMunicipality(caller.municipalityId, async (tx) => work(await acting(parts, tx, caller)));
    wake();
    return done;
  };
  return {
    read: (caller, staffId) =>
      db.singly(caller.municipalityId, async (tx) => read(await acting(parts, tx, caller), staffId)),
    add: (caller, input) =>
      written(caller, (at) => {
        const { staffId = at.actor.staffId, ...rest } = input;
        const request = { use: 'schedules.window', staffId, ...rest };
        const call = { staffId: at.actor.staffId, key: caller.idempotencyKey, request };
        return onlyOnce(at.tx, call, () => addOnce(at, input));
      }),
    change: (caller, windowId, input) => written(caller, (at) => change(at, windowId, input)),
    remove: (caller, windowId, version) => written(caller, (at) => remove(at, windowId, version)),
  };
}

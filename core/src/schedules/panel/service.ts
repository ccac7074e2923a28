import type { Actor, OrganisationSnapshot } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { ScheduleRules } from '../../regulations/index.ts';
import { badInput, type Caller, isUuid } from '../../shared/index.ts';
import { type PresenceRow, peopleIn, presenceOfPeople, topUnits } from '../../telework/index.ts';
import type { BookingParts } from '../bookings/parts.ts';
import type { Entry, OwnersEntries } from '../calendar/index.ts';
import { keepingRules } from '../calendar/keepers.ts';
import type { EntriesAsked } from '../calendar/known.ts';
import { type CalendarSight, calendarSight } from '../calendar/sight.ts';
import type { WorkingDay } from '../slots/wanted.ts';
import type { WhereaboutsLines } from './contract.ts';
import { freeTimes } from './free.ts';
import { busyOf, nextHours } from './hours.ts';
import { presentLine, sourceLine, words } from './present.ts';
import { entryAt } from './rules.ts';
import type { TeamsPresences } from './teams.ts';

export const MOST_PEOPLE = 50;
const MINUTES = 10;
const MINUTE_MS = 60_000;

export interface PanelParts extends BookingParts {
  readonly teams: TeamsPresences;
}

interface Asked {
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly rules: ScheduleRules;
  readonly rows: readonly PresenceRow[];
  readonly hours: ReadonlyMap<string, readonly WorkingDay[]>;
  readonly objectIds: ReadonlyMap<string, string>;
  readonly entries: EntriesAsked;
}

/** @throws bad-input `schedules.line_people` */
export function peopleAsked(list: string): string[] {
  const ids = [...new Set(list.split(',').filter((id) => id !== ''))];
  if (ids.length > MOST_PEOPLE || !ids.every(isUuid)) throw badInput('schedules.line_people', { most: MOST_PEOPLE });
  return ids;
}

async function askedIn(parts: PanelParts, tx: Tx, { caller, ids }: Lines): Promise<Asked> {
  const { directory, clock } = parts;
  const now = clock.now();
  const [actor, there] = await Promise.all([directory.actorOf(tx, caller), directory.organisation(tx)]);
  const wanted = new Set(ids);
  const people = peopleIn(there, topUnits(there), true).filter(({ staffId }) => wanted.has(staffId));
  const staffIds = people.map(({ staffId }) => staffId);
  const [rules, rows, hours, objectIds] = await Promise.all([
    keepingRules(parts, tx),
    presenceOfPeople(parts, tx, { actor, there, people, locale: caller.locale }),
    nextHours(parts, tx, { staffIds, now, most: 2 }),
    directory.objectIdsOf(tx, staffIds),
  ]);
  const last = [...hours.values()].flat().reduce((end, { to }) => Math.max(end, to), now.getTime() + MINUTE_MS);
  const owners = staffIds.map((ownerId) => ({ kind: 'STAFF' as const, ownerId }));
  return { actor, there, rules, rows, hours, objectIds, entries: { owners, from: now, to: new Date(last) } };
}

interface Lines {
  readonly caller: Caller;
  readonly ids: readonly string[];
  /** Whether meetings are named, to those who may know. */
  readonly named: boolean;
}

const NOTHING: OwnersEntries = { entries: [], synced: { at: null, stale: false, problem: null } };

/** What is 非公開 is told on the page that notes who saw it, and not here by the way. */
function seenNow(
  { sight, named }: { readonly sight: CalendarSight; readonly named: boolean },
  ownerId: string,
  entry: Entry | null,
): Entry | null {
  const owner = { kind: 'STAFF', ownerId } as const;
  if (!entry) return null;
  const seen = sight.seenBy(owner, entry);
  return !named || sight.showsPrivate(owner, entry) ? { ...seen, subject: null, place: null } : seen;
}

/**
 * S-06: each of these people in one line: where they are by what telework knows, what they do now by their calendar and by
 * Teams as far as the reader may know it, and when they are free next.
 * @throws bad-input `schedules.line_people`
 */
export async function whereaboutsOf(parts: PanelParts, lines: Lines): Promise<WhereaboutsLines> {
  const { db, reading, clock, teams } = parts;
  const { caller } = lines;
  const { municipalityId, locale } = caller;
  const read = await db.singly(municipalityId, async (tx) => {
    const asked = await askedIn(parts, tx, lines);
    return { ...asked, known: await reading.entriesOf(tx, asked.entries) };
  });
  const [{ of }, inTeams] = await Promise.all([
    reading.awaited(municipalityId, read.entries, read.known),
    teams(municipalityId, [...read.objectIds.values()]),
  ]);
  const now = clock.now();
  const sight = calendarSight({ there: read.there, actor: read.actor, rules: read.rules, locale });
  const items = read.rows.map((row) => {
    const { staffId } = row.person;
    const { entries, synced } = of.get(staffId) ?? NOTHING;
    // Whoever has gone home is not free for anybody any more today.
    const isOver = ({ from }: WorkingDay) => row.state === 'ENDED' && from <= now.getTime();
    const days = (read.hours.get(staffId) ?? []).filter((day) => !isOver(day));
    const asked = { days, busy: busyOf(entries), from: now.getTime(), minutes: MINUTES, stepMinutes: 1, most: 1 };
    const [free = null] = freeTimes(asked);
    const entry = seenNow({ sight, named: lines.named }, staffId, entryAt(entries, now));
    const said = inTeams.of.get(read.objectIds.get(staffId) ?? '') ?? null;
    return presentLine({ row, entry, synced, free, teams: said }, { now, locale, minutes: MINUTES });
  });
  const notAsked = inTeams.failed ? words(locale, 'teams_not_asked') : null;
  return { at: now.toISOString(), items, teams: notAsked };
}

/** The same in words, by staff member, for chats, which others read too: no meeting is named. More people than can be asked for are left out. */
export async function linesOf(
  parts: PanelParts,
  caller: Caller,
  staffIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(staffIds)].slice(0, MOST_PEOPLE);
  if (ids.length === 0) return new Map();
  const { items } = await whereaboutsOf(parts, { caller, ids, named: false });
  const { locale } = caller;
  return new Map(
    items.map((one) => [one.person.staffId, `${one.line}${sourceLine(one, locale)}　${one.nextFreeLine}`]),
  );
}

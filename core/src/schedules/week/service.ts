import type { Actor, Directory, OrganisationSnapshot } from '../../directory/index.ts';
import type { Database, Tx } from '../../platform/index.ts';
import type { Regulations, ScheduleRules } from '../../regulations/index.ts';
import { addDays, type Caller, type LocalDate, localDateOf, startOfDay } from '../../shared/index.ts';
import { type OnBoard, topUnits } from '../../telework/index.ts';
import { keepingRules } from '../calendar/keepers.ts';
import { notePrivateViews } from '../calendar/private-views.ts';
import type { CalendarReading, Reading } from '../calendar/reading.ts';
import { mondayOf } from '../calendar/rules.ts';
import { calendarSight } from '../calendar/sight.ts';
import { headedDays } from '../days.ts';
import { yearlyOfWeek } from '../yearly/index.ts';
import type { WeekItem, WeekQuery, WeekView } from './contract.ts';
import { type Shown, shownIn } from './people.ts';
import { presentRow } from './present.ts';

export interface WeekParts {
  readonly db: Database;
  readonly clock: { now(): Date };
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly reading: CalendarReading;
  readonly wake: () => void;
}

interface Asked {
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly rules: ScheduleRules;
  readonly shown: Shown;
  readonly dates: readonly LocalDate[];
}

async function askedIn(parts: WeekParts, tx: Tx, { caller, query }: Looking): Promise<Asked> {
  const { directory, clock } = parts;
  const [actor, there, rules] = await Promise.all([
    directory.actorOf(tx, caller),
    directory.organisation(tx),
    keepingRules(parts, tx),
  ]);
  const from = (query.from as LocalDate | undefined) ?? mondayOf(localDateOf(clock.now()));
  const dates = Array.from({ length: query.days }, (_, day) => addDays(from, day));
  return { actor, there, rules, shown: shownIn(there, actor, query), dates };
}

const STAFF = 'STAFF';
const ownerOf = ({ staffId }: OnBoard) => ({ kind: STAFF, ownerId: staffId }) as const;

function placeOf(there: OrganisationSnapshot, { unit }: Shown, chosen: boolean): Pick<WeekView, 'path' | 'units'> {
  if (chosen) return { path: [], units: [] };
  const line = unit ? there.lineAbove(unit.unitId).toReversed() : [];
  const below = unit ? there.unitsBelow(unit.unitId) : topUnits(there);
  return {
    path: line.map(({ unitId, unitName }) => ({ unitId, name: unitName })),
    units: [...below].sort((a, b) => (a.code < b.code ? -1 : 1)).map(({ unitId, name }) => ({ unitId, name })),
  };
}

interface Looking {
  readonly caller: Caller;
  readonly query: WeekQuery;
}

async function present(
  parts: WeekParts,
  { caller, query }: Looking,
  asked: Asked & { known: Reading; yearly: WeekItem[] },
) {
  const { actor, there, rules, shown, dates, known } = asked;
  const sight = calendarSight({ there, actor, rules, locale: caller.locale });
  const rows = shown.people.flatMap((person) => {
    const [owner, of] = [ownerOf(person), known.of.get(person.staffId)];
    if (!of) return [];
    const { staffId, name, post } = person;
    const is = { staffId, name, postTitle: post.title, unitName: post.unitName };
    return [presentRow(sight, { person: is, unitId: post.unitId, owner, known: of })];
  });
  await notePrivateViews(parts, { caller, actor, sight, of: known.of });
  return {
    ...{ at: parts.clock.now().toISOString(), from: dates[0] ?? '' },
    days: headedDays(parts.regulations, { municipalityId: caller.municipalityId, dates, locale: caller.locale }),
    ...placeOf(there, shown, query.people !== undefined),
    ...{ more: shown.more, rows, yearly: asked.yearly },
  };
}

/**
 * Who does what when. Calendars of which nothing is known yet are asked for, for a moment; the others are shown as they
 * were read last, with when that was.
 * @throws not-found `schedules.unit_unknown`; bad-input `schedules.people_unreadable`
 */
export async function weekOf(parts: WeekParts, looking: Looking): Promise<WeekView> {
  const { db, reading } = parts;
  const { municipalityId } = looking.caller;
  const read = await db.singly(municipalityId, async (tx) => {
    const asked = await askedIn(parts, tx, looking);
    const [from, last] = [asked.dates[0] as LocalDate, asked.dates.at(-1) as LocalDate];
    const window = { from: startOfDay(from), to: startOfDay(addDays(last, 1)) };
    const entries = { owners: asked.shown.people.map(ownerOf), ...window };
    const { actor, there, shown } = asked;
    const sections = { actor, there, unitId: shown.unit?.unitId ?? null, locale: looking.caller.locale };
    const [known, yearly] = await Promise.all([
      reading.entriesOf(tx, entries),
      looking.query.people === undefined ? yearlyOfWeek(tx, { ...sections, from, to: last }) : [],
    ]);
    return { ...asked, entries, known, yearly };
  });
  const known = await reading.awaited(municipalityId, read.entries, read.known);
  return present(parts, looking, { ...read, known });
}

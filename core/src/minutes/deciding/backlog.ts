import { addDays, type Caller, type LocalDate, notAllowed } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { openDeadlines, presentDeadline } from '../meetings/present.ts';
import { bodyOf, looking, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { MinutesBacklog, MinutesBacklogQuery } from './backlog-contract.ts';
import { type Told, toldOfMeetings } from './few-meetings.ts';
import { HOURS_BY_HAND, hoursSaved, type Work } from './hours-saved.ts';
import { type Measured, measuresOf, type UnitWork, unitsWithMeetings, unwrittenOf, workOn } from './unwritten-store.ts';

type Item = MinutesBacklog['items'][number];

const MOST = 200;
const DAY_MS = 86_400_000;
/** Calendar days until a last day within which it counts as soon. */
const SOON = 7;
const MEASURED_DAYS = 365;

const daysBetween = (from: LocalDate, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

function presentItem(parts: MinutesParts, { tx, there, today, caller }: Open, meeting: Meeting): Item {
  const { meetingId: id, state, heldOn, content, unitId } = meeting;
  const [next] = openDeadlines(parts, tx, meeting);
  return {
    ...{ id, state, title: content.title, heldOn },
    bodyName: bodyOf(parts, tx, meeting)?.name[caller.locale] ?? null,
    unitName: there.units.get(unitId)?.name ?? content.organiser.unitName,
    due: next ? presentDeadline(next, meeting, today) : null,
    daysLeft: next ? daysBetween(today, next.on) : null,
  };
}

/** The most pressing first, those without a date last; of the same day the older meeting. */
const pressing = (a: Item, b: Item): number =>
  (a.daysLeft ?? Number.POSITIVE_INFINITY) - (b.daysLeft ?? Number.POSITIVE_INFINITY) || (a.heldOn < b.heldOn ? -1 : 1);

function countsOf(items: readonly Item[]): MinutesBacklog['counts'] {
  const left = items.flatMap(({ daysLeft }) => daysLeft ?? []);
  return {
    open: items.length,
    late: left.filter((days) => days < 0).length,
    soon: left.filter((days) => days >= 0 && days <= SOON).length,
  };
}

/** What went into the minutes of the sections of whoever asks, each by itself. */
interface Year {
  readonly measured: readonly Measured[];
  readonly works: readonly UnitWork[];
}

function countedBy<One extends { readonly unitId: string }>(all: readonly One[], of: (one: One) => number) {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one.unitId, (counts.get(one.unitId) ?? 0) + of(one));
  return counts;
}

/** To the tenth; adding 0 makes 0 of what is a little below it. */
const tenth = (figure: number): number => Math.round(figure * 10) / 10 + 0;

const sumOf = (all: readonly Measured[], of: (one: Measured) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);

/** A figure that may be told; null where there is none, or nobody may say. */
const told = <Figure>(how: Told, figure: Figure): Figure | null => (how === 'SHOWN' ? figure : null);

function presentSaved(works: readonly Work[], how: Told): MinutesBacklog['measures']['saved'] {
  const { hours, meetings } = hoursSaved(works);
  return { hours: told(how, hours === null ? null : tenth(hours)), meetings, hoursByHand: HOURS_BY_HAND };
}

/** Of one section, or of all that whoever asks may ask for. */
function presentMeasures({ measured, works }: Year, unit: string | null): MinutesBacklog['measures'] {
  const finals = countedBy(measured, (one) => one.final);
  const drafts = countedBy(measured, (one) => one.drafts);
  const spoken = countedBy(works, ({ spokenMs }) => (spokenMs > 0 ? 1 : 0));
  const how = {
    averageDays: toldOfMeetings(finals, unit),
    correctionRate: toldOfMeetings(drafts, unit),
    hours: toldOfMeetings(spoken, unit),
  };
  const isAsked = ({ unitId }: { readonly unitId: string }): boolean => unit === null || unitId === unit;
  const asked = measured.filter(isAsked);
  const final = sumOf(asked, (one) => one.final);
  const drafted = sumOf(asked, ({ corrected, untouched }) => corrected + untouched);
  const [days, corrected] = [sumOf(asked, (one) => one.days), sumOf(asked, (one) => one.corrected)];
  return {
    ...{ final, told: how, drafted },
    averageDays: told(how.averageDays, final === 0 ? null : tenth(days / final)),
    correctionRate: told(how.correctionRate, drafted === 0 ? null : corrected / drafted),
    saved: presentSaved(works.filter(isAsked), how.hours),
  };
}

/** @throws not-allowed `minutes.unit_not_yours` */
function askedUnits({ sight }: Open, unit: string | undefined): string[] {
  if (unit === undefined) return [...sight.units];
  if (!sight.units.has(unit)) throw notAllowed('minutes.unit_not_yours');
  return [unit];
}

/** What one's own sections, and those below a unit that one heads, still have to write. */
export const backlog = (parts: MinutesParts, caller: Caller, { unit }: MinutesBacklogQuery): Promise<MinutesBacklog> =>
  looking(parts, caller, async (open) => {
    const { tx, there, sight, today } = open;
    const unitIds = askedUnits(open, unit);
    // Of all that may be asked for: what is left of them without one section counts as well.
    const year = { since: addDays(today, -MEASURED_DAYS), unitIds: [...sight.units] };
    const [meetings, known, measured, works] = await Promise.all([
      unwrittenOf(tx, { until: today, unitIds }),
      unitsWithMeetings(tx, [...sight.units]),
      measuresOf(tx, year),
      workOn(tx, year),
    ]);
    const items = meetings.map((meeting) => presentItem(parts, open, meeting)).toSorted(pressing);
    return {
      units: [...known].map((id) => ({ id, name: there.units.get(id)?.name ?? '' })).filter(({ name }) => name !== ''),
      items: items.slice(0, MOST),
      more: items.length > MOST,
      counts: countsOf(items),
      measures: presentMeasures({ measured, works }, unit ?? null),
    };
  });

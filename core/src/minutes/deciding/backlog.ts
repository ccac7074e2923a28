import { addDays, type Caller, type LocalDate, notAllowed } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { openDeadlines, presentDeadline } from '../meetings/present.ts';
import { bodyOf, looking, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { MinutesBacklog, MinutesBacklogQuery } from './backlog-contract.ts';
import { HOURS_BY_HAND, hoursSaved, type Work } from './hours-saved.ts';
import { type Measured, measuresOf, unitsWithMeetings, unwrittenOf, workOn } from './unwritten-store.ts';

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

function presentSaved(works: readonly Work[]): MinutesBacklog['measures']['saved'] {
  const { hours, meetings } = hoursSaved(works);
  // Adding 0 makes 0 of what is a little below it.
  return { hours: hours === null ? null : Math.round(hours * 10) / 10 + 0, meetings, hoursByHand: HOURS_BY_HAND };
}

function presentMeasures(measured: Measured, works: readonly Work[]): MinutesBacklog['measures'] {
  const { final, averageDays, corrected, untouched } = measured;
  const drafted = corrected + untouched;
  const correctionRate = drafted === 0 ? null : corrected / drafted;
  return { final, averageDays, drafted, correctionRate, saved: presentSaved(works) };
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
    const year = { since: addDays(today, -MEASURED_DAYS), unitIds };
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
      measures: presentMeasures(measured, works),
    };
  });

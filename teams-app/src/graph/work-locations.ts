import { type PlannedDay, type WorkLocation, WorkLocationRefused, type WorkLocations } from '@kaigi/core';
import { addDays, dayOfWeek, type LocalDate, localDateOf, startOfDay } from '@kaigi/core/shared';
import type { DateTimeTimeZone } from '@microsoft/microsoft-graph-types';
import { z } from 'zod';
import { instantOf } from './absences.ts';
import { type GraphEditor, GraphRefusal } from './graph-client.ts';

const TimeSchema = z.object({ dateTime: z.string(), timeZone: z.string() });

/** The part of a workPlanOccurrence that is read and written; Microsoft's types do not have it yet. */
const OccurrenceSchema = z.object({
  id: z.string(),
  start: TimeSchema,
  end: TimeSchema,
  workLocationType: z.string(),
  placeId: z.string().nullable().default(null),
});
type Occurrence = z.infer<typeof OccurrenceSchema>;
const BeforeSchema = z.array(OccurrenceSchema);

interface Recurrence {
  readonly id: string;
  readonly recurrence?: { readonly range?: { type?: string; startDate?: string; endDate?: string } };
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const JAPAN = 'Tokyo Standard Time';
const HOURS = { from: '08:30:00', to: '17:15:00' };

type GraphOf = (municipalityId: string) => GraphEditor;

interface Plan {
  readonly graph: GraphEditor;
  readonly path: string;
  readonly date: LocalDate;
}

const planOf = (graphOf: GraphOf, { municipalityId, signInName, date }: PlannedDay): Plan => ({
  graph: graphOf(municipalityId),
  path: `/users/${encodeURIComponent(signInName)}/settings/workHoursAndLocations`,
  date,
});

const startsOn = ({ start }: Occurrence, date: LocalDate): boolean => {
  const at = instantOf(start satisfies DateTimeTimeZone);
  return at !== null && localDateOf(at) === date;
};

/** What somebody works on the day; time off is none of it. */
async function occurrencesOn({ graph, path, date }: Plan): Promise<Occurrence[]> {
  const midnight = (day: LocalDate) => startOfDay(day).toISOString();
  const view = `occurrencesView(startDateTime='${midnight(date)}',endDateTime='${midnight(addDays(date, 1))}')`;
  const answer = await graph.get<{ value: unknown[] }>(`${path}/${view}`);
  return BeforeSchema.parse(answer.value).filter((one) => one.workLocationType !== 'timeOff' && startsOn(one, date));
}

/** Updates are whole (PUT); a place belongs to an office only. */
function change({ graph, path }: Plan, { id, start, end, placeId }: Occurrence, to: string): Promise<unknown> {
  const place = to === 'office' && placeId !== null ? { placeId } : {};
  return graph.put(`${path}/occurrences/${encodeURIComponent(id)}`, { start, end, workLocationType: to, ...place });
}

/** Only time off can be put in by itself: a day without hours gets a week's pattern that lasts this one day. */
function addDay({ graph, path, date }: Plan, location: WorkLocation): Promise<unknown> {
  const at = (time: string) => ({ dateTime: `${date}T${time}.0000000`, timeZone: JAPAN });
  const pattern = { type: 'weekly', interval: 1, daysOfWeek: [DAYS[dayOfWeek(date)]], firstDayOfWeek: 'sunday' };
  const range = { type: 'endDate', startDate: date, endDate: date, recurrenceTimeZone: JAPAN };
  const body = { start: at(HOURS.from), end: at(HOURS.to), workLocationType: location, recurrence: { pattern, range } };
  return graph.post(`${path}/recurrences`, body);
}

async function removeDay({ graph, path, date }: Plan): Promise<void> {
  for await (const page of graph.list<Recurrence>(`${path}/recurrences`))
    for (const { id, recurrence } of page) {
      const { type, startDate, endDate } = recurrence?.range ?? {};
      if (type === 'endDate' && startDate === date && endDate === date)
        await graph.delete(`${path}/recurrences/${encodeURIComponent(id)}`);
    }
}

async function put(plan: Plan, location: WorkLocation): Promise<void> {
  const there = await occurrencesOn(plan);
  if (there.length === 0) await addDay(plan, location);
  for (const one of there) if (one.workLocationType !== location) await change(plan, one, location);
}

/** Whoever has set another place since has the last word. */
async function remove(plan: Plan, before: readonly Occurrence[]): Promise<void> {
  if (before.length === 0) return removeDay(plan);
  for (const one of await occurrencesOn(plan)) {
    const was = before.find(({ id, start }) => id === one.id || start.dateTime === one.start.dateTime);
    const isOurs = one.workLocationType === 'remote' || one.workLocationType === 'office';
    if (was && isOurs && was.workLocationType !== one.workLocationType)
      await change(plan, { ...one, placeId: was.placeId }, was.workLocationType);
  }
}

/** @throws WorkLocationRefused where no further try helps */
async function asRefusal<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    if (error.status === 401 || error.status === 403) throw new WorkLocationRefused('NOT_PERMITTED');
    if (error.status === 404) throw new WorkLocationRefused('NO_MAILBOX');
    throw error;
  }
}

/**
 * Where people work, in Outlook's work plan: occurrences of a day come from recurrences and are changed, not made.
 * Permission: Calendars.ReadWrite.All (application).
 */
export function createWorkLocations(graphOf: GraphOf): WorkLocations {
  return {
    read: (day) => asRefusal(occurrencesOn(planOf(graphOf, day))),
    put: (day, location) => asRefusal(put(planOf(graphOf, day), location)),
    remove: (day, before) => asRefusal(remove(planOf(graphOf, day), BeforeSchema.parse(before))),
  };
}

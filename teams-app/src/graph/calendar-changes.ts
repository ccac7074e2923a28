import type { CalendarAnswer, Changes, ChangesAsked, RemoteEntry, Window } from '@kaigi/core';
import type { Event } from '@microsoft/microsoft-graph-types';
import { askedOfCalendar } from './calendar-asked.ts';
import { entryOf } from './event.ts';
import { type GraphClient, GraphRefusal, insideGraph } from './graph-client.ts';

const PREFER = 'odata.maxpagesize=200, outlook.timezone="Tokyo Standard Time"';

type Told = Event & { readonly '@removed'?: unknown };

interface Page {
  readonly value: Told[];
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
}

interface Reading {
  readonly graph: GraphClient;
  /** `/users/{address}` */
  readonly user: string;
  readonly window: Window;
}

export const userPath = (mailbox: string): string => `/users/${encodeURIComponent(mailbox)}`;

const windowIn = ({ from, to }: Window): string =>
  `startDateTime=${from.toISOString()}&endDateTime=${to.toISOString()}`;

async function everyPage(graph: GraphClient, first: string): Promise<{ told: Told[]; token: string }> {
  const told: Told[] = [];
  for (let next: string | undefined = first; ; ) {
    const page: Page = await graph.get<Page>(next, PREFER);
    told.push(...page.value);
    next = insideGraph(page['@odata.nextLink']);
    if (next !== undefined) continue;
    const token = insideGraph(page['@odata.deltaLink']);
    if (token === undefined) throw new GraphRefusal(200, 'deltaWithoutEnd');
    return { told, token };
  }
}

const isSeries = ({ type }: Event): boolean => type === 'seriesMaster';
/** Of a day of a series often only the times are told. */
const isBrief = (event: Event): boolean => event.showAs === undefined && Boolean(event.seriesMasterId);

/** What stands in the series, with the day's own id and times. */
const dayOf = (day: Event, series: Event): Event => ({
  ...series,
  ...day,
  isAllDay: day.isAllDay ?? series.isAllDay ?? false,
  type: 'occurrence',
});

async function seriesNotTold({ graph, user }: Reading, ids: readonly string[]): Promise<Event[]> {
  const found: Event[] = [];
  for (const id of ids) {
    try {
      found.push(await graph.get<Event>(`${user}/events/${encodeURIComponent(id)}`, PREFER));
    } catch (error) {
      if (!(error instanceof GraphRefusal) || error.status !== 404) throw error;
    }
  }
  return found;
}

async function completed(reading: Reading, events: readonly Event[]): Promise<RemoteEntry[]> {
  const series = new Map(events.filter(isSeries).map((one) => [one.id, one]));
  const days = events.filter((one) => !isSeries(one));
  const missing = new Set(
    days.flatMap((day) =>
      isBrief(day) && day.seriesMasterId && !series.has(day.seriesMasterId) ? day.seriesMasterId : [],
    ),
  );
  for (const one of await seriesNotTold(reading, [...missing])) series.set(one.id, one);
  return days.flatMap((day) => {
    const of = isBrief(day) ? series.get(day.seriesMasterId ?? undefined) : undefined;
    return entryOf(of ? dayOf(day, of) : day) ?? [];
  });
}

/** All days of a series within the window, each whole; null where there is no such series any more. */
async function daysIn({ graph, user, window }: Reading, id: string): Promise<Event[] | null> {
  const path = `${user}/events/${encodeURIComponent(id)}/instances?${windowIn(window)}&$top=200`;
  const days: Event[] = [];
  try {
    for (let next: string | undefined = path; next !== undefined; ) {
      const page: Page = await graph.get<Page>(next, PREFER);
      days.push(...page.value);
      next = insideGraph(page['@odata.nextLink']);
    }
  } catch (error) {
    if (error instanceof GraphRefusal && error.status === 404) return null;
    throw error;
  }
  return days;
}

/** What a changed series now has is asked for: which of its days a delta tells is not the same everywhere. */
async function renewedSeries(reading: Reading, told: readonly Event[]) {
  const renewed: string[] = [];
  const days: Event[] = [];
  for (const { id } of told.filter(isSeries)) {
    if (!id) continue;
    renewed.push(id);
    days.push(...((await daysIn(reading, id)) ?? []));
  }
  const others = told.filter((one) => !isSeries(one) && !renewed.includes(one.seriesMasterId ?? ''));
  return { renewed, events: [...others, ...days] };
}

async function changesSince(reading: Reading, token: string | null): Promise<Changes> {
  const { graph, user, window } = reading;
  const { told, token: next } = await everyPage(graph, token ?? `${user}/calendarView/delta?${windowIn(window)}`);
  const gone = told.flatMap((one) => (one['@removed'] !== undefined && one.id ? [one.id] : []));
  const left = told.filter((one) => one['@removed'] === undefined);
  const { renewed, events } = token === null ? { renewed: [], events: left } : await renewedSeries(reading, left);
  // The same twice over two pages: the later one counts.
  const entries = new Map((await completed(reading, events)).map((one) => [one.key, one]));
  const inside = [...entries.values()].filter(({ from, to }) => from < window.to && to > window.from);
  const keys = new Set(inside.map(({ key }) => key));
  // What was called off, or moved out of the window, is no entry any more.
  const noMore = events.flatMap(({ id }) => (id && !keys.has(id) ? [id] : []));
  return {
    kind: 'CHANGES',
    entries: inside,
    removed: [...gone, ...noMore],
    renewed,
    whole: token === null,
    token: next,
  };
}

/**
 * What changed in a calendar since a token, or all of it.
 * Permission: Calendars.Read (application)
 */
export function readChanges(
  graph: GraphClient,
  mailbox: string,
  { token, ...window }: ChangesAsked,
): Promise<CalendarAnswer<Changes | { readonly kind: 'RESYNC' }>> {
  return askedOfCalendar(async () => {
    try {
      return await changesSince({ graph, user: userPath(mailbox), window }, insideGraph(token ?? undefined) ?? null);
    } catch (error) {
      if (error instanceof GraphRefusal && error.status === 410) return { kind: 'RESYNC' } as const;
      throw error;
    }
  });
}

/** Everything of a calendar within a time. */
export async function readView(graph: GraphClient, mailbox: string, window: Window): Promise<RemoteEntry[]> {
  const found: RemoteEntry[] = [];
  const path = `${userPath(mailbox)}/calendarView?${windowIn(window)}&$top=1000`;
  for (let next: string | undefined = path; next !== undefined; ) {
    const page: Page = await graph.get<Page>(next, PREFER);
    found.push(...page.value.flatMap((event) => entryOf(event) ?? []));
    next = insideGraph(page['@odata.nextLink']);
  }
  return found;
}

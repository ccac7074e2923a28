import type { RemoteEntry } from '@kaigi/core';
import type { DateTimeTimeZone, Event } from '@microsoft/microsoft-graph-types';
import { instantOf } from './absences.ts';

const DAY_MS = 86_400_000;

const STATUS: Readonly<Record<string, RemoteEntry['status']>> = {
  free: 'FREE',
  tentative: 'TENTATIVE',
  busy: 'BUSY',
  oof: 'OOF',
  workingElsewhere: 'ELSEWHERE',
};

/** What Microsoft says of being busy; of what it cannot say (`unknown`) people are taken to be. */
export const statusOf = (showAs: string | null | undefined): RemoteEntry['status'] => STATUS[showAs ?? ''] ?? 'BUSY';

/** What anybody may have written into Outlook, as a database keeps it; nothing visible: null. */
export function written(text: string | null | undefined, longest = 500): string | null {
  const plain = (text ?? '').toWellFormed().replaceAll('\0', '').trim();
  return plain === '' ? null : Array.from(plain).slice(0, longest).join('');
}

const isMidnight = (at: Date): boolean => (at.getTime() + 9 * 3_600_000) % DAY_MS === 0;

/** A whole day is the day itself, whatever zone it was made in: from Japanese midnight to Japanese midnight. */
function wholeDay(given: DateTimeTimeZone | null | undefined): Date | null {
  const [day = '', time = ''] = (given?.dateTime ?? '').split('T');
  const at = new Date(`${day}T00:00:00+09:00`);
  if (Number.isNaN(at.getTime())) return null;
  if (/^(00:00(:00(\.0+)?)?Z?)?$/.test(time)) return at;
  // Shown in another zone than it was made in, it begins in the middle of a day: the day in Japan counts.
  const instant = instantOf(given);
  return instant && new Date(Math.floor((instant.getTime() + 9 * 3_600_000) / DAY_MS) * DAY_MS - 9 * 3_600_000);
}

type Times = Pick<Event, 'start' | 'end' | 'isAllDay'>;

export function timesOf({ start, end, isAllDay }: Times): Pick<RemoteEntry, 'from' | 'to' | 'allDay'> | null {
  const read = isAllDay ? wholeDay : instantOf;
  const [from, to] = [read(start), read(end)];
  return from && to && to >= from ? { from, to, allDay: isAllDay === true } : null;
}

/** Of free and busy nobody says whether it is of whole days. */
export const looksWhole = (from: Date, to: Date): boolean => to > from && isMidnight(from) && isMidnight(to);

const PRIVATE = new Set(['private', 'confidential', 'personal']);

/** null where it cannot be read, or does not take place. */
export function entryOf(event: Event): RemoteEntry | null {
  const times = timesOf(event);
  if (!event.id || !times || event.isCancelled) return null;
  return {
    ...{ key: event.id, seriesKey: event.seriesMasterId ?? null, status: statusOf(event.showAs), ...times },
    ...{ subject: written(event.subject), place: written(event.location?.displayName) },
    visibility: PRIVATE.has(event.sensitivity ?? '') ? 'PRIVATE' : 'SECTION',
    online: event.isOnlineMeeting === true,
    categories: (event.categories ?? []).flatMap((name) => written(name, 50) ?? []),
  };
}

import { addDays, startOfDay } from '../../shared/index.ts';
import { type BookedDay, instantOf, type Whereabouts } from '../../telework/index.ts';
import type { Entry, EntrySource, EntryStatus } from './entry.ts';
import type { calendarTexts } from './text.ts';

type Title = keyof typeof calendarTexts;

const BASE = {
  ...{ visibility: 'PUBLIC', online: false, seriesId: null, category: null, version: null },
} as const satisfies Partial<Entry>;

/** OOF: not at hand; ELSEWHERE: at work, and free for others. Overtime is nobody else's business. */
const KINDS: Readonly<Partial<Record<BookedDay['kind'], { source: EntrySource; status: EntryStatus }>>> = {
  LEAVE: { source: 'LEAVE', status: 'OOF' },
  TRIP: { source: 'TRIP', status: 'OOF' },
  TELEWORK: { source: 'TELEWORK', status: 'ELSEWHERE' },
};

const TELEWORK_TITLES: Readonly<Record<string, Title>> = {
  SATELLITE: 'schedules.title_satellite',
  MOBILE: 'schedules.title_mobile',
};

/** What kind of leave it is stays with telework: here it is 休暇. */
function titleOf({ kind, detail }: BookedDay): Title {
  if (kind === 'LEAVE') return 'schedules.title_leave';
  if (kind === 'TRIP') return 'schedules.title_trip';
  return TELEWORK_TITLES[String(detail.kind)] ?? 'schedules.title_home';
}

const said = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Approved leave, telework and trips; the subject is a code of `text.ts`. */
export function entryOfDay(item: BookedDay): Entry | null {
  const is = KINDS[item.kind];
  if (!is || item.state !== 'APPROVED') return null;
  const { span, date } = item;
  return {
    ...{ ...BASE, ...is, entryId: item.itemId, allDay: span === null, subject: titleOf(item) },
    from: span ? instantOf(date, span.from) : startOfDay(date),
    to: span ? instantOf(date, span.to) : startOfDay(addDays(date, 1)),
    place: item.kind === 'TRIP' ? said(item.detail.destination) : null,
  };
}

export const entryOfWhereabouts = (one: Whereabouts): Entry => ({
  ...{ ...BASE, source: 'WHEREABOUTS', status: 'OOF', entryId: one.whereaboutsId, allDay: false },
  subject: (one.kind === 'OUT' ? 'schedules.title_out' : 'schedules.title_direct_home') satisfies Title,
  ...{ from: one.from, to: one.endedAt ?? one.expiresAt, place: said(one.place) },
});

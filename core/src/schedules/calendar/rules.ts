import { addDays, dayOfWeek, type LocalDate, localDateOf, startOfDay } from '../../shared/index.ts';
import type { CalendarProblem, Synced, Visibility } from './entry.ts';
import type { RemoteEntry, Window } from './port.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const mondayOf = (date: LocalDate): LocalDate => addDays(date, -((dayOfWeek(date) + 6) % 7));

const WEEKS_AHEAD = 9;

/** What is kept of a followed calendar: from Monday of last week for nine weeks from this one on. */
export function windowAt(now: Date): Window {
  const monday = mondayOf(localDateOf(now));
  return { from: startOfDay(addDays(monday, -7)), to: startOfDay(addDays(monday, WEEKS_AHEAD * 7)) };
}

/** The Mondays of the weeks that a time touches. */
export function weeksIn({ from, to }: Window): LocalDate[] {
  const weeks: LocalDate[] = [];
  for (let week = mondayOf(localDateOf(from)); startOfDay(week) < to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

export const weekWindow = (week: LocalDate): Window => ({ from: startOfDay(week), to: startOfDay(addDays(week, 7)) });

const BY_CATEGORY: Readonly<Record<string, Visibility>> = { 公開: 'PUBLIC', 課内: 'SECTION', 非公開: 'PRIVATE' };

/** The city's rule: a category of Outlook says it, else 課内. What is private in Outlook stays so whatever it says. */
export function visibilityOf({ visibility, categories }: Pick<RemoteEntry, 'visibility' | 'categories'>): Visibility {
  if (visibility === 'PRIVATE') return 'PRIVATE';
  const said = categories.flatMap((name) => BY_CATEGORY[name.trim()] ?? []);
  return said.includes('PRIVATE') ? 'PRIVATE' : (said[0] ?? visibility);
}

/** The first one that says something of the entry itself. */
export const categoryOf = ({ categories }: Pick<RemoteEntry, 'categories'>): string | null =>
  categories.find((name) => BY_CATEGORY[name.trim()] === undefined) ?? null;

/** What is known of one mailbox. */
export interface Mailbox {
  readonly ownerId: string;
  readonly kind: 'STAFF' | 'ROOM';
  readonly address: string;
  readonly window: Window | null;
  readonly token: string | null;
  readonly syncedAt: Date | null;
  readonly heardAt: Date | null;
  readonly problem: CalendarProblem | null;
  readonly problemAt: Date | null;
  readonly subscriptionId: string | null;
  readonly newsAddress: string | null;
  readonly expiresAt: Date | null;
  readonly revision: number;
  readonly lookedOn: LocalDate;
}

/** How long a glance is as good as new, and a calendar of which Microsoft does not tell us. */
const FRESH_MS = 10 * MINUTE_MS;
/** After this even a calendar of which Microsoft tells us is read again, for what it may have forgotten to tell. */
const CHECK_MS = 6 * HOUR_MS;
/** A change that was told and not yet read. */
const READING_MS = MINUTE_MS;

/** Also while all of it is to be read anew: what was read last is known since then. */
export const isFollowed = ({ syncedAt, window }: Mailbox, { from, to }: Window): boolean =>
  syncedAt !== null && window !== null && window.from <= from && window.to >= to;

const isTold = ({ subscriptionId, expiresAt }: Mailbox, now: Date): boolean =>
  subscriptionId !== null && expiresAt !== null && expiresAt > now;

/** Of two the earlier; null is earliest. */
const earlier = (a: Date | null, b: Date | null): Date | null => (a === null || b === null ? null : a < b ? a : b);

/** Whether what is known of a followed calendar may have changed without our knowing. */
function isStale(mailbox: Mailbox, now: Date): boolean {
  const { syncedAt, heardAt } = mailbox;
  if (syncedAt === null) return true;
  if (heardAt !== null && heardAt > syncedAt && now.getTime() - heardAt.getTime() > READING_MS) return true;
  return now.getTime() - syncedAt.getTime() > (isTold(mailbox, now) ? 2 * CHECK_MS : FRESH_MS);
}

export interface Knowing {
  readonly mailbox: Mailbox | undefined;
  /** When each week asked about was glanced at; undefined: never. */
  readonly glances: readonly (Date | undefined)[];
  readonly window: Window;
  readonly now: Date;
}

/** 最終同期 of a calendar for a time. */
export function syncedOf({ mailbox, glances, window, now }: Knowing): Synced {
  if (!mailbox) return { at: null, stale: true, problem: null };
  const { problem } = mailbox;
  if (problem === 'NO_MAILBOX') return { at: null, stale: false, problem };
  if (isFollowed(mailbox, window))
    return { at: mailbox.syncedAt, stale: problem !== null || isStale(mailbox, now), problem };
  const at = glances.reduce<Date | null>((first, one) => earlier(first, one ?? null), glances[0] ?? null);
  const old = at === null || now.getTime() - at.getTime() > FRESH_MS;
  return { at, stale: old || problem !== null, problem };
}

const TRY_AGAIN_MS: Readonly<Record<CalendarProblem, number>> = {
  NO_MAILBOX: DAY_MS,
  NOT_PERMITTED: HOUR_MS,
  UNREACHABLE: MINUTE_MS,
};

/** Whether asking again is of use yet. */
const mayAsk = ({ problem, problemAt }: Mailbox, now: Date): boolean =>
  problem === null || problemAt === null || now.getTime() - problemAt.getTime() >= TRY_AGAIN_MS[problem];

/** COLD: nothing is known, and a reader waits; OLD: something is, and is read anew behind them. */
export function glanceNeeded({ mailbox, glances, window, now }: Knowing): 'COLD' | 'OLD' | null {
  if (!mailbox) return 'COLD';
  if (!mayAsk(mailbox, now)) return null;
  if (isFollowed(mailbox, window)) return null;
  if (glances.some((at) => at === undefined)) return 'COLD';
  return syncedOf({ mailbox, glances, window, now }).stale ? 'OLD' : null;
}

/** From 0 to 1, always the same for one owner: what would come all at once is spread by it. */
export const shareOf = (ownerId: string): number => Number.parseInt(ownerId.slice(-6), 16) / 0x1_00_00_00;

/** Between three and two days before its end: long enough for a weekend in which nothing can be asked. */
export const renewalOf = (ownerId: string, expiresAt: Date): Date =>
  new Date(expiresAt.getTime() - (3 - shareOf(ownerId)) * DAY_MS);

export const nextCheck = (mailbox: Mailbox, now: Date): Date =>
  new Date(now.getTime() + (isTold(mailbox, now) ? CHECK_MS * (0.75 + shareOf(mailbox.ownerId) / 4) : FRESH_MS));

/** When a mailbox with a problem is tried again by itself. */
export const retryAt = (problem: CalendarProblem, now: Date): Date => new Date(now.getTime() + TRY_AGAIN_MS[problem]);

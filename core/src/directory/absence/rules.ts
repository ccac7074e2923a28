import { type Actor, hasRole } from '../rules.ts';
import type { AbsenceSource } from './contract.ts';

/** Sources that are read again and again; what they say ages. */
export const GRAPH_SOURCES = ['GRAPH_AUTOMATIC_REPLY', 'GRAPH_CALENDAR', 'GRAPH_PRESENCE'] as const;
export type GraphSource = (typeof GRAPH_SOURCES)[number];

export interface Absence {
  readonly absenceId: string;
  readonly staffId: string;
  readonly source: AbsenceSource;
  readonly from: Date;
  readonly until: Date | null;
  readonly note: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly recordedByName: string | null;
  readonly confirmedAt: Date | null;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const STALE_AFTER_MS = 30 * MINUTE_MS;
const FORGOTTEN_AFTER_MS = DAY_MS;
const LONGEST_MS = 366 * DAY_MS;
const OLDEST_START_MS = 31 * DAY_MS;
const FARTHEST_START_MS = 366 * DAY_MS;

export const fromGraph = (source: AbsenceSource): source is GraphSource =>
  (GRAPH_SOURCES as readonly AbsenceSource[]).includes(source);

/** Nobody could ask the source for half an hour: it may be otherwise by now. */
export function isStale(readAt: Date | null, at: Date): boolean {
  return readAt === null || at.getTime() - readAt.getTime() > STALE_AFTER_MS;
}

/** What a source said a day ago and could not be asked about since is no evidence any more. */
export function isForgotten({ source, confirmedAt }: Pick<Absence, 'source' | 'confirmedAt'>, at: Date): boolean {
  return fromGraph(source) && (confirmedAt === null || at.getTime() - confirmedAt.getTime() > FORGOTTEN_AFTER_MS);
}

/** Whether it is evidence that the person is away at this moment. */
export function holdsAt(absence: Absence, at: Date): boolean {
  const within = absence.from <= at && (absence.until === null || absence.until > at);
  return within && !isForgotten(absence, at);
}

// What a person or an approved request says comes before what a mailbox suggests.
const STRENGTH: readonly AbsenceSource[] = [
  'MANUAL',
  'LEAVE',
  'TRIP',
  'GRAPH_AUTOMATIC_REPLY',
  'GRAPH_CALENDAR',
  'GRAPH_PRESENCE',
];

/** Strongest evidence first. */
export function byStrength(a: Absence, b: Absence): number {
  return (
    STRENGTH.indexOf(a.source) - STRENGTH.indexOf(b.source) ||
    a.from.getTime() - b.from.getTime() ||
    (a.absenceId < b.absenceId ? -1 : 1)
  );
}

export type PeriodProblem = 'directory.absence_ends_before' | 'directory.absence_too_long' | 'directory.absence_far';

/** What is wrong with a period that somebody typed, or null. */
export function periodProblem({ from, until }: { from: Date; until: Date | null }, now: Date): PeriodProblem | null {
  const ahead = from.getTime() - now.getTime();
  if (until !== null && (until <= from || until <= now)) return 'directory.absence_ends_before';
  if (ahead < -OLDEST_START_MS || ahead > FARTHEST_START_MS) return 'directory.absence_far';
  if (until !== null && until.getTime() - from.getTime() > LONGEST_MS) return 'directory.absence_too_long';
  return null;
}

/** The person whose absence is typed: today's posts, and the heads of their units and of those above. */
export interface AbsentPerson {
  readonly staffId: string;
  readonly ranks: readonly string[];
  readonly headPostIds: readonly string[];
}

const BELOW_THE_SECRETARIAT = new Set(['SECTION_HEAD', 'DEPUTY_SECTION_HEAD', 'SUBSECTION_HEAD', 'CHIEF', 'STAFF']);

/** Oneself, the heads above, personnel; for 市長・副市長・部長 their secretary. */
export function mayRecordFor(actor: Actor, person: AbsentPerson): boolean {
  if (actor.staffId === person.staffId || hasRole(actor, 'PERSONNEL')) return true;
  if (actor.posts.some(({ postId }) => person.headPostIds.includes(postId))) return true;
  return hasRole(actor, 'SECRETARY') && person.ranks.some((rank) => !BELOW_THE_SECRETARIAT.has(rank));
}

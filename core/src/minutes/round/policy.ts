import type { Meeting } from '../meetings/meeting.ts';
import { keepsMinutes, type Sight } from '../meetings/policy.ts';
import type { Own } from './rules.ts';
import type { Away } from './stand-in.ts';
import type { Answer, Round } from './store.ts';
import type { Suggestion } from './suggestion-store.ts';

/** The chair who was there, of the city's staff. */
export const chairOf = ({ content }: Pick<Meeting, 'content'>): string | null =>
  content.attendees.find(({ role, attended, staffId }) => role === 'CHAIR' && attended && staffId !== null)?.staffId ??
  null;

interface Settled {
  readonly meeting: Meeting;
  /** Why the chair does not settle in time; empty where they can. */
  readonly chairAway: readonly Away[];
}

/** The absence because of which this person settles in the chair's place: never one that they wrote down themselves. */
export function standsInBecause({ meeting, chairAway }: Settled, sight: Sight): Away | null {
  const chair = chairOf(meeting);
  if (chair === null || chair === sight.staffId || !keepsMinutes(meeting, sight)) return null;
  return chairAway.find(({ recordedBy }) => recordedBy !== sight.staffId) ?? null;
}

/** 議長が決する; where none is of the staff, or they are away until it is too late, whoever keeps the minutes. */
export function maySettle(settled: Settled, sight: Sight): boolean {
  const chair = chairOf(settled.meeting);
  if (chair === null) return keepsMinutes(settled.meeting, sight);
  return chair === sight.staffId || standsInBecause(settled, sight) !== null;
}

/** In the chair's place nobody settles what they put down themselves, for somebody else neither: two people see it. */
export const maySettleThis = (settled: Settled, sight: Sight, { madeBy }: Pick<Suggestion, 'madeBy'>): boolean =>
  maySettle(settled, sight) && (madeBy.staffId !== sight.staffId || standsInBecause(settled, sight) === null);

/** Anywhere: the chair, and whoever keeps the minutes and may not simply change them meanwhile. */
export const suggestsAnywhere = (meeting: Meeting, sight: Sight): boolean =>
  chairOf(meeting) === sight.staffId || keepsMinutes(meeting, sight);

interface Asking {
  readonly round: Pick<Round, 'state' | 'silence'> | null;
  readonly isOver: boolean;
  readonly mine: Pick<Answer, 'state'> | null;
}

/** People are being asked. */
export const isRunning = (meeting: Meeting, round: Pick<Round, 'state'> | null): boolean =>
  meeting.state === 'CONFIRMING' && round?.state === 'OPEN';

/** After the day is over one may still agree; for other words it is too late where silence was agreement. */
export function suggestsWhere(
  meeting: Meeting,
  sight: Sight,
  { round, isOver, mine }: Asking,
): 'NOWHERE' | 'OWN' | 'ANYWHERE' {
  if (!round || !isRunning(meeting, round)) return 'NOWHERE';
  if (suggestsAnywhere(meeting, sight)) return 'ANYWHERE';
  return mine && !(isOver && round.silence === 'AGREES') ? 'OWN' : 'NOWHERE';
}

/** Whoever was asked and has not agreed yet in so many words. */
export const mayAgree = (meeting: Meeting, { round, mine }: Pick<Asking, 'round' | 'mine'>): boolean =>
  isRunning(meeting, round) && mine !== null && mine.state !== 'AGREED';

/** Answers that came by other means are written down by whoever keeps the minutes. */
export const mayEnter = (meeting: Meeting, sight: Sight, round: Asking['round']): boolean =>
  isRunning(meeting, round) && keepsMinutes(meeting, sight);

export const mayClose = (meeting: Meeting, sight: Sight, round: Asking['round']): boolean =>
  isRunning(meeting, round) && (keepsMinutes(meeting, sight) || chairOf(meeting) === sight.staffId);

/** Before they lie with those who decide. */
export const mayReopen = (meeting: Meeting, sight: Sight): boolean =>
  (meeting.state === 'CONFIRMING' || meeting.state === 'SIGNING') && keepsMinutes(meeting, sight);

/** What somebody may suggest other words for. */
export const isTheirs = ({ lineIds, sentenceIds }: Own, of: 'LINE' | 'SENTENCE', id: string): boolean =>
  (of === 'LINE' ? lineIds : sentenceIds).includes(id);

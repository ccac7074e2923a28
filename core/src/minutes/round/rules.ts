import { dueOn, type MeetingBody } from '../../regulations/index.ts';
import {
  addWorkingDays,
  type ClosedDays,
  type ErrorParams,
  isWorkingDay,
  type LocalDate,
  localDateOf,
} from '../../shared/index.ts';
import type { Line } from '../lines/line.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { missingOf } from '../meetings/rules.ts';
import type { Sentence } from '../sentences/sentence.ts';
import { lackingSigners } from '../signing/rules.ts';
import type { AnswerState } from './contract.ts';
import type { Answer, Round } from './store.ts';

/** Why a round cannot begin, by code. */
export interface Hindrance {
  readonly code: string;
  readonly params?: ErrorParams;
}

/** Whoever was there is asked; whoever is not of the city's staff by other means. */
export const askedOf = ({ content }: Pick<Meeting, 'content'>): readonly AttendeeInput[] =>
  content.attendees.filter(({ attended }) => attended);

/** What stands in the way of asking: nobody could be told afterwards that more was to be confirmed, or who signs. */
export function hindrancesOf(meeting: Meeting, body: MeetingBody | null, sentences: readonly unknown[]): Hindrance[] {
  return [
    ...(sentences.length === 0 ? [{ code: 'minutes.round_no_minutes' }] : []),
    ...(askedOf(meeting).length === 0 ? [{ code: 'minutes.round_nobody' }] : []),
    ...missingOf(meeting, body).map((part) => ({ code: `minutes.missing_${part}` })),
    ...(body && body.signers > 0 ? lackingSigners(meeting, body) : []),
  ];
}

/** The day on which a round that begins today ends by the rules; null where the body has none. */
export const ruledDueOn = (body: MeetingBody | null, today: LocalDate, closed: ClosedDays): LocalDate | null =>
  body?.confirmation ? dueOn(body.confirmation.term, today, closed) : null;

/** What a person must look at. */
export interface Own {
  readonly lineIds: readonly string[];
  readonly sentenceIds: readonly string[];
}

/** The lines put to somebody, and the sentences that rest on those, are theirs to do, or say what they said. */
export function ownOf(
  { id, name }: Pick<AttendeeInput, 'id' | 'name'>,
  lines: readonly Pick<Line, 'lineId' | 'attendeeId'>[],
  sentences: readonly Pick<Sentence, 'sentenceId' | 'sources' | 'detail'>[],
): Own {
  const lineIds = lines.flatMap(({ lineId, attendeeId }) => (attendeeId === id ? [lineId] : []));
  const mine = new Set(lineIds);
  const isOwn = ({ sources, detail }: Pick<Sentence, 'sources' | 'detail'>): boolean =>
    sources.some((source) => mine.has(source)) || detail.owner?.attendeeId === id || detail.speaker === name;
  return { lineIds, sentenceIds: sentences.filter(isOwn).map(({ sentenceId }) => sentenceId) };
}

/** The last day on which one may answer is over. */
export const isOver = ({ dueOn: last }: Pick<Round, 'dueOn'>, today: LocalDate): boolean => today > last;

/** Why an answer cannot have been told on that day: it is still to come, or nobody had been asked yet. */
export function wrongToldOn(
  toldOn: LocalDate,
  { askedAt }: Pick<Round, 'askedAt'>,
  today: LocalDate,
): Hindrance | null {
  if (toldOn > today) return { code: 'minutes.round_told_later' };
  const asked = localDateOf(askedAt);
  return toldOn < asked ? { code: 'minutes.round_told_before', params: { day: asked } } : null;
}

/** What the rules make of somebody's silence once the day is over; before it, and of an answer, nothing. */
export function afterSilence(
  state: AnswerState,
  round: Pick<Round, 'dueOn' | 'silence'>,
  today: LocalDate,
): AnswerState {
  if (state !== 'ASKED' || !isOver(round, today)) return state;
  return round.silence === 'AGREES' ? 'AGREED_BY_SILENCE' : 'OPEN';
}

const WAITED_FOR: ReadonlySet<AnswerState> = new Set(['ASKED', 'OPEN', 'BY_OTHER_MEANS']);

/** Nothing has come of them that the rules take for an answer. */
export const isWaitedFor = ({ state }: Pick<Answer, 'state'>): boolean => WAITED_FOR.has(state);

/**
 * On the working day before the last one whoever has not answered is reminded; where nobody looked on that day, on the
 * last day. Not on the day on which they were asked.
 */
export function isReminded(
  { dueOn: last, askedAt }: Pick<Round, 'dueOn' | 'askedAt'>,
  today: LocalDate,
  closed: ClosedDays,
): boolean {
  if (!isWorkingDay(today, closed) || localDateOf(askedAt) >= today) return false;
  return today <= last && last <= addWorkingDays(today, 1, closed);
}

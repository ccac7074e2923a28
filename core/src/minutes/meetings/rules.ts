import { dueOn, type MeetingBody, type MeetingItem } from '../../regulations/index.ts';
import type { ClosedDays, LocalDate } from '../../shared/index.ts';
import type { Meeting } from './meeting.ts';

export interface Deadline {
  readonly kind: 'SUMMARY' | 'MINUTES';
  readonly on: LocalDate;
  readonly article: string;
}

/** Until when 会議概要 and 会議録 must be there, by the rules of the body (M-15). */
export function deadlinesOf(
  { heldOn, state }: Pick<Meeting, 'heldOn' | 'state'>,
  body: MeetingBody | null,
  closed: ClosedDays,
): readonly Deadline[] {
  if (!body || state === 'CANCELLED') return [];
  const terms = [['SUMMARY', body.deadlines.summary] as const, ['MINUTES', body.deadlines.minutes] as const];
  return terms.flatMap(([kind, term]) =>
    term ? [{ kind, on: dueOn(term, heldOn, closed), article: term.article }] : [],
  );
}

/**
 * The 会議録 is there when the minutes are final; the 会議概要 when whoever keeps the minutes had its paper or its publication
 * copy made, or when the minutes are final before that.
 */
export const isMet = ({ kind }: Pick<Deadline, 'kind'>, { state, summaryOn }: Pick<Meeting, 'state' | 'summaryOn'>) =>
  state === 'FINAL' || (kind === 'SUMMARY' && summaryOn !== null);

const isThere: Readonly<Record<MeetingItem, (meeting: Meeting) => boolean>> = {
  agenda: ({ content }) => content.agenda.length > 0,
  place: ({ content }) => content.place !== '',
  attendees: ({ content }) => content.attendees.some(({ role }) => role !== 'STAFF'),
  staff: ({ content }) => content.attendees.some(({ role }) => role === 'STAFF' || role === 'RECORDER'),
  observers: ({ content }) => content.observers !== null,
  papers: ({ content }) => content.papers.length > 0,
  // 公開した会議に理由は要らない.
  opennessReason: ({ content, isOpen }) => isOpen || content.closedGround !== null || content.closedReason !== '',
};

/** What the rules of the body want written down that is not there yet (M-01). */
export const missingOf = (meeting: Meeting, body: MeetingBody | null): readonly MeetingItem[] =>
  body?.required.filter((item) => !isThere[item](meeting)) ?? [];

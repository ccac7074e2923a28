import { type ErrorParams, type Locale, say } from '../../shared/index.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import { mayEdit, type Sight } from '../meetings/policy.ts';
import { meetingTexts } from '../meetings/text.ts';
import { signingTexts } from '../signing/text.ts';
import type { RoundPersonView, RoundSuggestionView, RoundView } from './contract.ts';
import * as policy from './policy.ts';
import { hindrancesOf, isOver, isWaitedFor, ownOf, ruledDueOn } from './rules.ts';
import type { Standing } from './standing.ts';
import type { Answer, Round } from './store.ts';
import type { Suggestion } from './suggestion-store.ts';
import { roundTexts } from './text.ts';

const TEXTS = { ...meetingTexts, ...roundTexts, ...signingTexts };

const sentenced = (code: string, locale: Locale, params: ErrorParams = {}) => ({
  code,
  sentence: say(TEXTS, code, locale, params) ?? code,
});

export interface Looker {
  readonly sight: Sight;
  readonly locale: Locale;
}

const NOBODY = { attendeeId: '', name: '', postTitle: '' };
const named = ({ id: attendeeId, name, postTitle }: AttendeeInput) => ({ attendeeId, name, postTitle });

function attendeeOf({ meeting }: Standing, attendeeId: string): AttendeeInput | null {
  return meeting.content.attendees.find(({ id }) => id === attendeeId) ?? null;
}

/** Whom this person answers for: themselves, where they were asked. */
export const answerOf = ({ answers }: Pick<Standing, 'answers'>, staffId: string): Answer | null =>
  answers.find((answer) => answer.staffId === staffId) ?? null;

function presentPerson(standing: Standing, answer: Answer): RoundPersonView {
  const attendee = attendeeOf(standing, answer.attendeeId);
  const own = attendee ? ownOf(attendee, standing.lines, standing.sentences) : { lineIds: [], sentenceIds: [] };
  const { state, answeredAt, isLate, means, enteredBy, toldOn, note } = answer;
  return {
    ...(attendee ? named(attendee) : { ...NOBODY, attendeeId: answer.attendeeId }),
    ...{ state, answeredAt: answeredAt?.toISOString() ?? null, isLate, means, enteredBy, toldOn, note },
    own: { lines: own.lineIds.length, sentences: own.sentenceIds.length },
  };
}

/** Other words stand there by now, or none. */
export function isStale({ lines, sentences }: Pick<Standing, 'lines' | 'sentences'>, suggestion: Suggestion): boolean {
  const { of, targetId, targetVersion } = suggestion;
  const now =
    of === 'LINE'
      ? lines.find(({ lineId }) => lineId === targetId)
      : sentences.find(({ sentenceId }) => sentenceId === targetId);
  return now?.version !== targetVersion;
}

const isMine = ({ madeBy }: Suggestion, { staffId }: Sight): boolean => madeBy.staffId === staffId;

function presentSuggestion(standing: Standing, suggestion: Suggestion, { sight }: Looker): RoundSuggestionView {
  const { suggestionId: id, attendeeId, madeBy, means, toldOn, madeAt, isLate, of, targetId, ...rest } = suggestion;
  const { before, after, reason, state, settledBy, settledAt, comment } = rest;
  const attendee = attendeeId === null ? null : attendeeOf(standing, attendeeId);
  const isOpen = state === 'OPEN' && policy.isRunning(standing.meeting, standing.round);
  return {
    ...{ id, attendee: attendee && named(attendee), by: madeBy, means, toldOn, at: madeAt.toISOString(), isLate },
    ...{ target: { of, id: targetId }, before, after, reason, state, settledBy, comment },
    ...{ settledAt: settledAt?.toISOString() ?? null, isStale: state === 'OPEN' && isStale(standing, suggestion) },
    may: {
      withdraw: isOpen && isMine(suggestion, sight),
      settle: isOpen && policy.maySettleThis(standing, sight, suggestion),
    },
  };
}

/** Who has not answered, what is not settled. */
export function waitsFor(standing: Standing, locale: Locale): RoundView['waitsFor'] {
  const { round, answers, suggestions } = standing;
  if (round?.state !== 'OPEN') return [];
  const open = suggestions.filter(({ state }) => state === 'OPEN').length;
  return [
    ...answers.filter(isWaitedFor).map(({ attendeeId }) => {
      return sentenced('minutes.round_waits_for', locale, { name: attendeeOf(standing, attendeeId)?.name ?? '' });
    }),
    ...(open > 0 ? [sentenced('minutes.round_waits_for_settling', locale, { count: open })] : []),
  ];
}

function presentShownRound(standing: Standing, round: Round, looker: Looker): NonNullable<RoundView['round']> {
  const { nth, state, askedAt, askedBy: by, dueOn, silence, article, closedAt } = round;
  const order = new Map(standing.meeting.content.attendees.map(({ id }, place) => [id, place]));
  const inOrder = standing.answers.toSorted((a, b) => (order.get(a.attendeeId) ?? 0) - (order.get(b.attendeeId) ?? 0));
  return {
    ...{ nth, state, askedAt: askedAt.toISOString(), by, dueOn, silence, article },
    ...{ isOver: isOver(round, standing.today), closedAt: closedAt?.toISOString() ?? null },
    people: inOrder.map((answer) => presentPerson(standing, answer)),
    suggestions: standing.suggestions.map((one) => presentSuggestion(standing, one, looker)),
  };
}

function presentMe(standing: Standing, { sight }: Looker): RoundView['me'] {
  const mine = answerOf(standing, sight.staffId);
  const attendee = mine && attendeeOf(standing, mine.attendeeId);
  if (!mine || !attendee) return null;
  const { lineIds, sentenceIds } = ownOf(attendee, standing.lines, standing.sentences);
  return {
    ...{ attendeeId: attendee.id, state: mine.state },
    own: { lineIds: [...lineIds], sentenceIds: [...sentenceIds] },
  };
}

function presentStandIn(standing: Standing, { sight }: Looker): RoundView['standIn'] {
  const away = policy.standsInBecause(standing, sight);
  const chair = standing.meeting.content.attendees.find(({ staffId }) => staffId === policy.chairOf(standing.meeting));
  return away && chair ? { chair: chair.name, statement: away.statement } : null;
}

function mayOf(standing: Standing, { sight }: Looker, waits: number): RoundView['may'] {
  const { meeting, round, suggestions, today } = standing;
  const mine = answerOf(standing, sight.staffId);
  const asking = { round, isOver: round !== null && isOver(round, today), mine };
  const hasOpen = suggestions.some((one) => one.state === 'OPEN' && isMine(one, sight));
  return {
    begin: mayEdit(meeting, sight),
    agree: policy.mayAgree(meeting, asking) && !hasOpen,
    suggest: policy.suggestsWhere(meeting, sight, asking),
    enter: policy.mayEnter(meeting, sight, round),
    settle: policy.isRunning(meeting, round) && policy.maySettle(standing, sight),
    close: policy.mayClose(meeting, sight, round) && waits === 0,
    reopen: policy.mayReopen(meeting, sight),
  };
}

/** The confirmation of a meeting as this person sees it today. */
export function presentRound(standing: Standing, looker: Looker): RoundView {
  const { meeting, body, round, today, closed, sentences } = standing;
  const dueOn = ruledDueOn(body, today, closed);
  const waits = waitsFor(standing, looker.locale);
  return {
    ...{ meetingId: meeting.meetingId, version: meeting.version },
    rule:
      body?.confirmation && dueOn
        ? { dueOn, silence: body.confirmation.silence, article: body.confirmation.term.article }
        : null,
    round: round && presentShownRound(standing, round, looker),
    me: presentMe(standing, looker),
    changed: [...standing.changed],
    hindrances: mayEdit(meeting, looker.sight)
      ? hindrancesOf(meeting, body, sentences).map(({ code, params }) => sentenced(code, looker.locale, params))
      : [],
    waitsFor: waits,
    standIn: presentStandIn(standing, looker),
    may: mayOf(standing, looker, waits.length),
  };
}

import { personOf } from '../../directory/index.ts';
import { badInput, conflict, notAllowed, notFound } from '../../shared/index.ts';
import { type Became, noteNext } from '../act.ts';
import type { Acting } from './acting.ts';
import { answerToEnter, runningRound, saveAnswer, toldOnFor } from './answering.ts';
import type { SuggestInput } from './contract.ts';
import * as policy from './policy.ts';
import { answerOf } from './present.ts';
import { afterSilence, isOver, ownOf } from './rules.ts';
import type { Answer, Round } from './store.ts';
import { insertSuggestion, type Suggestion, updateSuggestion } from './suggestion-store.ts';

type Target = SuggestInput['target'];

const wordsAt = ({ lines, sentences }: Acting, { of, id }: Target) =>
  of === 'LINE' ? lines.find(({ lineId }) => lineId === id) : sentences.find(({ sentenceId }) => sentenceId === id);

/** @throws not-allowed: not one's own words, or too late for other ones */
function checkTheirs(
  acting: Acting,
  round: Round,
  { answer, target }: { answer: Answer | null; target: Target },
): void {
  const { meeting, open, today, lines, sentences } = acting;
  const where = policy.suggestsWhere(meeting, open.sight, { round, isOver: isOver(round, today), mine: answer });
  if (where === 'ANYWHERE') return;
  if (!answer) throw notAllowed('minutes.round_not_asked');
  if (where === 'NOWHERE') throw notAllowed('minutes.round_over');
  const attendee = meeting.content.attendees.find(({ id }) => id === answer.attendeeId);
  const own = attendee ? ownOf(attendee, lines, sentences) : { lineIds: [], sentenceIds: [] };
  if (!policy.isTheirs(own, target.of, target.id)) throw notAllowed('minutes.suggestion_not_yours');
}

/**
 * A wish for other words, for oneself or for somebody who was asked by other means. The same once more is the same.
 * @throws conflict `minutes.round_none`, `…suggestion_twice`; not-allowed `…round_not_asked`, `…round_over`,
 * `…suggestion_not_yours`; bad-input `…suggestion_same`, `…round_told_*`
 */
export async function suggest(acting: Acting, input: SuggestInput): Promise<Became> {
  const { open, meeting, parts, today } = acting;
  const { id: suggestionId, target, text: after, reason, behalf } = input;
  const round = runningRound(acting);
  const answer = behalf ? answerToEnter(acting, behalf.attendeeId) : answerOf(acting, open.actor.staffId);
  checkTheirs(acting, round, { answer, target });
  const now = wordsAt(acting, target);
  if (now?.version !== target.version) return 'minutes.suggestion_stale';
  if (now.text === after) throw badInput('minutes.suggestion_same');
  const { nth } = round;
  const means = behalf?.means ?? null;
  const toldOn = behalf ? toldOnFor(acting, round, behalf.toldOn) : null;
  const isLate = isOver(round, toldOn ?? today);
  const suggestion: Suggestion = {
    ...{ suggestionId, nth, attendeeId: answer?.attendeeId ?? null, madeBy: personOf(open.actor), means, toldOn },
    ...{ madeAt: parts.clock.now(), isLate, of: target.of, targetId: target.id, targetVersion: target.version },
    ...{ before: now.text, after, reason, state: 'OPEN', settledBy: null, settledAt: null, comment: '' },
  };
  if (!(await insertSuggestion(open.tx, meeting.meetingId, suggestion))) throw conflict('minutes.suggestion_twice');
  const enteredBy = behalf ? personOf(open.actor) : null;
  if (answer)
    await saveAnswer(acting, round, {
      ...{ ...answer, state: 'SUGGESTED', answeredAt: parts.clock.now(), isLate, means, enteredBy, toldOn, note: '' },
    });
  const about = { nth, suggestionId, attendeeId: suggestion.attendeeId, of: target.of, targetId: target.id, means };
  const fact = { ...about, ...(toldOn ? { toldOn } : {}) };
  await noteNext(acting, 'round', { act: 'SUGGESTED', fact, change: { before: now.text, after, reason } });
  return 'done';
}

/** @throws not-found `minutes.suggestion_not_found` */
export function suggestionOf({ suggestions }: Acting, suggestionId: string): Suggestion {
  const suggestion = suggestions.find((one) => one.suggestionId === suggestionId);
  if (!suggestion) throw notFound('minutes.suggestion_not_found');
  return suggestion;
}

/** Whoever has no wish left is asked again, or silent again. */
function withoutWish(answer: Answer, round: Round, today: Acting['today']): Answer {
  const asked = answer.staffId === null ? 'BY_OTHER_MEANS' : afterSilence('ASKED', round, today);
  return { ...answer, state: asked, answeredAt: null, isLate: false, means: null, enteredBy: null, toldOn: null };
}

/** @throws conflict `minutes.suggestion_settled_already`; not-allowed `minutes.suggestion_not_yours` */
export async function withdraw(acting: Acting, suggestionId: string): Promise<Became> {
  const { open, meeting, parts, suggestions, answers, today } = acting;
  const suggestion = suggestionOf(acting, suggestionId);
  if (suggestion.madeBy.staffId !== open.actor.staffId) throw notAllowed('minutes.suggestion_not_yours');
  if (suggestion.state === 'WITHDRAWN') return 'done';
  if (suggestion.state !== 'OPEN') throw conflict('minutes.suggestion_settled_already');
  const round = runningRound(acting);
  const settledBy = personOf(open.actor);
  await updateSuggestion(open.tx, meeting.meetingId, {
    ...{ ...suggestion, state: 'WITHDRAWN', settledBy, settledAt: parts.clock.now() },
  });
  const others = suggestions.filter((one) => one.suggestionId !== suggestionId && one.state !== 'WITHDRAWN');
  const answer = answers.find(({ attendeeId }) => attendeeId === suggestion.attendeeId);
  if (answer?.state === 'SUGGESTED' && !others.some(({ attendeeId }) => attendeeId === answer.attendeeId))
    await saveAnswer(acting, round, withoutWish(answer, round, today));
  await noteNext(acting, 'round', { act: 'WITHDRAWN', fact: { nth: round.nth, suggestionId }, change: null });
  return 'done';
}

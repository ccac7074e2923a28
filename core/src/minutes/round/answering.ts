import { personOf } from '../../directory/index.ts';
import { badInput, conflict, type LocalDate, notAllowed } from '../../shared/index.ts';
import { type Became, noteNext } from '../act.ts';
import type { Acting } from './acting.ts';
import type { AgreeInput, AnswerState, EnterAnswerInput } from './contract.ts';
import * as policy from './policy.ts';
import { answerOf } from './present.ts';
import { isOver, isWaitedFor, wrongToldOn } from './rules.ts';
import { type Answer, type Round, saveAnswers } from './store.ts';

/** @throws conflict `minutes.round_none` */
export function runningRound({ meeting, round }: Acting): Round {
  if (!round || !policy.isRunning(meeting, round)) throw conflict('minutes.round_none');
  return round;
}

export const saveAnswer = ({ open, meeting }: Acting, { nth }: Round, answer: Answer): Promise<void> =>
  saveAnswers(open.tx, { meetingId: meeting.meetingId, nth }, [answer]);

/**
 * Agrees with the minutes as they stand; twice is once, and after the deadline it counts and says that it was late.
 * @throws conflict `minutes.round_none`, `…round_own_suggestion_open`; not-allowed `…round_not_asked`
 */
export async function agree(acting: Acting, { nth }: AgreeInput): Promise<Became> {
  const { open, suggestions, today, parts } = acting;
  const { staffId } = open.actor;
  const mine = answerOf(acting, staffId);
  if (!mine) throw notAllowed('minutes.round_not_asked');
  if (nth !== undefined && nth !== acting.round?.nth) return 'minutes.round_another';
  if (mine.state === 'AGREED' && acting.round?.state !== 'VOID') return 'done';
  const round = runningRound(acting);
  if (suggestions.some(({ state, madeBy }) => state === 'OPEN' && madeBy.staffId === staffId))
    throw conflict('minutes.round_own_suggestion_open');
  const isLate = isOver(round, today);
  await saveAnswer(acting, round, {
    ...{ ...mine, state: 'AGREED', answeredAt: parts.clock.now(), isLate, means: null, enteredBy: null },
    ...{ toldOn: null, note: '' },
  });
  const fact = { nth: round.nth, attendeeId: mine.attendeeId, isLate };
  await noteNext(acting, 'round', { act: 'AGREED', fact, change: null });
  return 'done';
}

/**
 * Somebody else's answer may be written down where they are not of the staff, or did not answer in time.
 * @throws conflict `minutes.round_answers_here`, `…round_answered_already`; not-allowed `…round_not_asked`
 */
export function answerToEnter(acting: Acting, attendeeId: string): Answer {
  const { open, meeting, round, answers } = acting;
  if (!policy.mayEnter(meeting, open.sight, round)) throw notAllowed('minutes.round_not_yours');
  const answer = answers.find((one) => one.attendeeId === attendeeId);
  if (!answer) throw notAllowed('minutes.round_not_asked');
  if (answer.staffId !== null && answer.state !== 'OPEN')
    throw conflict(isWaitedFor(answer) ? 'minutes.round_answers_here' : 'minutes.round_answered_already');
  return answer;
}

/**
 * The day on which somebody told it; today where nobody says another.
 * @throws bad-input `minutes.round_told_later`, `…round_told_before`
 */
export function toldOnFor({ today }: Acting, round: Round, given: string | undefined): LocalDate {
  const toldOn = (given ?? today) as LocalDate;
  const wrong = wrongToldOn(toldOn, round, today);
  if (wrong) throw badInput(wrong.code, wrong.params);
  return toldOn;
}

/** @throws as `answerToEnter` and `toldOnFor`; conflict `minutes.round_none`, `…round_silence_not_yet` */
export async function enter(acting: Acting, input: EnterAnswerInput): Promise<Became> {
  const { open, today, parts } = acting;
  const round = runningRound(acting);
  const { attendeeId, answer: given, means, note } = input;
  const before = answerToEnter(acting, attendeeId);
  const state: AnswerState = given;
  if (!isWaitedFor(before)) throw conflict('minutes.round_answered_already');
  if (state === 'AGREED_BY_SILENCE' && !(isOver(round, today) && round.silence === 'AGREES'))
    throw conflict('minutes.round_silence_not_yet');
  // Of silence nobody told anything.
  const toldOn = state === 'AGREED' ? toldOnFor(acting, round, input.toldOn) : null;
  const isLate = toldOn !== null && isOver(round, toldOn);
  await saveAnswer(acting, round, {
    ...{ ...before, state, answeredAt: parts.clock.now(), isLate, means, toldOn, note },
    enteredBy: personOf(open.actor),
  });
  const fact = { nth: round.nth, attendeeId, answer: state, means, isLate, ...(toldOn ? { toldOn } : {}) };
  await noteNext(acting, 'round', { act: 'ENTERED', fact, change: { note } });
  return 'done';
}

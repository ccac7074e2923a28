import type { AnswerState, RoundView } from '@kaigi/core/contract';

/** VOID: it was an answer, and holds no more; UNANSWERED: nothing had come before the minutes were opened again. */
export type AnswerLook = AnswerState | 'VOID' | 'UNANSWERED';

const ANSWERED: ReadonlySet<AnswerState> = new Set(['AGREED', 'SUGGESTED', 'AGREED_BY_SILENCE']);

/** How an answer is shown: minutes that were opened again have nobody's agreement. */
export function answerLook(state: AnswerState, round: Pick<NonNullable<RoundView['round']>, 'state'>): AnswerLook {
  if (round.state !== 'VOID') return state;
  return ANSWERED.has(state) ? 'VOID' : 'UNANSWERED';
}

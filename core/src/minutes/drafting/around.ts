import { ACCEPTING, AGREES, DECLINING, LOOKS_INTO, PROCEDURE, REQUEST, WORK } from './action-words.ts';
import type { FoundDue } from './due-dates.ts';
import type { Mention } from './mentions.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';

/** One clause, and where in the meeting it was said. */
export interface Heard {
  readonly sentence: Sentence;
  readonly clause: string;
  readonly due: FoundDue | null;
  readonly mentions: readonly Mention[];
  readonly speech: Speech;
}

export const QUESTION = /(?:か|でしょうか|かね|の)[?？。]*$/u;
export const MONOLOGUE = 4;

export const next = ({ sentences }: Speech, { index, speaker }: Sentence): Sentence | undefined =>
  sentences.slice(index + 1, index + 3).find((it) => it.speaker !== speaker || speaker === null);

export function isAccepted({ speech, sentence }: Heard): Sentence | null {
  const answer = next(speech, sentence);
  if (answer === undefined || DECLINING.test(answer.folded)) return null;
  return ACCEPTING.test(answer.folded) ? answer : null;
}

export function isDeclined({ speech, sentence }: Heard): boolean {
  const answer = next(speech, sentence);
  return answer !== undefined && answer.speaker !== null && DECLINING.test(answer.folded);
}

/** Is this deep inside an explanation, where verbs tell of a plan? */
export function inMonologue({ speech, sentence }: Heard): boolean {
  if (sentence.speaker === null) return false;
  const before = speech.sentences.slice(Math.max(0, sentence.index - MONOLOGUE), sentence.index);
  return before.length === MONOLOGUE && before.every(({ speaker }) => speaker === sentence.speaker);
}

/** 「わかりました。」 may be a sentence of its own. */
export function accepts({ speech, sentence }: Heard): boolean {
  const before = speech.sentences[sentence.index - 1];
  const justBefore = before !== undefined && before.speaker === sentence.speaker && before.folded.length < 14;
  return ACCEPTING.test(sentence.folded) || (justBefore && ACCEPTING.test(before.folded));
}

/** 「はい。」 alone may only take the floor. */
export function agreed({ speech, sentence }: Heard): boolean {
  const before = speech.sentences[sentence.index - 1];
  const own = before !== undefined && before.speaker === sentence.speaker && AGREES.test(before.folded);
  return own || AGREES.test(sentence.folded);
}

/** Is this within the first words that answer somebody? */
export function repliesAtOnce({ speech, sentence }: Heard): boolean {
  const before = speech.sentences.slice(Math.max(0, sentence.index - 2), sentence.index);
  return sentence.speaker !== null && before.some(({ speaker }) => speaker !== sentence.speaker);
}

/** Did somebody else ask for something just before? */
export function answersRequest({ speech, sentence, clause }: Heard): boolean {
  const before = speech.sentences.slice(Math.max(0, sentence.index - 3), sentence.index);
  return before.some(
    ({ speaker, folded }) =>
      (speaker !== sentence.speaker || (speaker === null && LOOKS_INTO.test(clause))) &&
      !PROCEDURE.test(folded) &&
      (REQUEST.test(folded) || (QUESTION.test(folded) && (WORK.test(folded) || LOOKS_INTO.test(clause)))),
  );
}

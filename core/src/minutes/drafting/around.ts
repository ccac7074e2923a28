import {
  ACCEPTING,
  AGREES,
  DECLINING,
  LETS,
  LOOKS_INTO,
  PROCEDURE,
  PROMISE,
  REQUEST,
  STATES,
  WORK,
} from './action-words.ts';
import type { FoundDue } from './due-dates.ts';
import type { Mention } from './mentions.ts';
import { mayBeSame } from './people.ts';
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

/** 「掲示は誰がやる？」「どなたか行けますか」. */
export const ASKS_WHO =
  /(?:誰|だれ|どなた|どこ|どちら|どの課)(?:が|か|に|で|さんが)[^。]{0,16}[?？。]*$|(?:誰か|どなたか|どこか)[^。]{0,20}(?:ます|ない|へん|る|ん)か?[?？。]*$/u;
export const QUESTION = /(?:か|でしょうか|かね|の)[?？。]*$/u;
export const MONOLOGUE = 4;

export const next = ({ sentences }: Speech, { index, speaker }: Sentence): Sentence | undefined =>
  sentences.slice(index + 1, index + 3).find((it) => it.speaker !== speaker || speaker === null);

export function isAccepted({ speech, sentence }: Heard): Sentence | null {
  const answer = next(speech, sentence);
  if (answer === undefined || DECLINING.test(answer.folded)) return null;
  return ACCEPTING.test(answer.folded) && !onlyTakesFloor(speech, sentence) ? answer : null;
}

/** 「はい、それは来年の話です」: 「はい」 alone accepts; with more behind it only what is promised or asked there does. */
function onlyTakesFloor(speech: Speech, sentence: Sentence): boolean {
  const said = nextTurn(speech, sentence).map(({ folded }) => folded.replace(/^(?:はい|ええ|はー|、|。)+/u, ''));
  if (said.join('').length < 12) return false;
  return !said.some((rest) => TAKEN.test(rest) || ACCEPTING.test(rest) || QUESTION.test(rest) || promisesIn(rest));
}

/** What whoever speaks next says, until somebody else does. */
function nextTurn(speech: Speech, sentence: Sentence): readonly Sentence[] {
  const first = next(speech, sentence);
  if (first === undefined || first.speaker === null) return [];
  const turn = speech.sentences.slice(first.index, first.index + 3);
  const end = turn.findIndex(({ speaker }) => speaker !== first.speaker);
  return end < 0 ? turn : turn.slice(0, end);
}

const promisesIn = (folded: string): boolean =>
  ACCEPTING.test(folded) || (PROMISE.test(folded) && !STATES.test(folded));

/** Refused, and not taken on for all that in the same breath. */
export function isDeclined({ speech, sentence }: Heard): boolean {
  const turn = nextTurn(speech, sentence);
  const refused = turn.findIndex(({ folded }) => DECLINING.test(folded));
  return refused >= 0 && !turn.slice(refused + 1).some(({ folded }) => promisesIn(folded));
}

/** 「そう？じゃあ木村さん」, when who was asked had declined: it is somebody else's. */
export const isSettledAgainst = (heard: Heard): boolean =>
  isDeclined(heard) && heard.due?.strength !== 'LIMIT' && heard.sentence.speaker !== null;

/** 「承知しました」 and the like, and not only 「はい」. */
export function isAgreedTo({ speech, sentence }: Heard): boolean {
  const [answer] = nextTurn(speech, sentence);
  return (
    answer !== undefined && !DECLINING.test(answer.folded) && (TAKEN.test(answer.folded) || takesUp(sentence, answer))
  );
}

/** 「報告もください」「承知しました」, and no report follows: it is work, and no turn to speak. */
export function isOnlyAgreedTo(heard: Heard): boolean {
  const turn = nextTurn(heard.speech, heard.sentence);
  const [answer] = turn;
  if (answer === undefined || !isAgreedTo(heard)) return false;
  const verb = VERB.exec(heard.sentence.folded)?.[1] ?? '';
  return (
    (turn.length === 1 && answer.folded.length <= 20 && !/は[いー]。?$/u.test(answer.folded)) ||
    (!/[明告介言表意問議論答読着立覧聴]/u.test(verb) && takesUp(heard.sentence, answer))
  );
}

/** 「早瀬さん、次は来られる？」「はい、出ます」: whoever was called by name just before. */
export function answersOwnName({ speech, sentence }: Heard): boolean {
  const own = speech.ownerOf(sentence.speaker);
  if (own === null) return false;
  return speech.sentences
    .slice(Math.max(0, sentence.index - 2), sentence.index)
    .some(
      ({ speaker, folded }) =>
        speaker !== sentence.speaker &&
        /[?？か][。]?$/u.test(folded) &&
        !PROCEDURE.test(folded) &&
        speech
          .mentionsIn(folded)
          .some(({ owner, weight }) => owner !== null && weight >= 3.5 && mayBeSame(owner, own, speech.people)),
    );
}

/** 「お願いします」「助かります」: what was promised is taken as a promise. */
export function isThanked({ speech, sentence }: Heard): boolean {
  const [answer] = nextTurn(speech, sentence);
  return (
    answer !== undefined &&
    /^(?:はい|ええ|あ|それは|では|、|。)*(?:よろしく)?、?(?:お願い(?:し|いたし)ます|助か|ありがた|頼み|頼む|ぜひ)/u.test(
      answer.folded,
    )
  );
}

/** 「運ぶのは誰がやるんだろう」「前の日に運びますよ」. */
export const answersWho = ({ speech, sentence }: Heard): boolean =>
  speech.sentences
    .slice(Math.max(0, sentence.index - 2), sentence.index)
    .some(({ speaker, folded }) => speaker !== sentence.speaker && ASKS_WHO.test(folded));

const TAKEN =
  /^(?:はい|ええ|あ|、|。)*(?:わかりました|承知|了解|かしこまり|承り|やって|やります|そうし|そのように|対応し|もちろん|任せて|いいですよ|ええですよ)/u;
const takesUp = (asked: Sentence, answer: Sentence): boolean => {
  const verb = VERB.exec(asked.folded)?.[1];
  return verb !== undefined && PROMISE.test(answer.folded) && answer.folded.includes(verb);
};

/** 「申し訳ありません。差し替えて再送します」. */
export function apologises({ speech, sentence }: Heard): boolean {
  const before = speech.sentences[sentence.index - 1];
  const own = before !== undefined && before.speaker === sentence.speaker ? before.folded : '';
  return APOLOGY.test(`${own}${sentence.folded}`);
}
const APOLOGY = /申し訳|すみません|すいません|失礼(?:いた)?しました|ごめん|お恥ずかし|うっかり/u;

const VERB = /([一-龠])[ぁ-ん]{0,14}[。?？]*$/u;
/** 「置かせてもらえませんか」「はい、置かせていただきます」: the verb that was asked for. */
export function echoesRequest({ speech, sentence, clause }: Heard): boolean {
  const verb = VERB.exec(clause)?.[1];
  if (verb === undefined || sentence.speaker === null) return false;
  return speech.sentences
    .slice(Math.max(0, sentence.index - 3), sentence.index)
    .some(
      ({ speaker, folded }) =>
        speaker !== sentence.speaker &&
        !PROCEDURE.test(folded) &&
        (REQUEST.test(folded) || LETS.test(folded)) &&
        VERB.exec(folded)?.[1] === verb,
    );
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
      (REQUEST.test(folded) ||
        ASKS_WHO.test(folded) ||
        (QUESTION.test(folded) && (WORK.test(folded) || LOOKS_INTO.test(clause)))),
  );
}

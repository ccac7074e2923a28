import { PROCEDURE } from './action-words.ts';
import { SEEKS_CONSENT } from './decision-words.ts';
import type { Sentence } from './sentences.ts';
import { type Sourced, type SourceIds, sourcesOf } from './sourced.ts';
import type { Speech } from './speech.ts';

/** 質疑: a question, and what was answered; null where nobody answered. */
export interface QuestionAndAnswer {
  readonly question: Sourced & { readonly text: string; readonly speaker: string | null };
  readonly answer: (Sourced & { readonly text: string; readonly speaker: string | null }) | null;
}

const ASKS =
  /(?:(?:です|ます|でしょう|ました|ません|のでしょう)か(?:ね|な)?|教えて(?:ください|いただ[^。]{0,14})|(?:お聞き|お伺い|お尋ね|質問|伺い|聞き)(?:を)?(?:し)?たい(?:です|と(?:思います|存じます))?(?:が)?|聞かせて(?:ください|いただ[^。]{0,10})|質問です|いかがですか|どうなって[^。]{0,6})[。?？]*$/u;
/** Asked by a chair to the room, or so that somebody does something. */
const TO_THE_ROOM =
  /(?:ご質問|ご意見|質問|意見|何か|ほか|他)[^。]{0,16}(?:ありません|ございません|あります|ございます|いかが|よろしい)[^。]{0,6}か|お願い(?:でき|し)|(?:て|で)(?:いただけ|もらえ|くれ)/u;
const HANDS_OVER = /お願い(?:いた)?します[。]?$|^(?:はい)?、?[^、。]{1,14}(?:さん|様|課長|部長|係長|委員)?[。、]?$/u;
const ANSWER_WITHIN = 6;
const LONGEST_ANSWER = 3;

const isQuestion = ({ folded }: Sentence): boolean =>
  ASKS.test(folded) &&
  !TO_THE_ROOM.test(folded) &&
  !SEEKS_CONSENT.test(folded.replace(/[。?？]+$/u, '')) &&
  !PROCEDURE.test(folded.slice(-20));

const together = (sentences: readonly Sentence[]): string => sentences.map(({ text }) => text).join('');
const sources = ([first, ...rest]: readonly [Sentence, ...Sentence[]]): SourceIds => sourcesOf(first, ...rest);

/** The first words of somebody else that are no handing over of the floor. */
function answerTo(question: Sentence, { sentences, leads }: Speech): [Sentence, ...Sentence[]] | null {
  const after = sentences.slice(question.index + 1, question.index + 1 + ANSWER_WITHIN);
  const first = after.find(
    (it) =>
      (it.speaker !== question.speaker || it.speaker === null) &&
      !(leads(it.speaker) && HANDS_OVER.test(it.folded)) &&
      !isQuestion(it),
  );
  if (first === undefined) return null;
  const on = sentences.slice(first.index + 1, first.index + LONGEST_ANSWER);
  const end = on.findIndex((it) => it.speaker !== first.speaker || isQuestion(it));
  return [first, ...(first.speaker === null ? [] : end === -1 ? on : on.slice(0, end))];
}

/** 質疑応答: questions about the matter, each with the answer that followed. */
export function questionsIn(speech: Speech): QuestionAndAnswer[] {
  return speech.sentences.filter(isQuestion).map((asked) => {
    const answer = answerTo(asked, speech);
    return {
      question: { text: asked.text, speaker: asked.speaker, sourceIds: asked.sourceIds },
      answer: answer && { text: together(answer), speaker: answer[0].speaker, sourceIds: sources(answer) },
    };
  });
}

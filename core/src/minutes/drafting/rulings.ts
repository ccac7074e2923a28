import { contentOf, shared } from './content.ts';
import { CHANGED, DEPENDS, EARLIER, FOUND_CONSENT, NOT_SETTLING, TOLD_AS_PAST, UNCHANGED } from './decision-words.ts';
import type { Outcome, Topic } from './outcomes.ts';
import {
  A_GIVEN,
  ANSWERS_FORMALLY,
  CONCLUDES_BARELY,
  DECIDED_FOR_SURE,
  FLOATS,
  GRANTS,
  MOVES_WHAT_WAS_SET,
  NEGATES,
  NEXT_MEETING,
  ON_TERMS,
  ONLY_IF,
  PICKS,
  PUTS_OFF,
  REFUSES,
  REFUSES_SURELY,
  RULES_AS,
  RULES_PLAINLY,
  TERMS_FOLLOW,
  THEIR_OWN,
  WISHES_NOT,
  WITHDRAWS,
} from './ruling-words.ts';
import type { Sentence } from './sentences.ts';

/** What was put before the meeting and awaits an answer. */
const AWAITS_ANSWER = 8;
const ASKS = /(?:か(?:な|ね)?|かしら|の)[?？]?$|[?？]$/u;

/** Of the sentences since the last answer, those that propose, wish or leave a choice. */
export function floated(before: readonly Sentence[], speaker: string | null): readonly Sentence[] {
  return before
    .slice(-AWAITS_ANSWER)
    .filter(
      (it) => FLOATS.test(it.folded) && (it.speaker !== speaker || speaker === null || ASKS.test(bare(it.folded))),
    );
}

const bare = (text: string): string => text.replace(/[。\s」)）]+$/u, '');

const changes = (text: string): boolean => (CHANGED.test(text) || ON_TERMS.test(text)) && !UNCHANGED.test(text);

function granted({ sentence, open, after }: Ruling): Outcome {
  const proposal = open.at(-1)?.folded ?? '';
  const asWell = /まま|原案|案のとおり/u.test(sentence.folded) ? '' : sentence.folded;
  const onTerms = after?.speaker === sentence.speaker && TERMS_FOLLOW.test(after.folded);
  return changes(asWell) || onTerms || MOVES_WHAT_WAS_SET.test(proposal)
    ? 'APPROVED_WITH_CHANGES'
    : 'APPROVED_AS_PROPOSED';
}

interface Ruling {
  readonly clause: string;
  readonly sentence: Sentence;
  readonly open: readonly Sentence[];
  readonly after: Sentence | undefined;
}

/** Does the answer take up the verb of what was put: 「入れるか入れないか」「入れましょう」? */
function takesUp(stem: string | undefined, open: readonly Sentence[]): boolean {
  return stem !== undefined && open.some(({ folded }) => Array.from(stem).some((sign) => folded.includes(sign)));
}

function speaksOf(clause: string, open: readonly Sentence[]): boolean {
  const content = contentOf(clause);
  return content.size >= 2 && open.some(({ folded }) => shared(content, contentOf(folded)) >= 0.4);
}

function refused({ clause, open }: Ruling): Outcome | null {
  if (REFUSES.test(clause)) return 'REJECTED';
  const stem = NEGATES.exec(clause)?.groups?.stem;
  if (stem === undefined || !takesUp(stem, open)) return null;
  return open.some(({ folded }) => WISHES_NOT.test(folded)) ? 'APPROVED_AS_PROPOSED' : 'REJECTED';
}

function picked(ruling: Ruling, topic: Topic, consented: boolean): boolean {
  const { clause, open } = ruling;
  if (NOT_SETTLING.test(clause) || NEGATES.test(clause) || ONLY_IF.test(clause)) return false;
  if (topic.mentionsIn(clause).some(({ owner, weight }) => owner !== null && weight >= 4)) return false;
  if (CONCLUDES_BARELY.test(clause)) return true;
  if (open.length === 0) return consented && PICKS.test(clause) && clause.length <= 20;
  if (PICKS.test(clause) || RULES_AS.test(clause)) return true;
  const plain = RULES_PLAINLY.exec(clause)?.groups?.stem;
  return plain !== undefined && (takesUp(plain, open) || speaksOf(clause, open));
}

const isTold = (clause: string): boolean => (EARLIER.test(clause) && TOLD_AS_PAST.test(clause)) || DEPENDS.test(clause);

/** 「次回は2月22日に決まりです」 decides no matter. */
export const isNoMatter = (clause: string): boolean => NEXT_MEETING.test(clause) || A_GIVEN.test(clause);

/** 「今日は決めない」: said by who has the say, the matter waits. */
export const putsOff = (clause: string, { leads }: Topic): boolean =>
  leads &&
  !ASKS.test(clause) &&
  !DEPENDS.test(clause) &&
  !THEIR_OWN.test(clause) &&
  PUTS_OFF.some((rule) => rule.test(clause));

/** How somebody who has the say answers what was put before the meeting; null where the clause is no answer. */
export function ruled(clause: string, topic: Topic): Outcome | null {
  const { sentence, before, leads } = topic;
  if (isTold(clause)) return null;
  if (WITHDRAWS.test(clause)) return 'REJECTED';
  if (!leads || ASKS.test(clause)) return null;
  const open = floated(before, sentence.speaker);
  const ruling: Ruling = { clause, sentence, open, after: topic.after };
  if (ANSWERS_FORMALLY.test(clause)) return granted(ruling);
  if (REFUSES_SURELY.test(clause)) return 'REJECTED';
  const no = open.length > 0 ? refused(ruling) : null;
  if (no !== null) return no;
  const consented =
    before.slice(-3).some(({ folded }) => FOUND_CONSENT.test(folded)) || FOUND_CONSENT.test(sentence.folded);
  const yes = GRANTS.test(clause) || DECIDED_FOR_SURE.test(clause) || picked(ruling, topic, consented);
  return yes ? granted(ruling) : null;
}

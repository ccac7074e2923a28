import { REQUEST } from './action-words.ts';
import { contentOf, shared } from './content.ts';
import {
  CHANGED,
  DEPENDS,
  DRAWS_CONCLUSION,
  EARLIER,
  FOUND_CONSENT,
  NOT_SETTLING,
  TOLD_AS_PAST,
  UNCHANGED,
} from './decision-words.ts';
import type { Outcome, Topic } from './outcomes.ts';
import {
  AGREES_TO,
  ALLOWS_PLAINLY,
  AS_AMENDED,
  AS_ANOTHER_SAID,
  PUTS_ITSELF,
  TURNS_DOWN,
  WAITS,
} from './ruling-talk.ts';
import {
  A_GIVEN,
  ALLOWS,
  ANSWERS_FORMALLY,
  CONCLUDES_BARELY,
  COUNTERS,
  DAY_ALONE,
  DECIDED_FOR_SURE,
  FLOATS,
  GRANTS,
  KEEPS_AS_IT_WAS,
  MOVES_WHAT_WAS_SET,
  NEGATES,
  NEXT_MEETING,
  ON_TERMS,
  ONLY_IF,
  PICKS,
  PUTS_OFF,
  REFUSES,
  REFUSES_SURELY,
  RESOLVES,
  RESOLVES_ON_DEED,
  RULES_AS,
  RULES_PLAINLY,
  TERMS_FOLLOW,
  THEIR_OWN,
  WISHES,
  WISHES_CHANGE,
  WISHES_NOT,
  WITHDRAWS,
} from './ruling-words.ts';
import type { Sentence } from './sentences.ts';

/** What was put before the meeting and awaits an answer. */
const AWAITS_ANSWER = 8;
const ASKS = /(?:か(?:な|ね)?|かしら|の)[?？]?$|[?？]$/u;

// Each sentence is looked at by those behind it; what it does is found once.
const PUTS = new WeakMap<Sentence, boolean>();
function puts(sentence: Sentence): boolean {
  const known = PUTS.get(sentence) ?? (FLOATS.test(sentence.folded) && !ASKS_A_FACT.test(bare(sentence.folded)));
  PUTS.set(sentence, known);
  return known;
}

/** Of the sentences since the last answer, those that propose, wish or leave a choice. */
export function floated(before: readonly Sentence[], speaker: string | null): readonly Sentence[] {
  return before
    .slice(-AWAITS_ANSWER)
    .filter((it) => puts(it) && (it.speaker !== speaker || speaker === null || ASKS.test(bare(it.folded))));
}

/** 「学校のシステムと繋がるんですか」 wants to know, and proposes nothing. */
const ASKS_A_FACT =
  /^(?!.*(?:どう|いかが|べき|たい|ほしい|ませんか|どちら|どっち)).*(?:ん(?:です|でしょう)か|の(?:です|でしょう)か|っけ)(?:ね)?[?？]*$/u;

const bare = (text: string): string => text.replace(/[。\s」)）]+$/u, '');
/** 「それやったら5つでいこか」 asks nobody anything. */
const firmly = (clause: string): string =>
  RESOLVES.test(clause) && DRAWS_CONCLUSION.test(clause) ? clause.replace(/か(?:な|ね)?$/u, '') : clause;

export const changes = (text: string): boolean =>
  [CHANGED, ON_TERMS, AS_AMENDED].some((rule) => rule.test(text)) && !UNCHANGED.test(text);

/** 「色は変えて。それで確定しよう。」 */
const orderedWith = ({ speaker }: Sentence, last: Sentence | undefined): string =>
  last !== undefined && last.speaker === speaker && /(?:て|で|ましょう|ください|こと|よう)[。]?$/u.test(last.folded)
    ? last.folded
    : '';

function granted({ sentence, open, after, last }: Ruling): Outcome {
  const asWell = /まま|原案|案のとおり/u.test(sentence.folded)
    ? ''
    : `${orderedWith(sentence, last)}${sentence.folded}`;
  const onTerms = after?.speaker === sentence.speaker && TERMS_FOLLOW.test(after.folded);
  return changes(asWell) || onTerms || takesOther(sentence, open) || movesWhatWasSet(open)
    ? 'APPROVED_WITH_CHANGES'
    : 'APPROVED_AS_PROPOSED';
}

/** Was it asked for just now that something settled before be moved? */
export const movesWhatWasSet = (open: readonly Sentence[]): boolean =>
  open.slice(-3).some(({ folded }) => MOVES_WHAT_WAS_SET.test(folded));

/** 「そうしよう」, to somebody who would have it another way than it was laid before the meeting. */
function takesOther({ folded }: Sentence, open: readonly Sentence[]): boolean {
  const [first] = open;
  if (AS_ANOTHER_SAID.test(folded)) return true;
  return (
    /^(?:はい|うん|よし)?、?(?:そう(?!です|だ)|それ(?:で|に)|その(?:形|案|ほう))/u.test(folded) &&
    open.slice(-3).some((it) => it.speaker !== first?.speaker && COUNTERS.test(it.folded))
  );
}

interface Ruling {
  readonly clause: string;
  readonly sentence: Sentence;
  readonly open: readonly Sentence[];
  readonly after: Sentence | undefined;
  readonly last: Sentence | undefined;
}

/** 「体育館でいいと思います」, where nobody is told apart. */
const isOpinion = (clause: string): boolean => /思(?:います|う)$/u.test(clause) && !DRAWS_CONCLUSION.test(clause);

/** Does the answer take up the verb of what was put: 「入れるか入れないか」「入れましょう」? */
function takesUp(stem: string | undefined, open: readonly Sentence[]): boolean {
  return stem !== undefined && open.some(({ folded }) => Array.from(stem).some((sign) => folded.includes(sign)));
}

function speaksOf(clause: string, open: readonly Sentence[]): boolean {
  const content = contentOf(clause);
  return content.size >= 2 && open.some(({ folded }) => shared(content, contentOf(folded)) >= 0.4);
}

function refused({ clause, open }: Ruling): Outcome | null {
  if (REFUSES.test(clause) || TURNS_DOWN.test(clause)) return 'REJECTED';
  const stem = NEGATES.exec(clause)?.groups?.stem;
  if (stem === undefined || !takesUp(stem, open)) return null;
  return open.some(({ folded }) => WISHES_NOT.test(folded)) ? 'APPROVED_AS_PROPOSED' : 'REJECTED';
}

/** 「伏せ字ね、なら、それで出すということで」. */
const CONCLUDES_WITHIN = /(?:^|、)(?:なら|では|じゃあ?|ほな|それなら|それでしたら)、[^。]{4,}ということで$/u;

/** 「足せますか」「足せます」「じゃあ足してください」. */
function takesOffer(clause: string, open: readonly Sentence[]): boolean {
  const stem =
    /^(?:じゃあ?|では|それなら|ほな|なら|ぜひ)、?(?:[^。、]{0,16}[をはも])?(?<stem>[一-龠]{1,2})[ぁ-ん]{0,2}[てで](?:ください|くれ|もらおう|おこう|もらえますか|いただけますか)$/u.exec(
      clause,
    )?.groups?.stem;
  return (
    stem !== undefined &&
    open.some(({ folded }) => folded.includes(stem) && /(?:[せけてれめえげべね]|でき)(?:ます|る)(?:か)?/u.test(folded))
  );
}

/** 「東地区に避難指示を発令する」「では、実施します」: said by who has the say, when somebody else has spoken. */
function decrees(clause: string, { sentence, before, mentionsIn }: Topic): boolean {
  const polite = /(?:ます|ましょう)$/u.test(clause);
  if (sentence.speaker === null || !DECREES.test(clause) || NOT_SETTLING.test(clause)) return false;
  if (
    polite
      ? !DRAWS_CONCLUSION.test(sentence.folded)
      : before.slice(-2).every(({ speaker }) => speaker === sentence.speaker)
  )
    return false;
  return !mentionsIn(clause).some(({ owner, weight }) => owner === null || weight >= 4);
}
const DECREES =
  /(?:発令|解除|開設|閉鎖|派遣|要請|中止|休止|休校|休館|延期|廃止|移行|配備|投入|通行止め|導入|採用|実施|開放|拡大|縮小|延長|短縮)(?:に|と|を)?(?:する|し(?:ます|よう|ましょう)|いたします|行う|行います)$|(?:延ば|広|絞|引き上|引き下|切り替|早め|遅らせ)(?:す|げる|る|える|します|げます|えます)$/u;

function picked(ruling: Ruling, topic: Topic, consented: boolean): boolean {
  const { clause, open } = ruling;
  if (DAY_ALONE.test(clause) && !floated(topic.before.slice(-3), topic.sentence.speaker).length) return false;
  if (NOT_SETTLING.test(clause) || NEGATES.test(clause) || ONLY_IF.test(clause)) return false;
  if (topic.mentionsIn(clause).some(({ owner, weight }) => owner !== null && weight >= 4)) return false;
  if (CONCLUDES_BARELY.test(clause) || RESOLVES_ON_DEED.test(clause)) return true;
  if (open.length === 0)
    return (consented || CONCLUDES_WITHIN.test(clause)) && PICKS.test(clause) && clause.length <= 24;
  if (takesOffer(clause, open)) return true;
  if (PICKS.test(clause) || RULES_AS.test(clause)) return true;
  const plain = RULES_PLAINLY.exec(clause)?.groups?.stem;
  return plain !== undefined && (takesUp(plain, open) || speaksOf(clause, open));
}

const isTold = (clause: string): boolean => (EARLIER.test(clause) && TOLD_AS_PAST.test(clause)) || DEPENDS.test(clause);

/** 「書面で構いませんので、知らせていただけますか」 allows nothing, it asks for something. */
const asksOf = ({ folded }: Sentence, clause: string): boolean =>
  REQUEST.test(folded) && !bare(folded).endsWith(clause);

/** 「材料は使ってもらって構いません」: leave that nobody asked for. */
const OFFERS_LEAVE = /[てで](?:もらって|いただいて|くださって)(?:も)?(?:構|かま|結構|いい|よい|大丈夫)/u;

/** 「次回は2月22日に決まりです」 decides no matter. */
export const isNoMatter = (clause: string): boolean => NEXT_MEETING.test(clause) || A_GIVEN.test(clause);

/** 「今日は決めない」: said by who has the say, the matter waits. */
export const putsOff = (clause: string, { leads }: Topic): boolean =>
  leads &&
  !ASKS.test(clause.replace(RESOLVED_ON, '')) &&
  !THEIR_OWN.test(clause) &&
  (WAITS.some((rule) => rule.test(clause.replace(RESOLVED_ON, ''))) ||
    (!DEPENDS.test(clause) && PUTS_OFF.some((rule) => rule.test(clause.replace(RESOLVED_ON, '')))));
const RESOLVED_ON = /(?<=[よこそろもと]う?)か(?:な|ね)?$/u;

/** How somebody who has the say answers what was put before the meeting; null where the clause is no answer. */
export function ruled(said: string, topic: Topic): Outcome | null {
  const { sentence, before, leads } = topic;
  const clause = firmly(said);
  if (isTold(clause) || (sentence.speaker === null && isOpinion(clause))) return null;
  if (WITHDRAWS.test(clause)) return 'REJECTED';
  if (!leads || ASKS.test(clause)) return null;
  const open = [...floated(before, sentence.speaker), ...(PUTS_ITSELF.test(sentence.folded) ? [sentence] : [])];
  const ruling: Ruling = { clause, sentence, open, after: topic.after, last: before.at(-1) };
  if (ANSWERS_FORMALLY.test(clause)) return granted(ruling);
  if (REFUSES_SURELY.test(clause)) return 'REJECTED';
  if (KEEPS_AS_IT_WAS.test(clause) && open.some(({ folded }) => WISHES_CHANGE.test(folded))) return 'REJECTED';
  const no = open.length > 0 ? refused(ruling) : null;
  if (no !== null) return no;
  const consented =
    before.slice(-3).some(({ folded }) => FOUND_CONSENT.test(folded)) || FOUND_CONSENT.test(sentence.folded);
  const yes =
    (GRANTS.test(clause) &&
      !ONLY_IF.test(clause) &&
      !OFFERS_LEAVE.test(clause) &&
      !WISHES.test(clause) &&
      !asksOf(sentence, clause)) ||
    DECIDED_FOR_SURE.test(clause) ||
    decrees(clause, topic) ||
    ALLOWS_PLAINLY.test(clause) ||
    ((ALLOWS.test(clause) || AGREES_TO.test(clause)) && open.length > 0) ||
    picked(ruling, topic, consented);
  return yes ? granted(ruling) : null;
}

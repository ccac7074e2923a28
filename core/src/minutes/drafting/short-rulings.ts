import { NOT_SETTLING } from './decision-words.ts';
import { isAboutDeed } from './errands.ts';
import type { Outcome, Topic } from './outcomes.ts';
import { DAY_ALONE, ONLY_IF, WISHES_CHANGE } from './ruling-words.ts';
import type { Sentence } from './sentences.ts';
import {
  ACKNOWLEDGES,
  AFFIRMS,
  BEFORE_VERDICT,
  CONCLUDES_BY_VERB,
  CONCLUDES_SO,
  DECIDES_BY_VERB,
  DELIBERATES,
  DENIES,
  DENIES_SURELY,
  DOES_PLAINLY,
  EVALUATES,
  IF_EVER,
  JA_NOUN,
  JA_NOUNS,
  KEEPS,
  LATER_SHORTLY,
  LEFT_OPEN,
  NO_DEED,
  NOT_DENIED,
  NOUN_ALONE,
  ORDERS_IT,
  OWN_DEED,
  PUTS,
  PUTS_AN_END,
  RESOLVES_ON,
  SETS_TO,
  TAKES_IT,
  VERDICT_LATER,
  VERDICT_NO,
  VERDICT_NOUN,
} from './short-ruling-words.ts';
import { asksOn, plain } from './turns.ts';

// Each sentence is looked at by those behind it; what it does is found once.
const found = (rule: RegExp): ((sentence: Sentence) => boolean) => {
  const known = new WeakMap<Sentence, boolean>();
  return (sentence) => {
    const does = known.get(sentence) ?? rule.test(plain(sentence.folded));
    known.set(sentence, does);
    return does;
  };
};
/** Puts a proposal, a wish or an offer. */
export const puts = found(PUTS);
/** Leaves it to whoever has the say. */
export const deliberates = found(DELIBERATES);

const SURELY = /どおり|却下|不採用|満額/u;
const LONGEST = 44;

/** What was said last by somebody else, before this turn. */
function heardLast({ before, turn }: Topic): readonly Sentence[] {
  const from = turn[0]?.index ?? 0;
  const others = before.filter(({ index }) => index < from);
  const last = others.at(-1);
  return last === undefined ? [] : others.slice(-4).filter(({ speaker }) => speaker === last.speaker);
}

const isAcknowledged = ({ next }: Topic): boolean => next !== undefined && ACKNOWLEDGES.test(next.folded);

function saysNo(text: string, topic: Topic, put: boolean): boolean {
  return (
    put &&
    (DENIES.test(text) || DENIES.test(text.split('、')[0] ?? '')) &&
    !NOT_DENIED.test(text) &&
    !asksOn(topic.sentence, topic.turn)
  );
}

/** 「田中さん、出して」「総務課に頼もう」: said to somebody whose work it is. 「福祉課の分は除く」 is not. */
const isHandedOut = (text: string, { mentionsIn }: Topic): boolean =>
  mentionsIn(text).some(
    ({ owner, weight, to }) =>
      owner !== null &&
      weight >= 3 &&
      (owner.kind === 'PERSON' || !/^(?:は|の|だけ|以外|も除|を除)/u.test(text.slice(to))),
  );

/** 「秋にもう一回やりましょう。今日はどうも。」 */
const endsMeeting = ({ turn }: Topic): boolean =>
  turn.some(({ folded }) =>
    /^(?:今日|本日)は[^。]{0,8}(?:どうも|ありがと|お疲れ|ご苦労)|お疲れさま|ありがとうございました/u.test(folded),
  );

/** 「じゃあ、大変だけど、三つとも開けよう」. */
const concludesByVerb = (text: string, { sentence }: Topic): boolean =>
  CONCLUDES_BY_VERB.test(plain(sentence.folded)) || (CONCLUDES.test(sentence.folded) && RESOLVES_ON.test(text));
const CONCLUDES = /^(?:では|それでは|じゃあ?|よし|それなら|なら|だったら)(?:、|[^。、のはが])/u;

/** 「使わせてほしい」「使って」: the very deed that was put. */
function ordersIt(text: string, last: readonly Sentence[]): boolean {
  const found = ORDERS_IT.exec(text);
  const stem = found?.groups?.stem;
  return found !== null && (stem === undefined || last.some(({ folded }) => folded.includes(stem)));
}

/** Was something put by somebody else since the matter began? */
const isOpen = ({ before, sentence }: Topic): boolean =>
  before.slice(-8).some((it) => it.speaker !== sentence.speaker && puts(it));

/** 「郵送か手渡しか」「手渡し」「じゃあ水曜」: names one of what was laid out. */
function isOption(text: string, topic: Topic): boolean {
  const { before, sentence, turn } = topic;
  if (turn[0] !== sentence || /[?？]$/u.test(sentence.folded)) return false;
  const others = before.slice(-6).filter(({ speaker }) => speaker !== sentence.speaker);
  const noun = JA_NOUN.exec(plain(sentence.folded))?.groups?.noun;
  if (noun !== undefined && !NO_NOUN.test(noun))
    return others.some((it) => it.folded.includes(noun) && (puts(it) || A_CHOICE.test(it.folded)));
  const bare = (text.split('、').at(-1) ?? '').replace(/(?:の?ほう)?(?:で|だ|です|にして)?(?:な|ね|よ)*$/u, '');
  return bare.length >= 2 && bare.length <= 12 && heardLast(topic).some((it) => offers(bare, it));
}
/** 「1階にするか2階にするか」 offers 「2階」. */
const offers = (option: string, { folded }: Sentence): boolean =>
  folded.includes(`${option}か`) || (A_CHOICE.test(folded) && folded.includes(option));
const A_CHOICE =
  /[^。、]{1,8}(?:と|や)[^。、]{1,8}(?:が|の(?:2|二)つが?)(?:あり|ござい|空いて)|[^。、]{1,12}か、?[^。、]{1,12}か|どちら|どっち|それとも|または|あるいは/u;
/** 「図面は直したほうがいいですか」: whether a deed is wanted. */
const ASKS_WHETHER = /ほうが(?:いい|よい|よろしい)(?:です|でしょう)か$/u;
const NO_NOUN = /^(?:それ|これ|次|そう|いい|はい|以上|[^一-龠ァ-ヶ]{1,3}$|何)/u;

/** 「出しますか」「出す」, or any verb where the choice was left open. */
function answersVerb(text: string, topic: Topic): boolean {
  const last = heardLast(topic);
  const verb = /(?<stem>[一-龠ァ-ヶ]{1,4})[ぁ-ん]{1,3}(?:ぞ|よ|わ)?$/u.exec(text)?.groups?.stem ?? '';
  return last.some(({ folded }) => LEFT_OPEN.test(plain(folded)) || (verb !== '' && folded.includes(verb)));
}

/** Does it settle by a verb or a noun alone what was left to whoever has the say? */
function settlesBarely(text: string, topic: Topic, put: boolean, left: boolean): boolean {
  if (isHandedOut(text, topic)) return false;
  if (
    ONLY_IF.test(text) ||
    /(?:[ただ]ら|れば)[^。、]{1,8}$/u.test(text) ||
    /[?？]$/u.test(topic.sentence.folded) ||
    endsMeeting(topic)
  )
    return false;
  if (NOT_SETTLING.test(text) || DAY_ALONE.test(text) || OWN_DEED.test(text)) return false;
  if (SETS_TO.test(text)) return put;
  if (isOption(text, topic)) return true;
  if (RESOLVES_ON.test(text)) return (put || left || isOpen(topic)) && !NO_DEED.test(text);
  if (concludesByVerb(text, topic)) return !NO_DEED.test(text);
  if (DOES_PLAINLY.test(text)) return left && !NO_DEED.test(text) && answersVerb(text, topic);
  return left && NOUN_ALONE.test(text) && isAcknowledged(topic);
}

/** 「見合わせましょう」, to what was put. */
export const deniesShortly = (clause: string, topic: Topic): boolean =>
  topic.leads && topic.sentence.speaker !== null && (keepsAsItWas(clause, topic) || deniesSurely(clause, topic));

const keepsAsItWas = (clause: string, topic: Topic): boolean =>
  KEEPS.test(plain(clause)) && heardLast(topic).some(({ folded }) => WISHES_CHANGE.test(folded));

const deniesSurely = (clause: string, topic: Topic): boolean =>
  DENIES_SURELY.test(plain(clause)) && isOpen(topic) && !endsIt(topic);

/** 「廃止したい」: what was put is itself that something ends. */
export const endsIt = ({ before }: Topic): boolean => before.slice(-8).some(({ folded }) => PUTS_AN_END.test(folded));

/** 「次回やろう」「考えさせて」, whatever was said before. */
export const putsOffShortly = (clause: string, { leads, sentence }: Topic): boolean =>
  leads && sentence.speaker !== null && LATER_SHORTLY.test(plain(clause).replace(BEFORE_VERDICT, ''));

/** 「じゃあ転入は紙で受付。」「わかりました、やります。」 */
function concludesInNouns(clause: string, topic: Topic): boolean {
  const { sentence } = topic;
  if (/[?？]$/u.test(sentence.folded) || NOT_SETTLING.test(clause)) return false;
  if (isHandedOut(clause, topic)) return false;
  return JA_NOUNS.test(plain(sentence.folded)) && isAcknowledged(topic);
}

/** 「では、A地区から始めます。」「承知しました。」: whatever verb, said of an open matter and taken by somebody else. */
function decidesAndIsHeard(clause: string, topic: Topic): boolean {
  const { before, justSettled } = topic;
  const text = plain(clause);
  if (justSettled || text.length > LONGEST || !isTaken(topic)) return false;
  if (NO_DEED.test(text) || NOT_SETTLING.test(text) || OWN_DEED.test(text) || DAY_ALONE.test(text)) return false;
  if (isHandedOut(text, topic)) return false;
  const near = before.slice(-10);
  if (!near.some((it) => puts(it) || deliberates(it))) return false;
  return DECIDES_BY_VERB.test(text);
}

const isTaken = ({ next }: Topic): boolean => next !== undefined && TAKES_IT.test(next.folded);

/** How somebody who has the say answers in few words what was put just before; null where it is no verdict. */
export function ruledShortly(clause: string, topic: Topic): Outcome | null {
  const { leads, sentence } = topic;
  if (!leads || sentence.speaker === null || IF_EVER.test(clause)) return null;
  const text = plain(clause).replace(BEFORE_VERDICT, '');
  if ((CONCLUDES_SO.test(plain(clause)) && !NOT_SETTLING.test(clause)) || concludesInNouns(clause, topic))
    return 'APPROVED_AS_PROPOSED';
  const last = heardLast(topic);
  const isLast = plain(sentence.folded).endsWith(plain(clause));
  if (text.length > LONGEST || last.length === 0 || !isLast) return null;
  const asking = last.at(-1);
  if (asking !== undefined && isAboutDeed(asking, [...topic.before, ...topic.turn])) return null;
  const put = last.some(puts);
  const left = last.some(deliberates);
  const verdict = VERDICT_NOUN.exec(text)?.groups?.verdict;
  if (verdict !== undefined && (put || left || SURELY.test(verdict))) {
    if (VERDICT_NO.test(verdict)) return 'REJECTED';
    return VERDICT_LATER.test(verdict) ? 'CONTINUED' : 'APPROVED_AS_PROPOSED';
  }
  if (saysNo(text, topic, put)) return 'REJECTED';
  const yes =
    (AFFIRMS.test(text) && (put || left)) ||
    ((EVALUATES.test(text) || (ordersIt(text, last) && !ASKS_WHETHER.test(plain(asking?.folded ?? '')))) &&
      put &&
      !asksOn(sentence, topic.turn)) ||
    settlesBarely(text, topic, put, left) ||
    decidesAndIsHeard(clause, topic);
  return yes ? 'APPROVED_AS_PROPOSED' : null;
}

import { NUMBERED, OVER } from './agenda-words.ts';
import { contentOf, shared } from './content.ts';
import { ASSENTS } from './decision-words.ts';
import type { Outcome } from './outcomes.ts';
import type { Sentence } from './sentences.ts';
import { deliberates, puts } from './short-rulings.ts';
import type { Speech } from './speech.ts';
import { turnOf } from './turns.ts';

/** A matter that came to something, as far as it was heard. */
export interface Settled {
  outcome: Outcome;
  text: string;
  readonly item: number | null;
  readonly sources: [Sentence, ...Sentence[]];
  /** The words that named the matter. */
  content: Set<string>;
}

/** What is settled now, and what consent to it was sought for. */
interface Settling {
  readonly sentence: Sentence;
  readonly outcome: Outcome;
  readonly item: number | null;
  readonly pending: Sentence | null;
}

const SAME_MATTER = 5;
const NEXT_BREATH = 2;

/** 「では議題に入ります」「その他で、何かありますか」. */
const GOES_OVER =
  /(?:議題|議事|審議|協議|報告)(?:[0-9]{1,9})?に(?:入り|移り)|^(?:では|それでは)?、?その他(?:で|に|の|、)|何か(?:あり|ござい)ます/u;
/** 「うん、そっちで」, behind what was refused. */
const INSTEAD = /^(?:うん|はい|よし|じゃあ?|では|それなら|なら)?、?(?:そっち|そちら|それ|その)/u;

/** 「じゃ決まり。」 */
const CLOSES_AGAIN =
  /^(?:では|それでは|じゃあ?|はい|よし|うん|ほな|、)*(?:(?:これ|それ)で)?(?:決まり|決定)(?:です|だ|や)?(?:ね|な)?(?:[。、]|$)/u;

const CLOSES_SO =
  /^(?:では|それでは|じゃあ?|はい|よし|うん|ほな|、)*(?:(?:これ|それ|その(?:形|線|案)|そういうこと)(?:で|に)(?!は)|そのように)[^。、]{0,8}(?:[。、]|$)/u;

/** Was nothing put since, so that 「では、それで」 can mean nothing else? */
const closesAgain = (sentence: Sentence, last: Settled, { sentences }: Speech): boolean =>
  CLOSES_AGAIN.test(sentence.folded) ||
  (CLOSES_SO.test(sentence.folded) &&
    sentences
      .slice((last.sources.at(-1)?.index ?? 0) + 1, sentence.index)
      .every((it) => ASSENTS.test(it.folded) || !(puts(it) || deliberates(it))));

const numberIn = ({ folded }: Sentence): string | undefined => NUMBERED.exec(folded)?.groups?.number;

/** 「議案第2号」 is not 「議案第1号」. */
function isOtherNumber(sentence: Sentence, before: readonly Sentence[]): boolean {
  const [one, others] = [numberIn(sentence), before.flatMap((it) => numberIn(it) ?? [])];
  return one !== undefined && others.length > 0 && !others.includes(one);
}

const familyOf = (outcome: Outcome): Outcome =>
  outcome === 'APPROVED_WITH_CHANGES' || outcome === 'REPORT_ACCEPTED' ? 'APPROVED_AS_PROPOSED' : outcome;

const since = (last: Settled, { index }: Sentence): number => index - (last.sources.at(-1)?.index ?? 0);

/** Did who leads go on to something else since? */
export function ledOver(sources: readonly Sentence[], sentence: Sentence, { sentences, leads }: Speech): boolean {
  return sentences
    .slice((sources.at(-1)?.index ?? 0) + 1, sentence.index)
    .some(({ folded, speaker }) => leads(speaker) && (OVER.test(folded) || GOES_OVER.test(folded)));
}

/** Is what is settled now what was settled last, said once more? */
export function isSameMatter(now: Settling, last: Settled, speech: Speech): boolean {
  const { sentence, pending, item } = now;
  const awaited = pending !== null && last.sources.includes(pending);
  const alike = awaited || shared(contentOf(sentence.folded), last.content) >= 0.3;
  if (since(last, sentence) > (alike ? SAME_MATTER : NEXT_BREATH) || last.item !== item) {
    return (
      pending === null &&
      since(last, sentence) <= SAME_MATTER &&
      last.item === item &&
      closesAgain(sentence, last, speech)
    );
  }
  return !isAnother(now, last, speech) && !comesOutOtherwise(now, last);
}

/** Consent to something asked anew, or a statement some way on, in other words than what was settled before. */
function isAnother({ sentence, pending }: Settling, last: Settled, speech: Speech): boolean {
  if (isOtherNumber(sentence, last.sources) || (pending && isOtherNumber(pending, last.sources))) return true;
  if (pending !== null && !last.sources.includes(pending)) return shared(contentOf(pending.folded), last.content) < 0.5;
  if (ledOver(last.sources, sentence, speech)) return true;
  const content = contentOf(sentence.folded);
  return since(last, sentence) >= 2 && content.size >= 3 && shared(content, last.content) < 0.3;
}

/** Put off by one, refused by another: two matters, unless they are spoken of in the same words. */
function comesOutOtherwise({ sentence, outcome, pending }: Settling, last: Settled): boolean {
  if (pending !== null || familyOf(outcome) === familyOf(last.outcome)) return false;
  const before = last.sources.at(-1);
  const same = before?.speaker === sentence.speaker;
  if (last.outcome === 'REJECTED' && same && since(last, sentence) <= (INSTEAD.test(sentence.folded) ? 4 : 1))
    return false;
  // 「タオルでいいよ」「単価を見てからにさせてください」: it was not settled yet.
  if (outcome === 'CONTINUED' && last.sources.length === 1 && !same && since(last, sentence) === 1) return false;
  return shared(contentOf(sentence.folded), last.content) < 0.5;
}

/** 「体育館は」「残りは」: a matter of its own, named before what is said of it. */
const OWN_TOPIC =
  /^(?:では|じゃあ?|あと|それから|また|なお|、)*(?<topic>[^。、はを]{2,20})(?:は|については|に関しては|(?:の件)?ですが、|につきまして)/u;
const SHORTLY = 14;
const THE_REST = /^(?:あと|ほか|他|残り|それ以外|その他|そこ|それ|これ)/u;
const OF_A_CHANGE = /変更|延期|延長|延ば|増額|増員|値上|増や|広げ|早め|前倒し|後ろ倒し|見直/u;
const AS_IT_WAS = /まま|予定(?:の)?(?:とおり|どおり)|現行|現状|据え置|今の|いまの|従来|例年/u;

/** Is this said in the turn in which something was settled, and not of a topic of its own? */
export function isSameTurn(sentence: Sentence, last: Settled, { sentences }: Speech): boolean {
  const before = last.sources.at(-1);
  if (before === undefined || before === sentence || sentence.speaker === null) return false;
  if (!turnOf(sentence, sentences).includes(before) || isOtherNumber(sentence, last.sources)) return false;
  const topic = OWN_TOPIC.exec(sentence.folded)?.groups?.topic;
  if (topic === undefined || THE_REST.test(topic) || SHORTLY > sentence.text.length) return true;
  const content = contentOf(topic);
  return content.size === 0 || shared(content, last.content) > 0;
}

/** How two verdicts of one turn come out together; null where the later one stands. */
export function inOneTurn(sentence: Sentence, outcome: Outcome, last: Settled, { sentences }: Speech): Outcome | null {
  const before = last.sources.at(-1);
  if (before === undefined || before === sentence || sentence.speaker === null) return null;
  if (!turnOf(sentence, sentences).includes(before)) return null;
  const [one, other] = [familyOf(last.outcome), familyOf(outcome)];
  if (one === other) return outcome === 'APPROVED_WITH_CHANGES' ? outcome : last.outcome;
  if (one === 'APPROVED_AS_PROPOSED' && other === 'REJECTED')
    return AS_IT_WAS.test(before.folded) || OF_A_CHANGE.test(sentence.folded) ? 'REJECTED' : last.outcome;
  if (one === 'REJECTED' && other === 'APPROVED_AS_PROPOSED')
    return OF_A_CHANGE.test(before.folded) || AS_IT_WAS.test(sentence.folded) ? 'REJECTED' : 'APPROVED_WITH_CHANGES';
  return 'CONTINUED';
}

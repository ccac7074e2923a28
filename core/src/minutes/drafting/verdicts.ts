import { clausesOf } from './clauses.ts';
import { isDoubtful } from './doubts.ts';
import { isAboutDeed, isPartOfOrder } from './errands.ts';
import { declared, type Outcome, type Topic } from './outcomes.ts';
import { FLOATS } from './ruling-words.ts';
import type { Sentence } from './sentences.ts';
import { puts } from './short-rulings.ts';
import { asksOn, turnBefore } from './turns.ts';

/** A longer clause says by itself what it settles. */
const SAYS_WHAT = 16;
/** 「それはだめだな」 may be said of anything. */
const REMARKS = /(?:だめ|ダメ|駄目|無理|困る|困ります|難しい|厳しい)(?:です|だ|かな)?(?:な|ね|よ)*$/u;
const FORMALLY = /否決|不採択|却下|不承認|見送|認め|取り下げ|やめ|差し戻/u;
const CONCEDES = /^(?:が|けど|けれど|んですが|んですけど|のですが)/u;

interface Verdict {
  readonly outcome: Outcome;
  /** The part of the sentence that says it. */
  readonly clause: string;
}

/** 「厳しいですけど、増やしましょう」: what is conceded refuses nothing. */
const isConceded = (clause: string, { folded }: Sentence): boolean =>
  CONCEDES.test(folded.slice(folded.indexOf(clause) + clause.length));

/** 「無理だな。いくつある。」: no refusal of what somebody wished for, but a remark on the way. */
function isRemark(clause: string, sentence: Sentence, before: readonly Sentence[], turn: readonly Sentence[]): boolean {
  const wished = before.some((it) => puts(it) || FLOATS.test(it.folded));
  if (REMARKS.test(clause) && !wished) return true;
  return !FORMALLY.test(clause) && (isConceded(clause, sentence) || asksOn(sentence, turn));
}

/** Whoever has not the say settles something in set words only. */
const MAY_BE_VERDICT =
  /決|案|とおり|採択|承認|認|同意|合意|一致|成立|議了|確定|賛成|反対|挙手|起立|継続|保留|持ち越|先送り|却下|取り下げ|撤回|引っ込め|見送|見合わせ|取りやめ|断念|中止/u;

/** What a sentence settles, by its first clause that settles something; null where none does. */
export function verdictIn(sentence: Sentence, topic: Topic, sentences: readonly Sentence[]): Verdict | null {
  const { leads, turn } = topic;
  if (!leads && !MAY_BE_VERDICT.test(sentence.folded)) return null;
  const before = leads && sentence.speaker !== null ? turnBefore(turn, sentences) : [];
  const last = before.at(-1);
  for (const part of clausesOf(sentence.folded)) {
    const clause = part.replace(/[。ねよな!！\s」)）]+$/u, '');
    const outcome = declared(clause, topic);
    if (outcome === null || isDoubtful(clause, outcome, topic) || isPartOfOrder(clause, sentence, turn)) continue;
    if (outcome === 'REJECTED' && before.length > 0 && isRemark(clause, sentence, before, turn)) continue;
    // 「3年分でいいですか」「それでいい」: how a deed is done.
    if (clause.length <= SAYS_WHAT && last !== undefined && isAboutDeed(last, sentences)) continue;
    return { outcome, clause };
  }
  return null;
}

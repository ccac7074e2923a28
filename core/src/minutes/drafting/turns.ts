import { SEEKS_CONSENT } from './decision-words.ts';
import type { Sentence } from './sentences.ts';

// A turn is what one speaker says before somebody else does. Whoever has the say settles at most one matter in it: what is
// stated and then put to the meeting is not settled yet, and what is said twice is settled once.

const LONGEST_TURN = 6;
/** 「では今日のまとめだ」「次に」: another thing in the same mouth. */
const BEGINS_ANEW =
  /^(?:では|それでは|じゃあ?|はい|、)*(?:(?:今日|本日)の)?(?:まとめ|おさらい|決定事項)|^(?:では|それでは|じゃあ?|はい|、)*(?:次(?:は|に|の|、|。)|続いて|続きまして|[0-9]{1,2}番(?:目)?(?:は|、|が|。))/u;
/** 「いいと思う。これは案のとおり進めてよいかな。」 */
const SAYS_LITTLE = 10;

/** The sentences of the turn in which a sentence stands, itself among them. */
export function turnOf({ index, speaker, sourceIds }: Sentence, sentences: readonly Sentence[]): readonly Sentence[] {
  const own = (it: Sentence | undefined): it is Sentence =>
    it !== undefined &&
    it.speaker === speaker &&
    (speaker !== null || it.sourceIds.some((id) => sourceIds.includes(id)));
  let [from, to] = [index, index];
  while (from > index - LONGEST_TURN && own(sentences[from - 1]) && !BEGINS_ANEW.test(sentences[from]?.folded ?? ''))
    from -= 1;
  while (to < index + LONGEST_TURN && own(sentences[to + 1]) && !BEGINS_ANEW.test(sentences[to + 1]?.folded ?? ''))
    to += 1;
  return sentences.slice(from, to + 1);
}

/** What was said last by somebody else, sentence by sentence; empty at the beginning. */
export function turnBefore(turn: readonly Sentence[], sentences: readonly Sentence[]): readonly Sentence[] {
  const last = sentences[(turn[0]?.index ?? 0) - 1];
  return last === undefined ? [] : turnOf(last, sentences).filter(({ index }) => index <= last.index);
}

/** Without the points at its end. Asked of every sentence by many rules, so it looks at nothing but the end. */
export function plain(text: string): string {
  let to = text.length;
  while (to > 0 && POINTS.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(0, to);
}
const POINTS = '。?？、 \u3000\n\t\r」)）';

/** 「それでどうですか」「みなさん、いいですか」「これで進めませんか」: asks about what was said just before. */
const ASKS_ABOUT_IT =
  /^(?:以上|それ|これ|そういう(?:こと|形|整理|方向)|この(?:形|案|内容|方向|まま)|その(?:形|案|線|方向)|皆さん?様?|みなさん|委員の?皆様|[一-龠]{1,4}さん)?(?:は|も|で|ということで|、)*(?:(?:ご)?(?:異議|異論|異存|反対)(?:は|が)?(?:あり|ござい|な)[^。、]{0,12}|(?:進め|決め|まとめ|いき)ませんか|(?:どう|いかが)(?:です|でしょう|だろう)?か?(?:ね|な)?|(?:よろしい|よろしゅう|いい|よい|構わない|大丈夫|結構)(?:です|でしょう|ございます|かな)?(?:か|よ|ね|な)*)$/u;

export const asksAboutIt = ({ folded }: Sentence): boolean => ASKS_ABOUT_IT.test(plain(folded));

/** 「福祉で直接受ける。それを条件に、10月から委託するということでいかがですか。」 */
const GOES_ON = /^(?:それ|これ|その|この|以上|そういう|ということ)/u;

/** Is what this sentence states put to the meeting later in the same turn? */
export const isPutAfter = (sentence: Sentence, turn: readonly Sentence[]): boolean =>
  turn.some(
    (it) =>
      it.index > sentence.index &&
      (asksAboutIt(it) ||
        ((sentence.text.length <= SAYS_LITTLE || (it.index === sentence.index + 1 && GOES_ON.test(it.folded))) &&
          SEEKS_CONSENT.test(plain(it.folded)))),
  );

/** 「全部は無理だな。遠い所はいくつある。」: who asks on has not settled anything yet. */
export function asksOn(sentence: Sentence, turn: readonly Sentence[]): boolean {
  return turn.some(
    ({ index, folded }) =>
      index > sentence.index && !SEEKS_CONSENT.test(plain(folded)) && ASKS_FACT.test(plain(folded)),
  );
}
const ASKS_FACT =
  /(?:ですか|ますか|ましたか|でしょうか|んだっけ|だっけ|っけ|の(?:か|かな)?|[るたい]か|は|(?:何|どこ|いつ|誰|いくら|いくつ|どれ(?:くらい|ぐらい)?|どの(?:くらい|ぐらい|辺)|なんで|なぜ|どう)[^。、]{0,12})$/u;

import { contentOf, shared } from './content.ts';
import type { Sentence } from './sentences.ts';

// Whether what was settled is what was put: told by how the talk went between both, not by the words that settle it.

/** Somebody would not have it as it was put. */
const FINDS_FAULT =
  /難しい|厳しい|きつい|無理|困(?:る|り)|足り(?:ない|ません|る(?:か|の)|ます?か|へん)|短(?:い|すぎ|く)|長(?:い|すぎ)|多(?:い|すぎ|く)ない|多い(?:です|な|か|と)|少な(?:い|すぎ)|高い(?:です|な|か|と)|大きい(?:です|な|か)|早(?:い|すぎ)|遅(?:い|すぎ)|反対|気になる|気になり|心配|不安|いかがなもの|どうかと|もったいない|間に合(?:わ|い(?:ません))|もう(?:少し|ちょっと)|せめて|じゃなく|ではなく|できない(?:の|かな|か|です)|でき(?:ません|へん)か|乱暴|必要(?:です|では|じゃ|でしょう)|入れて(?:ほしい|いただ)|抜けて|わかりにくい|わかりづらい|要る(?:の|か)|だけ(?:で|じゃ)|重い/u;
/** Another way is laid beside it. */
const COUNTERS =
  /(?:なら(?:ば)?|でし?たら|であれば|やったら)[^。]{0,24}(?:どう|いい|よい|可能|でき|いけ|出せ|まし|です|ます|けど|^)|(?:だけ|のみ)(?:でも|なら|で|に|を|は)|(?:ほう|よう)が(?:いい|よい|ええ|安|早|助)|(?:では|のは|って|ては|たら|れば)(?:どう|いかが|いい)|(?:ことも?|[てで]も)(?:可能|でき|考え)|間を取|代わり|合わせて|両方|ほしい(?:です|ん|と|な)|[^。]{1,12}でも(?:いい|よい)/u;
/** Bound, narrowed, widened: the settlement itself says that it is not all of it, or not only that. */
const TERMS =
  /(?:だけ|のみ)(?:は|を|に|で)?[^。、]{1,16}(?:で|に|と|を|開|行|や)|に限(?:り|って|る|定)|最小限|最低限|(?:^|、|は)原則|例外(?:は|と|を)|を?除(?:い|き|く)|以外は|(?:を|も)(?:足|加え|付け|入れ|増やし|減らし)(?:す|る|て|た)[^。]{0,12}(?:で(?:いこ|いき|進|す|$)|こと|形|なら|これで|案)|(?:大き|小さ|短|長|早|遅|高|低|広|狭|薄|濃)く(?:する|して|し)[^。]{0,12}(?:こと|形|で|なら|いき|いこ|進)|条件|前提|ただし|その代わり|代わりに|間を取|半分|(?:一旦|いったん|当面|試行|まず)は?[^。、]{1,14}(?:だけ|から|で(?:やっ|始|試))|(?:は|を)(?:やめ|外し|なくし)て、[^。]{3,}|^(?:いや|いえ)、[^。]{3,}|なら(?:認め|構|かま|結構|いい|よい|了|OK|出し|やり)/u;
const AS_PUT =
  /原案(?:のまま|のとおり|で)|案のとおり|提案のとおり|(?:その|この)まま|予定(?:の)?(?:とおり|どおり)|変更なし|修正なし/u;
const THE_REST = /(?:あと|ほか|他|以外|残り|その他)(?:は|の)/u;
/** 「それで」「その線で」「ほなそういうことで」: whatever was said last. */
const TAKES_UP =
  /^(?:はい|うん|よし|よっしゃ|ええ|まあ|では|それでは|じゃあ?|ほな|なら|、|。)*(?:それ|そっち|そちら|その(?:形|線|案|方向|ほう)|そういう(?:こと|形|方向|書き方)|そう(?!です|だ|か))/u;
const FIGURE =
  /(?<number>[0-9]{1,9}(?:\.[0-9]{1,9})?)(?<unit>時半?|日間?|月|年|円|万|億|人|名|件|回|本|枚|部|校|台|箇所|か所|週間|営業日|%|割|歳|点|分|ページ|か月|[かヶ]月)/gu;
/** Spans are told in days, weeks or months, and one of them may stand for another. */
const SPAN = /^(?:日間?|営業日|週間|[かヶ]月)$/u;

const kindOf = (unit: string): string => (SPAN.test(unit) ? 'span' : unit.replace('半', ''));

/** 「3日」 was put, 「5日」 is settled, and somebody had found fault with it. */
function otherFigure(settled: string, put: string): boolean {
  const [now, then] = [settled, put].map((text) => Array.from(text.matchAll(FIGURE)));
  const said = new Set(then?.map(([figure]) => figure));
  const kinds = new Set(then?.map(({ groups }) => kindOf(groups?.unit ?? '')));
  return now?.some(([figure, ,], at) => !said.has(figure) && kinds.has(kindOf(now[at]?.groups?.unit ?? ''))) ?? false;
}

/** 「9時でいいですか」「9時だと間に合わないから9時半にしよう」: what somebody else asked for is what was put. */
function apart(
  sources: readonly Sentence[],
  before: readonly Sentence[],
): readonly [readonly Sentence[], readonly Sentence[]] {
  const [first, ...rest] = sources;
  const last = rest.at(-1);
  const answered =
    first !== undefined && last !== undefined && first.speaker !== last.speaker && FINDS_FAULT.test(last.folded);
  return answered ? [rest, [...before, first]] : [sources, before];
}

/** Was a matter settled otherwise than it was put? `talk` is what was said of it before. */
export function isChanged(sources: readonly Sentence[], before: readonly Sentence[]): boolean {
  const [settling, talk] = apart(sources, before);
  const text = settling.map(({ folded }) => folded).join('。');
  if (AS_PUT.test(text) && !THE_REST.test(text)) return false;
  if (TERMS.test(text)) return true;
  const found = talk.findIndex(({ folded }) => FINDS_FAULT.test(folded));
  if (found < 0 && !FINDS_FAULT.test(text)) return false;
  const fault = found < 0 ? talk.length : found;
  const put = talk.slice(0, Math.max(1, fault));
  if (otherFigure(text, put.map(({ folded }) => folded).join('。'))) return true;
  const counter = talk.slice(fault).filter(({ folded }) => COUNTERS.test(folded));
  if (counter.length === 0) return false;
  if (TAKES_UP.test(settling.at(-1)?.folded ?? '') && talk.slice(-3).some((it) => counter.includes(it))) return true;
  const content = contentOf(text);
  const ofPut = contentOf(put.map(({ folded }) => folded).join('。'));
  const own = new Set(Array.from(content).filter((pair) => !ofPut.has(pair)));
  return own.size >= 2 && counter.some(({ folded }) => shared(own, contentOf(folded)) >= 0.4);
}

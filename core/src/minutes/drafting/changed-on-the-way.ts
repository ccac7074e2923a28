import { contentOf, shared } from './content.ts';
import type { Sentence } from './sentences.ts';
import { plain } from './turns.ts';

// Whether what was settled is what was put: told by how the talk went between both. A matter that began with a proposal
// came out otherwise when somebody found fault with it or laid another way beside it, and what was settled takes that up:
// other figures, other things, part of it, on terms. A matter that began with a question has nothing to be changed.

/** The proposal with which a matter began. */
const PROPOSES =
  /(?:よう|[おこそろもと]う)と(?:思|考)|でどう(?:か|$)|(?:と|て)?いう話(?:で|だ)|案(?:です|で|と(?:し|な)|を|が|も|は|に|の)|たい(?:です|と|の(?:です|で)|ん(?:です|で|だ|や)|なと|わけ|わ$|が$|けど)|たい$|提案|要求|要望|(?:予定|計画)(?:です|で|して|の)|としております|件(?:です|で|は|$)|[にで](?:いい|よろしい)(?:です|でしょう)か|(?:前回|昨年度?|従来|去年)と同じ|(?:で|に|を|と)(?:組ん|設定|計上|想定|見込|積算|積ん|出し|上げ|入れ|置い|書い)(?:し|て|で)[^。、]{0,2}(?:あ|い|お)(?:り|る|ま)|となって(?:い|お)り|申請|方針(?:です|で)|つもり(?:です|で)|(?:よう|う)かと|[とで](?:考えて|思って)(?:い|お|る|ま)|お願い(?:でき|したい|できれば)|(?:どう|いかが)(?:でしょう|です|かな)|(?:たら|ては)(?:どう|いかが)|ましょうか|ほしい(?:という|と(?:の|い)|です|んです)|させて(?:いただけ|もらえ)|(?:とする|とします|に(?:改め|変更|移行|統合))(?:もの|こと)|ことに(?:し|いたし)ました|もの(?:です|でございます)$|提出/u;
/** Somebody would not have it as it was put. */
const FINDS_FAULT =
  /がよい(?:と思|か)|にできませんか|赤字|難しい|厳しい|きつい|無理|困(?:る|り)|足り(?:ない|ません|る(?:か|の)|ます?か|へん)|短(?:い|すぎ|く)|長(?:い|すぎ)|多(?:い|すぎ)|少な(?:い|すぎ|くない)|高(?:い|すぎ|くない)|大きい|早(?:い|すぎ)|遅(?:い|すぎ)|反対|気にな|心配|不安|いかがなもの|どうか(?:と|な)|もったいない|間に合(?:わ|い(?:ません))|もう(?:少し|ちょっと)|せめて|じゃなく|ではなく|(?:でき|書け|出せ|回ら|行け|使え|守れ|わから|いら|置け|作れ|読め|入ら)(?:ない|ません)|乱暴|必要(?:です|では|じゃ|でしょう|は)|入れて(?:ほしい|いただ)|抜けて|わかり(?:にくい|づらい)|にくい|づらい|要る(?:の|か)|だけ(?:で|じゃ)|重い|まず(?:い|く)|負担|限度|余裕|危な|危険|苦情|不公平|不便|かわいそう|やりすぎ|無駄|疑問|抵抗|そこまで|全部は|残し(?:て(?:ほしい|いただ|くれ)|た(?:い|ほう))|減らして|増やして|だめ|飽き|不十分|弱い|誤解|言い過ぎ|さすがに|(?:人|金|時間|職員|予算|場所|余力)(?:が|は|も)(?:い|な|足り)|下がる|落ちる|減(?:る|って)しま|遠い|暑い|寒い|がっかり|嫌|怒られ|止まる|つぶれ|やめ(?:た|る)ほう|外して|除いて|ほしい(?:です|んです|な|と)/u;
/** Another way is laid beside it. */
const COUNTERS =
  /がよい(?:と思|か)|できませんか|差し支え|(?:なら(?:ば)?|でし?たら|であれば|だったら)[^。]{0,24}(?:どう|いい|よい|可能|でき|いけ|出せ|まし|です|ます|けど)|(?:だけ|のみ)(?:でも|なら|で|に|を|は)|(?:ほう|よう)が(?:いい|よい|安|早|助)|(?:では|のは|って|ては|たら|れば)(?:[^。、]{0,6})?(?:どう|いかが|いい)|のは$|(?:ことも?|[てで]も)(?:可能|でき|考え)|間を取|代わり|合わせて|両方|ほしい(?:です|ん|と|な)|[^。]{1,12}でも(?:いい|よい)|とか$|(?:設定|方法|手|やり方)(?:なら|も|が)?あり|という(?:手|方法|の(?:は|も))|んじゃない|にし(?:ませんか|たら|ては)|べき/u;
/** Bound, narrowed, widened: the settlement itself says that it is not all of it, or not only that. */
const TERMS =
  /(?:だけ|のみ)(?:は|を|に|で|から)?[^。、]{0,16}(?:で|に|と|を|開|行|や|配|付|よう)|に限(?:り|って|る|定)|最小限|最低限|(?:^|、|は)原則|例外(?:は|と|を)|を?除(?:い|き|く)|それ以外|以外(?:は|を)|(?:を|も)(?:足|加え|付け|入れ|増やし|減らし)(?:す|る|て|た)[^。]{0,12}(?:で(?:いこ|いき|進|す|$)|こと|形|なら|これで|案)|(?:大き|小さ|短|長|早|遅|高|低|広|狭|薄|濃)く(?:する|して|し)[^。]{0,12}(?:こと|形|で|なら|いき|いこ|進)|条件|前提|ただし|その代わり|代わりに|間を[取と]|半分|半額|(?:一旦|いったん|当面|試行|まず)は?[^。、]{0,14}(?:だけ|から|で(?:やっ|始|試|実施)|[か所館校課園](?:で|に|を|から))|(?:は|を)(?:やめ|外し|なくし)て、[^。]{3,}|なら(?:認め|構|かま|結構|いい|よい|了|OK|出し|やり)|残(?:して|そう|しましょう|す(?:ことに|$))|(?:は|を)(?:外(?:そう|しましょう|す)|据え置)|入れ替え|(?:に|まで|へ)(?:減ら|絞|下げ|縮め|短縮|抑え|とどめ|増や|広げ|延ば|延長|前倒し|遅ら|早め|変え|直)|段階的|二段階|[0-9一二三]つ?目(?:は|だけ)|だけに(?:し|する|絞)/u;
const TERMS_SURELY =
  /限定|(?:点|箇所|か所|部分)を(?:直|改め|修正)|抜い(?:て|た)|(?:足し|加え|直し|入れ|外し|削っ|変え|減らし|増やし)て(?:もらって|いただいて)?、?(?:それで|その形で|これで|あとは)|最小限|最低限|条件(?:に|で|付)|除(?:い|き|く)|それ以外|以外は|ただし|その代わり|に限(?:り|って|定)/u;
/** 「統一様式じゃなくて、見本集に」「全戸じゃなくていい」. */
const REPLACES = /(?<what>[^。、はもで]{2,12})(?:じゃなくて?|ではなくて?|でなくて?|の代わりに)/u;
const AS_PUT =
  /原案(?:のまま|のとおり|で)|案のとおり|提案のとおり|(?:要求|申請|説明)(?:の)?(?:とおり|どおり)|変更なし|修正なし|満額/u;
const LEFT_AS_IT_IS = /(?:その|この)まま|予定(?:の)?(?:とおり|どおり)/u;
/** 「半額はこのまま、所得の制限は付けない」: one thing stays, another does not. */
const ONE_STAYS =
  /(?:は|も)(?:その|この)まま(?:で|に|と)?(?:し)?、[^。、]{2,30}(?:は|を|だけ)[^。、]{0,16}(?:ない|ず|外|削|除|抜|変|直|増|減|足|加|延|短|早|遅|やめ|なし)/u;
/** 「要求どおり、プラス補助50万」. */
const AND_MORE = /プラス|に加え|上乗せ/u;
const THE_REST = /(?:あと|ほか|他|以外|残り|その他)(?:は|の)/u;
/** 「それで」「その線で」「では、そういうことで」: whatever was said last. */
const TAKES_UP =
  /^(?:はい|うん|よし|よっしゃ|ええ|ああ?|あっ?|まあ|では|それでは|じゃあ?|なら|、|。)*(?:それ|そっち|そちら|その(?:形|線|案|方向|ほう)|そういう(?:こと|形|方向|書き方)|そう(?!です|だ|か)|いい(?:ね|な|です|と))/u;
const FIGURE =
  /(?<number>[0-9]{1,9}(?:\.[0-9]{1,9})?)(?<unit>時半?|日間?|月|年|円|万|億|人|名|件|回|本|枚|部|校|台|箇所|か所|館|基|週間|営業日|%|割|歳|点|分|ページ|か月|[かヶ]月|問|社|隊|園|泊|団体|度|対|機種?|冊|品目|手続|つ(?!目))/gu;
/** Spans are told in days, weeks or months, and one of them may stand for another. */
const SPAN = /^(?:日間?|営業日|週間|[かヶ]月)$/u;

/** Not hours and days, which are told of many things. */
const AMOUNTS = /[円万億人名件回本枚部校台所館基社問隊園泊%割度対]|週間|団体|span/u;

const kindOf = (unit: string): string => (SPAN.test(unit) ? 'span' : unit.replace('半', ''));

/** 「3日」 was put, 「5日」 is settled. */
function otherFigure(settled: string, put: string, of = /./u): boolean {
  const [now, then] = [settled, put].map((text) => Array.from(text.replaceAll(',', '').matchAll(FIGURE)));
  const said = new Set(then?.map(([figure]) => figure));
  const kinds = new Set(then?.map(({ groups }) => kindOf(groups?.unit ?? '')));
  return (
    now?.some(({ 0: figure, groups }) => {
      const kind = kindOf(groups?.unit ?? '');
      return !said.has(figure) && kinds.has(kind) && of.test(kind);
    }) ?? false
  );
}

/** 「200でいいよ」, of 「300枚」. */
const BARE_FIGURE = /(?<![0-9])[0-9]{2,9}(?=(?:で|に|と)[^き])/gu;
const otherNumber = (settled: string, put: string): boolean =>
  Array.from(put.matchAll(FIGURE)).some(({ groups }) => AMOUNTS.test(kindOf(groups?.unit ?? ''))) &&
  Array.from(settled.matchAll(BARE_FIGURE)).some(([figure]) => !put.includes(figure));
/** 「東だけ開けます」「西も開けよう」. */
const addsTo = (settled: string, put: string): boolean =>
  /だけ|のみ/u.test(put) && /[一-龠ァ-ヶー]も[^。、]{0,8}(?:う|ます|る|で)$/u.test(settled);

const textOf = (sentences: readonly Sentence[]): string => sentences.map(({ folded }) => folded).join('。');

/** The proposal with which the matter began, and the talk behind it. */
function proposalIn(talk: readonly Sentence[]): readonly [readonly Sentence[], readonly Sentence[]] {
  const at = talk.findIndex(({ folded }) => PROPOSES.test(folded.replace(/[。?？]+$/u, '')));
  if (at < 0) return [[], talk];
  const { speaker } = talk[at] ?? {};
  let end = at + 1;
  while (end < talk.length && end < at + 3 && talk[end]?.speaker === speaker && speaker !== null) end += 1;
  return [talk.slice(Math.max(0, at - 1), end), talk.slice(end)];
}

export const beganWithProposal = (talk: readonly Sentence[]): boolean => proposalIn(talk)[0].length > 0;

/** Is the proposal further back about what was talked of since? */
export function isOfMatter(wide: readonly Sentence[], since: readonly Sentence[]): boolean {
  const put = contentOf(textOf(proposalIn(wide)[0]));
  return put.size > 0 && shared(put, contentOf(textOf(since))) >= SAME;
}
const SAME = 0.2;

/** What stood before somebody found fault with it; nothing where the matter began as a question. */
function withoutProposal(talk: readonly Sentence[]): readonly [readonly Sentence[], readonly Sentence[]] {
  const fault = talk.findIndex(({ folded }) => FINDS_FAULT.test(folded));
  if (fault <= 0 || talk.slice(0, fault).some(({ folded }) => ASKED_OPENLY.test(folded))) return [[], talk];
  return [talk.slice(0, fault), talk.slice(fault)];
}
const ASKED_OPENLY =
  /どう(?:する|しま|しよう|すれば)|(?:どこ|どちら|どれ|何|いつ|誰)[^。]{0,10}(?:し(?:ます|ましょう)|する|いい)/u;

/** Does what is settled speak of its terms in words that the proposal had not? */
function onTerms(text: string, put: string): boolean {
  const terms = TERMS.exec(text)?.[0];
  return (
    terms !== undefined && !(terms.length > 1 && put.includes(terms.slice(0, /^(?:だけ|のみ)/u.test(terms) ? 2 : 3)))
  );
}

function replaces(text: string, put: string): boolean {
  const what = REPLACES.exec(text)?.groups?.what;
  return what !== undefined && put.includes(what.slice(-2));
}

interface Course {
  readonly text: string;
  readonly put: string;
  readonly since: readonly Sentence[];
  readonly last: Sentence | undefined;
}

/** 「入れましょう」, to 「通勤の人も入れてほしい」. */
const RESOLVES_ON_VERB =
  /^(?:はい|うん|よし|では|じゃあ?|、)*(?<stem>[一-龠]{1,2})[ぁ-ん]{0,2}(?:ましょう|よう|[こそろもとのごぼお]う)$/u;

/** 「あ、それがいい。それで行こう。」: takes up another way than the one that was put. */
function takesUpOther({ since, last, put }: Course): boolean {
  const stem = RESOLVES_ON_VERB.exec(plain(last?.folded ?? ''))?.groups?.stem;
  if (!TAKES_UP.test(last?.folded ?? '') && stem === undefined) return false;
  const counter = since.slice(-4).findLast(({ folded }) => COUNTERS.test(folded.replace(/[。?？]+$/u, '')));
  if (counter === undefined || (stem !== undefined && !counter.folded.includes(stem))) return false;
  return shared(contentOf(counter.folded), contentOf(put)) < 0.8 || otherFigure(counter.folded, put);
}

/** Is what is settled made of other things than what was put, which somebody had brought up? */
function isOtherThing({ text, put, since }: Course): boolean {
  const ofPut = contentOf(put);
  const own = new Set(Array.from(contentOf(text)).filter((pair) => !ofPut.has(pair)));
  if (own.size === 0) return false;
  const least = own.size === 1 ? 1 : 0.4;
  return since.some(
    ({ folded }) => COUNTERS.test(folded.replace(/[。?？]+$/u, '')) && shared(own, contentOf(folded)) >= least,
  );
}

/** 「じゃあ公民館にしよう」, where 市民ホール was put and fault was found with it: nothing of it is left. */
function isWhollyOther(said: string, put: string): boolean {
  const content = contentOf(said);
  return (
    content.size > 0 &&
    SHORT > said.length &&
    /(?:に|で)[^。、]{2,6}$/u.test(plain(said)) &&
    shared(content, contentOf(put)) === 0
  );
}
const SHORT = 24;

interface Settling {
  /** The turns that settle a matter. */
  readonly settling: readonly Sentence[];
  /** Of them, the sentences that say it. */
  readonly said: readonly Sentence[];
  /** What was said of the matter before. */
  readonly talk: readonly Sentence[];
}

/** Was a matter settled otherwise than it was put? */
export function isChanged({ settling, said, talk }: Settling): boolean {
  const text = textOf(settling);
  if (AS_PUT.test(text)) return THE_REST.test(text) || AND_MORE.test(text);
  const weakly = LEFT_AS_IT_IS.test(text);
  if (TERMS_SURELY.test(text)) return true;
  const [proposal, since] = proposalIn(talk);
  const [before, behind] = proposal.length > 0 ? [proposal, since] : withoutProposal(talk);
  const put = textOf(before);
  if (before.length === 0) return false;
  if (proposal.length > 0 && ((!weakly && onTerms(text, put)) || otherFigure(textOf(said), put, AMOUNTS))) return true;
  if (otherNumber(textOf(said), put) || addsTo(plain(textOf(said)), put)) return true;
  if (weakly && !THE_REST.test(text)) return ONE_STAYS.test(text);
  if (replaces(text, put) || since.slice(-3).some(({ folded }) => replaces(folded, put))) return true;
  if (otherFigure(textOf(said), put, /[日月時年]/u)) return true;
  if (!FINDS_FAULT.test(text) && !behind.some(({ folded }) => FINDS_FAULT.test(folded))) return false;
  if (otherFigure(textOf(said), put)) return true;
  const course = { text, put, since: behind, last: settling.at(-1) };
  return (
    takesUpOther(course) ||
    isOtherThing(course) ||
    (behind.at(-1)?.speaker !== before.at(-1)?.speaker &&
      FINDS_FAULT.test(behind.at(-1)?.folded ?? '') &&
      isWhollyOther(textOf(said), put))
  );
}

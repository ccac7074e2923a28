import { REQUEST } from './action-words.ts';
import type { Sentence } from './sentences.ts';
import { plain, turnBefore, turnOf } from './turns.ts';

// Between an order and its being done there are questions (「3年分でいいですか」「うん、それでいい」). They settle how a deed is
// done, not a matter of the meeting.

const ASKS_HOW =
  /[でてに](?:も)?(?:いい|よい|よろしい|大丈夫|構わない|結構)(?:ん?です|でしょう)?(?:か|よね|ね)?(?:ね|な)?$/u;
const PUTS_MATTER =
  /案(?:です|で|の)|たい(?:です|と|ん|の)|どう(?:でしょう|です|かな|か)|いかが|提案|(?:よう|う)か(?:と|な)/u;
const TAKES_ORDER = /^(?:はい|ええ|あ)?、?(?:わかりました|承知|了解|かしこまり|では|やります|やってみます|すぐ)/u;
const PROMISES = /(?:[いきぎしちにびみりえけげせてねべめれ]ます|[一-龠]ます)$/u;
const ORDERS =
  /(?:[てで](?:くれ|ください|おいて|きて|もらえ(?:る|ます)か?|くれる|くれない|ほしい|ちょうだい)?|[てで]いただけ(?:ます|ません)か|といて(?:くれ(?:る)?)?|なさい|ように|お願い(?:し(?:ます|ね)|でき(?:ます|る)か?)?|頼む|頼みます)(?:か|ね|よ|な)*$/u;
/** 「直したものをお返ししましょうか」「私が運びましょうか」: offers a deed of one's own. */
const OFFERS_OWN = /(?:お[^。、]{1,10}し|[運送届持書送作調]?[いりびけてき])ましょうか$/u;
const OWN = /私|僕|わたし|うち|こちら|弊社|当社|事務局|手伝/u;
/** 「お先に失礼してよろしいですか」「窓を開けてもいいですか」: of the room and the moment. */
const OF_THE_MOMENT =
  /次(?:回)?の?(?:打合せ|打ち合わせ|会議|会|定例|集まり)[^。]{0,16}(?:[0-9][日時]|曜)|(?:会議|審議)[^。]{0,4}公開|(?:説明|発言)[^。]{0,6}[0-9]分[^。]{0,6}(?:いただき|もらい)|(?:出|来|行か|見)られますか[。?？]*$|(?:配っ|借り|置い(?:とい|てお(?:い)?)|行っ|帰っ|抜け|持っ)て(?:も)?(?:いい|よろしい|構わない|かまわない)(?:です|でしょう)?か|(?:何[一-龠]|いくつ|どの?くらい|いくら)[^。、に]{0,8}[いりきびえべけちみめれ]ますか[。?？]*$|失礼して|窓を|席を|座っ|マイク|少し休|トイレに(?:行|立)|電話に出|質問(?:を)?(?:し|させ)|発言|補足(?:し|させ)|コピー(?:を)?取|省略|エアコン|暖房|電気を/u;

const orders = (turn: readonly Sentence[]): boolean =>
  turn.some(({ folded }) => ORDERS.test(plain(folded)) || REQUEST.test(plain(folded)));

/** 「窓を開けてもいいですか」「お返ししましょうか」: no matter, whoever asks. */
export const isOfTheMoment = ({ folded }: Sentence): boolean =>
  OF_THE_MOMENT.test(folded) || /お[一-龠ぁ-ん]{1,8}しましょうか$/u.test(plain(folded));

/** Does this question only ask how a deed is to be done, or offer one? */
export function isAboutDeed(question: Sentence, sentences: readonly Sentence[]): boolean {
  const text = plain(question.folded);
  if (isOfTheMoment(question) || (OFFERS_OWN.test(text) && OWN.test(text))) return true;
  if (!ASKS_HOW.test(text) || PUTS_MATTER.test(text)) return false;
  const own = turnOf(question, sentences).filter(({ index }) => index < question.index);
  if (own.some(({ folded }) => TAKES_ORDER.test(folded) || PROMISES.test(plain(folded)))) return true;
  return TAKES_ORDER.test(question.folded) || orders(turnBefore(turnOf(question, sentences), sentences));
}

/** 「市長の時間取って。30分でいい。」: behind an order in one's own mouth, how much of it is enough. */
export function isPartOfOrder(clause: string, sentence: Sentence, turn: readonly Sentence[]): boolean {
  return (
    (/^[^。、]{0,14}(?:中|まで|[日時分]|曜)(?:に)?(?:だ|です)$/u.test(clause) ||
      /^[^。、]{0,14}で(?:いい|よい|結構|構わない|大丈夫)(?:です)?(?:よ|から|わ|な|ね)*$/u.test(clause)) &&
    !/^(?:それ|これ|その|この|案)/u.test(clause) &&
    orders(turn.filter(({ index }) => index < sentence.index))
  );
}

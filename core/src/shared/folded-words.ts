import { folded } from './folded.ts';

/** Old and rare shapes of kanji, and the usual ones: as `kaigi.folded` of the database has them. */
const SHAPES = {
  rare: '髙﨑濵濱邊邉齋齊澤廣國櫻眞瀨嶋嶌德惠藏冨曾彌龍會圓榮淺應黑實壽橫鐵豐萬條靜縣聲學萠桒栁𠮷舘緖假薗峯槇槗𣘺吞昻增寬敎淸產說靑內戶步每涉溫稅綠鄕錄',
  usual:
    '高崎浜浜辺辺斎斉沢広国桜真瀬島島徳恵蔵富曽弥竜会円栄浅応黒実寿横鉄豊万条静県声学萌桑柳吉館緒仮園峰槙橋橋呑昂増寛教清産説青内戸歩毎渉温税緑郷録',
};
const USUAL = Array.from(SHAPES.usual);
const usualOf = new Map(Array.from(SHAPES.rare, (sign, at) => [sign, USUAL[at] ?? sign]));

const MEANS_NOTHING = /\u00ad|\u200b|\p{Variation_Selector}/gu;
const KATAKANA = /[ァ-ヶヽヾ]/gu;
const TO_HIRAGANA = 'ァ'.charCodeAt(0) - 'ぁ'.charCodeAt(0);

/** Words as the search compares them: beside what `folded` makes one, katakana are hiragana and rare kanji the usual. */
export const foldedWords = (text: string): string =>
  Array.from(folded(text).replace(MEANS_NOTHING, ''), (sign) => usualOf.get(sign) ?? sign)
    .join('')
    .replace(KATAKANA, (sign) => String.fromCharCode(sign.charCodeAt(0) - TO_HIRAGANA));

/** The words that must all be there; null where less than two letters are sought. */
export function soughtIn(typed: string): string[] | null {
  const words = typed
    .split(/\s+/u)
    .map(foldedWords)
    .filter((word) => word !== '');
  const letters = Array.from(words.join('')).length;
  if (letters < 2) return null;
  // An index of pairs knows no single letters: those that stand alone are one word together.
  return words.some((word) => Array.from(word).length > 1) ? [...new Set(words)] : [words.join('')];
}

import { addDays, dayOfWeek, type LocalDate } from '../../shared/index.ts';
import { kanjiNumber } from '../editing/kanji-number.ts';
import type { Calendar } from './date-readings.ts';
import { type DateWord, dateWords } from './date-words.ts';

/** 期限: as it was said, and the day where the words name one. */
export interface Due {
  readonly words: string;
  readonly day: LocalDate | null;
}

export interface FoundDue extends Due {
  /** It is said to be a limit (「までに」「締切」), or only when something is done (「金曜に送ります」). */
  readonly strength: 'LIMIT' | 'TIME';
  readonly at: number;
}

const COUNTED =
  /(?<![一-龠])[〇一二三四五六七八九十]{1,3}(?=年|月|日|週間|[かヶカケ箇]月|営業日|開庁日|時)|(?<=[月年])[一二三四五六七八九十]{1,3}(?=日|月)/gu;

// Between the time and what makes it a limit: a time of day, a part of the day, the meeting whose day it is.
const TIME_OF_DAY =
  '(?:朝(?:一|イチ)?|午前中?|午後(?:一|イチ)?|夕方|正午|昼|お昼|夜|定時|終業|中|ごろ|くらい|ぐらい|あたり|いっぱい|(?:午前|午後)?\\d{1,2}(?:時(?:\\d{1,2}分|半)?|:\\d{2}))';
const DAY_BEHIND = '(?:[((][日月火水木金土]曜?日?(?:・祝)?[))]|の?[日月火水木金土]曜日?)?';
const EVENT =
  '(?:の(?:[^、。はがをにでへ]{0,10}(?:会議|会|打合せ|打ち合わせ|議会|委員会|部会|庁議|本番|イベント|開始|提出|開会|説明会|研修|当日|前日|ヒアリング|査定|締め?|期限)(?:の?(?:前|当日))?)|の[^、。はがをにでへの]{1,10}(?=まで|に間に合))?';
const LIMIT = new RegExp(
  `^${DAY_BEHIND}${EVENT}(?:[、の]?${TIME_OF_DAY}){0,3}(?:をもって|を)?(?:に(?=間に合))?(?:まで|のうち(?:に)?|以内|が?(?:締切|〆|期限)|必着|(?:を|に)?めど|を目標|中(?=に|[、。]|で|$|だ|ね|な|や|よ)|(?<=年度)内|目標|厳守|に間に合|いっぱい)`,
  'u',
);
const WITHIN = /(?:以内|中|いっぱい)$/u;
/** 「今月の広報に載せます」「来週の改修に入れます」: in what, which is then. */
const IN_WHAT = /^の[^、。はがをにでへ]{1,10}(?:に|で|へ)(?!つい|関|対|は|も)/u;
const LIMIT_BEFORE =
  /遅くとも、?$|(?:締切|(?<!賞味|消費|有効|使用|保存|時)期限|納期|提出日|〆)(?:は|が|を|の?日は|としては|については|:)?、?(?:来月|今月)?の?$/u;
/** 「日曜は私が出ます」「12日は萩原さん、お願いします」: the day is told first, and then who. */
const WHOSE_DAY =
  /^(?:の?(?:朝|午前|午後|夕方|昼|夜)(?:の部)?)?は、?(?:私|僕|俺|うち|わし|こちら|[一-龠々ァ-ヶー]{1,6}(?:さん|くん|君|係長|課長|主任|主査|補佐|課|係|室)(?:が|で|に|、|。|と|$))/u;
const TIME = new RegExp(
  `^${DAY_BEHIND}(?:の[一-龠ァ-ヶー]{0,8}(?:会議?|レク|ヒアリング|打合せ|打ち合わせ|審査|議会)(?=[にで]))?(?:[、の]?${TIME_OF_DAY}){0,2}(?:の(?:とき|際|場|席)(?:に|で)|に(?!つい|関|わた|向け|かけて)|には|、|で(?!す|は|き)|すぐ|。|ね(?:。|$)|$|[一-龠ァ-ヶ]|お|ご|や[りっ]|出|し[てと]|あ[らた]|また|まとめ|もう)`,
  'u',
);
const NOT_A_LIMIT =
  /^(?:から|以降|より|付|現在|開催|実施|時点|の(?!(?:とき|際|場|席)(?:に|で)|[一-龠ァ-ヶー]{0,8}(?:会議?|レク|ヒアリング|打合せ|打ち合わせ|審査|議会)[にで]|うち|朝|お?昼|夕方|午前|午後|夜|定時|\d{1,2}時)|号|分|版|は|が|も(?!う)|と(?!き))/u;

/** Kanji counts as figures, so that 「十二月五日」 is read like 「12月5日」. */
const inFigures = (text: string): string =>
  text.replaceAll(COUNTED, (word) => (/^〇$/u.test(word) ? word : String(kanjiNumber(word) ?? word)));

function strengthOf(text: string, word: DateWord): FoundDue['strength'] | null {
  const behind = text.slice(word.to, word.to + 40);
  if (/[0-9月日時曜]から、?$/u.test(text.slice(Math.max(0, word.from - 6), word.from)))
    return word.day !== null && /^(?:まで(?:に|には)|の(?:間|あいだ)(?:に|で))/u.test(behind) ? 'LIMIT' : null;
  if (LIMIT.test(behind) || (WITHIN.test(word.words) && !NOT_A_LIMIT.test(behind))) return 'LIMIT';
  if (LIMIT_BEFORE.test(text.slice(Math.max(0, word.from - 12), word.from))) return 'LIMIT';
  if (word.day !== null && WHOSE_DAY.test(behind)) return 'TIME';
  if (
    /^次回?$/u.test(word.words) &&
    /^は、?[^。]{2,40}(?:[きぎしちにびみりえけせてねべめれげ]ます|ください|て)(?:ね|よ)*[。]?$/u.test(behind)
  )
    return 'TIME';
  if (word.day === null && IN_WHAT.test(behind)) return 'TIME';
  return !NOT_A_LIMIT.test(behind) && TIME.test(behind) ? 'TIME' : null;
}

/** 「来週の水曜、いや祝日だから木曜」: the day said last, in the week that was spoken of. */
function setRight(words: readonly DateWord[], text: string): readonly DateWord[] {
  const last = words.at(-1);
  const before = words.at(-2);
  if (!last || !before || !TAKEN_BACK.test(text.slice(before.to, last.from))) return words;
  const weekday = DAYS_OF_WEEK.indexOf(/^([月火水木金土日])曜/u.exec(last.words)?.[1] ?? '?');
  if (weekday < 0 || before.day === null) return [last];
  const ahead = weekday - ((dayOfWeek(before.day) + 6) % 7);
  return [{ ...last, day: addDays(before.day, ahead) }];
}
const TAKEN_BACK =
  /^(?:の[^、。]{0,6})?(?:に|で|まで(?:に)?|は|には)?(?:、|。)?(?:いや|いえ|と言いたい|としたい|は(?:祝日|休み|休日)|じゃな|ではな|違|やっぱり|あ、)/u;
const DAYS_OF_WEEK = '月火水木金土日';

/** Every 期限 that a sentence names, in order. */
export function duesIn(sentence: string, calendar: Calendar): FoundDue[] {
  const text = inFigures(sentence);
  return setRight(dateWords(text, calendar), text).flatMap((word) => {
    const strength = strengthOf(text, word);
    if (strength === null) return [];
    const behind = strength === 'LIMIT' ? (LIMIT.exec(text.slice(word.to, word.to + 40))?.[0] ?? '') : '';
    return [{ words: word.words + behind, day: word.day, strength, at: word.from }];
  });
}

const rank = (due: FoundDue): number => (due.strength === 'LIMIT' ? 2 : 0) + (due.day === null ? 0 : 1);

/** The one 期限 of a sentence: a limit before a mere time, a day before looser words, and of equals the last. */
export function dueIn(sentence: string, calendar: Calendar): FoundDue | null {
  return duesIn(sentence, calendar).reduce<FoundDue | null>(
    (best, due) => (best === null || rank(due) >= rank(best) ? due : best),
    null,
  );
}

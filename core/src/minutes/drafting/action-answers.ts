import type { Candidate } from './action-candidates.ts';
import { dueAt } from './action-times.ts';
import { ACCEPTING, PASSES_ON, PROMISE, STATES } from './action-words.ts';
import { dueIn, duesIn, type FoundDue } from './due-dates.ts';
import type { Owner } from './people.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';

// What is said of a piece of work in the sentences behind it, without naming another: a day, another day, whose it is.

export interface Growing {
  readonly first: Candidate;
  readonly content: ReadonlySet<string>;
  last: Sentence;
  owner: Owner | null;
  due: FoundDue | null;
  sources: Sentence[];
}

export const ANSWERED_WITHIN = 4;
/** 「いえ、それは企画課でやります」. */
export const TAKES_OVER = /^(?:いえ|いや|いいえ|それは|そちらは|その件は|そこは)/u;

const LIMIT_ALONE =
  /(?:締切|(?<!賞味|消費|有効|使用|保存)期限)(?:は|が|です|、|:|$)|いつまで|(?:から|ので|んで|し)、[^。、]{0,12}まで(?:に|で)?[。]?$|までで|まで(?:に|には)?(?:で|もら|いただ|くれ|ほし|お願い|可能|でき|出せ|間に合|大丈夫|いけ|なら)|(?:には|に)[^。]{0,8}(?:出せ|でき(?:ます|る)|可能|間に合)|(?:で|に)も?(?:いい|よい|ええ|結構|大丈夫|構い|よろし|間に合)[^。]{0,8}[。?？]?$|(?:ほど|程度|くらい|ぐらい)?(?:いただけれ|もらえれ|くださ|いただけま)|まで[^。]{0,10}(?:もらえ|いただけ|でき|出せ|お願い|間に合|大丈夫|必要|ほし|欲し|要る|要り)|にな(?:ると思|りそう|ります(?:けど|が))|^[^。]{0,16}まで(?:に)?(?:です)?[。]?$/u;
const NOT_THE_LIMIT =
  /だめ|駄目|無理|できない|忙し|次回は|次は|会議は|定例|また(?:来週|明日)|お疲れ|[?？]$|か[。]?$|ました[。]?$|予定|祝日|休み/u;

/** 「水曜には」「はい、どちらも今週中に」: hardly more than a time. */
function whenAlone(sentence: Sentence, speech: Speech): FoundDue | null {
  const { folded } = sentence;
  const due = dueAt(folded, { sentence, speech });
  const before = speech.sentences[sentence.index - 1];
  if (due?.day && before !== undefined && /いつ[^。]{0,10}[?？か][。]?$/u.test(before.folded)) return due;
  if (due === null || /だめ|駄目|無理|忙し/u.test(folded)) return null;
  if (LIMIT_ALONE.test(folded)) return due;
  const alone =
    folded.length <= 24 && /^(?:[ぁ-ん、]{0,8}|両方|承知しました、?|了解です、?)$/u.test(folded.slice(0, due.at));
  return alone && !NOT_THE_LIMIT.test(folded) ? due : null;
}

/** Who took something on and now says when, says it of that, whatever others took on meanwhile. */
function ownWork(growing: readonly Growing[], { index, speaker }: Sentence, { ownerOf }: Speech): Growing | undefined {
  const [own, last] = [ownerOf(speaker), growing.at(-1)];
  if (own === null || last === undefined || last.owner === null || last.first.asking !== 'PROMISE') return undefined;
  const said = ({ said: one, name }: Owner): string => name ?? one;
  if (said(last.owner) === said(own)) return undefined;
  return growing
    .slice(-3)
    .findLast(
      (it) => it.owner !== null && said(it.owner) === said(own) && it.due === null && index - it.last.index < 6,
    );
}

/** A time or a 「承知しました」 said by itself belongs to the work spoken of just before. */
export function tellMore(growing: readonly Growing[], sentence: Sentence, speech: Speech): void {
  const known = ownWork(growing, sentence, speech) ?? growing.at(-1);
  if (known === undefined || sentence.index - known.last.index > ANSWERED_WITHIN + 1) return;
  if (known === growing.at(-1) && sentence.index - known.last.index > ANSWERED_WITHIN - 1) return;
  const isLoose = known.due !== null && known.due.day === null && /締切|期限|必着/u.test(sentence.folded);
  const due = known.due === null || isLoose ? whenAlone(sentence, speech) : anotherDay(sentence, known, speech);
  if (due !== null) {
    const sameTime = growing.filter((it) => it.last === known.last && (it.due === null || it === known));
    for (const one of sameTime) {
      one.due = due;
      one.sources.push(sentence);
    }
  } else if (setsRight(sentence, known, speech)) {
    known.sources.push(sentence);
  } else if (isBareAnswer(known, sentence)) {
    known.sources.push(sentence);
    known.owner ??= speech.ownerOf(sentence.speaker);
  }
}

/** 「では水曜に」「じゃ18日の金曜で」「木曜でもいいですか」「6時じゃ遅い、今夜中に」: instead of the day that was named. */
function anotherDay(sentence: Sentence, known: Growing, speech: Speech): FoundDue | null {
  const { due } = known;
  const { folded } = sentence;
  if (!ANEW.some((rule) => rule.test(folded)) || due === null || NOT_ANEW.test(folded)) return null;
  if (!isOfBoth(sentence, known, speech)) return null;
  const calendar = speech.calendarOf(sentence);
  const said = folded.replace(BEFORE_DAY, '');
  const inThatWeek = /^[月火水木金土日]曜/u.test(said) && /今週|来週|再来週|翌週/u.test(due.words);
  const words = duesIn(inThatWeek ? `${due.words}、いや${said}` : said, calendar);
  const last = words.findLast(({ day }) => day !== null && day >= calendar.today);
  if (last) return last;
  const loose = dueIn(folded, calendar);
  return loose !== null && loose.words !== due.words ? loose : null;
}
/** Only those between whom the work was given name another day for it. */
function isOfBoth({ index, speaker }: Sentence, known: Growing, { leads, ownerOf, sentences }: Speech): boolean {
  const own = ownerOf(speaker);
  const isOwner =
    own !== null && known.owner !== null && (own.name ?? own.said) === (known.owner.name ?? known.owner.said);
  const answers = sentences[index - 1]?.speaker !== speaker && sentences[index - 1] === known.last;
  const saidBefore = known.sources.some((source) => source.speaker === speaker);
  return (
    speaker === null ||
    isOwner ||
    saidBefore ||
    (leads(speaker) && answers) ||
    /^(?:じゃあ?|では|なら|ほな)/u.test(sentences[index]?.folded ?? '')
  );
}
const BEFORE_DAY =
  /^.*(?=(?:今週|来週|再来週|翌週|次)?の?[月火水木金土日]曜|(?<!\d)\d{1,2}月|(?<![\d月]|月の)\d{1,2}日|明日|あした|あす|明後日|あさって|今日|今夜|今晩|本日|月末|来月|今月)/u;
const DAY =
  '(?:(?:今週|来週|再来週|翌週|次)?の?[月火水木金土日]曜日?|(?:\\d{1,2}月の?)?\\d{1,2}日(?:の?[月火水木金土日]曜)?|明日|あした|あす|明後日|あさって|今日|今夜|今晩|本日|(?:今月|来月)?(?:の)?(?:月)?末|(?:来|今)?週(?:明け|中)?|[0-9]月(?:中|末|上旬|中旬|下旬))(?:の?(?:朝一?|午前中?|午後|夕方|昼|夜|うち))?';
const ANEW = [
  new RegExp(
    `^(?:あ|いや|そうか|じゃあ?|では?|なら|やっぱり|すみません|ほな|それなら|、)+[^。、]{0,3}${DAY}(?:まで|中)?[^。、]{0,8}[。]?$`,
    'u',
  ),
  new RegExp(
    `${DAY}(?:まで|中)?(?:に|で|でも|にして|なら)(?:は)?(?:いい|よい|ええ|もらえ|いただけ|よろしい|できます|お願い|間に合|なりま|し(?:ます|ましょう|よう|て))[^。]{0,12}[。?？]?$|${DAY}(?:まで|中)?(?:に|で)?(?:なら|でしたら|だったら|であれば)[。]?$|、${DAY}(?:まで|中)?(?:で|に)[。]?$`,
    'u',
  ),
  new RegExp(
    `(?:遅い|遅すぎ|早い|早すぎ|きつい|厳しい|無理|間に合わな|難しい)[^。]{0,6}、[^。]{0,6}${DAY}(?:まで|中)?(?:に|で|なら)?(?:お願い(?:します)?|して)?[^。、]{0,3}[。]?$`,
    'u',
  ),
];
const NOT_ANEW = /次回|会議は|定例|集ま|開催|お疲れ|会いま/u;

/** 「いや、それは財政だね」「あ、発注はうちですよ」: whose it is, said anew. */
function setsRight(sentence: Sentence, known: Growing, speech: Speech): boolean {
  const { folded, speaker } = sentence;
  if (folded.length > 40) return false;
  if (IS_OURS.test(folded) && speaker !== known.last.speaker) {
    const own = speech.ownerOf(speaker);
    if (own === null) return false;
    known.owner = own;
    return true;
  }
  if (!TAKES_OVER.test(folded) && !NOW_CALLS.test(folded)) return false;
  const right = speech.mentionsIn(folded).find(({ to, owner }) => owner !== null && IS_THEIRS.test(folded.slice(to)));
  if (!right) return false;
  known.owner = right.owner;
  return true;
}
const NOW_CALLS = /^(?:あ|ごめん|すみません|そうか|、)+[^。]{0,12}は/u;
const IS_OURS =
  /^(?:あ|いや|いえ|、)*[^。、]{1,12}は(?:うち|こちら|私|僕|弊社|当社|当課)(?:の(?:ほう|担当|仕事))?(?:です|だ)(?:よ|ね|な)*[。]?$/u;
const IS_THEIRS =
  /^(?:さん)?(?:だ(?:ね|よ|な|ろう)?|です(?:ね|よ)?|でしょう?|か(?:な)?[。、]|じゃ|の(?:担当|所管|仕事|範囲|ほう))/u;

const VERB = /([一-龠])[ぁ-ん]{0,14}[。?？]*$/u;
const takesUp = (known: Sentence, { folded }: Sentence): boolean => {
  const verb = VERB.exec(known.folded)?.[1];
  return verb !== undefined && folded.includes(verb) && PROMISE.test(folded) && !STATES.test(folded);
};

const isBareAnswer = (known: Growing, sentence: Sentence): boolean =>
  known.first.asking !== 'PROMISE' &&
  sentence.index - known.last.index === 1 &&
  sentence.speaker !== known.last.speaker &&
  sentence.folded.length < 24 &&
  (ACCEPTING.test(sentence.folded) ||
    PASSES_ON.test(sentence.folded) ||
    takesUp(known.last, sentence) ||
    CAN.test(sentence.folded));
const CAN = /(?:でき|[えけせてねべめれげ]|られ)ます(?:よ|ね)*[。]?$/u;

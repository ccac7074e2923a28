import { type Candidate, candidatesIn } from './action-candidates.ts';
import { ACCEPTING, HANDS_OVER, PASSES_ON, TAKES_BACK, TELLS_OF_IT } from './action-words.ts';
import { contentOf, shared } from './content.ts';
import { type Due, dueIn, duesIn, type FoundDue } from './due-dates.ts';
import { mayBeSame, type Owner } from './people.ts';
import type { Sentence } from './sentences.ts';
import { type Sourced, sourcesOf } from './sourced.ts';
import type { Speech } from './speech.ts';

/** 対応事項: what is to be done after the meeting, by whom and until when, as far as it was said. */
export interface ActionItem extends Sourced {
  readonly text: string;
  readonly owner: Owner | null;
  readonly due: Due | null;
}

interface Growing {
  readonly first: Candidate;
  readonly content: ReadonlySet<string>;
  last: Sentence;
  owner: Owner | null;
  due: FoundDue | null;
  sources: Sentence[];
}

const ANSWERED_WITHIN = 4;
const SAID_AGAIN = 0.6;
const FURTHER = /^(?:はい、?)?(?:あと|それと|それから|また|ほかに|別に|ついでに)/u;
/** 「いえ、それは企画課でやります」. */
const TAKES_OVER = /^(?:いえ|いや|いいえ|それは|そちらは|その件は|そこは)/u;
const GOES_ON = /^(?:その)?結果|^それ|^これ|^(?:わかり|でき|まとまり|届き|決まり)次第|^その(?:うえ|後)|^あわせて/u;
const LIMIT_ALONE =
  /(?:締切|(?<!賞味|消費|有効|使用|保存)期限)(?:は|が|です|、|:|$)|いつまで|(?:から|ので|んで|し)、[^。、]{0,12}まで(?:に|で)?[。]?$|までで|まで(?:に|には)?(?:で|もら|いただ|くれ|ほし|お願い|可能|でき|出せ|間に合|大丈夫|いけ|なら)|(?:には|に)[^。]{0,8}(?:出せ|でき(?:ます|る)|可能|間に合)|^[^。]{0,16}まで(?:に)?(?:です)?[。]?$/u;

const NOT_THE_LIMIT = /次回|次は|会議|定例|また(?:来週|明日)|お疲れ|[?？]$|か[。]?$|ました[。]?$|予定|祝日|休み/u;

/** The words of the work itself, without who does it and when. */
function workOf({ text, owner, due }: Candidate): ReadonlySet<string> {
  return contentOf(text.replace(owner?.said ?? '', '').replace(due?.words ?? '', ''));
}

function grow(candidate: Candidate): Growing {
  const { sentence, owner, due } = candidate;
  return { first: candidate, content: workOf(candidate), last: sentence, owner, due, sources: [sentence] };
}

/** Taking on what somebody else just asked for. */
function answers({ first, content }: Growing, asked: Growing, speech: Speech): boolean {
  if (first.asking !== 'PROMISE' || asked.first.asking === 'PROMISE') return false;
  const since = first.sentence.index - asked.last.index;
  const other = first.sentence.speaker !== asked.first.sentence.speaker || first.sentence.speaker === null;
  if (since > ANSWERED_WITHIN || !other) return false;
  const sameOwner = !asked.owner || !first.owner || mayBeSame(asked.owner, first.owner, speech.people);
  if (!sameOwner) return TAKES_OVER.test(first.sentence.folded);
  const atOnce = asked.owner !== null && since <= 2 && !FURTHER.test(first.sentence.folded);
  const replies = (first.accepts || atOnce) && spokenTo(first.sentence, speech) === asked.first.sentence.speaker;
  return replies || shared(content, asked.content) >= 0.3;
}

/** Whoever spoke just before: the one who is answered. */
function spokenTo({ index, speaker }: Sentence, { sentences }: Speech): string | null {
  const before = sentences.slice(Math.max(0, index - ANSWERED_WITHIN), index);
  return before.findLast((it) => it.speaker !== speaker)?.speaker ?? null;
}

/** The same work once more: in the next breath, or when the chair sums up. */
function repeats(again: Growing, known: Growing, { people }: Speech): boolean {
  const { sentence, owner, due, text } = again.first;
  const isNear = sentence.index - known.last.index <= 2 * ANSWERED_WITHIN;
  if (!isNear && shared(again.content, known.content) < SAID_AGAIN) return false;
  if (isAnaphoric(again, known) || setsLimit(again, known)) return true;
  if (known.owner && owner && !mayBeSame(known.owner, owner, people)) return false;
  const next = sentence.index - known.last.index <= 1 && sentence.speaker === known.last.speaker;
  if (next && (GOES_ON.test(text) || TELLS_OF_IT.test(text))) return true;
  if (takesBack(again, known)) return true;
  if (tellsOnlyWhen(again, known) || reportsBack(again, known)) return true;
  const sameDue = !known.due?.day || !due?.day || known.due.day === due.day;
  return sameDue && sentence !== known.last && shared(again.content, known.content) >= SAID_AGAIN;
}

/** 「いや、それは道路課でやってください」 names no work but that which was spoken of. */
const isAnaphoric = ({ first, content }: Growing, known: Growing): boolean =>
  first.sentence.index - known.last.index <= ANSWERED_WITHIN &&
  content.size === 0 &&
  TAKES_OVER.test(first.sentence.folded);

/** 「金曜までにやります」: no work is named but that which was spoken of. */
function tellsOnlyWhen({ first, content }: Growing, known: Growing): boolean {
  const near = first.sentence.index - known.last.index <= 2 * ANSWERED_WITHIN;
  const saysWhen = first.due !== null && known.due === null && content.size === 0;
  return near && saysWhen && first.owner !== null && known.owner !== null;
}

/** 「まとめてみますので、木曜に共有します」: one work, and when it is handed over. */
const reportsBack = ({ first, content }: Growing, known: Growing): boolean =>
  (first.sentence === known.first.sentence ||
    (content.size <= 2 &&
      first.sentence.index - known.last.index === 1 &&
      first.sentence.speaker === known.first.sentence.speaker)) &&
  first.asking === 'PROMISE' &&
  known.first.asking === 'PROMISE' &&
  known.due === null &&
  first.due !== null &&
  HANDS_OVER.test(first.text);

/** 「明後日までにお送りします」「失礼しました、火曜にお送りします」. */
const takesBack = ({ first, content }: Growing, known: Growing): boolean =>
  first.sentence.speaker === known.last.speaker &&
  first.sentence.index - known.last.index <= ANSWERED_WITHIN &&
  TAKES_BACK.test(first.sentence.folded) &&
  first.due !== null &&
  (content.size <= 2 || shared(content, known.content) >= 0.3);

/** Somebody took it on, and who leads says until when. */
function setsLimit({ first, content }: Growing, known: Growing): boolean {
  const unnamed = first.owner === null || (content.size === 0 && !first.text.includes(first.owner.said));
  const isForThem = first.asking === 'REQUEST' && unnamed && first.due?.strength === 'LIMIT';
  const tookOn = known.first.asking === 'PROMISE' && known.due === null;
  const since = first.sentence.index - known.last.index;
  return isForThem && tookOn && since <= 3 && first.sentence.speaker !== known.last.speaker;
}

function join(known: Growing, { owner, due, sentence }: Candidate): void {
  const takesOver = owner !== null && TAKES_OVER.test(sentence.folded);
  known.owner = takesOver ? owner : (known.owner ?? owner);
  if (due !== null && (!known.due?.day || due.day !== null)) known.due = due;
  known.last = sentence;
  known.sources.push(sentence);
}

/** 「水曜には」「はい、どちらも今週中に」: hardly more than a time. */
function whenAlone(sentence: Sentence, speech: Speech): FoundDue | null {
  const { folded } = sentence;
  const due = dueIn(folded, speech.calendarOf(sentence));
  if (due === null || LIMIT_ALONE.test(folded)) return due;
  const alone = folded.length <= 24 && /^(?:[ぁ-ん、]{0,8}|両方)$/u.test(folded.slice(0, due.at));
  return alone && !NOT_THE_LIMIT.test(folded) ? due : null;
}

/** A time or a 「承知しました」 said by itself belongs to the work spoken of just before. */
function tellMore(growing: readonly Growing[], sentence: Sentence, speech: Speech): void {
  const known = growing.at(-1);
  if (known === undefined || sentence.index - known.last.index > ANSWERED_WITHIN - 1) return;
  const due = known.due === null ? whenAlone(sentence, speech) : setAnew(sentence, known, speech);
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

/** 「では水曜に」「じゃ18日の金曜で」, said of a day that does not do. */
function setAnew(sentence: Sentence, { due }: Growing, { calendarOf }: Speech): FoundDue | null {
  const { folded } = sentence;
  if (!DAY_ANEW.test(folded) || !due?.day) return null;
  const words = duesIn(`${due.words}、いや${folded.replace(/^.*?(?=[0-9月火水木金土日])/u, '')}`, calendarOf(sentence));
  return words.findLast(({ day }) => day !== null) ?? null;
}
const DAY_ANEW =
  /^(?:あ|いや|そうか|じゃあ?|では?|なら|やっぱり|すみません|、)+[^。、]{0,3}(?:[月火水木金土日]曜日?|[0-9]{1,2}日)[^。、]{0,8}[。]?$/u;

/** 「いや、それは財政だね」: whose it is, said anew. */
function setsRight(sentence: Sentence, known: Growing, speech: Speech): boolean {
  if (!TAKES_OVER.test(sentence.folded) || sentence.folded.length > 40) return false;
  const right = speech
    .mentionsIn(sentence.folded)
    .find(({ to, owner }) => owner !== null && IS_THEIRS.test(sentence.folded.slice(to)));
  if (!right) return false;
  known.owner = right.owner;
  return true;
}
const IS_THEIRS =
  /^(?:さん)?(?:だ(?:ね|よ|な|ろう)?|です(?:ね|よ)?|でしょう?|かな|じゃ|の(?:担当|所管|仕事|範囲|ほう))/u;

const isBareAnswer = (known: Growing, sentence: Sentence): boolean =>
  known.first.asking !== 'PROMISE' &&
  sentence.index - known.last.index === 1 &&
  sentence.speaker !== known.last.speaker &&
  sentence.folded.length < 24 &&
  (ACCEPTING.test(sentence.folded) || PASSES_ON.test(sentence.folded));

/** 「相良部長から伝えてください」「伝えます」, of work for somebody who is not there. */
const passesOn = ({ index, folded }: Sentence, known: Growing | undefined): boolean =>
  known !== undefined &&
  known.first.asking !== 'PROMISE' &&
  known.owner !== null &&
  known.owner.kind === 'UNIT' &&
  index - known.last.index <= 2 &&
  PASSES_ON.test(folded);

export function actionsIn(speech: Speech): ActionItem[] {
  const growing: Growing[] = [];
  for (const sentence of speech.sentences) {
    const candidates = passesOn(sentence, growing.at(-1)) ? [] : candidatesIn(sentence, speech);
    if (candidates.length === 0) tellMore(growing, sentence, speech);
    for (const candidate of candidates) {
      const fresh = grow(candidate);
      const known =
        growing
          .slice(-4)
          .toReversed()
          .find((it) => answers(fresh, it, speech)) ?? growing.findLast((it) => repeats(fresh, it, speech));
      if (known) join(known, candidate);
      else growing.push(fresh);
    }
  }
  return growing.map(({ first, owner, due, sources }) => ({
    ...{ text: first.text, owner },
    due: due && { words: due.words, day: due.day },
    sourceIds: sourcesOf(first.sentence, ...sources),
  }));
}

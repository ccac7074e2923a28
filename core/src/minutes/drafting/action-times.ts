import { accepts, type Heard } from './around.ts';
import type { Asking } from './asking.ts';
import { type DateWord, dateWords } from './date-words.ts';
import { dueIn, type FoundDue } from './due-dates.ts';
import type { Sentence } from './sentences.ts';
import type { Speech } from './speech.ts';

// Until when, where a clause tells it with what was said around it.

interface At {
  readonly sentence: Sentence;
  readonly speech: Speech;
}

const SAME_MONTH_WITHIN = 12;

/** 「12月12日、13日です」「13日は私が出ます」: a bare day is of the month in which that day was named just before. */
function inMonthOfTalk(due: FoundDue | null, { sentence, speech }: At): FoundDue | null {
  const bare = /^(\d{1,2})日/u.exec(due?.words ?? '')?.[1];
  if (due === null || bare === undefined) return due;
  const same = (word: DateWord): boolean =>
    word.day !== null && /月/u.test(word.words) && Number(word.day.slice(8)) === Number(bare);
  const near = speech.sentences.slice(Math.max(0, sentence.index - SAME_MONTH_WITHIN), sentence.index + 1);
  const named = near
    .filter(({ folded }) => folded.includes(`${bare}日`))
    .flatMap((one) => datesOf(one.folded, { sentence: one, speech }))
    .findLast(same);
  return named ? { ...due, day: named.day } : due;
}

/** The dates of a sentence, 「12月12日、13日」 with the month of both. */
function datesOf(text: string, { sentence, speech }: At): readonly DateWord[] {
  const full = text.replaceAll(/(\d{1,2}月)(\d{1,2}日)、(?=\d{1,2}日)/gu, '$1$2、$1');
  return dateWords(full, speech.calendarOf(sentence));
}

/** 「締切が12日ですので、それまでに」「理事会が16日にあるから、そこで説明してください」: the day that was named just before. */
function thenAt(part: string, { sentence, speech }: At): FoundDue | null {
  const until = /(?:それ|その日|そのとき|同日)(?:まで|に間に合)/u.test(part);
  if (!until && !/(?:^|、)(?:そこで|その(?:場|席|とき)(?:で|に)|その足で|ついでに)/u.test(part)) return null;
  const before = until ? speech.sentences[sentence.index - 1] : undefined;
  const named = [...(before ? [before] : []), sentence]
    .flatMap((one) => dateWords(one.folded, speech.calendarOf(one)))
    .findLast(({ day, words }) => day !== null || (until && !/^(?:今|すぐ|早)/u.test(words)));
  return named ? { words: named.words, day: named.day, strength: until ? 'LIMIT' : 'TIME', at: named.from } : null;
}

/** 「朝礼で言っときます、明日の」. */
function behind(part: string, { sentence, speech }: At): FoundDue | null {
  const tail = /(?<=(?:ます|とく|といて|ください|くれ)(?:ね|よ|わ|な|か)*、)[^、。]{1,10}(?=[。]?$)/u.exec(part);
  const [word] = tail ? dateWords(tail[0], speech.calendarOf(sentence)) : [];
  return word ? { words: word.words, day: word.day, strength: 'TIME', at: (tail?.index ?? 0) + word.from } : null;
}

/** The 期限 of what a clause says. */
export const dueAt = (part: string, at: At): FoundDue | null =>
  inMonthOfTalk(dueIn(part, at.speech.calendarOf(at.sentence)), at) ?? thenAt(part, at) ?? behind(part, at);

/** 「12月の頭には欲しいな」「わかりました、出します」. */
export function wantedBy(asking: Asking, heard: Heard): FoundDue | null {
  const { sentence, speech } = heard;
  const before = speech.sentences[sentence.index - 1];
  if (asking !== 'PROMISE' || before === undefined || before.speaker === sentence.speaker || !accepts(heard))
    return null;
  return WANTED.test(before.folded) ? dueIn(before.folded, speech.calendarOf(before)) : null;
}
const WANTED = /(?:には|まで(?:に|には)?)[^。、]{0,8}(?:欲し|ほし|お願い|もら|いただ|要|必要|出)[^。]{0,8}[。]?$/u;

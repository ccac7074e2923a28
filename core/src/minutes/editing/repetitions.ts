import type { Edit } from './edit.ts';

// A word, a short pause or none, and the same word again. Figures said twice are never a slip.
const WITH_PAUSE = /([^\s、。！？!?()「」（）0-9０-９〇一二三四五六七八九十百千万]{1,12})[、\s]+(?=\1)/gu;
const WITHOUT_PAUSE = /([一-龠々]{2,6}[はがをにでともの]|[ぁ-ん]{3,6}|[ァ-ヶー]{3,10}|[一-龠々]{3,8})(?=\1)/gu;
// Japanese doubles words on purpose.
const MEANT = new Set([
  ...['それ', 'いろ', 'ます', 'だん', 'とき', 'なか', 'そろ', 'どん', 'まあ', 'はい', 'たま', 'わざ', 'もと'],
  ...['少し', '一つ', '一人', '一件', '別', '徐', '次', '様', '個', '各', '段', '時', '日', '年', '代', '元', '前'],
]);
// 「よ、予算」: one syllable, and the word begins anew. Those left out are words by themselves.
const RESTART = /(?<=^|[。、！？!?\s])(?![でとがえあまんはもにをへやかね])[ぁ-んァ-ヶ]、(?=[^\s、。])/gu;

/** 同じ語句の無用な繰返し, and words begun twice: the first one goes. */
export function repetitionsIn(text: string): Edit[] {
  const repeated = [WITH_PAUSE, WITHOUT_PAUSE]
    .flatMap((rule) => Array.from(text.matchAll(rule)))
    .filter((found) => !MEANT.has(found[1] ?? ''))
    .filter((found) => startsWord(text, found.index, found[1] ?? '') && endsWord(text, found))
    .map((found) => ({ kind: 'REPETITION' as const, from: found.index, before: found[0], after: '' }));
  const restarted = Array.from(text.matchAll(RESTART), (found) => ({
    kind: 'RESTART' as const,
    ...{ from: found.index, before: found[0], after: '' },
  }));
  return [...repeated, ...restarted];
}

const SCRIPTS = [/[一-龠々]/u, /[ァ-ヶー]/u, /[A-Za-z]/u];

/** Both signs are of one script that runs on without a break: 「港」 in 「空港」. */
export function runsOn(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && SCRIPTS.some((script) => script.test(one) && script.test(other));
}

const startsWord = (text: string, from: number, word: string) => !runsOn(text[from - 1], word[0]);

/** 「計画、計画書」 names two things. */
function endsWord(text: string, found: RegExpExecArray): boolean {
  const word = found[1] ?? '';
  return !runsOn(word.at(-1), text[found.index + found[0].length + word.length]);
}

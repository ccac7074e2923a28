import type { TermKind } from './glossary.ts';

const KANJI = /[一-龠々〆ヶ]/u;
const KATAKANA = /[ァ-ヺー]/u;
const HIRAGANA = /[ぁ-ん]/u;
const LATIN = /[A-Za-z0-9Ａ-Ｚａ-ｚ０-９]/u;

// What is hung on a name without being part of another: 「港市長」「旧港市」「田中課長」「北野町内会」.
const AFTER_NAME =
  /^(?:[市区町村]|町内|都市|地区|地域|部|課|係|局|室|長|議員|委員|会議|会長|副|次長|主|参|補佐|様|氏|殿|君|先生|技師|側|等|内|外|前|後|案|用|版|分|向|関|周辺|方面|経由|駅|線|事業|計画|制度|担当|職員|宛|主催|以)/u;
const BEFORE_NAME =
  /(?:旧|新|元|前|現|同|各|当|全|県立|市立|町立|国立|私立|第[一二三四五六七八九十]|年|月|日|時|番|号)$/u;
// A word of hiragana can begin after these, and end before them.
const PARTICLE_BEFORE = /[はがをにでとのもへやか]$/u;
const PARTICLE_AFTER =
  /^(?:[はがをにでとのもへやかね]|です|だ|から|まで|より|など|さん|くん|様|という|について|でご|であ)/u;

const LONGEST_NEIGHBOUR = 3;

/** Does a word begin at `from` and end at `to`? Japanese has no spaces: the scripts and what may be hung on a name say so. */
export function isWhole(text: string, { from, to }: { from: number; to: number }, kind: TermKind): boolean {
  const before = text.slice(Math.max(0, from - LONGEST_NEIGHBOUR), from);
  const after = text.slice(to, to + LONGEST_NEIGHBOUR);
  return begins(before, text[from] ?? '') && ends(text[to - 1] ?? '', after, kind);
}

function begins(before: string, first: string): boolean {
  const last = before.at(-1) ?? '';
  if (LATIN.test(first)) return !LATIN.test(last);
  if (KATAKANA.test(first)) return !KATAKANA.test(last);
  if (KANJI.test(first)) return !KANJI.test(last) || BEFORE_NAME.test(before);
  return !HIRAGANA.test(last) || PARTICLE_BEFORE.test(before);
}

function ends(last: string, after: string, kind: TermKind): boolean {
  const next = after[0] ?? '';
  if (LATIN.test(last)) return !LATIN.test(next);
  if (KATAKANA.test(last)) return !KATAKANA.test(next);
  if (KANJI.test(last)) return !KANJI.test(next) || (kind !== 'OTHER' && AFTER_NAME.test(after));
  return !HIRAGANA.test(next) || PARTICLE_AFTER.test(after);
}

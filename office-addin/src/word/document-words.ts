import { PLACE_NAMES, PLACES, type TemplateMark } from './word-document.ts';

/** A paragraph as Word gives it. */
export interface Line {
  readonly text: string;
  /** 1 to 9 for headings, 10 for body text; absent where Word does not say. */
  readonly outlineLevel?: number | undefined;
}

const PLACEHOLDERS = PLACE_NAMES.map((name) => PLACES[name].placeholder);

/** What people wrote: without what stands in the places, and without empty lines. */
export function writtenLines(lines: readonly Line[], inPlaces: readonly string[]): Line[] {
  const ours = [...PLACEHOLDERS, ...inPlaces].filter((text) => text.trim() !== '');
  const longestFirst = ours.sort((one, other) => other.length - one.length);
  // Word's own objects are not copied: what was not asked of them throws when it is read.
  return lines
    .map(({ text, outlineLevel }) => ({
      text: longestFirst
        .reduce((left, each) => left.replaceAll(each, ''), text)
        .replace(/[\s\v]+/gu, ' ')
        .trim(),
      outlineLevel,
    }))
    .filter(({ text }) => text !== '');
}

const HEADING_MAX = 40;
const MOST_HEADINGS = 30;
// Most documents have no heading styles: 「１ 目的」「第2章 予算」「(3) 経費」 are headings all the same.
const NUMBERED =
  /^(?:第?[0-9０-９一二三四五六七八九十]+[章節款条項]?|[(（][0-9０-９一二三四五六七八九十]+[)）]|[①-⑳])(?:[\s　．、]|\.(?!\d))\s*\S/u;
// 「3 申込み　不要（先着150名）」: what follows the heading on its line belongs to the text.
const AFTER_HEADING = /^(\S+[\s　]\S+)[\s　].*$/u;

/** The headings of a document, by their style or by how they are numbered. */
export function headingsOf(lines: readonly Line[]): string[] {
  return lines
    .flatMap(({ text, outlineLevel = 10 }) => {
      if (outlineLevel < 10) return [text];
      return NUMBERED.test(text) ? [text.replace(AFTER_HEADING, '$1')] : [];
    })
    .filter((text) => Array.from(text).length <= HEADING_MAX)
    .slice(0, MOST_HEADINGS);
}

// What stands above the title of a letter: its number, its day, whom it is to, and whom it is from.
const NUMBER_LINE = /第.{0,12}号(?:の\d+)?$/u;
const DAY_LINE = /^(?:令和|平成|昭和|[RHS])?[\s\d０-９元一二三四五六七八九十.．/年月]*日?(?:[(（].[)）])?$/u;
const TO_LINE = /(?:様|殿|御中|各位|宛て?|あて|の皆[様さ](?:まへ|ま|ん|へ)?|へ)$/u;
const FROM_LINE =
  /^\S{0,16}(?:市|町|村|県|都|府|区|部|課|係|局|室|所|会|署)?(?:長|課|部|係|局|室|委員会)(?:[\s　].{0,12})?$/u;
const ABOVE_TITLE = [NUMBER_LINE, DAY_LINE, TO_LINE, FROM_LINE, /^[(（].{1,10}[)）]$/u];
// 「…の開催について（通知）」
const TITLE_LINE =
  /(?:について|に関する件|の件|伺い?)(?:[(（][^)）]{1,12}[)）])?$|[(（](?:通知|依頼|照会|回答|報告|協議|申請|送付|案内|伺い?)[)）]$/u;
const MOST_ABOVE = 12;

/** The line that says what a document is about: not the number, day, addressee and sender of a letter above it. */
export function subjectOf(lines: readonly Line[]): string {
  const top = lines.slice(0, MOST_ABOVE).map(({ text }) => text);
  const below = top.find((text) => !ABOVE_TITLE.some((one) => one.test(text)));
  return top.find((text) => TITLE_LINE.test(text)) ?? below ?? top[0] ?? '';
}

/** The same for the same words, wherever lines and spaces fall. */
export async function wordsHash(lines: readonly Line[]): Promise<string> {
  const words = lines.map(({ text }) => text.replace(/\s/gu, '')).join('');
  return hashOf(words);
}

export async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const markText = ({ id, edition }: TemplateMark): string => `${id}:${edition}`;

export function markOf(text: string): TemplateMark | null {
  const found = /^([0-9a-f-]{36}):([1-9]\d{0,8})$/.exec(text);
  return found?.[1] === undefined ? null : { id: found[1], edition: Number(found[2]) };
}

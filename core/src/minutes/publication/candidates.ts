import type { Minuted } from '../paper/minuted.ts';
import { compared, occurrences, type Span } from './occurrences.ts';

/** Why words may be personal information. It is proposed; a person decides, and says on what ground. */
export type CandidateWhy = 'NOT_STAFF' | 'PRIVATE_NAME' | 'PHONE' | 'EMAIL' | 'ADDRESS';

export interface WordsCandidate extends Span {
  readonly of: 'LINE' | 'SENTENCE';
  readonly targetId: string;
  readonly words: string;
  readonly why: CandidateWhy;
}

export interface PersonCandidate {
  readonly attendeeId: string;
  readonly why: 'NOT_STAFF';
}

export interface Candidates {
  readonly people: readonly PersonCandidate[];
  readonly words: readonly WordsCandidate[];
}

const D = '[0-9０-９]';
const DASH = '[-‐‑‒–—―−－ー]';
const N = `(?:${D}{1,4}|[〇一二三四五六七八九十百]{1,4})`;
// No digit before or after: a part of a longer number is no number of a telephone.
const PHONE = new RegExp(
  `(?<!${D}${DASH}?)[0０]${D}{1,4}(?:${DASH}|[(（の])?${D}{1,4}(?:${DASH}|[)）の])?${D}{3,4}(?!${D})`,
  'gu',
);
const EMAIL = /[\w.+-]{1,64}[@＠][\w-]{1,63}(?:[.．][\w-]{1,63}){1,4}/gu;
const PLACE = '[一-龠々ヶケァ-ヴーぁ-ん]';
// 「三丁目」 alone names a part of the city; with a 番 behind it, somebody's house.
const ADDRESS = new RegExp(
  [
    `${PLACE}{1,12}?${N}丁目の?${N}(?:番地?|${DASH})(?:の?${N}号?|${DASH}${N})?(?:${DASH}${N})?`,
    `${PLACE}{1,10}?[町村]${N}${DASH}${N}(?:${DASH}${N})?`,
    `${PLACE}{1,12}?[町村字区市]${PLACE}{0,8}?${N}番地?(?:の?${N}号?)?`,
    `〒?${D}{3}${DASH}${D}{4}(?=[^0-9０-９]{0,2}${PLACE})`,
  ].join('|'),
  'gu',
);
const BEFORE_ADDRESS = /^.*?(?:住所|自宅|実家|所在地)[はがも]/u;
const NAMED =
  /(?<![一-龠々ァ-ヴー])(?<name>[一-龠々]{2,5}|[ァ-ヴー]{2,10}|[一-龠々]{1,3}[ぁ-ん]{1,3})(?<called>さん|様|氏)(?![一-龠])/gu;
// 「市民の皆様」「担当課長さん」 are no names.
const NO_NAME =
  /^(?:皆|皆々|奥|お客|客|各位|神|王|仏|業者|委員|議員|会長|議長|市長|町長|村長|部長|課長|係長|室長|局長|館長|園長|校長|先生|職員|市民|町民|村民|住民|事務局|担当|担当者|利用者|参加者|保護者|関係者|患者|学生|生徒|親|子|子ども|子供|両|同|某|何|誰|お父|お母|父|母|兄|姉|弟|妹|娘|息子|孫|外国人|高齢者|農家|漁師|大家|役場|県|市|町|村|国|社長|店長|隊長|団長)$|(?:長|者|員|課|部|局|室|係|会|社|店|院|校|園|館|課長|部長|皆)$/u;
const FEWEST_DIGITS = 10;
const MOST_DIGITS = 11;

const digitsIn = (words: string): number => words.match(/[0-9０-９]/gu)?.length ?? 0;
const isPhone = (words: string): boolean => digitsIn(words) >= FEWEST_DIGITS && digitsIn(words) <= MOST_DIGITS;

type Found = Span & { readonly words: string; readonly why: CandidateWhy };
type Finder = (text: string) => Found[];

const byPattern =
  (pattern: RegExp, why: CandidateWhy, holds: (words: string) => boolean = () => true): Finder =>
  (text) =>
    Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({
      ...{ words, why, from: index, to: index + words.length },
    })).filter(({ words }) => holds(words));

/** 「住所は青葉町1-2-3」: the address begins behind what leads to it. */
const addresses: Finder = (text) =>
  byPattern(
    ADDRESS,
    'ADDRESS',
  )(text).map((found) => {
    const words = found.words.replace(BEFORE_ADDRESS, '');
    return { ...found, words, from: found.to - words.length };
  });

/** Names as they are said: whole, or the family name with 「さん」 behind it. */
function namesOf(name: string): string[] {
  const parts = name.split(/[\s・]+/u).filter((part) => part.length > 1);
  return [name, ...(parts.length > 1 ? parts : [])];
}

const byName = (names: readonly string[]): Finder => {
  const sought = names.map(compared);
  return (text) => {
    const read = compared(text);
    return sought.flatMap((name) =>
      occurrences(read, name).map((span) => ({
        ...{ ...span, words: text.slice(span.from, span.to), why: 'NOT_STAFF' as const },
      })),
    );
  };
};

/** Somebody called by a name that is nobody's who attended. */
const byCalling =
  (known: readonly string[]): Finder =>
  (text) =>
    Array.from(text.matchAll(NAMED)).flatMap(({ groups, index }) => {
      const name = groups?.name ?? '';
      const isKnown = NO_NAME.test(name) || known.some((one) => one.replaceAll(/\s/gu, '').startsWith(name));
      return isKnown ? [] : [{ words: name, why: 'PRIVATE_NAME' as const, from: index, to: index + name.length }];
    });

/** The longer find stays where two lie over each other. */
function apart(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one);
  }
  return kept;
}

/**
 * What may be personal information in the minutes, by rules alone. `knownNames` are of people who act for the city:
 * the names of its staff are in its documents anyway.
 */
export function candidatesIn({ meeting, lines, sentences }: Minuted, knownNames: readonly string[] = []): Candidates {
  const strangers = meeting.attendees.filter(({ staffId, role }) => staffId === null && role === 'GUEST');
  const known = [...knownNames, ...meeting.attendees.map(({ name }) => name)];
  const finders = [
    ...[byName(strangers.flatMap(({ name }) => namesOf(name))), byCalling(known)],
    ...[byPattern(EMAIL, 'EMAIL'), byPattern(PHONE, 'PHONE', isPhone), addresses],
  ];
  const within = (of: 'LINE' | 'SENTENCE', texts: readonly { readonly id: string; readonly text: string }[]) =>
    texts.flatMap(({ id, text }) =>
      apart(finders.flatMap((finder) => finder(text))).map((found) => ({ ...found, of, targetId: id })),
    );
  return {
    people: strangers.map(({ id }) => ({ attendeeId: id, why: 'NOT_STAFF' })),
    words: [...within('LINE', lines), ...within('SENTENCE', sentences)],
  };
}

import { badInput } from '../../shared/index.ts';

/** A part of the text that is not shown, by what it is withheld. Places are counted in UTF-16 units, the end not in it. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  readonly ground: string;
}

/** What a page is made of: words that are shown, and bars. Nothing here still knows what lay under a bar. */
export type Piece = { readonly shown: string } | { readonly ground: string };

const splitsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));

/** In order, none within another. @throws bad-input `records.redaction_passages`, `records.redaction_nothing` */
export function checkedPassages(text: string, passages: readonly Passage[]): readonly Passage[] {
  if (passages.length === 0) throw badInput('records.redaction_nothing');
  const sorted = passages.toSorted((one, other) => one.from - other.from);
  for (const [at, { from, to }] of sorted.entries()) {
    const before = sorted[at - 1]?.to ?? 0;
    const isInside = from >= before && from < to && to <= text.length;
    if (!isInside || splitsPair(text, from) || splitsPair(text, to)) throw badInput('records.redaction_passages');
  }
  return sorted;
}

/** The text without what is hidden. Two passages of one ground that touch are one bar. */
export function piecesOf(text: string, passages: readonly Passage[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to, ground } of passages) {
    if (from > at) pieces.push({ shown: text.slice(at, from) });
    const last = pieces.at(-1);
    if (!(last && 'ground' in last && last.ground === ground)) pieces.push({ ground });
    at = to;
  }
  if (at < text.length) pieces.push({ shown: text.slice(at) });
  return pieces;
}

/** Hyphens, minus signs, dashes and the long vowel mark look alike, and whoever typed 「090ー1234」 meant 「090-1234」. */
const DASHES = /[\p{Dash_Punctuation}\u2212\u30fc\u2500\u2501]/gu;

const squeezed = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '').replaceAll(DASHES, '-');

const shownOf = (pieces: readonly Piece[]): string =>
  squeezed(pieces.map((piece) => ('shown' in piece ? piece.shown : '\u0000')).join(''));

/** Words that were hidden in one place and still stand in another: whoever made the copy is told, and looks again. */
export function leftOver(text: string, passages: readonly Passage[]): string[] {
  const shown = shownOf(piecesOf(text, passages));
  const words = passages.map(({ from, to }) => text.slice(from, to).trim());
  return [...new Set(words)].filter((word) => Array.from(word).length >= 2 && shown.includes(squeezed(word)));
}

/**
 * Whether a file that was made says anything that it must not: what is read out of it is looked through for whatever
 * was hidden and is nowhere left on purpose.
 */
export function tellsHidden(readOut: string, text: string, passages: readonly Passage[]): boolean {
  const out = squeezed(readOut);
  const shown = shownOf(piecesOf(text, passages));
  return passages.some(({ from, to }) => {
    const hidden = squeezed(text.slice(from, to));
    return Array.from(hidden).length >= 3 && !shown.includes(hidden) && out.includes(hidden);
  });
}

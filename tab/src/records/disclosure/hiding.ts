/** A part of the text that is hidden, by what ground; places in UTF-16 units, the end not in it. */
export interface Passage {
  readonly from: number;
  readonly to: number;
  readonly ground: string;
}

/** What stands after each other on the page: shown, or hidden by a ground. */
interface Piece extends Omit<Passage, 'ground'> {
  readonly ground: string | null;
}

const isHigh = (text: string, at: number): boolean => /[\ud800-\udbff]/.test(text.charAt(at));
const isLow = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));
const splits = (text: string, at: number): boolean => at > 0 && isLow(text, at) && isHigh(text, at - 1);

/** No half of a sign is hidden: the choice grows to whole ones. */
const whole = (text: string, { from, to, ground }: Passage): Passage => ({
  from: splits(text, from) ? from - 1 : from,
  to: splits(text, to) ? to + 1 : to,
  ground,
});

const order = (one: Passage, other: Passage): number => one.from - other.from;

/** What is left of a passage beside another that lies upon it. */
const beside = (passage: Passage, { from, to }: Passage): Passage[] =>
  [
    { ...passage, to: Math.min(passage.to, from) },
    { ...passage, from: Math.max(passage.from, to) },
  ].filter((part) => part.from < part.to);

/** Hides one part more. Where something is hidden already, the new ground counts. */
export function hidden(text: string, passages: readonly Passage[], added: Passage): readonly Passage[] {
  const wanted = whole(text, added);
  if (text.slice(wanted.from, wanted.to).trim() === '') return passages;
  return [...passages.flatMap((one) => beside(one, wanted)), wanted].sort(order);
}

/** Shows one part again. */
export const shownAgain = (passages: readonly Passage[], { from }: Passage): readonly Passage[] =>
  passages.filter((one) => one.from !== from);

/** The whole text in pieces, in order. */
export function piecesOf(text: string, passages: readonly Passage[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const passage of passages) {
    if (passage.from > at) pieces.push({ from: at, to: passage.from, ground: null });
    pieces.push({ ...passage });
    at = passage.to;
  }
  if (at < text.length) pieces.push({ from: at, to: text.length, ground: null });
  return pieces;
}

// Hyphens, minus signs, dashes and the long vowel mark look alike: 「090ー1234」 is meant where 「090-1234」 stands.
const DASHES = /[\p{Dash_Punctuation}\u2212\u30fc\u2500\u2501]/gu;

/** A text as it is sought through: without blanks, and letters of either width alike. `starts` and `ends` lead back. */
interface Sought {
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Sign by sign, so that each stays findable in the text itself. */
export function soughtOf(text: string): Sought {
  const [folded, starts, ends]: [string[], number[], number[]] = [[], [], []];
  let at = 0;
  for (const sign of text) {
    const end = at + sign.length;
    for (const unit of sign.normalize('NFKD').replace(/\s/gu, '').replace(DASHES, '-').split('')) {
      folded.push(unit);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { folded: folded.join(''), starts, ends };
}

/** Where words stand, however they are spaced and whatever the width of their letters. */
export function placesOf({ folded, starts, ends }: Sought, words: string): Omit<Passage, 'ground'>[] {
  const needle = soughtOf(words).folded;
  const places: Omit<Passage, 'ground'>[] = [];
  if (needle === '') return places;
  let at = folded.indexOf(needle);
  while (at >= 0) {
    const last = at + needle.length - 1;
    const [from, to] = [starts[at], ends[last]];
    // Neither may begin or end in the middle of a sign that was taken apart.
    const isWhole = starts[at - 1] !== from && ends[last + 1] !== to;
    if (from !== undefined && to !== undefined && isWhole) places.push({ from, to });
    at = folded.indexOf(needle, isWhole ? at + needle.length : at + 1);
  }
  return places;
}

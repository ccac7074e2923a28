import { foldedWords } from './folded-words.ts';

/** Words in pieces, in their order; `hit` is what was sought. */
export type Marked = { text: string; hit: boolean }[];

/** What it says, without the marks. */
export const plainText = (parts: readonly { readonly text: string }[]): string =>
  parts.map(({ text }) => text).join('');

const AROUND = 50;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A letter with the signs that belong to it, so that ｶﾞ and か゛ are folded as one. */
const LETTERS = /\P{M}[\p{M}ﾞﾟ]*|\p{M}+/gu;

/** Where the words stand in the text, however it is written. */
function spansOf(text: string, words: readonly string[]): Span[] {
  let read = '';
  const places: Span[] = [];
  for (const { 0: letter, index: from } of text.matchAll(LETTERS)) {
    const sign = foldedWords(letter);
    read += sign;
    for (let unit = 0; unit < sign.length; unit += 1) places.push({ from, to: from + letter.length });
  }
  const spans: Span[] = [];
  for (const word of words)
    for (let at = read.indexOf(word); at >= 0; at = read.indexOf(word, at + word.length)) {
      const [first, last] = [places[at], places[at + word.length - 1]];
      if (first && last) spans.push({ from: first.from, to: last.to });
    }
  return spans.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

/** Not through the middle of a letter. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);

/** The text around the first of the words, all of them marked; the beginning where none is found. */
export function snippetOf(text: string, words: readonly string[]): Marked {
  const spans = spansOf(text, words);
  const first = spans[0] ?? { from: 0, to: 0 };
  const [begins, ends] = [whole(text, Math.max(0, first.from - AROUND)), whole(text, first.to + 2 * AROUND)];
  const parts: Marked = [];
  let read = begins;
  for (const { from, to } of spans) {
    if (from < read || to > Math.max(ends, first.to)) continue;
    parts.push({ text: text.slice(read, from), hit: false }, { text: text.slice(from, to), hit: true });
    read = to;
  }
  parts.push({ text: text.slice(read, Math.max(read, ends)), hit: false });
  const lead = { text: '…', hit: false };
  const shown = [...(begins > 0 ? [lead] : []), ...parts, ...(ends < text.length ? [lead] : [])];
  return shown.filter((part) => part.text !== '');
}

import type { Marked } from '../../shared/index.ts';
import { foldTextWithPlaces } from './folded-text.ts';

const BEFORE = 50;
const BEHIND = 120;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where the words stand in a text, the first first; of two in one place the longer. */
function spansOf(text: string, words: readonly string[]): Span[] {
  const { folded, places } = foldTextWithPlaces(text);
  const spans: Span[] = [];
  for (const word of words)
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      spans.push({
        from: places[at] ?? 0,
        to: places[at + word.length] ?? endOf(text, places[at + word.length - 1] ?? 0),
      });
  return spans.sort((a, b) => a.from - b.from || b.to - a.to);
}

/** Behind the letter that begins there, with the blanks behind it left out. */
function endOf(text: string, at: number): number {
  const letter = /^\P{M}[\p{M}ﾞﾟ]*/u.exec(text.slice(at, at + 40))?.[0] ?? '';
  return Math.min(text.length, at + Math.max(1, letter.length));
}

/** Not through the middle of a letter. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);

/** Blanks behind the last letter of a hit are not part of it. */
const trimmed = (text: string, { from, to }: Span): Span => ({
  from,
  to: from + text.slice(from, to).trimEnd().length,
});

/** The whole of a text with the words marked in it. */
export function markedWhole(text: string, words: readonly string[]): Marked {
  return partsOf(text, spansOf(text, words), { begins: 0, ends: text.length });
}

function partsOf(text: string, spans: readonly Span[], { begins, ends }: { begins: number; ends: number }): Marked {
  const parts: Marked = [];
  let read = begins;
  for (const span of spans) {
    const { from, to } = trimmed(text, span);
    if (from < read || to > ends) continue;
    parts.push({ text: text.slice(read, from), hit: false }, { text: text.slice(from, to), hit: true });
    read = to;
  }
  parts.push({ text: text.slice(read, ends), hit: false });
  return parts.filter((part) => part.text !== '').map((part) => ({ ...part, text: part.text.replace(/\s+/gu, ' ') }));
}

/** What of a text is at hand: all of it, or a piece from its middle. */
export interface PieceOfText {
  readonly text: string;
  readonly cutBefore: boolean;
  readonly cutBehind: boolean;
}

export const wholeText = (text: string): PieceOfText => ({ text, cutBefore: false, cutBehind: false });

/** The words around the first hit of a text, all marked; null where none is in it. */
export function markedAround({ text, cutBefore, cutBehind }: PieceOfText, words: readonly string[]): Marked | null {
  const [first] = spansOf(text, words);
  return first ? around({ text, cutBefore, cutBehind }, words, first) : null;
}

/** The beginning of a text. */
export const markedBeginning = (text: string, words: readonly string[]): Marked =>
  around(wholeText(text), words, { from: 0, to: 0 });

function around({ text, cutBefore, cutBehind }: PieceOfText, words: readonly string[], first: Span): Marked {
  const begins = whole(text, Math.max(0, first.from - BEFORE));
  const ends = whole(text, Math.min(text.length, first.to + BEHIND));
  const piece = text.slice(begins, ends);
  const parts = partsOf(piece, spansOf(piece, words), { begins: 0, ends: piece.length });
  const lead = { text: '…', hit: false };
  return [...(begins > 0 || cutBefore ? [lead] : []), ...parts, ...(ends < text.length || cutBehind ? [lead] : [])];
}

/** A part of a text, in UTF-16 units. */
export interface Span {
  readonly from: number;
  /** The place after its last unit. */
  readonly to: number;
}

const DIGIT = /\p{Nd}/u;
const LATIN = /[\p{Nd}\p{Script=Latin}]/u;
const BETWEEN_DIGITS = /^[-‐‑‒–—―−－ー()（）.．の]$/u;
const VOICED = /^[ﾞﾟ\u3099\u309a]$/u;

interface Letter extends Span {
  /** One letter as it is compared. */
  readonly letter: string;
}

/** The letters of a text in one writing, each with its place: width, case and spaces mean nothing. */
function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let at = 0;
  for (const point of text) {
    const last = letters.at(-1);
    const span = { from: at, to: at + point.length };
    at = span.to;
    if (/^\s$/u.test(point)) continue;
    if (VOICED.test(point) && last) {
      letters[letters.length - 1] = { letter: (last.letter + point).normalize('NFKC'), from: last.from, to: span.to };
    } else for (const letter of point.normalize('NFKC').toLowerCase()) letters.push({ letter, ...span });
  }
  return letters;
}

/** A number reads the same however its parts are set apart: 「090-1234-5678」「０９０（１２３４）５６７８」. */
function withoutSeparators(letters: readonly Letter[]): Letter[] {
  const isDigit = (at: number): boolean => DIGIT.test(letters[at]?.letter ?? '');
  return letters.filter(({ letter }, at) => !(BETWEEN_DIGITS.test(letter) && isDigit(at - 1) && isDigit(at + 1)));
}

/** A text as it is compared: made once where it is asked about more than once. */
export interface Compared {
  readonly letters: readonly Letter[];
}
export const compared = (text: string): Compared => ({ letters: withoutSeparators(lettersOf(text)) });

/** How many letters are compared; too short words stand in too many others to be looked for everywhere. */
export const weightOf = (words: string): number => compared(words).letters.length;

const continues = (a: string | undefined, b: string): boolean =>
  a !== undefined && LATIN.test(a) && LATIN.test(b) && DIGIT.test(a) === DIGIT.test(b);

/** Where the words stand in the text, however they are written. A number is not found within a longer one. */
export function occurrences({ letters }: Compared, { letters: sought }: Compared): Span[] {
  const first = sought[0];
  const last = sought.at(-1);
  if (!first || !last) return [];
  const isAt = (at: number): boolean =>
    sought.every(({ letter }, nth) => letters[at + nth]?.letter === letter) &&
    !continues(letters[at - 1]?.letter, first.letter) &&
    !continues(letters[at + sought.length]?.letter, last.letter);
  const spans: Span[] = [];
  for (let at = 0; at + sought.length <= letters.length; ) {
    const [begin, end] = [letters[at], letters[at + sought.length - 1]];
    if (begin && end && isAt(at)) {
      spans.push({ from: begin.from, to: end.to });
      at += sought.length;
    } else at += 1;
  }
  return spans;
}

/** Are the words there at all? */
export const isIn = (text: string, words: string): boolean => occurrences(compared(text), compared(words)).length > 0;

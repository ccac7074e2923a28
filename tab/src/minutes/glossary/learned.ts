import type { GlossaryItem, LineView } from '@kaigi/core/contract';

/** A word that was recognised and that somebody made the same other word of, in several lines. */
export interface Learned {
  readonly heard: string;
  readonly written: string;
  /** Those in which it was corrected. */
  readonly lineIds: readonly string[];
}

interface Pair {
  readonly heard: string;
  readonly written: string;
}

type Corrected = Pick<LineView, 'id' | 'heard' | 'text'>;

const LEAST_LINES = 2;
/** What is longer is another sentence, and no word. */
const MOST_LETTERS = 30;
/** A line that was written anew is not compared word by word. */
const MOST_CELLS = 40_000;

const words = new Intl.Segmenter('ja', { granularity: 'word' });
const tokensOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

/** How much two lists have in common from each place on. */
function commonFrom(one: readonly string[], other: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let a = one.length - 1; a >= 0; a -= 1)
    for (let b = other.length - 1; b >= 0; b -= 1) {
      const longer = Math.max(table[a + 1]?.[b] ?? 0, table[a]?.[b + 1] ?? 0);
      const row = table[a];
      if (row) row[b] = one[a] === other[b] ? (table[a + 1]?.[b + 1] ?? 0) + 1 : longer;
    }
  return table;
}

/** Words that gave way to others between words that stayed. */
function replaced(heard: readonly string[], text: readonly string[]): Pair[] {
  if (heard.length * text.length > MOST_CELLS) return [];
  const common = commonFrom(heard, text);
  const pairs: Pair[] = [];
  let [a, b, before, after] = [0, 0, '', ''];
  const close = () => {
    if (before !== '' && after !== '') pairs.push({ heard: before, written: after });
    [before, after] = ['', ''];
  };
  while (a < heard.length || b < text.length) {
    const [left, right] = [heard[a], text[b]];
    if (left !== undefined && left === right) {
      close();
      a += 1;
      b += 1;
    } else if (right === undefined || (left !== undefined && (common[a + 1]?.[b] ?? 0) >= (common[a]?.[b + 1] ?? 0))) {
      before += left ?? '';
      a += 1;
    } else {
      after += right;
      b += 1;
    }
  }
  close();
  return pairs;
}

// Names hold kanji, katakana or letters and do not end as a verb does.
const NAME = /^(?=.*[一-龠々〆ヶァ-ヺA-Za-z])[\p{L}\p{N}ー・々〆ヶ]*[一-龠々〆ヶァ-ヺーA-Za-z0-9０-９]$/u;
const WORD = /^[\p{L}\p{N}ー・々〆ヶ]+$/u;
const numberless = (word: string): string =>
  word.normalize('NFKC').replaceAll(/[0-9一二三四五六七八九十百千万億兆〇]/gu, '');

/** A word for a word: no turn of phrase, no number in figures, no other width of the same letters. */
const isOfWords = ({ heard, written }: Pair): boolean =>
  [heard, written].every((word) => Array.from(word).length >= 2 && Array.from(word).length <= MOST_LETTERS) &&
  WORD.test(heard) &&
  NAME.test(written) &&
  numberless(heard) !== numberless(written);

const known = new WeakMap<Corrected, readonly Pair[]>();

function pairsIn(line: Corrected): readonly Pair[] {
  if (line.heard === line.text) return [];
  const before = known.get(line);
  if (before) return before;
  const pairs = replaced(tokensOf(line.heard), tokensOf(line.text)).filter(isOfWords);
  known.set(line, pairs);
  return pairs;
}

const keyOf = ({ heard, written }: Pair): string => `${heard}\n${written}`;

/** What editors of these lines made of the same recognised word more than once, and always the same. */
export function learnedFrom(lines: readonly Corrected[]): readonly Learned[] {
  const found = new Map<string, Pair & { readonly lineIds: Set<string> }>();
  const became = new Map<string, Set<string>>();
  for (const line of lines)
    for (const pair of pairsIn(line)) {
      const one = found.get(keyOf(pair)) ?? { ...pair, lineIds: new Set<string>() };
      one.lineIds.add(line.id);
      found.set(keyOf(pair), one);
      became.set(pair.heard, (became.get(pair.heard) ?? new Set()).add(pair.written));
    }
  return [...found.values()]
    .filter(({ heard, lineIds }) => lineIds.size >= LEAST_LINES && became.get(heard)?.size === 1)
    .map(({ heard, written, lineIds }) => ({ heard, written, lineIds: [...lineIds] }));
}

/** Those that the terms of the city and of this 会議体 do not put right already, and that were not left. */
export const toOffer = (
  learned: readonly Learned[],
  { items, bodyId, left }: { items: readonly GlossaryItem[]; bodyId: string | null; left: ReadonlySet<string> },
): readonly Learned[] =>
  learned.filter(
    (one) =>
      !left.has(keyOf(one)) &&
      !items.some(
        (term) =>
          (term.bodyId === null || term.bodyId === bodyId) &&
          (term.heard.includes(one.heard) || term.written === one.heard),
      ),
  );

/** Left for good: in this meeting it is not offered again. */
export const leftWith = (left: ReadonlySet<string>, learned: Learned): ReadonlySet<string> =>
  new Set([...left, keyOf(learned)]);

const MOST_TEXT = 2_000;

/** What of the meeting shows what the term would do: lines that still say it, else those that were corrected. */
export function sampleFor(lines: readonly Corrected[], { heard, lineIds }: Learned): string {
  const still = lines.filter(({ text }) => text.includes(heard)).map(({ text }) => text);
  const shown = still.length > 0 ? still : lines.filter(({ id }) => lineIds.includes(id)).map((line) => line.heard);
  const kept: string[] = [];
  for (const text of shown) {
    if ([...kept, text].join('\n').length > MOST_TEXT) break;
    kept.push(text);
  }
  return kept.join('\n');
}

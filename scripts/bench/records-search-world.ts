import { BETWEEN, foldText } from '../../core/src/records/search/folded-text.ts';
import { plantedWords } from '../../core/src/records/search/planted.fixture.ts';
import { foldedFields } from '../../core/src/records/search/words.ts';
import { corpusOf, lettersIn, sampleTexts } from './records-search-corpus.ts';

/** A city's documents of ten years, each made from its number alone; the highest number is the newest. */
export interface WorldSize {
  /** Where the texts are that theirs resemble. */
  readonly samples: string;
  readonly documents: number;
  /** In ms. */
  readonly newest: number;
}

export interface World extends WorldSize {
  readonly textOf: (nth: number) => string;
  /** All that is searched of it, as it is searched. */
  readonly foldedOf: (nth: number, text?: string) => string;
}

const YEARS = 10;

export const filedAt = ({ documents, newest }: WorldSize, nth: number): Date =>
  new Date(newest - YEARS * 365.25 * 86_400_000 * (1 - (nth + 1) / (documents + 1)));

export const titleOf = (nth: number): string => `文書${nth}`;
export const idOf = (nth: number): string => `019a0000-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`;

const headOf = (size: WorldSize, nth: number): string =>
  foldedFields(plantedWords({ title: titleOf(nth), at: filedAt(size, nth) }));

export function worldOf(size: WorldSize): World {
  const textOf = corpusOf(
    sampleTexts(size.samples)
      .map(({ text }) => text)
      .join('\n'),
  );
  const foldedOf = (nth: number, text = textOf(nth)) => [headOf(size, nth), foldText(text)].join(BETWEEN);
  return { ...size, textOf, foldedOf };
}

/** Documents of one segment of the index. */
export interface Batch {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

const MILLION = 1_000_000;
/** The product leaves 256 million; of these two at a time fit into memory while they are made. */
const LARGEST = 160 * MILLION;
const MERGED = 32 * MILLION;
/** As the product leaves what was filed last: eight of a size become one of the next, so about four of each are there. */
const NEWEST = [0.5, 0.5, 0.5, 0.5, 4, 4, 4, 4, 32, 32].map((size) => size * MILLION);
/** So many of one level are not merged yet. */
const MOST_OF_LEVEL = 7;

/** Cuts documents into batches from the newest on: the first of these sizes, and so on; all others are of the last. */
function cut({ from, to }: { from: number; to: number }, sizes: readonly number[]) {
  const cuts: { from: number; to: number; letters: number }[] = [];
  for (let end = to; end > from; ) {
    const letters = sizes[Math.min(cuts.length, sizes.length - 1)] ?? LARGEST;
    let begin = end;
    for (let sum = 0; begin > from && sum < letters; sum += lettersIn(begin)) begin -= 1;
    cuts.push({ from: begin, to: end, letters });
    end = begin;
  }
  return cuts;
}

/** The segments of the oldest `few` documents, and those of all others; none of them is one that the product would merge. */
export function batchesOf({ documents }: WorldSize, few: number): { first: Batch[]; rest: Batch[] } {
  const [first, rest] = [cut({ from: 0, to: few }, [MERGED]), cut({ from: few, to: documents }, [...NEWEST, LARGEST])];
  const sizes = [...new Set([...first, ...rest].map(({ letters }) => letters))].sort((a, b) => a - b);
  const count = new Map<number, number>();
  const level = ({ letters }: { letters: number }) => {
    const before = count.get(letters) ?? 0;
    count.set(letters, before + 1);
    return sizes.indexOf(letters) * 100 + Math.floor(before / MOST_OF_LEVEL);
  };
  const of = (cuts: typeof first): Batch[] => cuts.map((one) => ({ from: one.from, to: one.to, level: level(one) }));
  return { first: of(first), rest: of(rest) };
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { foldText } from '../../core/src/records/search/folded-text.ts';

/** Numbers from 0 to below 1, the same from the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Sample {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

const lines = <T>(folder: string, file: string): T[] =>
  readFileSync(path.join(folder, 'search', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

export const sampleTexts = (folder: string): Sample[] => lines<Sample>(folder, 'texts.jsonl');
export const sampleQuestions = (folder: string): { question: string; text_id: number }[] =>
  lines(folder, 'questions.jsonl');

const CONTEXT = 3;
const LONGEST_RUN = 8;

/**
 * Texts that nobody has written, with letters as often and beside each other as in real ones: pieces of a few letters, each
 * going on where the same three letters stand elsewhere.
 */
export function writerOf(source: string): (random: () => number, letters: number) => string {
  const contexts = new Map<string, number>();
  const contextAt = new Int32Array(source.length + 1);
  const counts: number[] = [];
  for (let at = CONTEXT; at <= source.length; at += 1) {
    const context = source.slice(at - CONTEXT, at);
    let number = contexts.get(context);
    if (number === undefined) {
      number = contexts.size;
      contexts.set(context, number);
      counts.push(0);
    }
    contextAt[at] = number;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  const first = new Int32Array(counts.length + 1);
  counts.forEach((count, number) => {
    first[number + 1] = (first[number] ?? 0) + count;
  });
  const filled = Int32Array.from(first);
  const places = new Int32Array(source.length);
  for (let at = CONTEXT; at <= source.length; at += 1) {
    const number = contextAt[at] ?? 0;
    places[filled[number] ?? 0] = at;
    filled[number] = (filled[number] ?? 0) + 1;
  }
  const begin = (random: () => number) => CONTEXT + Math.floor(random() * (source.length - 2 * CONTEXT - LONGEST_RUN));
  return (random, letters) => {
    const pieces: string[] = [];
    let at = begin(random);
    for (let written = 0; written < letters; ) {
      const run = 2 + Math.floor(random() * (LONGEST_RUN - 2));
      pieces.push(source.slice(at, at + run));
      written += run;
      at += run;
      if (at + LONGEST_RUN >= source.length) at = begin(random);
      const number = contextAt[at] ?? 0;
      const [low, high] = [first[number] ?? 0, first[number + 1] ?? 0];
      at = places[low + Math.floor(random() * (high - low))] ?? at;
    }
    return pieces.join('').slice(0, letters).toWellFormed();
  };
}

const LEAST_BYTES = 1_000;
const MOST_BYTES = 100_000;
const BYTES_A_LETTER = 2.9;

/** As many short as long ones, by their orders of magnitude: 1 KB to 100 KB. */
const lettersOf = (random: () => number): number =>
  Math.floor((LEAST_BYTES * (MOST_BYTES / LEAST_BYTES) ** random()) / BYTES_A_LETTER);

export const LENGTHS = [2, 3, 4, 5, 6, 7, 8] as const;
/** Folded pieces to ask for, by their length; some stand near the end of a longest document. */
export type Queries = ReadonlyMap<number, string[]>;

const QUERIES_A_LENGTH = 60;
const SEED = 22;

const randomOf = (nth: number) => randomFrom(SEED * 1_000_003 + nth);

/** How long a document is, without writing it. */
export const lettersIn = (nth: number): number => lettersOf(randomOf(nth));

/** Documents are made from their number alone, so that they can be looked through again without being kept. */
export function corpusOf(source: string): (nth: number) => string {
  const write = writerOf(source);
  return (nth) => {
    const random = randomOf(nth);
    return write(random, lettersOf(random));
  };
}

const pieceOf = (folded: string, from: number, letters: number): string =>
  Array.from(folded.slice(from, from + letters * 2))
    .slice(0, letters)
    .join('');

export function queriesOf(textOf: (nth: number) => string, count: number): Map<number, string[]> {
  const random = randomFrom(7);
  const queries = new Map<number, string[]>(LENGTHS.map((length) => [length, []]));
  const longest = Array.from({ length: Math.min(count, 400) }, (_, nth) => ({ nth, letters: textOf(nth).length }))
    .toSorted((a, b) => b.letters - a.letters)
    .slice(0, QUERIES_A_LENGTH);
  for (const length of LENGTHS)
    for (let at = 0; at < QUERIES_A_LENGTH; at += 1) {
      const last = at % 4 === 0;
      const nth = last ? (longest[at % longest.length]?.nth ?? 0) : Math.floor(random() * count);
      const folded = foldText(textOf(nth));
      const from = last
        ? folded.length - length - Math.floor(random() * 400)
        : Math.floor(random() * (folded.length - length));
      const piece = pieceOf(folded, Math.max(0, from), length).toWellFormed();
      if (Array.from(piece).length === length && !piece.includes('�') && !/[“”"＂]/u.test(piece))
        queries.get(length)?.push(piece);
    }
  return queries;
}

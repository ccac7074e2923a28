import { folded } from '../../shared/index.ts';
import type { SuggestedBy } from './contract.ts';

/** What counts of a class of the file plan. */
export interface PlanRow {
  readonly code: string;
  /** 小分類 */
  readonly minor: string;
  readonly keywords: readonly string[];
}

export interface EarlierFiling {
  readonly title: string;
  readonly code: string;
}

/** What speaks for a class. */
export interface Hints {
  readonly title: string;
  readonly headings: readonly string[];
  /** What this person filed, newest first. */
  readonly own: readonly EarlierFiling[];
  /** How often the section filed into each class lately. */
  readonly section: ReadonlyMap<string, number>;
}

export interface Suggested {
  readonly code: string;
  readonly by: SuggestedBy;
  /** The words that speak for it, as they stand in the document or in the file plan; of what was filed, its title. */
  readonly words: string;
  /** How many were filed there, of `OWN` and `SECTION`. */
  readonly count: number;
}

interface Ground extends Omit<Suggested, 'code'> {
  readonly weight: number;
}

const MOST = 5;
/** What was filed longer ago says less about what is filed today. */
const RECENT = 30;
const ALIKE = 0.6;

/** The longest words of the class that the text holds; longer ones say more than several short ones. */
function wordsIn(row: PlanRow, text: string): { longest: string; weight: number } | null {
  const within = folded(text);
  const found = [...new Set([...row.keywords, row.minor])].filter((word) => within.includes(folded(word)));
  if (found.length === 0) return null;
  const longest = found.reduce((best, word) => (word.length > best.length ? word : best));
  return { longest, weight: found.reduce((sum, word) => sum + Array.from(word).length ** 2, 0) };
}

function bestHeading(row: PlanRow, headings: readonly string[]): { longest: string; weight: number } | null {
  return headings
    .map((heading) => wordsIn(row, heading))
    .reduce((best, one) => (one !== null && one.weight > (best?.weight ?? 0) ? one : best), null);
}

// Years and numbers change every time the same thing is filed; what is left of the title stays.
const stem = (title: string): string =>
  folded(title).replace(/(?:令和|平成|昭和)?[0-9元一二三四五六七八九十]+(?:年度?|月|日|回|号|期)?/gu, '');

function pairs(text: string): string[] {
  const letters = Array.from(text);
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** How alike two titles are, 0 to 1: the share of neighbouring letters that both have (Dice). */
export function likeness(one: string, other: string): number {
  const [left, right] = [pairs(stem(one)), pairs(stem(other))];
  if (left.length === 0 || right.length === 0) return 0;
  const rest = [...right];
  const shared = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * shared) / (left.length + right.length);
}

function groundsOf(row: PlanRow, { title, headings, own, section }: Hints): Ground[] {
  const grounds: Ground[] = [];
  const inTitle = wordsIn(row, title);
  if (inTitle) grounds.push({ by: 'TITLE', words: inTitle.longest, count: 0, weight: 3 * inTitle.weight });
  const inHeading = bestHeading(row, headings);
  if (inHeading) grounds.push({ by: 'HEADING', words: inHeading.longest, count: 0, weight: 2 * inHeading.weight });
  const here = own.filter(({ code }) => code === row.code);
  const alike = here
    .map((one) => ({ words: one.title, alike: likeness(one.title, title) }))
    .reduce((best, one) => (one.alike > best.alike ? one : best), { words: '', alike: 0 });
  if (alike.alike >= ALIKE) grounds.push({ by: 'EARLIER', words: alike.words, count: 0, weight: 60 * alike.alike });
  const lately = own.slice(0, RECENT).filter(({ code }) => code === row.code).length;
  if (lately > 0) grounds.push({ by: 'OWN', words: '', count: lately, weight: Math.min(lately, 8) });
  const together = section.get(row.code) ?? 0;
  if (together > 0) grounds.push({ by: 'SECTION', words: '', count: together, weight: Math.min(together, 8) / 2 });
  return grounds;
}

/** The classes that most speaks for, each with what says most; ties go to the earlier row of the plan. */
export function suggestionsFor(rows: readonly PlanRow[], hints: Hints): Suggested[] {
  return rows
    .flatMap((row) => {
      const grounds = groundsOf(row, hints);
      const [first, ...others] = grounds;
      if (!first) return [];
      const best = others.reduce((top, one) => (one.weight > top.weight ? one : top), first);
      const weight = grounds.reduce((sum, one) => sum + one.weight, 0);
      return [{ weight, suggested: { code: row.code, by: best.by, words: best.words, count: best.count } }];
    })
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST)
    .map(({ suggested }) => suggested);
}

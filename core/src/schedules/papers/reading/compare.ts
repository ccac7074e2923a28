import { diffArrays } from 'diff';
import { rangesOf } from '../pages.ts';
import type { PageChanges } from '../plan.ts';
import type { PaperPage, PaperPages } from './pdf-pages.ts';

export interface PageMark {
  readonly change: 'SAME' | 'CHANGED' | 'NEW';
  /** Its number in the edition before; null: it was not there. */
  readonly was: number | null;
}

export interface Compared {
  /** Page by page of the new edition. */
  readonly marks: readonly PageMark[];
  /** Pages of the edition before that are no more. */
  readonly gone: readonly number[];
}

/** Pages with less in common are two different ones. */
const ALIKE = 0.4;
const WEIGHED_LENGTH = 3_000;
/** Others wait meanwhile. */
const MOST_COMPARISONS = 5_000;
/** 「- 3 -」, 「3 / 12」, 「p.3」: with one page more every later one has another number, and is no other page for it. */
const PAGE_NUMBER = /^[-‐―ー–—\s]*(?:p\.?\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?(?:頁|ページ)?[-‐―ー–—\s]*$/iu;

function wordsOf({ lines }: PaperPage): readonly string[] {
  const said = lines.map((line) => line.normalize('NFKC').replace(/\s+/gu, ' '));
  return said.filter((line, at) => !((at === 0 || at === said.length - 1) && PAGE_NUMBER.test(line)));
}

const keyOf = (page: PaperPage): string => [...wordsOf(page), page.look].join('\n');

const SIGN_BITS = 15;
const SIGN = 2 ** SIGN_BITS - 1;

/** Each two signs that follow each other, as a small number: of those sets are quick. */
function pairsOf(page: PaperPage): ReadonlySet<number> {
  const text = wordsOf(page).join('').slice(0, WEIGHED_LENGTH);
  const sign = (at: number) => text.charCodeAt(at) & SIGN;
  return new Set(
    Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => (sign(at) << SIGN_BITS) | sign(at + 1)),
  );
}

/** Whether so much of both is the same that they are one page. */
function areAlike(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const all = a.size + b.size;
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  let missing = fewer.size - (ALIKE * all) / 2;
  if (all === 0 || missing < 0) return false;
  for (const two of fewer) {
    if (!more.has(two)) missing -= 1;
    if (missing < 0) return false;
  }
  return true;
}

type Numbered = readonly [number: number, page: PaperPage];

/** Pages taken out against pages put in at one place: as many for as many are replaced one by one, else by their words. */
function pairs(removed: readonly Numbered[], added: readonly Numbered[]): (number | null)[] {
  if (removed.length === added.length) return removed.map(([number]) => number);
  const before = removed.map(([number, page]) => ({ number, words: pairsOf(page) }));
  // Of two long papers with nothing in common each page looks so far ahead, and no further.
  const ahead = Math.max(1, Math.floor(MOST_COMPARISONS / Math.max(1, added.length)));
  let next = 0;
  return added.map(([, page]) => {
    const words = pairsOf(page);
    const at = before.slice(next, next + ahead).findIndex((one) => areAlike(one.words, words));
    if (at < 0) return null;
    next += at + 1;
    return before[next - 1]?.number ?? null;
  });
}

/** Which pages of an edition are as they were, changed, or new; an inserted page changes no other one. */
export function compared(before: readonly PaperPage[], after: readonly PaperPage[]): Compared {
  const [old, now] = [before, after].map((pages) => pages.map((page, at): Numbered => [at + 1, page])) as [
    Numbered[],
    Numbered[],
  ];
  const marks: PageMark[] = [];
  const gone: number[] = [];
  let [removed, added]: [Numbered[], Numbered[]] = [[], []];
  const settle = () => {
    const were = pairs(removed, added);
    marks.push(...were.map((was): PageMark => ({ change: was === null ? 'NEW' : 'CHANGED', was })));
    gone.push(...removed.flatMap(([number]) => (were.includes(number) ? [] : [number])));
    [removed, added] = [[], []];
  };
  let [left, right] = [0, 0];
  for (const { count = 0, added: isNew, removed: isGone } of diffArrays(before.map(keyOf), after.map(keyOf))) {
    if (!isNew && !isGone) {
      settle();
      for (let at = 0; at < count; at += 1) marks.push({ change: 'SAME', was: left + at + 1 });
    } else if (isGone) removed.push(...old.slice(left, left + count));
    else added.push(...now.slice(right, right + count));
    left += isNew ? 0 : count;
    right += isGone ? 0 : count;
  }
  settle();
  return { marks, gone };
}

const numbered = (marks: readonly PageMark[], change: PageMark['change']) =>
  rangesOf(marks.flatMap((mark, at) => (mark.change === change ? [{ from: at + 1, to: at + 1 }] : [])));

/** What is kept with an edition. */
export function changesBetween(before: PaperPages, after: PaperPages): PageChanges {
  const { marks, gone } = compared(before.pages, after.pages);
  return {
    ...{ changed: numbered(marks, 'CHANGED'), added: numbered(marks, 'NEW'), gone: gone.length },
    ...{ pageCount: after.pageCount, compared: after.pages.length },
  };
}

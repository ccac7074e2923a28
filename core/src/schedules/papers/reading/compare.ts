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
/** 「- 3 -」, 「3 / 12」, 「p.3」: with one page more every later one has another number, and is no other page for it. */
const PAGE_NUMBER = /^[-‐―ー–—\s]*(?:p\.?\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?(?:頁|ページ)?[-‐―ー–—\s]*$/iu;

function wordsOf({ lines }: PaperPage): readonly string[] {
  const said = lines.map((line) => line.normalize('NFKC').replace(/\s+/gu, ' '));
  return said.filter((line, at) => !((at === 0 || at === said.length - 1) && PAGE_NUMBER.test(line)));
}

const keyOf = (page: PaperPage): string => [...wordsOf(page), page.look].join('\n');

/** Each two signs that follow each other. */
function pairsOf(page: PaperPage): ReadonlySet<string> {
  const text = wordsOf(page).join('').slice(0, WEIGHED_LENGTH);
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

/** How much of both is the same: 1 for all of it. */
function likeness(before: PaperPage, after: PaperPage): number {
  const [a, b] = [pairsOf(before), pairsOf(after)];
  const all = a.size + b.size;
  return all === 0 ? 0 : (2 * [...a].filter((two) => b.has(two)).length) / all;
}

type Numbered = readonly [number: number, page: PaperPage];

/** Pages taken out against pages put in at one place: as many for as many are replaced one by one, else by their words. */
function pairs(removed: readonly Numbered[], added: readonly Numbered[]): (number | null)[] {
  if (removed.length === added.length) return removed.map(([number]) => number);
  let next = 0;
  return added.map(([, page]) => {
    const at = removed.findIndex(([, before], index) => index >= next && likeness(before, page) >= ALIKE);
    if (at < 0) return null;
    next = at + 1;
    return removed[at]?.[0] ?? null;
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

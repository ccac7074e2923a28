import type { PageRange } from './plan.ts';

const MOST_PAGE = 9999;
const MOST_RANGES = 50;
const RANGE = /^(\d{1,4})(?:[-~–〜～－](\d{1,4}))?$/u;

function rangeOf(text: string): PageRange | null {
  const match = RANGE.exec(text);
  if (!match) return null;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from >= 1 && to >= from && to <= MOST_PAGE ? { from, to } : null;
}

/** Apart from each other and in order: 3 and 4-6 are 3-6. */
export function rangesOf(ranges: readonly PageRange[]): PageRange[] {
  const all: { from: number; to: number }[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
}

/** 「3、5-7」 as people type pages; nothing: none; null: it cannot be read. */
export function pagesTyped(text: string): PageRange[] | null {
  const parts = text
    .normalize('NFKC')
    .replace(/[頁ページ]|p\.?/giu, '')
    .split(/[,、，・\s]+/u)
    .filter((part) => part !== '');
  if (parts.length > MOST_RANGES) return null;
  const ranges = parts.map(rangeOf);
  return ranges.includes(null) ? null : rangesOf(ranges.filter((range) => range !== null));
}

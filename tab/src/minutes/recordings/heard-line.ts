import type { LineView } from '@kaigi/core/contract';

/** Of lines in the order of speech, the one that is heard at a moment: the last that has begun. */
export function heardLine(lines: readonly LineView[], atMs: number): LineView | null {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.startMs ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1] ?? null;
}

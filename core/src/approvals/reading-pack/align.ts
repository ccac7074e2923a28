/** More pairs than this are not weighed: the paragraphs stand against each other in their order. */
const WEIGHED_PAIRS = 2_500;
const WEIGHED_LENGTH = 5_000;
/** Paragraphs less alike than this are two different ones. */
const ALIKE = 0.4;

type Pair = readonly [before: string | null, after: string | null];

/** How often each two signs follow each other. */
function bigramsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.min(text.length - 1, WEIGHED_LENGTH); at += 1) {
    const two = text.slice(at, at + 2);
    counts.set(two, (counts.get(two) ?? 0) + 1);
  }
  return counts;
}

const sizeOf = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Dice's coefficient: 1 for the same signs in the same neighbourhoods, 0 for nothing in common. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [two, count] of a) common += Math.min(count, b.get(two) ?? 0);
  const all = sizeOf(a) + sizeOf(b);
  return all === 0 ? 0 : (2 * common) / all;
}

/** The best sum of likenesses from each pair of places onwards. */
function weigh(before: readonly string[], after: readonly string[]) {
  const [left, right] = [before.map(bigramsOf), after.map(bigramsOf)];
  const alike = left.map((a) => right.map((b) => likeness(a, b)));
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const worth = (i: number, j: number) => {
    const value = alike[i]?.[j] ?? 0;
    return value < ALIKE ? Number.NEGATIVE_INFINITY : value + at(i + 1, j + 1);
  };
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = best[i];
      if (row) row[j] = Math.max(worth(i, j), at(i + 1, j), at(i, j + 1));
    }
  }
  return { at, worth };
}

/** Which paragraph became which; null where one came or went. */
export function aligned(before: readonly string[], after: readonly string[]): Pair[] {
  if (before.length * after.length > WEIGHED_PAIRS) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => [
      before[at] ?? null,
      after[at] ?? null,
    ]);
  }
  const { at, worth } = weigh(before, after);
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const both = i < before.length && j < after.length;
    if (both && at(i, j) === worth(i, j)) {
      pairs.push([before[i] ?? null, after[j] ?? null]);
      [i, j] = [i + 1, j + 1];
    } else if (i < before.length && (!both || at(i, j) === at(i + 1, j))) {
      pairs.push([before[i] ?? null, null]);
      i += 1;
    } else {
      pairs.push([null, after[j] ?? null]);
      j += 1;
    }
  }
  return pairs;
}

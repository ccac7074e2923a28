const WORDS = /[一-龠々ァ-ヶーA-Za-z0-9]{2,}/gu;

/** Pairs of signs of the words that carry meaning. */
export function contentOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const [word] of text.matchAll(WORDS))
    for (let at = 0; at + 1 < word.length; at += 1) pairs.add(word.slice(at, at + 2));
  return pairs;
}

/** How much of the smaller one is in the other: 1 is all of it, and nothing where one has no content. */
export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let common = 0;
  for (const pair of small) if (large.has(pair)) common += 1;
  return common / small.size;
}

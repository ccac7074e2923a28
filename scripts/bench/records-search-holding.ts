/** Which of some pieces stand in a text, by looking at each of its letters: nothing of the product's index is in it. */
export function holdingOf(sought: readonly string[]): (folded: string) => number[] {
  const beginning: (number[] | undefined)[] = Array.from({ length: 0x10000 });
  for (const [nth, piece] of sought.entries()) {
    const letter = piece.charCodeAt(0);
    const same = beginning[letter] ?? [];
    same.push(nth);
    beginning[letter] = same;
  }
  return (folded) => {
    const there = new Set<number>();
    for (let at = 0; at < folded.length; at += 1)
      for (const nth of beginning[folded.charCodeAt(at)] ?? [])
        if (!there.has(nth) && folded.startsWith(sought[nth] ?? '', at)) there.add(nth);
    return [...there];
  };
}

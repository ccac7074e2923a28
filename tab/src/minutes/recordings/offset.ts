/** 「1:05:00」, 「65:00」 and 「３：００」 in milliseconds; null where it is no such time. */
export function offsetIn(text: string): number | null {
  const [, first, second, third] = /^(\d{1,3}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(text.normalize('NFKC').trim()) ?? [];
  if (first === undefined || second === undefined) return null;
  const seconds =
    third === undefined
      ? Number(first) * 60 + Number(second)
      : Number(first) * 3_600 + Number(second) * 60 + Number(third);
  return seconds <= 86_400 ? seconds * 1_000 : null;
}

// What PostgreSQL calls its types never changes.
const ELEMENTS = { bytea: 17, text: 25 } as const;
const HEAD_BYTES = 20;
const LENGTH_BYTES = 4;

/**
 * An array in the form PostgreSQL itself sends and takes. pg would write each byte of it as two letters in quotes, and the
 * server would read letter by letter: many times the work for megabytes of lists.
 */
export function binaryArray(of: keyof typeof ELEMENTS, elements: readonly (Uint8Array | null)[]): Buffer {
  const bytes = elements.reduce((sum, element) => sum + LENGTH_BYTES + (element?.length ?? 0), 0);
  const array = Buffer.allocUnsafe(HEAD_BYTES + bytes);
  let at = array.writeInt32BE(1, 0);
  at = array.writeInt32BE(elements.includes(null) ? 1 : 0, at);
  at = array.writeInt32BE(ELEMENTS[of], at);
  at = array.writeInt32BE(elements.length, at);
  at = array.writeInt32BE(1, at);
  for (const element of elements) {
    at = array.writeInt32BE(element === null ? -1 : element.length, at);
    if (element === null) continue;
    array.set(element, at);
    at += element.length;
  }
  return array;
}

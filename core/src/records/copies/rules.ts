import type { CopySign, OpenDocument } from './contract.ts';

/** A document that people said is this record. */
export interface KnownDocument {
  /** Empty for one that had no place yet. */
  readonly place: string;
  readonly fileName: string | null;
  readonly words: string;
}

/**
 * Why an open document may be a copy of the filed one, and not that one itself. A draft is written on where it stands;
 * what is decided stays as it is. A document that only moved has its name and its words.
 */
export function copySigns(open: OpenDocument, known: readonly KnownDocument[], frozen: boolean): CopySign[] {
  if (known.length === 0) return [];
  const otherWords = known.every(({ words }) => words !== open.words);
  if (known.some(({ place }) => place === (open.place ?? ''))) return frozen && otherWords ? ['WORDS'] : [];
  // It was filed before it was saved for the first time, so its first place is its own.
  if (known.every(({ place }) => place === '')) return frozen && otherWords ? ['PLACE', 'WORDS'] : [];
  const otherName = known.every(({ fileName }) => fileName !== open.fileName);
  if (!otherName && !otherWords) return [];
  return ['PLACE', ...(otherName ? (['NAME'] as const) : []), ...(otherWords ? (['WORDS'] as const) : [])];
}

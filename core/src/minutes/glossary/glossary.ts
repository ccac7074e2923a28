export type TermKind = 'PERSON' | 'PLACE' | 'UNIT' | 'PROJECT' | 'OTHER';

/** A name as the city writes it, and what recognisers make of it. */
export interface GlossaryTerm {
  readonly written: string;
  readonly kind: TermKind;
  /** Writings to be put right: 「港市」 for 「みなと市」. */
  readonly heard: readonly string[];
  /** As it is spoken; a hint to recognisers. */
  readonly reading?: string;
}

/** The terms of a 会議体 go before those of the whole city where both know the same writing. */
export function glossaryOf(cityWide: readonly GlossaryTerm[], ofBody: readonly GlossaryTerm[] = []): GlossaryTerm[] {
  const own = new Set(ofBody.flatMap(({ written, heard }) => [written, ...heard]));
  const left = cityWide
    .filter(({ written }) => !own.has(written))
    .map((term) => ({ ...term, heard: term.heard.filter((word) => !own.has(word)) }));
  return [...ofBody, ...left];
}

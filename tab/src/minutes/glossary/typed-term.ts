import type { GlossaryItem } from '@kaigi/core/contract';

export const KINDS = ['PERSON', 'PLACE', 'UNIT', 'PROJECT', 'OTHER'] as const;

/** What stands in the form; `scope` is a 会議体, or nothing for the whole city. */
export interface TypedTerm {
  readonly scope: string;
  readonly written: string;
  readonly reading: string;
  readonly kind: (typeof KINDS)[number];
  /** One on each line. */
  readonly heard: string;
}

export const nothingTyped = (scope: string): TypedTerm => ({
  ...{ scope, written: '', reading: '', kind: 'OTHER', heard: '' },
});

export const typedOf = ({ bodyId, written, reading, kind, heard }: GlossaryItem): TypedTerm => ({
  ...{ scope: bodyId ?? '', written, reading, kind, heard: heard.join('\n') },
});

export const contentOf = ({ written, reading, kind, heard }: TypedTerm) => ({
  ...{ written: written.trim(), reading: reading.trim(), kind },
  heard: heard
    .split('\n')
    .map((word) => word.trim())
    .filter((word) => word !== ''),
});

const folded = (words: string): string => words.normalize('NFKC').toLowerCase();

/** `scope` null: all of them; '' those of the whole city. */
export function shownTerms(
  items: readonly GlossaryItem[],
  { scope, words }: { readonly scope: string | null; readonly words: string },
): GlossaryItem[] {
  const sought = folded(words.trim());
  return items
    .filter(({ bodyId }) => scope === null || (bodyId ?? '') === scope)
    .filter(({ written, reading, heard }) => [written, reading, ...heard].some((one) => folded(one).includes(sought)));
}

import type { Edit } from '../editing/edit.ts';
import { isWhole } from './boundary.ts';
import type { GlossaryTerm } from './glossary.ts';

interface Node {
  readonly next: Map<string, Node>;
  /** A term that ends here, and the writing that led here. */
  term: GlossaryTerm | null;
}

const node = (): Node => ({ next: new Map(), term: null });

// Full-width letters and case mean nothing to a recogniser; sign by sign, so that places stay what they are.
function sameSign(sign: string): string {
  const folded = sign.normalize('NFKC').toLowerCase();
  return folded.length === sign.length ? folded : sign;
}

/** Writings that a replacer cannot tell apart have this in common. */
export const writingOf = (word: string): string => Array.from(word, sameSign).join('');

function tree(terms: readonly GlossaryTerm[]): Node {
  const root = node();
  for (const term of terms)
    for (const word of [term.written, ...term.heard]) {
      let at = root;
      for (const sign of Array.from(word, sameSign)) {
        const next = at.next.get(sign) ?? node();
        at.next.set(sign, next);
        at = next;
      }
      if (at !== root) at.term ??= term;
    }
  return root;
}

/** The longest term that stands as a whole word at this place. */
function longestAt(root: Node, signs: readonly string[], place: { text: string; at: number }) {
  let [at, found]: [Node | undefined, { term: GlossaryTerm; to: number } | null] = [root, null];
  for (let to = place.at; at !== undefined; to += 1) {
    const { term } = at;
    if (term !== null && isWhole(place.text, { from: place.at, to }, term.kind)) found = { term, to };
    at = at.next.get(signs[to] ?? '');
  }
  return found;
}

/**
 * What the glossary would change in a text. A right writing is found as well and left alone, so that no shorter term
 * bites into it.
 */
export function replacerOf(terms: readonly GlossaryTerm[]): (text: string) => Edit[] {
  const root = tree(terms);
  return (text) => {
    const signs = text.split('').map(sameSign);
    const edits: Edit[] = [];
    for (let from = 0; from < text.length; ) {
      const found = longestAt(root, signs, { text, at: from });
      const before = text.slice(from, found?.to ?? from);
      if (found && before !== found.term.written)
        edits.push({ kind: 'GLOSSARY', from, before, after: found.term.written });
      from = found?.to ?? from + 1;
    }
    return edits;
  };
}

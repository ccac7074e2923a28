import type { GlossaryTerm } from './glossary.ts';

const LEAD = '用語：';
// Whisper reads at most 224 tokens of a prompt and keeps the last ones; a Japanese sign takes one to two of them.
const LONGEST_PROMPT = 120;

const names = (terms: readonly GlossaryTerm[]) => Array.from(new Set(terms.map(({ written }) => written)));

/** A term on each line, as recognisers with a list of hotwords read it. */
export const hotwords = (terms: readonly GlossaryTerm[]): string =>
  names(terms)
    .map((name) => `${name}\n`)
    .join('');

/** What is told a recogniser beforehand. The terms given first are kept; those that no longer fit are left out whole. */
export function initialPrompt(terms: readonly GlossaryTerm[], longest = LONGEST_PROMPT): string {
  const kept: string[] = [];
  let length = LEAD.length;
  for (const name of names(terms)) {
    length += name.length + 1;
    if (length > longest) break;
    kept.push(name);
  }
  return kept.length === 0 ? '' : `${LEAD}${kept.join('、')}。`;
}

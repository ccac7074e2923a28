import { type Locale, say } from '../../shared/index.ts';
import { cleanRead } from '../editing/clean-read.ts';
import { apart, applyEdits } from '../editing/edit.ts';
import type { Query } from '../editing/errors.ts';
import type { GlossaryTerm } from '../glossary/glossary.ts';
import { replacerOf } from '../glossary/replacements.ts';
import type { LineSuggestions } from './contract.ts';
import type { Line } from './line.ts';
import { lineTexts } from './text.ts';

const whyOf = ({ reason, instead }: Query, locale: Locale): string => {
  const code = instead === null ? (`minutes.query_${reason}` as const) : ('minutes.query_instead' as const);
  return say(lineTexts, code, locale, { instead: instead ?? '' }) ?? code;
};

type Replace = ReturnType<typeof replacerOf>;

function suggestionsFor(line: Line, replace: Replace, locale: Locale): LineSuggestions['items'] {
  const { lineId, version, text } = line;
  const clean = cleanRead({ id: lineId, speaker: line.label, startMs: line.startMs, endMs: line.endMs, text });
  // A name as the city writes it goes before everything else at the same place.
  const edits = apart([...replace(text), ...clean.edits]);
  const queries = clean.queries.map((query) => ({ from: query.from, words: query.said, why: whyOf(query, locale) }));
  if (edits.length === 0 && queries.length === 0) return [];
  return [{ lineId, version, edits: [...edits], after: applyEdits(text, edits).text, queries }];
}

/** What is known of a transcript before anybody looks at it, and who will. */
export interface LinesToRead {
  readonly lines: readonly Line[];
  readonly terms: readonly GlossaryTerm[];
  readonly locale: Locale;
}

/** What an editor may take or leave, of every line that has something. */
export function suggestionsIn({ lines, terms, locale }: LinesToRead): LineSuggestions['items'] {
  const replace = replacerOf(terms);
  return lines.flatMap((line) => suggestionsFor(line, replace, locale));
}

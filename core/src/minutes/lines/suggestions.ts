import { type Caller, type Locale, say } from '../../shared/index.ts';
import { cleanRead } from '../editing/clean-read.ts';
import { apart, applyEdits } from '../editing/edit.ts';
import type { Query } from '../editing/errors.ts';
import { replacerOf } from '../glossary/replacements.ts';
import { termsOfMeeting } from '../glossary/terms.ts';
import { looking, meetingFor } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { LineSuggestions } from './contract.ts';
import type { Line } from './line.ts';
import { linesOf } from './store.ts';
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

/** 整文 and 用語 for every line: what an editor may take or leave. Nothing is changed by asking. */
export const suggestions = (parts: MinutesParts, caller: Caller, meetingId: string): Promise<LineSuggestions> =>
  looking(parts, caller, async (open) => {
    const meeting = await meetingFor(open, meetingId);
    const [lines, terms] = await Promise.all([linesOf(open.tx, meetingId), termsOfMeeting(open, meeting)]);
    const replace = replacerOf(terms);
    return {
      version: meeting.linesVersion,
      items: lines.flatMap((line) => suggestionsFor(line, replace, caller.locale)),
    };
  });

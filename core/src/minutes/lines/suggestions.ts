import type { Caller } from '../../shared/index.ts';
import { termsOfMeeting } from '../glossary/terms.ts';
import { maySeeWords } from '../meetings/policy.ts';
import { looking, meetingFor } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { Reckoner } from '../reckoning/reckoner.ts';
import type { LineSuggestions } from './contract.ts';
import { linesOf } from './store.ts';

/** 整文 and 用語 for every line: what an editor may take or leave. Nothing is changed by asking. */
export async function suggestions(
  parts: MinutesParts & { readonly reckoner: Reckoner },
  caller: Caller,
  meetingId: string,
): Promise<LineSuggestions> {
  const { locale } = caller;
  const { version, lines, terms } = await looking(parts, caller, async (open) => {
    const meeting = await meetingFor(open, meetingId);
    // Nothing to take for whoever sees it only because it was open.
    if (!maySeeWords(meeting, open.sight)) return { version: meeting.linesVersion, lines: [], terms: [] };
    const [found, known] = await Promise.all([linesOf(open.tx, meetingId), termsOfMeeting(open, meeting)]);
    return { version: meeting.linesVersion, lines: found, terms: known };
  });
  return { version, items: await parts.reckoner.suggest({ lines, terms, locale }) };
}

import type { ErrorParams } from '../../shared/index.ts';
import { changesIn, type Names, spoken } from './changes.ts';
import type { MeetingHistoryEntry } from './contract.ts';
import type { Happened } from './queries.ts';

/** How many changes of one act are shown: a draft has hundreds of sentences. */
const MOST_CHANGES = 50;

export interface Reader extends Names {
  /** May this reader see the words of this history? */
  readonly sees: (of: string) => boolean;
}

const listed = (parts: unknown, { locale }: Names): string =>
  (Array.isArray(parts) ? parts : [])
    .map((part) => spoken(`what_${part}`, locale) ?? String(part))
    .join(locale === 'ja' ? '、' : ', ');

function sentenceOf({ of, act, fact }: Happened, reader: Reader): string {
  const { locale } = reader;
  const said = Object.entries(fact).filter(
    (entry): entry is [string, number | string] => typeof entry[1] === 'number' || typeof entry[1] === 'string',
  );
  const params: ErrorParams = {
    ...{ of, act, count: Number(fact.lines ?? fact.sentences ?? 0), parts: listed(fact.parts, reader) },
    ...Object.fromEntries(said),
  };
  const nothing = params.parts === '' && Array.isArray(fact.parts) ? `${of}_${act}_NOTHING` : null;
  const told = typeof fact.toldOn === 'string' ? `told_${act}` : null;
  return spoken(nothing ?? told ?? `${of}_${act}`, locale, params) ?? spoken('other', locale, params) ?? act;
}

function wordsOf(happened: Happened, reader: Reader): Pick<MeetingHistoryEntry, 'words' | 'changes' | 'more'> {
  const none = { changes: [], more: 0 };
  const { of, seq, act, fact, change, earlier } = happened;
  if (fact.digest === undefined) return { words: 'NONE', ...none };
  if (!reader.sees(of)) return { words: 'WITHHELD', ...none };
  // What a meeting was before is told by earlier words; without them every part would look new.
  if (change === null || (of === 'meeting' && seq > 1 && act !== 'CANCELLED' && earlier === null))
    return { words: 'DISPOSED', ...none };
  const changes = changesIn(happened, reader);
  if (changes === null) return { words: 'WITHHELD', ...none };
  const shown = changes.slice(0, MOST_CHANGES);
  return { words: 'SHOWN', changes: shown, more: changes.length - shown.length };
}

export function presentHappened(happened: Happened, reader: Reader): MeetingHistoryEntry {
  const { of, seq, act, at, actor } = happened;
  const { staffId, name, postTitle, unitName } = actor;
  return {
    ...{ id: `${of}/${seq}`, of, act, at: at.toISOString(), by: { staffId, name, postTitle, unitName } },
    ...{ sentence: sentenceOf(happened, reader), ...wordsOf(happened, reader) },
  };
}

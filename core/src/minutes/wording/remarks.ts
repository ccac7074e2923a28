import type { Line } from '../lines/line.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Sentence } from '../sentences/sentence.ts';
import type { Remark } from './prompt.ts';

/**
 * The lines of one 議題: from where it was called to where the next one was; one that nobody called has the lines that
 * its sentences rest on. All of them where no 議題 is named.
 */
export function linesUnder(
  itemId: string | null,
  sentences: readonly Sentence[],
  lines: readonly Line[],
): readonly Line[] {
  if (itemId === null) return lines;
  const placeOf = ({ sources }: Sentence) => lines.findIndex(({ lineId }) => sources.includes(lineId));
  const called = sentences.filter(({ part }) => part === 'ITEM').map((item) => ({ item, at: placeOf(item) }));
  const from = called.find(({ item }) => item.sentenceId === itemId)?.at ?? -1;
  if (from < 0) {
    const rests = new Set(sentences.flatMap((one) => (one.itemId === itemId ? one.sources : [])));
    return lines.filter(({ lineId }) => rests.has(lineId));
  }
  const after = called.map(({ at }) => at).filter((at) => at > from);
  return lines.slice(from, after.length > 0 ? Math.min(...after) : undefined);
}

/** What was said in them, by whom as far as it is known. */
export function remarksOf(lines: readonly Line[], { content }: Pick<Meeting, 'content'>): Remark[] {
  const names = new Map(content.attendees.map(({ id, name }) => [id, name]));
  return lines.map(({ lineId, attendeeId, label, text }) => ({
    ...{ lineId, text },
    speaker: attendeeId === null ? label : (names.get(attendeeId) ?? label),
  }));
}

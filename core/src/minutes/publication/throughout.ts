import type { Minuted } from '../paper/minuted.ts';

/** Every text of the minutes through one sieve; ids, days and kinds stay. It is told whose text it is. */
export function throughout(minuted: Minuted, sieve: (text: string, id?: string) => string): Minuted {
  const { meeting, lines, sentences } = minuted;
  const all = (texts: readonly string[]) => texts.map((text) => sieve(text));
  return {
    meeting: {
      ...meeting,
      ...{ title: sieve(meeting.title), place: sieve(meeting.place), papers: all(meeting.papers) },
      ...{
        closedReason: sieve(meeting.closedReason),
        bodyName: sieve(meeting.bodyName),
        unitName: sieve(meeting.unitName),
      },
      agenda: meeting.agenda.map(({ id, title }) => ({ id, title: sieve(title) })),
      attendees: meeting.attendees.map((one) => ({
        ...one,
        ...{ name: sieve(one.name, one.id), postTitle: sieve(one.postTitle), unitName: sieve(one.unitName) },
      })),
    },
    lines: lines.map((line) => ({ ...line, text: sieve(line.text, line.id) })),
    sentences: sentences.map((one) => ({
      ...{ ...one, text: sieve(one.text, one.id), speaker: one.speaker === null ? null : sieve(one.speaker) },
      owner: one.owner && { ...one.owner, name: sieve(one.owner.name) },
      due: one.due && { ...one.due, words: sieve(one.due.words) },
    })),
  };
}

import { conflict } from '../../shared/index.ts';
import type { Line } from '../lines/line.ts';
import type { MeetingView } from '../meetings/contract.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { maySeeWords } from '../meetings/policy.ts';
import { bodyOf, type Open } from '../open.ts';
import { groundSayer, minutedOf } from '../paper/load.ts';
import type { Minuted } from '../paper/minuted.ts';
import type { MinutesParts } from '../parts.ts';
import { type PublicCopy, publicCopy } from './copy.ts';
import type { Redaction } from './redaction.ts';
import { redactionsOf } from './store.ts';

async function made(parts: MinutesParts, open: Open, meeting: Meeting, redactions: readonly Redaction[]) {
  const minuted = await minutedOf(parts, open, meeting);
  const sayGround = groundSayer(bodyOf(parts, open.tx, meeting)?.closedGrounds ?? []);
  const outcome = publicCopy(minuted, redactions, sayGround);
  if ('problems' in outcome) throw conflict('minutes.copy_problems', { count: outcome.problems.length });
  return outcome.copy;
}

/** What may be published of the minutes as they stand. @throws conflict `minutes.copy_problems` */
export const copyOf = async (parts: MinutesParts, open: Open, meeting: Meeting): Promise<PublicCopy> =>
  made(parts, open, meeting, await redactionsOf(open.tx, meeting.meetingId));

/**
 * What somebody reads who sees the meeting only because it was open, where anything of it is not published: the copy and no
 * more. Null: nothing is kept from this reader.
 * @throws conflict `minutes.copy_problems`
 */
export async function copyFor(parts: MinutesParts, open: Open, meeting: Meeting): Promise<PublicCopy | null> {
  if (maySeeWords(meeting, open.sight)) return null;
  const redactions = await redactionsOf(open.tx, meeting.meetingId);
  return redactions.length === 0 ? null : made(parts, open, meeting, redactions);
}

/** How sure a machine was of a voice is for whoever keeps the minutes. */
const NO_EVIDENCE = { confidence: null, spokenOver: false } as const;

/** Lines as they are published, of which what a machine heard at first is no part; with a copy, nor whom it named. */
export function publishedLines(lines: readonly Line[], copy: PublicCopy | null): Line[] {
  if (!copy) return lines.map((line) => ({ ...line, ...NO_EVIDENCE, heard: line.text }));
  const texts = new Map(copy.minuted.lines.map(({ id, text }) => [id, text]));
  return lines.flatMap((line) => {
    const text = texts.get(line.lineId);
    return text === undefined ? [] : [{ ...line, ...NO_EVIDENCE, label: null, heard: text, text }];
  });
}

/** Sentences as they are published; they rest on published lines alone. */
export function publishedSentences({ sentences, lines }: Minuted): Minuted['sentences'] {
  // A placeholder of a closed part is no line of the transcript.
  const there = new Set(lines.flatMap(({ id }) => (id.startsWith('closed-') ? [] : [id])));
  return sentences.map((one) => ({ ...one, sources: one.sources.filter((id) => there.has(id)) }));
}

/** The meeting as it is published; which files came in for it is no part of that. */
export function publishedMeeting(view: MeetingView, { minuted: { meeting } }: PublicCopy): MeetingView {
  const { title, place, papers, closedReason, agenda, attendees } = meeting;
  const names = { title, place, closedReason, papers: [...papers], agenda: [...agenda], attendees: [...attendees] };
  return { ...view, ...names, transcripts: [] };
}

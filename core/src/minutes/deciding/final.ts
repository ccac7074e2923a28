import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { keptUntil, type MeetingBody } from '../../regulations/index.ts';
import { asJson, type Json, type LocalDate, type Via } from '../../shared/index.ts';
import type { Change } from '../history/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { MinutesParts } from '../parts.ts';
import type { Sentence } from '../sentences/sentence.ts';
import { sentencesOf } from '../sentences/store.ts';
import { take } from '../steps.ts';

/** All that is final: what the meeting was, and every sentence of its minutes. */
export const finalWords = (
  { heldOn, isOpen, content }: Pick<Meeting, 'heldOn' | 'isOpen' | 'content'>,
  sentences: readonly Sentence[],
): Change => asJson({ heldOn, isOpen, content, sentences });

interface Finally {
  readonly meeting: Meeting;
  readonly body: MeetingBody | null;
  /** Who decided; where nobody has to, whoever pressed. */
  readonly by: Person;
  readonly via: Via;
  readonly on: LocalDate;
  readonly fact: Readonly<Record<string, Json>>;
}

/** 確定: the fact holds the hash of everything in the minutes, so that whatever is changed afterwards is found. */
export async function makeFinal(
  parts: Pick<MinutesParts, 'clock'>,
  tx: Tx,
  { meeting, body, by, via, on, fact }: Finally,
): Promise<Meeting> {
  const until = body?.recording ? keptUntil(body.recording, on) : null;
  const sentences = await sentencesOf(tx, meeting.meetingId);
  return take(parts, tx, {
    meeting,
    step: {
      ...{ act: 'FINAL', actor: by, via, change: finalWords(meeting, sentences) },
      fact: { ...fact, on, sentences: sentences.length, keptUntil: until },
      becomes: { state: 'FINAL', finalOn: on, keptUntil: until },
    },
  });
}

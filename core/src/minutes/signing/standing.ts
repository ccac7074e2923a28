import type { MeetingBody } from '../../regulations/index.ts';
import { nextOf } from '../course.ts';
import type { NextStep } from '../meetings/contract.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { bodyOf, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { progressOf } from '../progress.ts';
import { sentencesOf } from '../sentences/store.ts';
import { minutesDigest } from './digest.ts';
import { type Signature, signaturesOf } from './store.ts';

/** A meeting with the signatures that hold, and what would be signed now. */
export interface SigningStanding {
  readonly meeting: Meeting;
  readonly body: MeetingBody | null;
  readonly next: NextStep | null;
  readonly signed: boolean;
  readonly signatures: readonly Signature[];
  readonly digest: string;
  /** Sentences of the minutes: none, and there is nothing to sign. */
  readonly sentences: number;
}

export async function signingStandingOf(
  parts: Pick<MinutesParts, 'regulations'>,
  { tx }: Pick<Open, 'tx'>,
  meeting: Meeting,
): Promise<SigningStanding> {
  const body = bodyOf(parts, tx, meeting);
  const [sentences, signatures, progress] = await Promise.all([
    sentencesOf(tx, meeting.meetingId),
    signaturesOf(tx, meeting.meetingId),
    progressOf(tx, meeting),
  ]);
  return {
    ...{ meeting, body, signatures, digest: minutesDigest(meeting, sentences), sentences: sentences.length },
    ...{ next: nextOf(meeting, body, progress), signed: progress.signed },
  };
}

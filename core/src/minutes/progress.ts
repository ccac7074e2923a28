import type { Tx } from '../platform/index.ts';
import type { Progress } from './course.ts';
import type { Meeting } from './meetings/meeting.ts';
import { newestRound, type Round } from './round/store.ts';
import { isSigned } from './signing/rules.ts';
import { signaturesOf } from './signing/store.ts';

export interface CourseSoFar extends Progress {
  /** The newest round. */
  readonly round: Round | null;
}

/** What `nextOf` asks, as it stands in this transaction. */
export async function progressOf(tx: Tx, meeting: Pick<Meeting, 'meetingId' | 'content'>): Promise<CourseSoFar> {
  const [round, signatures] = await Promise.all([
    newestRound(tx, meeting.meetingId),
    signaturesOf(tx, meeting.meetingId),
  ]);
  const signedBy = signatures.map(({ attendeeId }) => attendeeId);
  return { round, roundClosed: round?.state === 'CLOSED', signed: isSigned(meeting, signedBy) };
}

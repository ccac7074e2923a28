import { caseSeenBy } from '../../approvals/index.ts';
import type { Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { progressOf } from '../progress.ts';
import { transcriptsOf } from '../transcripts/store.ts';
import type { Meeting } from './meeting.ts';
import type { Shown } from './present.ts';

/** A meeting with everything that is shown of it to this person. */
export async function toShow(
  { directory }: Pick<MinutesParts, 'directory'>,
  { tx, actor }: Pick<Open, 'tx' | 'actor'>,
  meeting: Meeting,
): Promise<Shown> {
  const [transcripts, progress, seen] = await Promise.all([
    transcriptsOf(tx, meeting.meetingId),
    progressOf(tx, meeting),
    meeting.caseId === null ? null : caseSeenBy({ directory, tx, actor }, meeting.caseId),
  ]);
  return { meeting, transcripts, progress, case: seen };
}

import type { Tx } from '../../platform/index.ts';
import { newestProposal } from '../deciding/store.ts';
import type { Follows } from '../lines/contract.ts';
import { linesOf } from '../lines/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { isOpenToChange } from '../meetings/policy.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { beginningOf, type Joining } from './following.ts';
import { type TakenRow, transcriptsOf } from './store.ts';

export interface TakingIn {
  readonly source: TakenRow['source'];
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly transcript: Transcript;
  /** It goes on from what is there already. */
  readonly follows?: Follows | undefined;
}

/**
 * A person says that it goes on, or Teams began anew when transcription was stopped and started again: what comes goes on
 * from what there is.
 */
function goesOn(known: readonly TakenRow[], { source, follows }: TakingIn): boolean {
  const used = known.filter(({ state }) => state === 'USED');
  return (
    used.length > 0 && (follows !== undefined || (source === 'TEAMS' && used.some((one) => one.source === 'TEAMS')))
  );
}

/** Where what comes begins, on the time of what is there; null where it does not go on from it. */
async function begins(
  tx: Tx,
  { meetingId, known, taking }: { meetingId: string; known: readonly TakenRow[]; taking: TakingIn },
): Promise<Joining | null> {
  if (!goesOn(known, taking)) return null;
  const before = await linesOf(tx, meetingId);
  const names = [
    known.find(({ state, fromMs }) => state === 'USED' && fromMs === 0)?.fileName ?? '',
    taking.fileName,
  ] as const;
  const fromMs = beginningOf({ asked: taking.follows?.offsetMs ?? null, before, names });
  return { before, fromMs, nth: known.length + 1 };
}

/** Somebody has worked on the lines: what comes now is kept beside them, and nothing edited is lost. */
const isWorkedOn = async (tx: Tx, { meetingId }: Meeting): Promise<boolean> => {
  const [row] = await tx.query<{ edited: boolean }>(
    `select exists (select from kaigi.minutes_fact f where f.municipality_id = $1 and f.subject_kind = 'transcript'
       and f.subject_id = $2 and f.act = 'EDITED') as edited`,
    [tx.municipalityId, meetingId],
  );
  return row?.edited === true;
};

/** While others confirm, sign or decide, nothing is put into what lies before them. */
async function isClosed(tx: Tx, meeting: Meeting, { source }: TakingIn): Promise<boolean> {
  if (!isOpenToChange(meeting)) return true;
  // Minutes that those who decide have sent back are past being written: what Teams brings late is no reason to change them.
  if (source !== 'TEAMS') return false;
  const newest = await newestProposal(tx, meeting.meetingId);
  return newest !== null && newest.state !== 'OVER';
}

/** KEPT beside what there is; JOINED to it; or INSTEAD of it. */
export type Place = { readonly kind: 'KEPT' | 'INSTEAD' } | { readonly kind: 'JOINED'; readonly joining: Joining };

/** What a transcript that comes is to the minutes: nothing that anybody has edited or has before them is lost by it. */
export async function placeFor(tx: Tx, meeting: Meeting, taking: TakingIn): Promise<Place> {
  const { meetingId } = meeting;
  if (await isClosed(tx, meeting, taking)) return { kind: 'KEPT' };
  const joining = await begins(tx, { meetingId, known: await transcriptsOf(tx, meetingId), taking });
  if (joining) return { kind: 'JOINED', joining };
  return { kind: (await isWorkedOn(tx, meeting)) ? 'KEPT' : 'INSTEAD' };
}

import type { Person } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import type { Json, Via } from '../shared/index.ts';
import { addFact, type Change, type MeetingAct } from './history/store.ts';
import type { Meeting } from './meetings/meeting.ts';
import { updateMeeting } from './meetings/store.ts';
import type { MinutesParts } from './parts.ts';

/** Something that happens to what a meeting is, and what of the meeting changes with it. */
export interface Step {
  readonly act: MeetingAct;
  readonly actor: Person;
  readonly via: Via;
  readonly fact: Readonly<Record<string, Json>>;
  readonly change?: Change | null;
  readonly becomes?: Partial<Pick<Meeting, 'state' | 'caseId' | 'finalOn' | 'keptUntil'>>;
}

/** Writes the step with its fact; the meeting is held by this transaction. Answers the meeting as it is now. */
export async function take(
  { clock }: Pick<MinutesParts, 'clock'>,
  tx: Tx,
  { meeting, step }: { readonly meeting: Meeting; readonly step: Step },
): Promise<Meeting> {
  const { act, actor, via, fact, change = null, becomes = {} } = step;
  const next: Meeting = { ...meeting, ...becomes, version: meeting.version + 1 };
  await updateMeeting(tx, next);
  await addFact(tx, clock, {
    ...{ of: 'meeting', meetingId: meeting.meetingId, seq: next.version, act, actor, via, fact, change },
  });
  return next;
}

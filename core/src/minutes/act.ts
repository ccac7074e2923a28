import { personOf } from '../directory/index.ts';
import { onlyOnce } from '../platform/index.ts';
import { asJson, type Caller, conflict } from '../shared/index.ts';
import { addFact, type NextFact, type Of, versionOf } from './history/store.ts';
import type { Meeting } from './meetings/meeting.ts';
import { inside, meetingFor, type Open } from './open.ts';
import type { MinutesParts } from './parts.ts';
import { take } from './steps.ts';

/** What an act left behind: done, or the code of why what was seen is no longer so. */
export type Became = 'done' | `minutes.${string}`;

interface Act<View> {
  readonly meetingId: string;
  /** Names the use and holds what was given: the same key with another request is refused. */
  readonly request: object;
  readonly work: (open: Open, meeting: Meeting) => Promise<Became>;
  readonly view: (open: Open, meeting: Meeting) => Promise<View>;
}

/**
 * One act on a meeting, which is held meanwhile; once for one key. Whoever saw something older is given what is there now.
 * @throws not-found `minutes.meeting_not_found`; conflict what the work became
 */
export async function actOnMeeting<View>(
  parts: MinutesParts,
  caller: Caller,
  { meetingId, request, work, view }: Act<View>,
): Promise<View> {
  const { shown, became } = await inside(parts, caller, async (open) => {
    const call = {
      ...{ staffId: open.actor.staffId, key: caller.idempotencyKey },
      request: asJson({ ...request, meetingId }),
    };
    const done = await onlyOnce(open.tx, call, async () =>
      work(open, await meetingFor(open, meetingId, { locked: true })),
    );
    return { shown: await view(open, await meetingFor(open, meetingId)), became: done };
  });
  if (became !== 'done') throw conflict(became, {}, shown);
  parts.wake();
  return shown;
}

/** Who acts on which meeting. */
export interface ActingOn {
  readonly parts: MinutesParts;
  readonly open: Open;
  readonly meeting: Meeting;
}

export type Said = Pick<NextFact, 'act' | 'fact' | 'change'>;

/** The next fact of one of the meeting's histories. */
export async function noteNext({ parts, open, meeting }: ActingOn, of: Of, said: Said): Promise<void> {
  const { meetingId } = meeting;
  await addFact(open.tx, parts.clock, {
    ...{ of, meetingId, seq: (await versionOf(open.tx, of, meetingId)) + 1 },
    ...{ actor: personOf(open.actor), via: open.caller.via, ...said },
  });
}

/** The meeting goes on to another state, as the next of its own facts. */
export async function moveMeeting(
  { parts, open, meeting }: ActingOn,
  { state, ...said }: Said & Pick<Meeting, 'state'>,
): Promise<void> {
  const { actor, caller, tx } = open;
  await take(parts, tx, { meeting, step: { ...said, actor: personOf(actor), via: caller.via, becomes: { state } } });
}

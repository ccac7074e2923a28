import { personOf } from '../../directory/index.ts';
import { onlyOnce } from '../../platform/index.ts';
import { type Caller, conflict, type Json, notFound } from '../../shared/index.ts';
import { addFact, type NextFact, versionOf } from '../history/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { maySeeWords } from '../meetings/policy.ts';
import { updateMeeting } from '../meetings/store.ts';
import { inside, looking, meetingFor, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { RoundView } from './contract.ts';
import { presentRound } from './present.ts';
import { settleSilence } from './silence.ts';
import { type Standing, standingOf } from './standing.ts';
import { newestRound } from './store.ts';

/** Who acts on what. */
export interface Acting extends Standing {
  readonly parts: MinutesParts;
  readonly open: Open;
}

/** What an act left behind: done, or the code of why what was seen is no longer so. */
export type Became = 'done' | 'minutes.meeting_stale' | 'minutes.suggestion_stale';

interface Act {
  readonly meetingId: string;
  /** Names the use and holds what was given: the same key with another request is refused. */
  readonly request: Json;
  readonly work: (acting: Acting) => Promise<Became>;
}

const viewOf = async (parts: MinutesParts, open: Open, meeting: Meeting): Promise<RoundView> =>
  presentRound(await standingOf(parts, open, meeting), { ...open, locale: open.caller.locale });

/** What was suggested holds earlier words: not for whoever sees the meeting only because it was open. */
export const readRound = (parts: MinutesParts, caller: Caller, meetingId: string): Promise<RoundView> =>
  looking(parts, caller, async (open) => {
    const meeting = await meetingFor(open, meetingId);
    if (!maySeeWords(meeting, open.sight)) throw notFound('minutes.meeting_not_found');
    return viewOf(parts, open, meeting);
  });

/** One act on a round: the meeting is held, what silence means is written down first, everybody sees what became of it. */
export async function actOnRound(
  parts: MinutesParts,
  caller: Caller,
  { meetingId, request, work }: Act,
): Promise<RoundView> {
  const { view, became } = await inside(parts, caller, async (open) => {
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    const done = await onlyOnce(open.tx, call, async () => {
      const meeting = await meetingFor(open, meetingId, { locked: true });
      const round = await newestRound(open.tx, meetingId);
      await settleSilence(parts.clock, open.tx, { meetingId, round, today: open.today });
      return work({ ...(await standingOf(parts, open, meeting)), parts, open });
    });
    return { view: await viewOf(parts, open, await meetingFor(open, meetingId)), became: done };
  });
  if (became !== 'done') throw conflict(became, {}, view);
  parts.wake();
  return view;
}

type Said = Pick<NextFact, 'act' | 'fact' | 'change'>;

/** The next fact of the round. */
export async function noteRound({ parts, open, meeting }: Acting, said: Said): Promise<void> {
  const { meetingId } = meeting;
  await addFact(open.tx, parts.clock, {
    ...{ of: 'round', meetingId, seq: (await versionOf(open.tx, 'round', meetingId)) + 1 },
    ...{ actor: personOf(open.actor), via: open.caller.via, ...said },
  });
}

interface NextMeeting extends Said {
  readonly state: Meeting['state'];
}

/** The meeting goes on to another state, as the next of its own facts. */
export async function moveMeeting(
  { parts, open, meeting }: Pick<Acting, 'parts' | 'open' | 'meeting'>,
  { state, ...said }: NextMeeting,
): Promise<void> {
  const version = meeting.version + 1;
  await updateMeeting(open.tx, { ...meeting, version, state });
  await addFact(open.tx, parts.clock, {
    ...{ of: 'meeting', meetingId: meeting.meetingId, seq: version, actor: personOf(open.actor) },
    ...{ via: open.caller.via, ...said },
  });
}

import { type Caller, notFound } from '../../shared/index.ts';
import { type ActingOn, actOnMeeting, type Became } from '../act.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { maySeeWords } from '../meetings/policy.ts';
import { looking, meetingFor, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { RoundView } from './contract.ts';
import { presentRound } from './present.ts';
import { settleSilence } from './silence.ts';
import { type Standing, standingOf } from './standing.ts';
import { newestRound } from './store.ts';

/** Who acts on what. */
export interface Acting extends Standing, ActingOn {
  readonly meeting: Meeting;
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

interface Act {
  readonly meetingId: string;
  readonly request: object;
  readonly work: (acting: Acting) => Promise<Became>;
}

/** One act on a round: what silence means is written down first, everybody sees what became of it. */
export const actOnRound = (parts: MinutesParts, caller: Caller, { work, ...act }: Act): Promise<RoundView> =>
  actOnMeeting(parts, caller, {
    ...act,
    async work(open, meeting) {
      const { meetingId } = meeting;
      const round = await newestRound(open.tx, meetingId);
      await settleSilence(parts.clock, open.tx, { meetingId, round, today: open.today });
      return work({ ...(await standingOf(parts, open, meeting)), parts, open });
    },
    view: (open, meeting) => viewOf(parts, open, meeting),
  });

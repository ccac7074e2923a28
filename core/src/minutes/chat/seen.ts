import type { Tx } from '../../platform/index.ts';
import { type Locale, localDateOf } from '../../shared/index.ts';
import type { MeetingView } from '../meetings/contract.ts';
import { toShow } from '../meetings/load.ts';
import { maySee, sightOf } from '../meetings/policy.ts';
import { presentMeeting } from '../meetings/present.ts';
import { readMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';

interface Looker {
  readonly staffId: string;
  readonly locale: Locale;
  readonly meetingId: string;
}

/** The meeting as this person sees it now; null when they may no longer see it. */
export async function seenInChat(
  { directory, regulations, clock }: Pick<MinutesParts, 'directory' | 'regulations' | 'clock'>,
  tx: Tx,
  { staffId, locale, meetingId }: Looker,
): Promise<MeetingView | null> {
  const [meeting, actor, there] = await Promise.all([
    readMeeting(tx, meetingId),
    directory.actorById(tx, staffId),
    directory.organisation(tx),
    regulations.ready(tx),
  ]);
  if (!meeting || !actor) return null;
  const sight = sightOf(there, actor);
  if (!maySee(meeting, sight)) return null;
  const today = localDateOf(clock.now());
  return presentMeeting(
    { regulations },
    { tx, there, sight, today, locale },
    await toShow({ directory }, { tx, actor }, meeting),
  );
}

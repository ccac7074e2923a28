import type { Actor, OrganisationSnapshot } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import type { MeetingBody } from '../regulations/index.ts';
import { type Caller, type LocalDate, localDateOf, notFound } from '../shared/index.ts';
import type { Meeting } from './meetings/meeting.ts';
import { maySee, type Sight, sightOf } from './meetings/policy.ts';
import { readMeeting } from './meetings/store.ts';
import type { MinutesParts } from './parts.ts';

/** A use case that has begun: who asks, and what they may look at. */
export interface Open {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly sight: Sight;
  readonly today: LocalDate;
}

async function opened({ clock, directory, regulations }: MinutesParts, tx: Tx, caller: Caller): Promise<Open> {
  const [actor, there] = await Promise.all([
    directory.actorOf(tx, caller),
    directory.organisation(tx),
    regulations.ready(tx),
  ]);
  return { tx, caller, actor, there, sight: sightOf(there, actor), today: localDateOf(clock.now()) };
}

export const inside = <T>(parts: MinutesParts, caller: Caller, work: (open: Open) => Promise<T>): Promise<T> =>
  parts.db.inMunicipality(caller.municipalityId, async (tx) => work(await opened(parts, tx, caller)));

export const looking = <T>(parts: MinutesParts, caller: Caller, work: (open: Open) => Promise<T>): Promise<T> =>
  parts.db.singly(caller.municipalityId, async (tx) => work(await opened(parts, tx, caller)));

/**
 * A meeting that this person may see; of others it is not even said that they are there.
 * @throws not-found `minutes.meeting_not_found`
 */
export async function meetingFor({ tx, sight }: Open, meetingId: string, { locked = false } = {}): Promise<Meeting> {
  const meeting = await readMeeting(tx, meetingId, { locked });
  if (!meeting || !maySee(meeting, sight)) throw notFound('minutes.meeting_not_found');
  return meeting;
}

/** The rules of the meeting's 会議体 on the day it was held; null where it is of none. */
export function bodyOf(
  { regulations }: Pick<MinutesParts, 'regulations'>,
  { municipalityId }: Pick<Tx, 'municipalityId'>,
  {
    heldOn: day,
    content: { bodyId },
  }: Pick<Meeting, 'heldOn'> & { readonly content: Pick<Meeting['content'], 'bodyId'> },
): MeetingBody | null {
  if (bodyId === null) return null;
  return regulations.meetingsOn({ municipalityId, day }).bodies.find(({ id }) => id === bodyId) ?? null;
}

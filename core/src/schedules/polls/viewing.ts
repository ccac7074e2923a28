import { personOf } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Locale } from '../../shared/index.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { roomsNamed } from '../rooms/store.ts';
import type { PollView } from './contract.ts';
import type { Looking } from './policy.ts';
import { askedOf, type Poll } from './poll.ts';
import { presentPoll } from './present.ts';
import { answersOf } from './store.ts';

/** The poll with the names of today. */
export async function viewOf(
  { directory, texts, clock }: Pick<BookingParts, 'directory' | 'texts' | 'clock'>,
  tx: Tx,
  { poll, looking, locale }: { readonly poll: Poll; readonly looking: Looking; readonly locale: Locale },
): Promise<PollView> {
  const [actors, rooms, answers] = await Promise.all([
    Promise.all(askedOf(poll.content).map((staffId) => directory.actorById(tx, staffId))),
    roomsNamed(tx, poll.content.rooms),
    answersOf(tx, [poll.pollId]),
  ]);
  return presentPoll(poll, looking, {
    people: new Map(actors.flatMap((one) => (one ? [[one.staffId, personOf(one)] as const] : []))),
    rooms: new Map(rooms.map(({ roomId, name }) => [roomId, name])),
    ...{ answers, locale, texts, now: clock.now() },
  });
}

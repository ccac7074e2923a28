import { z } from 'zod';
import type { Actor } from '../../directory/index.ts';
import type { Subscriber, Task, Tx } from '../../platform/index.ts';
import { CALENDAR_CHANGED } from '../calendar/announce.ts';
import type { RemoteEntry } from '../calendar/port.ts';
import { isTaken } from '../rooms/room.ts';
import type { Booking } from './booking.ts';
import { follow, roomsFor, settingOf } from './making.ts';
import { type Acting, type BookingParts, outlookOf } from './parts.ts';
import * as store from './store.ts';
import { tellBooker } from './telling.ts';

const FOLLOW = 'schedules/follow-outlook';
const MOST_AT_ONCE = 50;
const Owner = z.object({ municipalityId: z.uuid(), ownerId: z.uuid() });

interface Found {
  readonly municipalityId: string;
  readonly booking: Booking;
  /** What stands in Outlook; null: it does not take place any more. */
  readonly event: Pick<RemoteEntry, 'from' | 'to' | 'subject'> | null;
}

const subjectOf = ({ booking, event }: Found): string => event?.subject ?? booking.subject;

function isSame(found: Found): boolean {
  const { booking, event } = found;
  return (
    event?.from.getTime() === booking.from.getTime() &&
    event.to.getTime() === booking.to.getTime() &&
    subjectOf(found) === booking.subject
  );
}

/** Rooms that somebody else holds at the new time are given up: Outlook says later whether they take it. */
async function roomsAt(tx: Tx, { bookingId, from, to }: Booking) {
  const { held, declined } = await store.roomsOf(tx, bookingId);
  const rooms = await roomsFor(tx, held);
  const others = (await store.holdsBetween(tx, held, { from, to })).filter((hold) => hold.bookingId !== bookingId);
  const lost = rooms.filter(({ roomId }) => {
    const times = others.filter((hold) => hold.roomId === roomId);
    return isTaken(times, { from, to });
  });
  const lostIds = lost.map(({ roomId }) => roomId);
  if (lostIds.length > 0) await store.declineHolds(tx, bookingId, lostIds);
  return { rooms: rooms.filter((room) => !lost.includes(room)), declined: [...declined, ...lostIds], lost: lostIds };
}

/** In its transaction, as if its organizer had done it here. Outlook has it already. */
async function take(
  parts: BookingParts,
  acting: Acting,
  { found, before }: { readonly found: Found; readonly before: Booking },
): Promise<{ readonly booking: Booking; readonly lost: readonly string[] }> {
  const { tx, now } = acting;
  const { event } = found;
  const version = before.version + 1;
  const outlook = { ...before.outlook, code: null, writtenVersion: version };
  const booking: Booking =
    event === null
      ? { ...before, state: 'CANCELLED', version, outlook }
      : { ...before, from: event.from, to: event.to, subject: subjectOf(found), version, outlook };
  const { rooms, declined, lost } = event === null ? { rooms: [], declined: [], lost: [] } : await roomsAt(tx, booking);
  await store.updateBooking(tx, booking);
  await store.noteOutlook(tx, booking.bookingId, outlook);
  const act = event === null ? ('CANCELLED' as const) : ('CHANGED' as const);
  await follow(parts, acting, { booking, act, rooms, declined, setting: await settingOf(parts, tx, now) });
  return { booking, lost };
}

async function followOne(parts: BookingParts, organizer: Actor, found: Found): Promise<void> {
  const { municipalityId, booking: read } = found;
  if (isSame(found)) return;
  const done = await parts.db.inMunicipality(municipalityId, async (tx) => {
    const before = await store.lockBooking(tx, read.bookingId);
    // Changed here meanwhile: that is on its way to Outlook, and goes before.
    if (!before || before.version !== read.version || before.state !== 'BOOKED') return null;
    const caller = { municipalityId, entraObjectId: '', via: 'rules', locale: 'ja', idempotencyKey: null } as const;
    return take(parts, { tx, actor: organizer, caller, now: parts.clock.now() }, { found, before });
  });
  parts.wake();
  if (done && done.lost.length > 0) await tellBooker(parts, { municipalityId, booking: done.booking });
}

/** Outlook itself is asked before anything follows it: what is remembered of it may be older than what was written last. */
async function followOf(parts: BookingParts, payload: unknown): Promise<void> {
  const { municipalityId, ownerId } = Owner.parse(payload);
  const port = outlookOf(parts, municipalityId);
  if (!port) return;
  const { bookings, organizer } = await parts.db.singly(municipalityId, async (tx) => {
    const some = await store.otherwiseInOutlook(tx, ownerId, { now: parts.clock.now(), limit: MOST_AT_ONCE });
    return { bookings: some, organizer: some.length === 0 ? null : await parts.directory.actorById(tx, ownerId) };
  });
  if (!organizer) return;
  for (const booking of bookings) {
    const { eventKey } = booking.outlook;
    if (eventKey === null) continue;
    const answer = await port.look(municipalityId, { organizer: organizer.signInName, eventKey });
    if (answer.kind === 'LATER') return parts.enqueue([followJob({ municipalityId, ownerId }, answer.at)]);
    const gone = answer.kind === 'REFUSED' && answer.code === 'schedules.graph_gone';
    if (answer.kind === 'REFUSED' && !gone) return;
    await followOne(parts, organizer, { municipalityId, booking, event: answer.kind === 'OK' ? answer.value : null });
  }
}

const followJob = ({ municipalityId, ownerId }: z.infer<typeof Owner>, runAt?: Date) => ({
  ...{ task: FOLLOW, payload: { municipalityId, ownerId }, key: `follow-outlook:${ownerId}` },
  ...(runAt ? { runAt } : {}),
});

/** S-14: a meeting that was booked here and then moved, renamed or called off in Outlook is so here too, with its rooms. */
export const outlookChanges = (parts: BookingParts): { tasks: Record<string, Task>; subscribers: Subscriber[] } => ({
  subscribers: [
    (facts) =>
      facts.flatMap(({ topic, municipalityId, payload: { ownerId } }) =>
        topic === CALENDAR_CHANGED && typeof ownerId === 'string' ? [followJob({ municipalityId, ownerId })] : [],
      ),
  ],
  tasks: { [FOLLOW]: (payload) => followOf(parts, payload) },
});

import { z } from 'zod';
import { everywhere, queuedCityJob } from '../../directory/index.ts';
import type { JobSpec, Subscriber, Task } from '../../platform/index.ts';
import type { BookedEvent, BookingWish, CalendarAnswer, Calendars } from '../calendar/port.ts';
import { roomsNamed } from '../rooms/store.ts';
import { askAnswers } from './answers.ts';
import type { Booking, OutlookState } from './booking.ts';
import { BOOKING_CHANGED } from './making.ts';
import { type BookingParts, outlookOf } from './parts.ts';
import * as store from './store.ts';
import { tellBooker } from './telling.ts';

const WRITE = 'schedules/write-booking';
const AGAIN = 'schedules/write-bookings-again';
const EVERYWHERE = 'schedules/write-bookings-everywhere';
const MOST_AT_ONCE = 1_000;
const City = z.object({ municipalityId: z.uuid() });
const ToWrite = z.object({ municipalityId: z.uuid(), bookingId: z.uuid(), bookedBy: z.uuid() });
type ToWrite = z.infer<typeof ToWrite>;

/** One mailbox is written to by one job at a time. */
export const writeJob = ({ municipalityId, bookingId, bookedBy }: ToWrite): JobSpec => ({
  ...{ task: WRITE, payload: { municipalityId, bookingId, bookedBy } },
  ...{ queue: `bookings:${bookedBy}`, key: `booking:${bookingId}` },
});

interface Writing {
  readonly port: Calendars;
  readonly job: ToWrite;
  readonly booking: Booking;
  readonly wish: BookingWish;
}

/** What Outlook is to have, by sign-in names; null where whoever booked it is gone. */
async function wishOf(
  { db, directory }: BookingParts,
  { municipalityId }: ToWrite,
  booking: Booking,
): Promise<BookingWish | null> {
  return db.singly(municipalityId, async (tx) => {
    const holds = await store.holdsOf(tx, [booking.bookingId]);
    const rooms = await roomsNamed(
      tx,
      holds.flatMap(({ roomId, state }) => (state === 'HELD' ? [roomId] : [])),
    );
    const names = async (ids: readonly string[]) =>
      (await Promise.all(ids.map((id) => directory.actorById(tx, id)))).flatMap((one) => one?.signInName ?? []);
    const [[organizer], required, optional] = await Promise.all([
      names([booking.bookedBy]),
      names(booking.required),
      names(booking.optional),
    ]);
    if (organizer === undefined) return null;
    const { bookingId, subject, note, from, to, online, tentative: hold, visibility } = booking;
    return {
      ...{ bookingId, organizer, subject, body: note === '' ? null : note, from, to, required, optional, online },
      rooms: rooms.flatMap(({ mailbox, name }) => (mailbox === null ? [] : [{ mailbox, name }])),
      // Of rooms with a mailbox Outlook says itself where they are.
      place: rooms.flatMap(({ mailbox, name }) => (mailbox === null ? [name] : [])).join('・') || null,
      ...{ hold, visibility, category: null },
    };
  });
}

/**
 * The event, made if need be. That it is asked for is kept before: an event may be there of which nobody heard, and the
 * next try, with the same id, gets that one and no second.
 */
async function eventOf(
  parts: BookingParts,
  { port, job, booking, wish }: Writing,
): Promise<CalendarAnswer<{ event: BookedEvent; has: number; joinUrl: string | null }>> {
  const { outlook, version } = booking;
  const { organizer } = wish;
  if (outlook.eventKey !== null) {
    const event = { organizer, eventKey: outlook.eventKey };
    return { kind: 'OK', value: { event, has: outlook.writtenVersion ?? 0, joinUrl: outlook.joinUrl } };
  }
  const sentVersion = outlook.sentVersion ?? version;
  await save(parts, job, { ...outlook, sentVersion });
  const booked = await port.book(job.municipalityId, wish);
  if (booked.kind !== 'OK') return booked;
  const { eventKey, joinUrl } = booked.value;
  await save(parts, job, { ...outlook, sentVersion, eventKey, joinUrl, writtenVersion: sentVersion });
  return { kind: 'OK', value: { event: { organizer, eventKey }, has: sentVersion, joinUrl } };
}

const save = ({ db }: BookingParts, { municipalityId, bookingId }: ToWrite, outlook: OutlookState) =>
  db.inMunicipality(municipalityId, (tx) => store.noteOutlook(tx, bookingId, outlook));

/** Makes Outlook have what stands here. Killed anywhere, the next try comes to the same. */
async function writeTo(parts: BookingParts, writing: Writing): Promise<CalendarAnswer<OutlookState>> {
  const { port, job, booking, wish } = writing;
  const made = await eventOf(parts, writing);
  if (made.kind !== 'OK') return made;
  const { event, has, joinUrl } = made.value;
  const { bookingId: _, organizer: __, ...change } = wish;
  const done: CalendarAnswer<null> =
    booking.state === 'CANCELLED'
      ? await port.cancel(job.municipalityId, event, null)
      : has === booking.version
        ? { kind: 'OK', value: null }
        : await port.change(job.municipalityId, event, change);
  // What is not there any more need not be cancelled.
  const gone = booking.state === 'CANCELLED' && done.kind === 'REFUSED' && done.code === 'schedules.graph_gone';
  if (done.kind !== 'OK' && !gone) return done;
  const { sentVersion } = booking.outlook;
  return {
    kind: 'OK',
    value: {
      ...{ state: 'WRITTEN', code: null, sentVersion: sentVersion ?? has, writtenVersion: booking.version },
      ...{ eventKey: event.eventKey, joinUrl },
    },
  };
}

/** Nobody was ever asked for it, and it is over already. */
const nothingToDo = ({ state, version, outlook }: Booking): boolean =>
  outlook.writtenVersion === version || (state === 'CANCELLED' && outlook.sentVersion === null);

async function write(parts: BookingParts, payload: unknown): Promise<void> {
  const job = ToWrite.parse(payload);
  const port = outlookOf(parts, job.municipalityId);
  if (!port) return;
  const booking = await parts.db.singly(job.municipalityId, (tx) => store.readBooking(tx, job.bookingId));
  if (!booking || nothingToDo(booking)) return;
  const wish = await wishOf(parts, job, booking);
  if (!wish) return;
  const answer = await writeTo(parts, { port, job, booking, wish });
  if (answer.kind === 'LATER') return parts.enqueue([{ ...writeJob(job), runAt: answer.at }]);
  if (answer.kind === 'OK') {
    await save(parts, job, answer.value);
    if (wish.rooms.length > 0 && booking.state === 'BOOKED') await askAnswers(parts, { ...job, attempt: 1 });
    return;
  }
  const fresh = await parts.db.singly(job.municipalityId, (tx) => store.readBooking(tx, job.bookingId));
  const outlook = fresh?.outlook ?? booking.outlook;
  await save(parts, job, { ...outlook, state: 'REFUSED', code: answer.code });
  if (booking.state === 'BOOKED') await tellBooker(parts, { ...job, booking });
}

/** Once a night: what was refused or given up is tried again while it is still to come. */
async function again(parts: BookingParts, payload: unknown): Promise<void> {
  const { municipalityId } = City.parse(payload);
  const rows = await parts.db.singly(municipalityId, (tx) => store.unwritten(tx, parts.clock.now(), MOST_AT_ONCE));
  await parts.enqueue(rows.map((row) => writeJob({ municipalityId, ...row })));
}

/** S-03: Outlook follows every booking and its changes. */
export function outlookBookings(parts: BookingParts): {
  tasks: Record<string, Task>;
  cron: Record<string, string>;
  subscribers: Subscriber[];
} {
  return {
    subscribers: [
      (facts) =>
        facts.flatMap(({ topic, municipalityId, payload: { bookingId, bookedBy } }) =>
          topic === BOOKING_CHANGED && typeof bookingId === 'string' && typeof bookedBy === 'string'
            ? [writeJob({ municipalityId, bookingId, bookedBy })]
            : [],
        ),
    ],
    tasks: {
      [WRITE]: (payload) => write(parts, payload),
      [AGAIN]: (payload) => again(parts, payload),
      async [EVERYWHERE]() {
        if (parts.calendars()) await everywhere(parts, queuedCityJob(AGAIN));
      },
    },
    // Twenty past four in Japan.
    cron: { [EVERYWHERE]: '20 19 * * *' },
  };
}

import { z } from 'zod';
import type { Task } from '../../platform/index.ts';
import { emit } from '../../platform/index.ts';
import { CALENDAR_CHANGED } from '../calendar/announce.ts';
import { roomsNamed } from '../rooms/store.ts';
import { type BookingParts, outlookOf } from './parts.ts';
import * as store from './store.ts';
import { tellBooker } from './telling.ts';

const ASK = 'schedules/ask-room';
const ToAsk = z.object({ municipalityId: z.uuid(), bookingId: z.uuid(), attempt: z.number().int().min(1) });
type ToAsk = z.infer<typeof ToAsk>;

const MINUTE_MS = 60_000;
// A room answers within seconds where it books by itself; where people look after it, it may take a day.
const PAUSES = [1, 5, 60, 60 * 24].map((minutes) => minutes * MINUTE_MS);

/** Asks later what the rooms of an event have answered. */
export async function askAnswers(
  { clock, enqueue }: Pick<BookingParts, 'clock' | 'enqueue'>,
  { municipalityId, bookingId, attempt }: ToAsk,
) {
  const pause = PAUSES[attempt - 1];
  if (pause === undefined) return;
  const runAt = new Date(clock.now().getTime() + pause);
  await enqueue([{ task: ASK, payload: { municipalityId, bookingId, attempt }, key: `ask-room:${bookingId}`, runAt }]);
}

/** A room that declined is not held any more, and whoever booked it is told. */
async function ask(parts: BookingParts, payload: unknown): Promise<void> {
  const job = ToAsk.parse(payload);
  const { municipalityId, bookingId } = job;
  const port = outlookOf(parts, municipalityId);
  if (!port) return;
  const { booking, rooms, organizer } = await parts.db.singly(municipalityId, async (tx) => {
    const found = await store.readBooking(tx, bookingId);
    const held = (await store.holdsOf(tx, [bookingId])).filter(({ state }) => state === 'HELD');
    return {
      booking: found,
      rooms: (
        await roomsNamed(
          tx,
          held.map(({ roomId }) => roomId),
        )
      ).filter(({ mailbox }) => mailbox !== null),
      organizer: found && (await parts.directory.actorById(tx, found.bookedBy)),
    };
  });
  const eventKey = booking?.outlook.eventKey;
  if (!booking || !organizer || !eventKey || booking.state === 'CANCELLED' || rooms.length === 0) return;
  const answer = await port.answers(municipalityId, { organizer: organizer.signInName, eventKey });
  if (answer.kind === 'REFUSED') return;
  const answered = answer.kind === 'OK' ? answer.value : new Map<string, string>();
  const said = (mailbox: string | null) => answered.get(mailbox ?? '') ?? 'NONE';
  const declined = rooms.filter(({ mailbox }) => said(mailbox) === 'DECLINED').map(({ roomId }) => roomId);
  if (declined.length > 0) {
    const news = await parts.db.inMunicipality(municipalityId, async (tx) => {
      const fresh = await store.declineHolds(tx, bookingId, declined);
      if (fresh.length > 0) await emit(tx, [{ topic: CALENDAR_CHANGED, payload: { ownerId: booking.bookedBy } }]);
      return fresh;
    });
    parts.wake();
    if (news.length > 0) await tellBooker(parts, { municipalityId, booking });
  }
  if (rooms.some(({ mailbox }) => said(mailbox) === 'NONE'))
    await askAnswers(parts, { ...job, attempt: job.attempt + 1 });
}

export const answerJobs = (parts: BookingParts): { tasks: Record<string, Task> } => ({
  tasks: { [ASK]: (payload) => ask(parts, payload) },
});

import { z } from 'zod';
import type { ShownInChat } from '../../notifications/index.ts';
import type { Subscriber, Task } from '../../platform/index.ts';
import { cardOf, factSet, heading, text } from '../../shared/card-elements.ts';
import { type ChatMessage, dayIn, type Locale, localDateOf, localTimeOf, say } from '../../shared/index.ts';
import { type Booking, participantsOf } from './booking.ts';
import type { BookingView } from './contract.ts';
import { BOOKING_CHANGED } from './making.ts';
import type { BookingParts } from './parts.ts';
import { bookingView } from './seeing.ts';
import * as store from './store.ts';
import { bookingTexts } from './text.ts';

export const BOOKING_SUBJECT = 'schedules/booking';

type Code = keyof typeof bookingTexts;
const words = (code: Code, locale: Locale, params: Record<string, string> = {}) =>
  say(bookingTexts, code, locale, params) ?? '';

/** Something about a booking that whoever booked it has to know. */
export const tellBooker = (
  { notifications }: Pick<BookingParts, 'notifications'>,
  {
    municipalityId,
    booking,
  }: { readonly municipalityId: string; readonly booking: Pick<Booking, 'bookingId' | 'bookedBy' | 'version'> },
): Promise<void> =>
  notifications.show(municipalityId, [
    { subject: `${BOOKING_SUBJECT}/${booking.bookingId}`, version: booking.version, fresh: [booking.bookedBy] },
  ]);

function titleOf({ state, rooms, outlook }: BookingView, locale: Locale): string {
  const declined = rooms.filter((room) => room.state === 'DECLINED').map(({ name }) => name);
  if (state === 'CANCELLED') return words('schedules.booking_card_cancelled', locale);
  if (declined.length > 0) return words('schedules.booking_card_declined', locale, { rooms: declined.join('・') });
  return words(outlook.state === 'REFUSED' ? 'schedules.booking_card_refused' : 'schedules.booking_card_fine', locale);
}

function timeOf({ from, to }: BookingView, locale: Locale): string {
  const [begin, end] = [new Date(from), new Date(to)];
  return `${dayIn(localDateOf(begin), locale)} ${localTimeOf(begin)}–${localTimeOf(end)}`;
}

function bookingMessage(view: BookingView, locale: Locale, url: string | null): ChatMessage {
  const title = titleOf(view, locale);
  const declined = view.state === 'BOOKED' && view.rooms.some(({ state }) => state === 'DECLINED');
  const body = [
    heading(title),
    factSet([
      [words('schedules.booking_card_subject', locale), view.subject ?? ''],
      [words('schedules.booking_card_time', locale), timeOf(view, locale)],
      [words('schedules.booking_card_rooms', locale), view.rooms.map(({ name }) => name).join('・')],
    ]),
    ...(view.outlook.sentence === null ? [] : [text(view.outlook.sentence)]),
    ...(declined ? [text(words('schedules.booking_card_next', locale))] : []),
  ];
  const open =
    url === null ? [] : [{ type: 'Action.OpenUrl', title: words('schedules.booking_card_open', locale), url }];
  return { kind: 'card', card: cardOf(locale, body, open), summary: title };
}

/** To those who take part; what they see is asked anew each time. */
export const bookingsInChat = (parts: BookingParts): ShownInChat => ({
  prefix: BOOKING_SUBJECT,
  render: ({ municipalityId, staffId, locale }, bookingId) =>
    parts.db.singly(municipalityId, async (tx) => {
      const [actor, booking] = await Promise.all([
        parts.directory.actorById(tx, staffId),
        store.readBooking(tx, bookingId),
      ]);
      const view = actor && booking && (await bookingView(parts, tx, { booking, actor, locale }));
      const url = parts.pageUrl?.(`schedules/bookings/${bookingId}`) ?? null;
      return view ? bookingMessage(view, locale, url) : null;
    }),
  waitingFor: async () => [],
});

const TELL = 'schedules/tell-booking';
const ToTell = z.object({ municipalityId: z.uuid(), bookingId: z.uuid(), by: z.uuid() });

/** Whom Outlook does not tell: everybody where it does not have the meeting; and whose booking somebody else cancelled. */
export function toldOf(
  booking: Pick<Booking, 'bookedBy' | 'required' | 'optional' | 'state' | 'outlook'>,
  by: string,
): string[] {
  if (booking.outlook.state === 'NONE') return participantsOf(booking).filter((staffId) => staffId !== by);
  return booking.state === 'CANCELLED' && booking.bookedBy !== by ? [booking.bookedBy] : [];
}

/** After every change. */
export const tellingJobs = (parts: BookingParts): { tasks: Record<string, Task>; subscribers: Subscriber[] } => ({
  subscribers: [
    (facts) =>
      facts.flatMap(({ topic, municipalityId, payload: { bookingId, by, silent } }) =>
        topic === BOOKING_CHANGED && silent !== 1
          ? [{ task: TELL, payload: { municipalityId, bookingId, by }, key: `tell-booking:${bookingId}` }]
          : [],
      ),
  ],
  tasks: {
    async [TELL](payload) {
      const { municipalityId, bookingId, by } = ToTell.parse(payload);
      const booking = await parts.db.singly(municipalityId, (tx) => store.readBooking(tx, bookingId));
      const fresh = booking ? toldOf(booking, by) : [];
      if (!booking || fresh.length === 0) return;
      const subject = `${BOOKING_SUBJECT}/${bookingId}`;
      await parts.notifications.show(municipalityId, [{ subject, version: booking.version, fresh }]);
    },
  },
});

import type { Person } from '../../directory/contract.ts';
import { type Locale, say, type Texts } from '../../shared/index.ts';
import type { Room } from '../rooms/room.ts';
import type { Booking, Hold, Way } from './booking.ts';
import type { BookingView, ListedBooking } from './contract.ts';
import { type Looking, mayCancel, mayChange, mayReadSubject, takesPart } from './policy.ts';

export interface Around {
  readonly holds: readonly Hold[];
  readonly rooms: ReadonlyMap<string, Room>;
  readonly people: ReadonlyMap<string, Person>;
  readonly ways: readonly Way[];
  readonly locale: Locale;
  readonly texts: Texts;
}

/** What is said where Outlook does not have it as it is here. */
function outlookOf(
  { outlook, version, state }: Booking,
  { locale, texts }: Pick<Around, 'locale' | 'texts'>,
): BookingView['outlook'] {
  if (state === 'CANCELLED') return { state: outlook.state, sentence: null };
  if (outlook.state === 'WRITTEN' && outlook.writtenVersion === version) return { state: 'WRITTEN', sentence: null };
  const is = outlook.state === 'WRITTEN' ? 'WAITING' : outlook.state;
  const reason = outlook.code === null ? '' : (say(texts, outlook.code, locale) ?? '');
  const code = is === 'NONE' ? 'none' : is === 'REFUSED' ? 'refused' : 'waiting';
  return { state: is, sentence: say(texts, `schedules.outlook_${code}`, locale, { reason }) ?? null };
}

const someone = (staffId: string, people: Around['people']): Person =>
  people.get(staffId) ?? { staffId, name: '', postTitle: '', unitName: '' };

/** As this reader may see it. */
export function presentBooking(booking: Booking, looking: Looking, around: Around): BookingView {
  const { bookingId, seriesId, version, state, publicText, from, to, booker, online, tentative, visibility } = booking;
  const [reads, inside] = [mayReadSubject(booking, looking), takesPart(booking, looking.staffId)];
  const named = (ids: readonly string[]) => (reads ? ids.map((id) => someone(id, around.people)) : []);
  const stands = state === 'BOOKED';
  return {
    ...{ bookingId, seriesId, version, state, publicText, booker, online, tentative, visibility },
    ...{ subject: reads ? booking.subject : null, note: inside ? booking.note : null },
    ...{ from: from.toISOString(), to: to.toISOString() },
    ...{ required: named(booking.required), optional: named(booking.optional) },
    rooms: around.holds.flatMap(({ roomId, state: held, ...time }) => {
      const room = around.rooms.get(roomId);
      if (!room || held === 'RELEASED') return [];
      const when = { from: time.from.toISOString(), to: time.to.toISOString() };
      return [{ roomId, name: room.name, kind: room.kind, state: held, ...when, notes: inside ? room.notes : '' }];
    }),
    joinUrl: inside ? booking.outlook.joinUrl : null,
    travel: inside
      ? around.ways.map((way) => ({
          ...{ person: someone(way.staffId, around.people), from: way.from.toISOString(), to: way.to.toISOString() },
          way: way.way,
        }))
      : [],
    outlook: outlookOf(booking, around),
    may: { change: stands && mayChange(booking, looking), cancel: stands && mayCancel(booking, looking) },
  };
}

/** A line of the list of whoever takes part. */
export function presentListed(
  booking: Booking,
  looking: Looking,
  around: Pick<Around, 'holds' | 'rooms' | 'locale' | 'texts'>,
): ListedBooking {
  const { bookingId, seriesId, version, state, from, to, booker, online, tentative, visibility } = booking;
  const stands = state === 'BOOKED';
  return {
    ...{ bookingId, seriesId, version, state, booker, online, tentative, visibility },
    ...{ from: from.toISOString(), to: to.toISOString() },
    subject: mayReadSubject(booking, looking) ? booking.subject : null,
    role: booking.bookedBy === looking.staffId ? 'ORGANISER' : 'PARTICIPANT',
    rooms: around.holds.flatMap(({ roomId, state: held }) => {
      const room = around.rooms.get(roomId);
      return room && held !== 'RELEASED' ? [{ roomId, name: room.name, state: held }] : [];
    }),
    outlook: outlookOf(booking, around),
    may: { change: stands && mayChange(booking, looking), cancel: stands && mayCancel(booking, looking) },
  };
}

import type { BookingView, ChangeBookingInput } from '@kaigi/core/contract';
import { localDateOf, localTimeOf, parseLocalDate } from '@kaigi/core/shared';
import { personText } from '../../app/words.ts';
import type { Picked } from '../../approvals/acts.ts';

/** A booking as it stands in the fields. */
export interface TypedChange {
  readonly subject: string;
  readonly note: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly required: readonly Picked[];
  readonly optional: readonly Picked[];
  readonly rooms: readonly string[];
  /** What becomes of rooms that declined; nothing: they stay so. */
  readonly declined: Readonly<Record<string, DeclinedWish>>;
  readonly visibility: BookingView['visibility'];
  readonly publicText: string;
}

export const DECLINED_WISHES = ['KEEP', 'ASK_AGAIN', 'DROP'] as const;
export type DeclinedWish = (typeof DECLINED_WISHES)[number];

export type ChangeProblem =
  | 'bookings.subject.missing'
  | 'bookings.time.missing'
  | 'bookings.time.order'
  | 'bookings.nothing';
export type ReadChange =
  | { readonly ok: true; readonly change: ChangeBookingInput }
  | { readonly ok: false; readonly problem: ChangeProblem };

type People = BookingView['required'];

const pickedOf = (people: People): Picked[] =>
  people.map((person) => ({ kind: 'staff', id: person.staffId, label: personText(person) }));

const heldRooms = ({ rooms }: BookingView): string[] =>
  rooms.flatMap(({ roomId, state }) => (state === 'HELD' ? [roomId] : []));

/** Of what is wished, what still is about a room that has declined. */
function wishesOf({ declined }: TypedChange, { rooms }: BookingView): NonNullable<ChangeBookingInput['declined']> {
  return rooms.flatMap(({ roomId, state }) => {
    const wish = declined[roomId] ?? 'KEEP';
    return state === 'DECLINED' && wish !== 'KEEP' ? [{ roomId, wish }] : [];
  });
}

export function typedOf(booking: BookingView): TypedChange {
  const [from, to] = [new Date(booking.from), new Date(booking.to)];
  const { note, visibility, publicText } = booking;
  return {
    ...{ subject: booking.subject ?? '', note: note ?? '', visibility, publicText },
    ...{ day: localDateOf(from), from: localTimeOf(from), to: localTimeOf(to) },
    ...{ required: pickedOf(booking.required), optional: pickedOf(booking.optional), rooms: heldRooms(booking) },
    declined: {},
  };
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

type Times = { readonly from?: string; readonly to?: string };

/** Nothing where no time was touched: what lasts over midnight stays as it is. */
function timesOf(typed: TypedChange, before: TypedChange): Times | ChangeProblem {
  if (typed.day === before.day && typed.from === before.from && typed.to === before.to) return {};
  const day = parseLocalDate(typed.day);
  if (!day || !TIME.test(typed.from) || !TIME.test(typed.to)) return 'bookings.time.missing';
  if (typed.to <= typed.from) return 'bookings.time.order';
  return { from: `${day}T${typed.from}:00+09:00`, to: `${day}T${typed.to}:00+09:00` };
}

const differs = (one: readonly string[], other: readonly string[]): boolean =>
  one.length !== other.length || one.some((id) => !other.includes(id));

const idsOf = (picked: readonly Picked[]): string[] => picked.map(({ id }) => id);

/**
 * What is sent: only what somebody touched since they opened it, so that what was changed elsewhere meanwhile stays.
 * `present`: what they have seen last.
 */
export function readChange(typed: TypedChange, opened: BookingView, present: BookingView): ReadChange {
  const before = typedOf(opened);
  const subject = typed.subject.trim();
  if (subject === '') return { ok: false, problem: 'bookings.subject.missing' };
  const times = timesOf(typed, before);
  if (typeof times === 'string') return { ok: false, problem: times };
  const [note, publicText] = [typed.note.trim(), typed.publicText.trim()];
  const [required, optional] = [idsOf(typed.required), idsOf(typed.optional)];
  const wishes = wishesOf(typed, present);
  const said = {
    ...times,
    ...(subject === before.subject ? {} : { subject }),
    ...(note === before.note ? {} : { note }),
    ...(publicText === before.publicText ? {} : { publicText }),
    ...(typed.visibility === before.visibility ? {} : { visibility: typed.visibility }),
    ...(differs(required, idsOf(before.required)) ? { required } : {}),
    ...(differs(optional, idsOf(before.optional)) ? { optional } : {}),
    ...(differs(typed.rooms, before.rooms) ? { rooms: [...typed.rooms] } : {}),
    ...(wishes.length === 0 ? {} : { declined: wishes }),
  };
  if (Object.keys(said).length === 0) return { ok: false, problem: 'bookings.nothing' };
  return { ok: true, change: { ...said, version: present.version } };
}

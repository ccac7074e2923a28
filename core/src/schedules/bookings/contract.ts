import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedLine, typedLines } from '../../shared/typed-text.ts';

const instant = z.iso.datetime({ offset: true });
const people = z.array(z.uuid()).max(100);

const fields = {
  subject: typedLine(255),
  note: z.union([z.literal(''), typedLines(4000)]),
  from: instant,
  to: instant,
  /** Whoever books takes part without being named. */
  required: people,
  optional: people,
  /** Of those, who take part online and need no way to the place. */
  onlinePeople: people,
  /** Rooms and equipment. */
  rooms: z.array(z.uuid()).max(20),
  /** Where people meet without a room: the code of a unit, `main` for 本庁; null: no place. */
  office: z.string().min(1).max(100).nullable(),
  /** null: online where more than one office takes part. */
  online: z.boolean().nullable(),
  /** Whether the way of those who go to another office is kept free before and after. */
  travel: z.boolean(),
  visibility: z.enum(['PUBLIC', 'SECTION', 'PRIVATE']),
  /** What the display at reception says; nothing: 「会議」. */
  publicText: z.union([z.literal(''), typedLine(50)]),
};

/** `POST /api/v1/schedules/bookings` */
export const BookInputSchema = z.strictObject({
  ...fields,
  note: fields.note.default(''),
  required: fields.required.default([]),
  optional: fields.optional.default([]),
  onlinePeople: fields.onlinePeople.default([]),
  rooms: fields.rooms.default([]),
  office: fields.office.default(null),
  online: fields.online.default(null),
  travel: fields.travel.default(true),
  visibility: fields.visibility.default('SECTION'),
  publicText: fields.publicText.default(''),
});
export type BookInput = z.infer<typeof BookInputSchema>;

const version = z.number().int().min(1).max(2_147_483_647);

/**
 * `PATCH /api/v1/schedules/bookings/{id}`: what is missing stays. A room that declined stays so too, whatever `rooms`
 * says, but for what `declined` says of it.
 */
export const ChangeBookingInputSchema = z
  .strictObject(fields)
  .partial()
  .extend({
    version,
    /** ASK_AGAIN: it is held and asked once more; DROP: the booking does without it. */
    declined: z
      .array(z.strictObject({ roomId: z.uuid(), wish: z.enum(['ASK_AGAIN', 'DROP']) }))
      .max(20)
      .optional(),
  });
export type ChangeBookingInput = z.infer<typeof ChangeBookingInputSchema>;

/** `DELETE /api/v1/schedules/bookings/{id}?version=1`: this one, or this and all later ones of its series. */
export const CancelBookingQuerySchema = z.strictObject({
  version: z.coerce.number().pipe(version),
  scope: z.enum(['ONE', 'FOLLOWING']).default('ONE'),
});
export type CancelBookingQuery = z.infer<typeof CancelBookingQuerySchema>;

/** `GET /api/v1/schedules/bookings`: mine, as whoever booked and as whoever takes part. */
export const BookingsQuerySchema = z.strictObject({
  /** COMING: not over yet, the earliest first; PAST: over or cancelled, the latest first. */
  when: z.enum(['COMING', 'PAST']).default('COMING'),
  role: z.enum(['ORGANISER', 'PARTICIPANT']).optional(),
  cursor: z.string().max(200).optional(),
});
export type BookingsQuery = z.infer<typeof BookingsQuerySchema>;

export const BookedRoomSchema = z.object({
  roomId: z.string(),
  name: z.string(),
  kind: z.enum(['ROOM', 'EQUIPMENT']),
  /** DECLINED: the room's calendar in Outlook did not take it. */
  state: z.enum(['HELD', 'DECLINED']),
  /** For which time; of one that declined perhaps another than the booking's by now. */
  from: z.string(),
  to: z.string(),
  /** 鍵・備品: for whoever booked it. */
  notes: z.string(),
});

export const BookingSchema = z.object({
  bookingId: z.string(),
  seriesId: z.string().nullable(),
  version: z.number().int(),
  state: z.enum(['BOOKED', 'CANCELLED']),
  /** null: the reader may not know (「予約あり」). */
  subject: z.string().nullable(),
  note: z.string().nullable(),
  publicText: z.string(),
  from: z.string(),
  to: z.string(),
  booker: PersonSchema,
  required: z.array(PersonSchema),
  optional: z.array(PersonSchema),
  rooms: z.array(BookedRoomSchema),
  online: z.boolean(),
  /** 仮: until somebody confirms it. */
  tentative: z.boolean(),
  joinUrl: z.string().nullable(),
  visibility: z.enum(['PUBLIC', 'SECTION', 'PRIVATE']),
  travel: z.array(z.object({ person: PersonSchema, from: z.string(), to: z.string(), way: z.enum(['THERE', 'BACK']) })),
  outlook: z.object({
    state: z.enum(['NONE', 'WAITING', 'WRITTEN', 'REFUSED']),
    /** 「Outlookには未反映」 and why; null where Outlook has it. */
    sentence: z.string().nullable(),
  }),
  may: z.object({ change: z.boolean(), cancel: z.boolean() }),
});
export type BookingView = z.infer<typeof BookingSchema>;

/** One of my bookings, as far as a list needs it. */
export const ListedBookingSchema = BookingSchema.pick({
  ...{ bookingId: true, seriesId: true, version: true, state: true, subject: true, from: true, to: true },
  ...{ booker: true, online: true, tentative: true, visibility: true, outlook: true, may: true },
}).extend({
  role: z.enum(['ORGANISER', 'PARTICIPANT']),
  rooms: z.array(BookedRoomSchema.pick({ roomId: true, name: true, state: true })),
});
export type ListedBooking = z.infer<typeof ListedBookingSchema>;

export const BookingsPageSchema = z.object({ items: z.array(ListedBookingSchema), nextCursor: z.string().nullable() });
export type BookingsPage = z.infer<typeof BookingsPageSchema>;

/** What a refusal `schedules.room_taken` carries beside its sentence (`present`). */
export interface RoomsTaken {
  readonly taken: readonly {
    readonly roomId: string;
    readonly name: string;
    /** When the same is free for as long on the same day; null: not any more. */
    readonly nextFree: string | null;
  }[];
  /** Others that are free at that time, the nearest in size first. */
  readonly others: readonly { readonly roomId: string; readonly name: string; readonly capacity: number | null }[];
}

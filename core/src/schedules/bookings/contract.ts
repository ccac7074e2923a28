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

/** `PATCH /api/v1/schedules/bookings/{id}`: what is missing stays. */
export const ChangeBookingInputSchema = z
  .strictObject(fields)
  .partial()
  .extend({ version: z.number().int().min(1).max(2_147_483_647) });
export type ChangeBookingInput = z.infer<typeof ChangeBookingInputSchema>;

/** `DELETE /api/v1/schedules/bookings/{id}`: this one, or this and all later ones of its series. */
export const CancelBookingQuerySchema = z.strictObject({ scope: z.enum(['ONE', 'FOLLOWING']).default('ONE') });
export type CancelBookingQuery = z.infer<typeof CancelBookingQuerySchema>;

export const BookedRoomSchema = z.object({
  roomId: z.string(),
  name: z.string(),
  kind: z.enum(['ROOM', 'EQUIPMENT']),
  /** DECLINED: the room's calendar in Outlook did not take it. */
  state: z.enum(['HELD', 'DECLINED']),
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

import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine, typedLines } from '../../shared/typed-text.ts';

const instant = z.iso.datetime({ offset: true });
const version = z.number().int().min(1).max(2_147_483_647);
const MOST_PLACES = 500;

/** 空き・使用中 at the moment of asking. */
export const OccupancySchema = z.object({
  kind: z.enum(['FREE', 'TAKEN']),
  /** FREE: when it is taken next, null where not within the time asked for; TAKEN: when it is free again. */
  until: z.string().nullable(),
});

export const RoomSchema = z.object({
  roomId: z.string(),
  kind: z.enum(['ROOM', 'EQUIPMENT']),
  source: z.enum(['GRAPH', 'OWN']),
  name: z.string(),
  /** `code` null: 本庁; where nobody knows the office, `building:` and the building, of which it has the name. */
  office: z.object({ code: z.string().nullable(), name: z.string() }),
  /** False: Outlook names a building that is none of our offices, and nobody has said which it is. */
  officeKnown: z.boolean(),
  floor: z.string(),
  capacity: z.number().int().nullable(),
  equipment: z.array(z.string()),
  /** 鍵・備品 */
  notes: z.string(),
  publicText: z.string(),
  /** False: it has no mailbox, and Outlook knows nothing of it. */
  inOutlook: z.boolean(),
  administrators: z.array(PersonSchema),
  version: z.number().int(),
  may: z.object({ change: z.boolean() }),
});
export type RoomView = z.infer<typeof RoomSchema>;

/** One time of a room's day. */
export const RoomTimeSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** null: shown as 「予約あり」. */
  title: z.string().nullable(),
  /** Who booked it here; null: it stands in Outlook only. */
  booker: PersonSchema.nullable(),
  bookingId: z.string().nullable(),
  /** 仮: not confirmed yet, the room has not said yes, or Outlook does not have it. */
  tentative: z.boolean(),
});
export type RoomTimeView = z.infer<typeof RoomTimeSchema>;

/** `GET /api/v1/schedules/rooms` */
export const RoomsQuerySchema = z.strictObject({
  from: typedDay(),
  to: typedDay(),
  /** Rooms of one office: the code of its unit, or `main` for 本庁; or one of `buildings`. */
  office: z.string().max(200).optional(),
});
export type RoomsQuery = z.infer<typeof RoomsQuerySchema>;

export const RoomsViewSchema = z.object({
  at: z.string(),
  from: z.string(),
  /** Included. */
  to: z.string(),
  /** `holiday`: its name, 「閉庁日」 where the city hall is closed without one, or null. */
  days: z.array(z.object({ date: z.string(), holiday: z.string().nullable() })),
  offices: z.array(z.object({ code: z.string().nullable(), name: z.string() })),
  /** Buildings in Outlook of which nobody knows whose office they are. */
  buildings: z.array(z.object({ code: z.string(), name: z.string() })),
  items: z.array(
    RoomSchema.extend({
      now: OccupancySchema,
      times: z.array(RoomTimeSchema),
      /** 最終同期 with Outlook; null where there is nothing to read. */
      syncedAt: z.string().nullable(),
      stale: z.boolean(),
    }),
  ),
  may: z.object({ add: z.boolean() }),
});
export type RoomsView = z.infer<typeof RoomsViewSchema>;

const roomFields = {
  name: typedLine(100),
  office: z.string().min(1).max(100).nullable(),
  floor: z.union([z.literal(''), typedLine(50)]),
  capacity: z.number().int().min(1).max(MOST_PLACES).nullable(),
  equipment: z.array(typedLine(50)).max(30),
  notes: z.union([z.literal(''), typedLines(1000)]),
  publicText: z.union([z.literal(''), typedLine(50)]),
  administrators: z.array(z.uuid()).max(20),
};

/** `POST /api/v1/schedules/rooms`: a room or equipment without a mailbox, by an administrator. */
export const AddRoomInputSchema = z.strictObject({
  ...roomFields,
  kind: z.enum(['ROOM', 'EQUIPMENT']).default('ROOM'),
  office: roomFields.office.default(null),
  floor: roomFields.floor.default(''),
  capacity: roomFields.capacity.default(null),
  equipment: roomFields.equipment.default([]),
  notes: roomFields.notes.default(''),
  publicText: roomFields.publicText.default(''),
  administrators: roomFields.administrators.default([]),
});
export type AddRoomInput = z.infer<typeof AddRoomInputSchema>;

/** `PATCH /api/v1/schedules/rooms/{id}`: what is missing stays. What Microsoft 365 says of a room is changed there,
 * but for its office: said here, it holds. */
export const ChangeRoomInputSchema = z
  .strictObject(roomFields)
  .partial()
  .extend({ version, removed: z.literal(true).optional() });
export type ChangeRoomInput = z.infer<typeof ChangeRoomInputSchema>;

/** `POST /api/v1/schedules/rooms/{id}/bookings` */
export const BookRoomInputSchema = z.strictObject({
  subject: typedLine(255),
  from: instant,
  to: instant,
  /** Equipment, or further rooms, for the same time. */
  with: z.array(z.uuid()).max(20).default([]),
  visibility: z.enum(['PUBLIC', 'SECTION', 'PRIVATE']).default('SECTION'),
  /** What the display at reception says; nothing: 「会議」. */
  publicText: roomFields.publicText.default(''),
  repeat: z
    .strictObject({
      every: z.enum(['WEEK', 'TWO_WEEKS', 'MONTH_DAY', 'MONTH_WEEKDAY']),
      times: z.number().int().min(2).max(53),
    })
    .nullable()
    .default(null),
  /** ALL: nothing is booked unless every time is free; FREE: those that are free. */
  take: z.enum(['ALL', 'FREE']).default('ALL'),
});
export type BookRoomInput = z.infer<typeof BookRoomInputSchema>;

/** Why one time of a series is not booked. */
export const SeriesConflictSchema = z.object({
  from: z.string(),
  to: z.string(),
  why: z.enum(['TAKEN', 'DAY_OFF', 'NO_SUCH_DAY']),
  /** Which rooms are taken. */
  rooms: z.array(z.object({ roomId: z.string(), name: z.string() })),
});
export type SeriesConflict = z.infer<typeof SeriesConflictSchema>;

export const RoomBookedSchema = z.object({
  /** null: one time only. */
  seriesId: z.string().nullable(),
  booked: z.array(z.object({ bookingId: z.string(), from: z.string(), to: z.string() })),
  left: z.array(SeriesConflictSchema),
});
export type RoomBooked = z.infer<typeof RoomBookedSchema>;

/** `GET /api/v1/schedules/displays` */
export const DisplaySchema = z.object({
  displayId: z.string(),
  name: z.string(),
  office: z.object({ code: z.string().nullable(), name: z.string() }),
  madeAt: z.string(),
  madeBy: PersonSchema,
  /** When it last asked, to some minutes. */
  seenAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export const DisplaysSchema = z.object({ items: z.array(DisplaySchema) });
export type DisplayView = z.infer<typeof DisplaySchema>;

export const MakeDisplayInputSchema = z.strictObject({
  name: typedLine(50),
  office: z.string().min(1).max(100).nullable().default(null),
});
export type MakeDisplayInput = z.infer<typeof MakeDisplayInputSchema>;

/** The key is told this once and never again. */
export const DisplayMadeSchema = z.object({ display: DisplaySchema, key: z.string() });
export type DisplayMade = z.infer<typeof DisplayMadeSchema>;

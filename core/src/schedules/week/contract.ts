import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';
import { typedDay, typedLine, typedLinesOrNothing } from '../../shared/typed-text.ts';

const InstantSchema = z.iso.datetime({ offset: true });

/** TENTATIVE: 仮; ELSEWHERE: at work, but not here. */
export const EntryStatusSchema = z.enum(['FREE', 'TENTATIVE', 'BUSY', 'OOF', 'ELSEWHERE']);
/** Who says so. HOLD: 仮押さえ of a room or a time. */
export const EntrySourceSchema = z.enum(['OUTLOOK', 'OWN', 'LEAVE', 'TELEWORK', 'TRIP', 'WHEREABOUTS', 'HOLD']);
/** 公開 / 課内 / 非公開 */
export const VisibilitySchema = z.enum(['PUBLIC', 'SECTION', 'PRIVATE']);
/** Why a calendar of Outlook is not read. */
export const CalendarProblemSchema = z.enum(['NO_MAILBOX', 'NOT_PERMITTED', 'UNREACHABLE']);

/** `GET /api/v1/schedules/week` */
export const WeekQuerySchema = z.strictObject({
  /** Left out: the caller's own section. */
  unit: z.union([z.literal('all'), z.uuid()]).optional(),
  /** Those in the units below it as well. */
  below: z.enum(['true', 'false']).default('true'),
  /** Left out: Monday of this week. */
  from: typedDay().optional(),
  days: z.coerce.number().int().min(1).max(14).default(7),
  /** Chosen people instead of a unit: staff ids with commas between them, at most 200. */
  people: z.string().max(8_000).optional(),
});
export type WeekQuery = z.infer<typeof WeekQuerySchema>;

export const WeekItemSchema = z.object({
  id: z.string(),
  source: EntrySourceSchema,
  status: EntryStatusSchema,
  from: z.string(),
  /** Not included. Of whole days: Japanese midnight to Japanese midnight. */
  to: z.string(),
  allDay: z.boolean(),
  /** null: shown as 「予定あり」. */
  title: z.string().nullable(),
  place: z.string().nullable(),
  visibility: VisibilitySchema,
  online: z.boolean(),
  category: z.string().nullable(),
  mayEdit: z.boolean(),
  /** Of own entries. */
  version: z.number().int().nullable(),
  /** Of what was booked here, to whoever may read it; else null. */
  bookingId: z.string().nullable(),
  /** Of what is held for a 日程調整 or a 書面会議, to those in whose calendar it is; else null. */
  heldFor: z.object({ kind: z.enum(['POLL', 'WRITTEN']), id: z.string() }).nullable(),
});
export type WeekItem = z.infer<typeof WeekItemSchema>;

export const SyncedSchema = z.object({
  /** 最終同期; null: never, or there is nothing to read. */
  at: z.string().nullable(),
  stale: z.boolean(),
  problem: CalendarProblemSchema.nullable(),
});

export const WeekRowSchema = z.object({
  person: PersonSchema,
  unitId: z.string(),
  synced: SyncedSchema,
  /** Whether the caller may make entries in this row. */
  mayEdit: z.boolean(),
  /** By `from`. */
  items: z.array(WeekItemSchema),
});
export type WeekRow = z.infer<typeof WeekRowSchema>;

const UnitSchema = z.object({ unitId: z.string(), name: z.string() });

export const WeekViewSchema = z.object({
  at: z.string(),
  from: z.string(),
  /** `holiday`: its name, 「閉庁日」 where the city hall is closed without one, or null. */
  days: z.array(z.object({ date: z.string(), holiday: z.string().nullable() })),
  /** The unit shown and those above it, the top first; empty where all of the city hall, or chosen people, are shown. */
  path: z.array(UnitSchema),
  /** The units right below it. */
  units: z.array(UnitSchema),
  /** How many more people there are than rows: a unit is to be chosen. */
  more: z.number().int(),
  rows: z.array(WeekRowSchema),
  /** 年次行事 of the sections shown, as far as the caller may read them: whole days, by `from`. */
  yearly: z.array(WeekItemSchema),
});
export type WeekView = z.infer<typeof WeekViewSchema>;

/** What an own entry says. Of whole days: `from` and `to` at Japanese midnight, `to` after the last day. */
const EntryFields = {
  from: InstantSchema,
  to: InstantSchema,
  allDay: z.boolean(),
  subject: typedLine(200),
  place: typedLinesOrNothing(200),
  status: EntryStatusSchema,
  visibility: VisibilitySchema,
  category: typedLine(50).nullable(),
};

/** `POST /api/v1/schedules/entries` */
export const EntryInputSchema = z.strictObject({
  ...EntryFields,
  /** Whose calendar; left out: the caller's. */
  staffId: z.uuid().optional(),
  allDay: EntryFields.allDay.default(false),
  place: EntryFields.place.default(''),
  status: EntryFields.status.default('BUSY'),
  visibility: EntryFields.visibility.default('SECTION'),
  category: EntryFields.category.default(null),
});
export type EntryInput = z.infer<typeof EntryInputSchema>;

/** `PATCH /api/v1/schedules/entries/{id}`: what is left out stays. */
export const EntryChangeInputSchema = z.strictObject({
  ...z.object(EntryFields).partial().shape,
  version: z.number().int().min(1),
});
export type EntryChangeInput = z.infer<typeof EntryChangeInputSchema>;

/** `DELETE /api/v1/schedules/entries/{id}?version=1` */
export const EntryRemovalQuerySchema = z.strictObject({ version: z.coerce.number().int().min(1) });

export const EntryViewSchema = z.object({ staffId: z.string(), item: WeekItemSchema });
export type EntryView = z.infer<typeof EntryViewSchema>;

/** `GET /api/v1/schedules/health`: for administrators. */
export const SyncHealthSchema = z.object({
  at: z.string(),
  /** Whether this deployment reads Outlook's calendars at all. */
  on: z.boolean(),
  followed: z.number().int(),
  /** Followed ones of which Microsoft tells us. */
  subscribed: z.number().int(),
  /** Subscriptions that end within a day. */
  endingSoon: z.number().int(),
  stale: z.number().int(),
  oldestSync: z.string().nullable(),
  /** How many mailboxes have which problem. */
  problems: z.array(z.object({ problem: CalendarProblemSchema, count: z.number().int() })),
  /** At most 100, the oldest first. */
  mailboxes: z.array(
    z.object({
      person: PersonSchema.nullable(),
      syncedAt: z.string().nullable(),
      stale: z.boolean(),
      problem: CalendarProblemSchema.nullable(),
      /** Until when Microsoft tells us. */
      until: z.string().nullable(),
    }),
  ),
});
export type SyncHealth = z.infer<typeof SyncHealthSchema>;

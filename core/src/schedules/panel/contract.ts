import { z } from 'zod';
import { PersonSchema } from '../../directory/contract.ts';

/** `GET /api/v1/schedules/whereabouts` */
export const WhereaboutsQuerySchema = z.strictObject({
  /** Staff ids with commas between, at most fifty. */
  people: z.string().min(1).max(2_000),
});
export type WhereaboutsQuery = z.infer<typeof WhereaboutsQuerySchema>;

/** What says something: a punch, what was approved, 外出・直帰, absences, nobody; the calendar; Teams. */
export const LineSourceSchema = z.enum(['PUNCH', 'PLAN', 'WHEREABOUTS', 'ABSENCE', 'NONE', 'CALENDAR', 'TEAMS']);
export type LineSource = z.infer<typeof LineSourceSchema>;

/** MEETING: 会議中; CALL: on the phone in Teams; BUSY_IN_TEAMS: not to be disturbed; AWAY: their calendar or Teams says so; IN_TEAMS: there, though nothing was punched. */
export const DoingSchema = z.enum(['MEETING', 'CALL', 'BUSY_IN_TEAMS', 'AWAY', 'IN_TEAMS']);
export type Doing = z.infer<typeof DoingSchema>;

export const LinePartSchema = z.object({
  source: LineSourceSchema,
  /** In the reader's language. */
  says: z.string(),
  /** When it was said, or read last; null: not known. */
  at: z.string().nullable(),
  /** Whether the line follows it. */
  counts: z.boolean(),
});

export const PersonLineSchema = z.object({
  person: PersonSchema,
  /** 「在庁・会議中 ～15:00」 */
  line: z.string(),
  source: LineSourceSchema,
  doing: DoingSchema.nullable(),
  /** Until when, where that is known. */
  until: z.string().nullable(),
  parts: z.array(LinePartSchema),
  /** Why one source was believed and not another; null where none says otherwise. */
  why: z.string().nullable(),
  /** The next ten minutes in which they are free within their hours, today or on their next working day. */
  nextFree: z.object({ from: z.string(), now: z.boolean() }).nullable(),
  nextFreeLine: z.string(),
  /** 「予定表は 10:15 時点」, where it may be out of date or could not be read. */
  stale: z.string().nullable(),
});
export type PersonLine = z.infer<typeof PersonLineSchema>;

export const WhereaboutsLinesSchema = z.object({
  at: z.string(),
  items: z.array(PersonLineSchema),
  /** Said where Teams could not be asked. */
  teams: z.string().nullable(),
});
export type WhereaboutsLines = z.infer<typeof WhereaboutsLinesSchema>;

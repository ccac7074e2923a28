import { z } from 'zod';
import { PersonSchema } from '../../../directory/contract.ts';
import { ExplanationSchema } from '../explanations/contract.ts';

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
const fields = {
  /** 0 is Sunday. */
  weekday: z.number().int().min(0).max(6),
  /** `HH:MM` in Japan. */
  from: clock,
  to: clock,
  /** How long one case gets. */
  minutes: z.union([z.literal(5), z.literal(10), z.literal(15), z.literal(20), z.literal(30)]),
};

/**
 * `GET /api/v1/schedules/windows`: those of the person named. Without one, of whoever keeps calendars the first that waits
 * for a confirmation, else the first kept; of everybody else their own.
 */
export const WindowsQuerySchema = z.strictObject({ staffId: z.uuid().optional() });

/** `POST /api/v1/schedules/windows` */
export const WindowInputSchema = z.strictObject({ staffId: z.uuid().optional(), ...fields });
export type WindowInput = z.infer<typeof WindowInputSchema>;

const version = z.number().int().min(1).max(2_147_483_647);

/** `PATCH /api/v1/schedules/windows/{id}`: what is missing stays. */
export const WindowChangeInputSchema = z.strictObject(fields).partial().extend({ version });
export type WindowChangeInput = z.infer<typeof WindowChangeInputSchema>;

/** `DELETE /api/v1/schedules/windows/{id}` */
export const WindowRemovalQuerySchema = z.strictObject({ version: z.coerce.number().pipe(version) });

export const WindowViewSchema = z.object({ windowId: z.string(), ...fields, version });
export type WindowView = z.infer<typeof WindowViewSchema>;

export const WindowsViewSchema = z.object({
  person: PersonSchema,
  /** Whether these are the caller's own. */
  isOwn: z.boolean(),
  /** The caller, and of 秘書 the executives whose calendars they keep; how many explanations wait to be confirmed. */
  people: z.array(PersonSchema.extend({ waiting: z.number().int().min(0) })),
  mayEdit: z.boolean(),
  /** By day and time. */
  items: z.array(WindowViewSchema),
  /** What is booked in them or beside, the next first: for those who may. */
  explanations: z.array(ExplanationSchema),
  /** Those that the caller asked for, with whomever, the next first; only among their own. */
  asked: z.array(ExplanationSchema),
  /** Who changed windows and entries of this calendar, the newest first: for those who may. */
  history: z.array(z.object({ at: z.string(), by: PersonSchema, line: z.string() })),
});
export type WindowsView = z.infer<typeof WindowsViewSchema>;

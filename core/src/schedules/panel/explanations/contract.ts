import { z } from 'zod';
import { PersonSchema } from '../../../directory/contract.ts';

const instant = z.iso.datetime({ offset: true });
const minutes = z.union([z.literal(10), z.literal(15)]);

/** `GET /api/v1/schedules/explanations` */
export const ExplanationsQuerySchema = z.strictObject({ caseId: z.uuid() });

/** `GET /api/v1/schedules/explanations/times` */
export const TimesQuerySchema = z.strictObject({
  caseId: z.uuid(),
  staffId: z.uuid(),
  /** How long; where they keep windows, those say it. */
  minutes: z.coerce.number().pipe(minutes).default(10),
});
export type TimesQuery = z.infer<typeof TimesQuerySchema>;

/** `POST /api/v1/schedules/explanations`: ten minutes with somebody on the route of a case. */
export const ExplanationInputSchema = z.strictObject({
  caseId: z.uuid(),
  staffId: z.uuid(),
  at: instant,
  minutes: minutes.default(10),
});
export type ExplanationInput = z.infer<typeof ExplanationInputSchema>;

/** `PATCH /api/v1/schedules/explanations/{id}` */
export const ExplanationMoveSchema = z.strictObject({
  at: instant,
  version: z.number().int().min(1).max(2_147_483_647),
});
export type ExplanationMove = z.infer<typeof ExplanationMoveSchema>;

/** `POST /api/v1/schedules/explanations/{id}/confirm` */
export const ExplanationConfirmationSchema = ExplanationMoveSchema.pick({ version: true });
export type ExplanationConfirmation = z.infer<typeof ExplanationConfirmationSchema>;

export const ExplanationSchema = z.object({
  explanationId: z.string(),
  caseId: z.string(),
  bookingId: z.string(),
  version: z.number().int(),
  /** OVER: the time has passed. */
  state: z.enum(['OPEN', 'OVER', 'CANCELLED']),
  /** With whom. */
  person: PersonSchema,
  asker: PersonSchema,
  from: z.string(),
  to: z.string(),
  /** 仮: until whoever hears it, or their secretary, confirms it. */
  tentative: z.boolean(),
  /** Names the case to whoever may see it, else only says what it is; null: the caller only sees that there is one. */
  subject: z.string().nullable(),
  joinUrl: z.string().nullable(),
  /** Whether the caller may move and cancel it. */
  mayChange: z.boolean(),
  mayConfirm: z.boolean(),
});
export type ExplanationView = z.infer<typeof ExplanationSchema>;

export const ExplanationsSchema = z.object({
  /** Those still to come, the next first. */
  items: z.array(ExplanationSchema),
  /** With whom the caller may book one: those of the route who have not acted yet or object. */
  people: z.array(PersonSchema),
});
export type Explanations = z.infer<typeof ExplanationsSchema>;

const TimeSchema = z.object({ from: z.string(), to: z.string() });

export const TimesSchema = z.object({
  /** Whether they keep windows; else these are free times of their hours. */
  keepsWindows: z.boolean(),
  /** The next three at which they, and the caller, are free. */
  items: z.array(TimeSchema),
});
export type Times = z.infer<typeof TimesSchema>;

/** What a refusal `schedules.explanation_taken` carries beside its sentence (`present`). */
export interface TimeTaken {
  readonly items: Times['items'];
}

import { z } from 'zod';
import { PostNameSchema } from '../contract-slots.ts';

/** A step of the ladder that was taken: told once, whatever happens to the jobs. */
export const ReminderSchema = z.object({
  /** Of the step it waited at, or of the 後閲 that was overdue. */
  slotId: z.string(),
  /** Whose step that is. */
  post: PostNameSchema,
  to: z.enum(['HOLDER', 'SUPERIOR', 'RECORDS', 'DRAFTER', 'READER', 'OFFICER', 'ADMIN']),
  afterWorkingDays: z.number(),
  at: z.string(),
  /** Nobody where the post was vacant. */
  told: z.array(z.string()),
});
export type Reminder = z.infer<typeof ReminderSchema>;

/** `GET /api/v1/cases/{id}/reminders`: what the city's ladder has told so far, oldest first. */
export const RemindersSchema = z.object({ items: z.array(ReminderSchema) });

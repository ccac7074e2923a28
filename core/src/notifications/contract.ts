import { z } from 'zod';
import { PersonSchema } from '../directory/contract.ts';

/** When a person wants to be told. An emergency always comes at once. */
export const NotificationWishSchema = z.strictObject({
  /** What is not urgent: at once, or together at 8:30, 13:00 and 16:30 on working days. */
  normal: z.enum(['AT_ONCE', 'DIGEST']),
  /** Nothing outside working hours: it comes together when they begin. */
  quietHours: z.boolean(),
});
export type NotificationWish = z.infer<typeof NotificationWishSchema>;

export const NotificationSettingsSchema = z.object({
  ...NotificationWishSchema.shape,
  /** False while the default of the deployment holds. */
  chosen: z.boolean(),
  /** What that means, in the reader's language. */
  sentence: z.string(),
});
export type NotificationSettings = z.infer<typeof NotificationSettingsSchema>;

/** Why the bot cannot write to somebody: never met, refused by the person or a policy, or removed. */
export const UnreachedSchema = z.enum(['NEVER', 'BLOCKED', 'GONE']);
export type Unreached = z.infer<typeof UnreachedSchema>;

const OtherWaySchema = z.enum(['FEED', 'MAIL']);

export const ReachPageSchema = z.object({
  counts: z.object({
    staff: z.number().int(),
    reached: z.number().int(),
    never: z.number().int(),
    blocked: z.number().int(),
    gone: z.number().int(),
  }),
  /** How those are told whom the bot cannot reach, and what that means. */
  otherwise: z.object({ ways: z.array(OtherWaySchema), sentence: z.string() }),
  items: z.array(
    z.object({
      person: PersonSchema,
      state: UnreachedSchema,
      /** Since when; null for whom was never met. */
      since: z.string().nullable(),
      /** How many things wait for the person now. */
      waiting: z.number().int(),
      /** How and when they were last told otherwise. */
      told: z.object({ by: OtherWaySchema, at: z.string() }).nullable(),
      /** What can be done about it. */
      advice: z.string(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type ReachPage = z.infer<typeof ReachPageSchema>;

export const ReachQuerySchema = z.strictObject({
  state: UnreachedSchema.optional(),
  cursor: z.string().max(20).optional(),
});
export type ReachQuery = z.infer<typeof ReachQuerySchema>;

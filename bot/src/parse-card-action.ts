import { z } from 'zod';

const CardActionSchema = z.object({
  name: z.literal('adaptiveCard/action'),
  value: z.object({
    action: z.object({
      type: z.literal('Action.Execute'),
      verb: z.string().min(1).max(100),
      data: z.record(z.string(), z.unknown()).nullish(),
    }),
    trigger: z.enum(['manual', 'automatic']).optional().catch(undefined),
  }),
  replyToId: z.string().min(1).max(500).optional().catch(undefined),
});

export interface CardAction {
  readonly verb: string;
  /** Ids and a version from the card plus what was typed into its fields. Untrusted until the action's schema has read it. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The client asked by itself (`refresh`), nobody pressed anything. */
  readonly automatic: boolean;
  /** The message that holds the card. */
  readonly cardActivityId: string | null;
}

/** `null` when the invoke does not hold an `Action.Execute` that can be read. */
export function parseCardAction(activity: unknown): CardAction | null {
  const read = CardActionSchema.safeParse(activity);
  if (!read.success) return null;
  const { value, replyToId } = read.data;
  return {
    verb: value.action.verb,
    data: value.action.data ?? {},
    automatic: value.trigger === 'automatic',
    cardActivityId: replyToId ?? null,
  };
}

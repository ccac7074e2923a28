import { z } from 'zod';

const Id = z.string().min(1).max(500);

/** Where a conversation is, in the least that speaking first needs. Kept by the core; holds ids, never names. */
export const ConversationReferenceSchema = z.object({
  serviceUrl: z.url({ protocol: /^https?$/ }).max(500),
  channelId: z.literal('msteams'),
  bot: z.object({ id: Id }),
  user: z.object({ id: Id }),
  conversation: z.object({
    id: Id,
    tenantId: z.string().max(100).optional(),
    conversationType: z.string().max(50).optional(),
  }),
  locale: z.string().max(35).optional(),
  /** Set on what came in by the unauthenticated door of the Agents Playground; the answer leaves by the same door. */
  door: z.literal('playground').optional(),
});
export type ConversationReference = z.infer<typeof ConversationReferenceSchema>;

const ActivitySchema = z.object({
  serviceUrl: z.unknown().optional(),
  channelId: z.unknown().optional(),
  from: z.unknown().optional(),
  recipient: z.unknown().optional(),
  conversation: z.looseObject({ conversationType: z.string().optional(), isGroup: z.boolean().nullish() }),
  locale: z.unknown().optional(),
});

export interface Conversation {
  readonly id: string;
  readonly personal: boolean;
  /** The chat of several people, or of a meeting, as Teams names it; null in a personal chat and in a channel. */
  readonly chatKey: string | null;
  readonly reference: ConversationReference;
}

/** `null` when the activity does not say where to answer. */
export function parseConversation(activity: unknown, door: 'channel' | 'playground'): Conversation | null {
  const read = ActivitySchema.safeParse(activity);
  if (!read.success) return null;
  const { from, recipient, locale, conversation, ...where } = read.data;
  const reference = ConversationReferenceSchema.safeParse({
    ...where,
    bot: recipient,
    user: from,
    conversation,
    ...(typeof locale === 'string' ? { locale } : {}),
    ...(door === 'playground' ? { door } : {}),
  });
  if (!reference.success) return null;
  const personal = (conversation.conversationType ?? 'personal') === 'personal' && conversation.isGroup !== true;
  const { id } = reference.data.conversation;
  const chatKey = conversation.conversationType === 'groupChat' ? id.replace(/;messageid=.*$/, '') : null;
  return { id, personal, chatKey, reference: reference.data };
}

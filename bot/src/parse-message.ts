import { z } from 'zod';

const MentionSchema = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

const MessageSchema = z.object({
  text: z.string().max(100_000).nullish(),
  recipient: z.object({ id: z.string() }),
  entities: z.array(z.unknown()).nullish(),
  value: z.unknown().optional(),
});

export interface TypedMessage {
  /** What the person typed: our own mention taken out, NFKC, trimmed. */
  readonly text: string;
  /** True for a pressed button of a client too old for `Action.Execute`, which sends its data as a message. */
  readonly buttonOfOldClient: boolean;
}

/** `null` when the activity is not a message that can be read. */
export function parseMessage(activity: unknown): TypedMessage | null {
  const read = MessageSchema.safeParse(activity);
  if (!read.success) return null;
  const { text, recipient, entities, value } = read.data;
  const mentions = (entities ?? []).flatMap((entity) => {
    const mention = MentionSchema.safeParse(entity);
    return mention.success && mention.data.mentioned.id === recipient.id ? [mention.data.text] : [];
  });
  const typed = mentions.reduce((rest, mention) => rest.replaceAll(mention, ' '), text ?? '');
  const folded = typed.replaceAll('&nbsp;', ' ').normalize('NFKC').replace(/\s+/g, ' ').trim();
  return { text: folded, buttonOfOldClient: folded === '' && typeof value === 'object' && value !== null };
}

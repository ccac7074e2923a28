import { z } from 'zod';
import { BOT_NAME } from '../settings.ts';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

const attachment = z.looseObject({
  contentType: z.string(),
  content: z.unknown().optional(),
  contentUrl: z.string().nullish(),
  name: z.string().nullish(),
});

/** What a bot may post. Teams ignores fields that it does not know. */
export const botActivity = z.looseObject({
  type: z.string().min(1),
  text: z.string().nullish(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).nullish(),
  summary: z.string().nullish(),
  attachments: z.array(attachment).nullish(),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ type: z.string(), title: z.string(), value: z.unknown() })) })
    .nullish(),
  replyToId: z.string().nullish(),
});

export type BotActivity = z.infer<typeof botActivity>;

export interface ChatAttachment {
  readonly contentType: string;
  readonly content: unknown;
  readonly contentUrl: string | null;
  readonly name: string | null;
}

/** A message as the Teams window shows it (README, "Window API"). */
export interface ChatMessage {
  readonly id: string;
  readonly sequence: number;
  readonly from: 'bot' | 'person';
  readonly fromName: string;
  readonly sentAt: string;
  editedAt: string | null;
  text: string;
  textFormat: 'plain' | 'markdown' | 'xml';
  summary: string | null;
  attachments: readonly ChatAttachment[];
  suggestedActions: readonly { type: string; title: string; value: unknown }[];
  readonly replyToId: string | null;
  delivery: 'delivered' | 'waiting' | 'failed';
  problem: string | null;
}

export type MessageContent = Pick<ChatMessage, 'text' | 'textFormat' | 'summary' | 'attachments' | 'suggestedActions'>;

export function contentOf(activity: BotActivity): MessageContent {
  return {
    text: activity.text ?? '',
    textFormat: activity.textFormat ?? 'markdown',
    summary: activity.summary ?? null,
    attachments: (activity.attachments ?? []).map((each) => ({
      contentType: each.contentType,
      content: each.content ?? null,
      contentUrl: each.contentUrl ?? null,
      name: each.name ?? null,
    })),
    suggestedActions: (activity.suggestedActions?.actions ?? []).map(({ type, title, value }) => ({
      type,
      title,
      value,
    })),
  };
}

export function hasCard(message: ChatMessage): boolean {
  return message.attachments.some((each) => each.contentType === CARD_TYPE);
}

/** One line for the activity feed. */
export function previewOf(content: MessageContent): string {
  const found = content.summary || content.text || content.attachments.map(cardText).find((text) => text !== '');
  return (found || `${BOT_NAME}からカードが届きました`).replace(/\s+/g, ' ').slice(0, 150);
}

function cardText({ content }: ChatAttachment): string {
  const parsed = z.looseObject({ fallbackText: z.string() }).safeParse(content);
  return parsed.data?.fallbackText ?? firstTextBlock(content);
}

function firstTextBlock(node: unknown): string {
  if (Array.isArray(node)) return node.map(firstTextBlock).find((text) => text !== '') ?? '';
  if (typeof node !== 'object' || node === null) return '';
  if ('type' in node && node.type === 'TextBlock' && 'text' in node && typeof node.text === 'string') return node.text;
  const { body, items, columns } = node as Record<string, unknown>;
  return firstTextBlock([body, items, columns].filter((part) => Array.isArray(part)));
}

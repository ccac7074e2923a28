import type { ChosenMessage } from '@kaigi/core/shared';
import { z } from 'zod';

const LONGEST_TYPED = 200;
const LONGEST_TEXT = 30_000;
const MOST_LINKS = 50;

const Query = z.object({
  commandId: z.string().min(1).max(100),
  parameters: z
    .array(z.object({ name: z.string(), value: z.unknown() }))
    .max(10)
    .default([]),
});

const Attachment = z.object({
  contentType: z.string().nullish(),
  name: z.string().nullish(),
  contentUrl: z.string().nullish(),
});

const Payload = z.object({
  id: z.string().min(1).max(200),
  replyToId: z.string().max(200).nullish(),
  createdDateTime: z.iso.datetime({ offset: true }),
  lastModifiedDateTime: z.iso.datetime({ offset: true }).nullish(),
  linkToMessage: z
    .url({ protocol: /^https?$/ })
    .max(4_000)
    .nullish()
    .catch(null),
  from: z
    .object({
      user: z.object({ id: z.guid().toLowerCase().nullish().catch(null), displayName: z.string().nullish() }).nullish(),
    })
    .nullish(),
  body: z
    .object({ contentType: z.enum(['html', 'text']).catch('html'), content: z.string().max(200_000).nullish() })
    .nullish(),
  attachments: z.array(Attachment.catch({})).nullish(),
});

const Command = z.object({
  commandId: z.string().min(1).max(100),
  commandContext: z.literal('message'),
  messagePayload: Payload,
  data: z.unknown().optional(),
});

export interface ComposeQuery {
  readonly commandId: string;
  readonly typed: string;
}

/** `null` when the invoke holds no search that can be read. The first asking, before anything is typed, is an empty one. */
export function parseComposeQuery(value: unknown): ComposeQuery | null {
  const read = Query.safeParse(value);
  if (!read.success) return null;
  const said = read.data.parameters.find(({ name }) => name !== 'initialRun')?.value;
  return { commandId: read.data.commandId, typed: typeof said === 'string' ? said.slice(0, LONGEST_TYPED) : '' };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
    (whole, decimal, hex, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : '\ufffd';
    },
  );
}

/** The words of a message; pictures and the quoted part of another message are not its words. */
export function wordsOfHtml(html: string): string {
  const lines = html
    .replace(/<(script|style|attachment)\b[^>]*>[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h\d|blockquote)>/gi, '\n')
    .replace(/<[^>]*>/g, '');
  return decoded(lines)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** How Teams calls a file that lies in OneDrive or SharePoint. */
const FILE = { isFile: true } as const;

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

function linksOf(attachments: z.infer<typeof Payload>['attachments']): ChosenMessage['links'] {
  const links = (attachments ?? []).flatMap(({ contentType, name, contentUrl }) => {
    const label = name?.replace(/\s+/g, ' ').trim().slice(0, 400);
    return label && contentUrl && isWeb(contentUrl)
      ? [{ name: label, url: contentUrl.slice(0, 4_000), ...(contentType === 'reference' ? FILE : {}) }]
      : [];
  });
  return links.slice(0, MOST_LINKS);
}

export interface ComposeCommand {
  readonly commandId: string;
  readonly message: ChosenMessage;
  readonly data: unknown;
}

/** `null` when the invoke does not point at one message. The channel is who says what stands in that message. */
export function parseComposeCommand(value: unknown, inChannel: boolean): ComposeCommand | null {
  const read = Command.safeParse(value);
  if (!read.success) return null;
  const { commandId, data, messagePayload: told } = read.data;
  const { user } = told.from ?? {};
  const name = user?.displayName?.replace(/\s+/g, ' ').trim().slice(0, 200);
  const content = told.body?.content ?? '';
  const text = told.body?.contentType === 'text' ? content : wordsOfHtml(content);
  const edited = told.lastModifiedDateTime ?? null;
  const message: ChosenMessage = {
    ...{ id: told.id, at: told.createdDateTime, editedAt: edited === told.createdDateTime ? null : edited },
    by: name ? { name, entraObjectId: user?.id ?? null } : null,
    text: text.replaceAll('\0', '').toWellFormed().slice(0, LONGEST_TEXT).toWellFormed(),
    replyTo: told.replyToId || null,
    ...{ links: linksOf(told.attachments), link: told.linkToMessage ?? null },
    from: inChannel ? 'TEAMS_CHANNEL' : 'TEAMS_CHAT',
  };
  return { commandId, message, data: data ?? null };
}

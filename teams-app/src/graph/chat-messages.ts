import type { ChatAsked, ChatAttachment, ChatMember, ChatRefusal, PostedMessage } from '@kaigi/core';
import { KaigiError } from '@kaigi/core/shared';
import { z } from 'zod';
import { comeAgain } from './asked.ts';
import { type GraphClient, GraphRefusal } from './graph-client.ts';

const NO_LIMIT = '0001-01-01T00:00:00Z';
const GRANTS = /Resource specific consent grants on the request '([^']*)'/i;

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const user = z.object({ id: z.string().nullish(), displayName: z.string().nullish() });
const identity = z.object({ user: user.nullish(), application: z.looseObject({}).nullish() });

// The parts that are read of what the documentation of Graph v1.0 shows: resources/chatmessage, chatmessageattachment,
// chatmessagemention, chatmessagereaction, aadUserConversationMember.
const AttachmentSchema = z.object({
  id: z.string().nullish(),
  contentType: z.string().nullish(),
  contentUrl: z.string().nullish(),
  name: z.string().nullish(),
});
export const MessageSchema = z.object({
  id: z.string().min(1),
  messageType: z.string(),
  createdDateTime: instant,
  lastEditedDateTime: instant.nullish(),
  deletedDateTime: instant.nullish(),
  importance: z.string().nullish(),
  from: identity.nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
  attachments: z.array(AttachmentSchema).nullish(),
  mentions: z.array(z.object({ mentioned: identity.nullish() })).nullish(),
  reactions: z
    .array(z.object({ reactionType: z.string(), displayName: z.string().nullish(), user: identity.nullish() }))
    .nullish(),
});
export const PageSchema = z.object({ value: z.array(MessageSchema), '@odata.nextLink': z.string().optional() });
const MemberSchema = z.object({
  userId: z.string().nullish(),
  displayName: z.string().nullish(),
  visibleHistoryStartDateTime: instant.nullish().catch(null),
});

/** What a refusal means for whoever has to add or switch something (docs/administrators/teams-transcripts.md). */
function refusalOf({ status, detail }: GraphRefusal): ChatRefusal {
  if (status === 404 || status === 410) return 'minutes.chat_gone';
  if (status !== 401 && status !== 403) return 'minutes.chat_strange_answer';
  const granted = GRANTS.exec(detail.message)?.[1];
  if (granted === undefined) return 'minutes.chat_forbidden';
  return granted.trim() === '' ? 'minutes.chat_app_not_there' : 'minutes.chat_not_consented';
}

export async function asked<T>(work: () => Promise<T>): Promise<ChatAsked<T>> {
  try {
    return { kind: 'OK', value: await work() };
  } catch (error) {
    if (error instanceof GraphRefusal) return { kind: 'REFUSED', code: refusalOf(error) };
    if (error instanceof z.ZodError) return { kind: 'REFUSED', code: 'minutes.chat_strange_answer' };
    if (!(error instanceof KaigiError)) throw error;
    if (error.code === 'sign_in.app_token_refused') return { kind: 'REFUSED', code: 'minutes.chat_forbidden' };
    if (error.kind !== 'unavailable') throw error;
    return { kind: 'LATER', at: comeAgain(error) };
  }
}

type Message = z.infer<typeof MessageSchema>;

function senderOf({ from }: Message): PostedMessage['sender'] {
  if (from?.application) return { kind: 'APP' };
  const { id = null, displayName = null } = from?.user ?? {};
  if (!id && !displayName) return { kind: 'HIDDEN' };
  return { kind: 'PERSON', entraObjectId: id?.toLowerCase() ?? null, name: displayName };
}

function kindOf(contentType: string): ChatAttachment['kind'] {
  if (contentType === 'reference') return 'FILE';
  if (contentType === 'messageReference') return 'QUOTE';
  return contentType.startsWith('application/vnd.microsoft.') ? 'CARD' : 'OTHER';
}

const attachmentOf = ({ id, contentType, contentUrl, name }: z.infer<typeof AttachmentSchema>): ChatAttachment => ({
  ...{ kind: kindOf(contentType ?? ''), id: id ?? '', name: name ?? null, url: contentUrl ?? null },
});

export function messageOf(message: Message): PostedMessage {
  const { id, messageType, createdDateTime, importance, body, attachments, mentions, reactions } = message;
  const deletedAt = message.deletedDateTime ?? null;
  const kept = deletedAt === null;
  return {
    ...{ messageKey: id, system: messageType !== 'message', createdAt: createdDateTime, deletedAt },
    ...{ editedAt: message.lastEditedDateTime ?? null, sender: senderOf(message) },
    // What was deleted is read by nobody, not even here.
    body: { html: body?.contentType !== 'text', content: kept ? (body?.content ?? '') : '' },
    callsApp: kept && (mentions ?? []).some(({ mentioned }) => mentioned?.application),
    attachments: kept ? (attachments ?? []).map(attachmentOf) : [],
    reactions: (kept ? (reactions ?? []) : []).map(({ reactionType: sign, user: who }) => ({
      ...{ sign, name: who?.user?.displayName ?? null },
      entraObjectId: who?.user?.id?.toLowerCase() ?? null,
    })),
    important: kept && (importance === 'high' || importance === 'urgent'),
  };
}

/** Who is in a chat or a channel, page by page. */
export async function membersAt(graph: GraphClient, path: string): Promise<ChatMember[]> {
  const found: ChatMember[] = [];
  for await (const page of graph.list<unknown>(path))
    for (const member of z.array(MemberSchema).parse(page)) {
      const { userId, displayName, visibleHistoryStartDateTime: from } = member;
      const seesSince = !from || from <= new Date(NO_LIMIT).toISOString() ? null : from;
      found.push({ entraObjectId: userId?.toLowerCase() ?? null, name: displayName ?? null, seesSince });
    }
  return found;
}

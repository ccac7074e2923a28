import type { ChatKey, ChatMember, ChatSource, MessagePage, Stretch } from '@kaigi/core';
import { createAttachedFiles } from './attached-files.ts';
import { createChannelSource } from './channels.ts';
import { asked, membersAt, messageOf, PageSchema } from './chat-messages.ts';
import { type GraphClient, type GraphFileReader, insideGraph } from './graph-client.ts';

const PAGE = 50;

const pathOf = ({ chatKey }: ChatKey): string => `/chats/${encodeURIComponent(chatKey)}`;

/** `gt` leaves out what was written at that very moment. */
const before = (moment: string): string => new Date(Date.parse(moment) - 1).toISOString();

/**
 * The messages of a chat that were written or changed in a stretch of time, one page.
 * By resource-specific consent of the chat: ChatMessage.Read.Chat (appPackage/manifest.template.json)
 */
async function readPage(graph: GraphClient, chat: ChatKey, { since, until, next }: Stretch): Promise<MessagePage> {
  const filter = `lastModifiedDateTime gt ${before(since)} and lastModifiedDateTime lt ${until}`;
  const query = `$top=${PAGE}&$orderby=${encodeURIComponent('lastModifiedDateTime desc')}&$filter=${encodeURIComponent(filter)}`;
  const path = insideGraph(next ?? undefined) ?? `${pathOf(chat)}/messages?${query}`;
  const page = PageSchema.parse(await graph.get<unknown>(path));
  return { messages: page.value.map(messageOf), next: insideGraph(page['@odata.nextLink']) ?? null };
}

/**
 * Who is in a chat.
 * By resource-specific consent of the chat: ChatMember.Read.Chat (appPackage/manifest.template.json)
 */
const readMembers = (graph: GraphClient, chat: ChatKey): Promise<ChatMember[]> =>
  membersAt(graph, `${pathOf(chat)}/members`);

/**
 * What a chat is called.
 * By resource-specific consent of the chat: ChatSettings.Read.Chat (appPackage/manifest.template.json)
 */
async function readTopic(graph: GraphClient, chat: ChatKey): Promise<string | null> {
  const { topic } = await graph.get<{ topic?: unknown }>(pathOf(chat));
  return typeof topic === 'string' ? topic : null;
}

/** Chats of Teams in which this app is; what it may read there, each chat gives it (resource-specific consent). */
export function createChatSource(graphOf: (municipalityId: string) => GraphFileReader): ChatSource {
  return {
    channels: createChannelSource(graphOf),
    files: createAttachedFiles(graphOf),
    topic: (chat) => asked(() => readTopic(graphOf(chat.municipalityId), chat)),
    members: (chat) => asked(() => readMembers(graphOf(chat.municipalityId), chat)),
    messages: (chat, stretch) => asked(() => readPage(graphOf(chat.municipalityId), chat, stretch)),
  };
}

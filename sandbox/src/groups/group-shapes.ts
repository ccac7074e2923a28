import type { Person } from '../city/city.ts';
import { BOT_NAME, CLIENT_ID } from '../settings.ts';
import type { Group, GroupMessage } from './group.ts';

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

// Teams says of those who react only who they are, and not how they are called.
const userOf = (person: Person, displayName: string | null = person.displayName) => ({
  ...{ application: null, device: null },
  user: {
    '@odata.type': '#microsoft.graph.teamworkUserIdentity',
    id: person.id,
    displayName,
    userIdentityType: 'aadUser',
    tenantId: person.tenantId,
  },
});

const botOf = () => ({
  ...{ device: null, user: null },
  application: {
    '@odata.type': '#microsoft.graph.teamworkApplicationIdentity',
    id: CLIENT_ID,
    displayName: BOT_NAME,
    applicationIdentityType: 'bot',
  },
});

const fromOf = (from: GroupMessage['from']) => (from === null ? null : from === 'bot' ? botOf() : userOf(from));

function attachmentsOf({ messages, channel }: Group, { files, replyTo, cards }: GroupMessage) {
  const nothing = { contentUrl: null, content: null, name: null, thumbnailUrl: null, teamsAppId: null };
  const quoted = channel ? undefined : messages.find(({ id }) => id === replyTo);
  const sender = quoted?.from === null || quoted?.from === 'bot' ? null : quoted?.from;
  const content = quoted && {
    ...{ messageId: quoted.id, messagePreview: quoted.html.replaceAll(/<[^>]*>/g, '') },
    messageSender: sender ? userOf(sender) : null,
  };
  return [
    ...(quoted
      ? [{ ...nothing, id: quoted.id, contentType: 'messageReference', content: JSON.stringify(content) }]
      : []),
    ...files.map(({ name, url }, at) => ({
      ...nothing,
      id: `file-${at}`,
      contentType: 'reference',
      contentUrl: url,
      name,
    })),
    ...cards.map(({ contentType, content: card }, at) => ({
      ...{ ...nothing, id: `card-${at}`, contentType, content: JSON.stringify(card) },
    })),
  ];
}

const bodyOf = (message: GroupMessage, attachments: readonly { readonly id: string }[]) => ({
  contentType: 'html',
  content: message.html + attachments.map(({ id }) => `<attachment id="${id}"></attachment>`).join(''),
});

/** A chatMessage of Microsoft Graph v1.0 (learn.microsoft.com/graph/api/resources/chatmessage). */
export function messageShape(group: Group, message: GroupMessage): Record<string, unknown> {
  const { id, from, createdAt, modifiedAt, editedAt, deletedAt, mentions, reactions, replyTo } = message;
  const { channel } = group;
  const gone = deletedAt !== null;
  const attachments = gone ? [] : attachmentsOf(group, message);
  return {
    ...{ id, etag: String(modifiedAt), importance: 'normal', locale: 'ja-jp' },
    ...(channel ? { replyToId: replyTo, chatId: null } : { replyToId: null, chatId: group.id }),
    channelIdentity: channel && { teamId: channel.teamId, channelId: group.id },
    messageType: from === null ? 'systemEventMessage' : 'message',
    ...{ createdDateTime: iso(createdAt), lastModifiedDateTime: iso(modifiedAt) },
    ...{ lastEditedDateTime: isoOrNull(editedAt), deletedDateTime: isoOrNull(deletedAt) },
    ...{ subject: null, summary: null, webUrl: null, policyViolation: null },
    eventDetail: from === null ? { '@odata.type': '#microsoft.graph.membersAddedEventMessageDetail' } : null,
    from: fromOf(from),
    body: gone ? { contentType: 'html', content: '' } : bodyOf(message, attachments),
    attachments,
    mentions: gone
      ? []
      : mentions.map(({ name, person }, at) => ({
          ...{ id: at, mentionText: name },
          mentioned: { conversation: null, ...(person === 'bot' ? botOf() : userOf(person)) },
        })),
    reactions: gone
      ? []
      : reactions.map(({ person, sign, at }) => ({
          ...{ reactionType: sign, displayName: null, reactionContentUrl: null, createdDateTime: iso(at) },
          user: userOf(person, null),
        })),
    messageHistory: [],
  };
}

export const memberShape = (person: Person, since: number | null): Record<string, unknown> => ({
  ...{ '@odata.type': '#microsoft.graph.aadUserConversationMember', id: Buffer.from(person.id).toString('base64') },
  ...{ roles: ['owner'], displayName: person.displayName, userId: person.id, email: person.signInName },
  ...{ tenantId: person.tenantId, visibleHistoryStartDateTime: since === null ? '0001-01-01T00:00:00Z' : iso(since) },
});

export const chatShape = ({ id, topic, tenantId, messages }: Group): Record<string, unknown> => ({
  ...{
    id,
    topic,
    chatType: 'group',
    tenantId,
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(id)}/0`,
  },
  createdDateTime: iso(messages[0]?.createdAt ?? 0),
  lastUpdatedDateTime: iso(messages.at(-1)?.modifiedAt ?? 0),
  onlineMeetingInfo: null,
});

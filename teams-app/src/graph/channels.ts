import type { ChannelKey, ChannelSource, MessagePage } from '@kaigi/core';
import { asked, MessageSchema, membersAt, messageOf, PageSchema } from './chat-messages.ts';
import { type GraphClient, insideGraph } from './graph-client.ts';

const PAGE = 50;

const teamOf = ({ teamId }: Pick<ChannelKey, 'teamId'>): string => `/teams/${encodeURIComponent(teamId)}`;

/** Where Graph has a channel of a team. */
export const channelAt = (channel: Pick<ChannelKey, 'teamId' | 'channelId'>): string =>
  `${teamOf(channel)}/channels/${encodeURIComponent(channel.channelId)}`;

const nameIn = ({ displayName }: { readonly displayName?: unknown }): string[] =>
  typeof displayName === 'string' && displayName.trim() !== '' ? [displayName.trim()] : [];

/**
 * What team and channel are called: 「政策課 > 庁舎の改修」.
 * By resource-specific consent of the team: TeamSettings.Read.Group, ChannelSettings.Read.Group
 * (appPackage/manifest.template.json)
 */
async function readName(graph: GraphClient, channel: ChannelKey): Promise<string | null> {
  const team = await graph.get<{ displayName?: unknown }>(`${teamOf(channel)}?$select=displayName`);
  const own = await graph.get<{ displayName?: unknown }>(`${channelAt(channel)}?$select=displayName`);
  const names = [...nameIn(team), ...nameIn(own)];
  return names.length === 0 ? null : names.join(' > ').slice(0, 400);
}

/**
 * One page of what answers a message. Only `$top` is known there, and the newest come first.
 * By resource-specific consent of the team: ChannelMessage.Read.Group (appPackage/manifest.template.json)
 */
async function readReplies(
  graph: GraphClient,
  channel: ChannelKey,
  { rootId, next }: { readonly rootId: string; readonly next: string | null },
): Promise<MessagePage> {
  const first = `${channelAt(channel)}/messages/${encodeURIComponent(rootId)}/replies?$top=${PAGE}`;
  const page = PageSchema.parse(await graph.get<unknown>(insideGraph(next ?? undefined) ?? first));
  return { messages: page.value.map(messageOf), next: insideGraph(page['@odata.nextLink']) ?? null };
}

/** Channels of teams in which this app is; what it may read there, each team gives it (resource-specific consent). */
export function createChannelSource(graphOf: (municipalityId: string) => GraphClient): ChannelSource {
  return {
    name: (channel) => asked(() => readName(graphOf(channel.municipalityId), channel)),
    // By resource-specific consent of the team: ChannelMember.Read.Group (appPackage/manifest.template.json)
    members: (channel) => asked(() => membersAt(graphOf(channel.municipalityId), `${channelAt(channel)}/members`)),
    root: (channel, rootId) =>
      asked(async () => {
        const path = `${channelAt(channel)}/messages/${encodeURIComponent(rootId)}`;
        return messageOf(MessageSchema.parse(await graphOf(channel.municipalityId).get<unknown>(path)));
      }),
    replies: (channel, thread) => asked(() => readReplies(graphOf(channel.municipalityId), channel, thread)),
  };
}

import type { ChosenMessage } from '@kaigi/core/shared';
import { z } from 'zod';

const ConversationId = z.string().min(1).max(400);
const GroupId = z.guid().toLowerCase();
/** As Teams calls channels and messages. Both become parts of a path at Graph, where nothing else may lead anywhere. */
const ChannelId = z.string().regex(/^19:[\w-]{1,200}@thread\.(?:tacv2|skype)$/);
const MessageId = z.string().regex(/^\d{1,20}$/);
const ChannelKey = z.object({ teamId: GroupId, channelId: ChannelId, rootId: MessageId });

const ActivitySchema = z.object({
  conversation: z.object({ id: ConversationId }),
  channelData: z
    .object({
      channel: z.object({ id: ChannelId }).nullish().catch(null),
      team: z
        .object({ aadGroupId: GroupId.nullish().catch(null) })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});

/** The link of a message names its team where the activity does not; whether somebody may read there, Graph is asked. */
const teamInLink = (link: string | null): string | null => {
  const said = link === null ? null : URL.parse(link)?.searchParams.get('groupId');
  return GroupId.safeParse(said).data ?? null;
};

/** The thread of a channel in which a message stands; `null` where Teams does not say of which team the channel is, or what it
 * says is no channel or message. */
export function parseChannel(
  activity: unknown,
  { id, replyTo, link }: Pick<ChosenMessage, 'id' | 'replyTo' | 'link'>,
): NonNullable<ChosenMessage['channel']> | null {
  const read = ActivitySchema.safeParse(activity);
  if (!read.success) return null;
  const { conversation, channelData } = read.data;
  const teamId = channelData?.team?.aadGroupId ?? teamInLink(link);
  const channelId = channelData?.channel?.id ?? conversation.id.replace(/;messageid=.*$/, '');
  return ChannelKey.safeParse({ teamId, channelId, rootId: replyTo ?? id }).data ?? null;
}

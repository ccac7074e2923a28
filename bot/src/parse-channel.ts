import type { ChosenMessage } from '@kaigi/core/shared';
import { z } from 'zod';

const Key = z.string().min(1).max(200);
const GroupId = z.guid().toLowerCase();

const ActivitySchema = z.object({
  conversation: z.object({ id: Key }),
  channelData: z
    .object({
      channel: z.object({ id: Key }).nullish().catch(null),
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

/** The thread of a channel in which a message stands; `null` where Teams does not say of which team the channel is. */
export function parseChannel(
  activity: unknown,
  { id, replyTo, link }: Pick<ChosenMessage, 'id' | 'replyTo' | 'link'>,
): NonNullable<ChosenMessage['channel']> | null {
  const read = ActivitySchema.safeParse(activity);
  if (!read.success) return null;
  const { conversation, channelData } = read.data;
  const teamId = channelData?.team?.aadGroupId ?? teamInLink(link);
  const channelId = channelData?.channel?.id ?? conversation.id.replace(/;messageid=.*$/, '');
  return teamId === null ? null : { teamId, channelId, rootId: replyTo ?? id };
}

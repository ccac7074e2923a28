import { z } from 'zod';

const Members = z.array(z.object({ id: z.string() })).nullish();
const UpdateSchema = z.object({
  recipient: z.object({ id: z.string() }),
  membersAdded: Members,
  membersRemoved: Members,
});

export interface MembersChange {
  readonly botAdded: boolean;
  readonly botRemoved: boolean;
}

/** `null` when the activity cannot be read. */
export function parseConversationUpdate(activity: unknown): MembersChange | null {
  const read = UpdateSchema.safeParse(activity);
  if (!read.success) return null;
  const isBot = (member: { id: string }) => member.id === read.data.recipient.id;
  return {
    botAdded: (read.data.membersAdded ?? []).some(isBot),
    botRemoved: (read.data.membersRemoved ?? []).some(isBot),
  };
}

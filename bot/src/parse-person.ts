import { z } from 'zod';

/** Who sent the activity, by what the authenticated channel says. */
export interface ActivityPerson {
  readonly municipalityId: string;
  readonly entraObjectId: string;
}

const Id = z.guid().toLowerCase();

const ActivitySchema = z.object({
  from: z.object({ aadObjectId: Id }),
  conversation: z.object({ tenantId: Id.optional() }),
  channelData: z.object({ tenant: z.object({ id: Id }).optional() }).nullish(),
});

/** `null` when the activity does not name one person of one tenant; two tenants that differ name nobody. */
export function parsePerson(activity: unknown): ActivityPerson | null {
  const read = ActivitySchema.safeParse(activity);
  if (!read.success) return null;
  const fromConversation = read.data.conversation.tenantId;
  const fromChannel = read.data.channelData?.tenant?.id;
  const municipalityId = fromConversation ?? fromChannel;
  if (municipalityId === undefined) return null;
  if (fromChannel !== undefined && fromChannel !== municipalityId) return null;
  return { municipalityId, entraObjectId: read.data.from.aadObjectId };
}

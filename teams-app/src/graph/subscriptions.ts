import type { Asked, Subscribed, TranscriptSubscriptions } from '@kaigi/core';
import type { Subscription } from '@microsoft/microsoft-graph-types';
import { asked } from './asked.ts';
import { type GraphEditor, GraphRefusal } from './graph-client.ts';

const RESOURCE = 'communications/onlineMeetings/getAllTranscripts';
/** Microsoft allows 4,320 minutes by its own clock. */
const LONGEST_MS = (4_320 - 10) * 60_000;

/** Where Microsoft sends its news. */
export const NEWS_PATH = '/api/graph/notifications';

/** What was made or prolonged. @throws GraphRefusal where the answer does not say until when */
export function subscribedIn(answer: Subscription | undefined): Subscribed {
  const expiresAt = new Date(answer?.expirationDateTime ?? '');
  if (!answer?.id || Number.isNaN(expiresAt.getTime())) throw new GraphRefusal(200, 'subscriptionWithoutEnd');
  return { subscriptionId: answer.id, expiresAt };
}

/** What nobody here knows of any more (a process died before the answer came) would send its news twice. */
async function removeStrays(graph: GraphEditor, address: string): Promise<void> {
  for await (const page of graph.list<Subscription>('/subscriptions'))
    for (const { id, resource, notificationUrl } of page)
      if (id && resource?.replace(/^\//, '') === RESOURCE && notificationUrl === address) await remove(graph, id);
}

export const subscriptionPath = (id: string): string => `/subscriptions/${encodeURIComponent(id)}`;

const remove = (graph: GraphEditor, id: string) => graph.delete(subscriptionPath(id));

async function unsubscribe(graph: GraphEditor, id: string): Promise<Asked<null>> {
  const ended = await asked(() => remove(graph, id));
  const isOver = ended.kind === 'OK' || (ended.kind === 'REFUSED' && ended.code === 'minutes.graph_gone');
  return isOver ? { kind: 'OK', value: null } : ended;
}

/**
 * News of every new transcript of a tenant, without what stands in it.
 * Permission: OnlineMeetingTranscript.Read.All (application)
 */
export function createTranscriptSubscriptions(
  graphOf: (municipalityId: string) => GraphEditor,
  publicUrl: string,
): TranscriptSubscriptions {
  const address = `${publicUrl}${NEWS_PATH}`;
  return {
    address,
    longestMs: LONGEST_MS,
    subscribe: (municipalityId, { secret, until }) =>
      asked(async () => {
        const graph = graphOf(municipalityId);
        await removeStrays(graph, address);
        return subscribedIn(
          await graph.post<Subscription>('/subscriptions', {
            changeType: 'created',
            resource: RESOURCE,
            notificationUrl: address,
            // Later it cannot be added, and for longer than an hour it must be there.
            lifecycleNotificationUrl: address,
            expirationDateTime: until.toISOString(),
            clientState: secret,
          }),
        );
      }),
    prolong: (municipalityId, id, until) =>
      asked(async () =>
        subscribedIn(
          await graphOf(municipalityId).patch<Subscription>(subscriptionPath(id), {
            expirationDateTime: until.toISOString(),
          }),
        ),
      ),
    unsubscribe: (municipalityId, id) => unsubscribe(graphOf(municipalityId), id),
  };
}

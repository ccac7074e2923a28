import type { CalendarSubscription, Calendars } from '@kaigi/core';
import type { Subscription } from '@microsoft/microsoft-graph-types';
import { askedOfCalendar } from './calendar-asked.ts';
import { userPath } from './calendar-changes.ts';
import type { GraphEditor } from './graph-client.ts';
import { isCalendar } from './news.ts';
import { NEWS_PATH, subscribedIn, subscriptionPath } from './subscriptions.ts';

/** Microsoft allows 10,080 minutes by its own clock. */
const LONGEST_MS = (10_080 - 10) * 60_000;

type EventSubscriptions = Pick<
  Calendars,
  'newsAddress' | 'longestMs' | 'subscribe' | 'prolong' | 'unsubscribe' | 'subscriptions'
>;

/** The app's own, whatever they are about and wherever they lead; page by page, as Microsoft gives no other choice. */
async function listed(graph: GraphEditor, address: string): Promise<CalendarSubscription[]> {
  const found: CalendarSubscription[] = [];
  for await (const page of graph.list<Subscription>('/subscriptions'))
    for (const one of page)
      if (one.notificationUrl === address && isCalendar(one.resource ?? '')) found.push(subscribedIn(one));
  return found;
}

/**
 * News of every changed event of a mailbox, without what stands in it.
 * Permission: Calendars.Read (application)
 */
export function createEventSubscriptions(
  graphOf: (municipalityId: string) => GraphEditor,
  publicUrl: string,
): EventSubscriptions {
  const address = `${publicUrl}${NEWS_PATH}`;
  return {
    ...{ newsAddress: address, longestMs: LONGEST_MS },
    subscribe: (municipalityId, { mailbox, secret, until }) =>
      askedOfCalendar(async () =>
        subscribedIn(
          await graphOf(municipalityId).post<Subscription>('/subscriptions', {
            changeType: 'created,updated,deleted',
            resource: `${userPath(mailbox).slice(1)}/events`,
            notificationUrl: address,
            // Later it cannot be added.
            lifecycleNotificationUrl: address,
            expirationDateTime: until.toISOString(),
            clientState: secret,
          }),
        ),
      ),
    prolong: (municipalityId, id, until) =>
      askedOfCalendar(async () => {
        const body = { expirationDateTime: until.toISOString() };
        return subscribedIn(await graphOf(municipalityId).patch<Subscription>(subscriptionPath(id), body));
      }),
    subscriptions: (municipalityId) => askedOfCalendar(() => listed(graphOf(municipalityId), address)),
    async unsubscribe(municipalityId, id) {
      const ended = await askedOfCalendar(() => graphOf(municipalityId).delete(subscriptionPath(id)));
      const isOver = ended.kind === 'OK' || (ended.kind === 'REFUSED' && ended.code === 'schedules.graph_gone');
      return isOver ? { kind: 'OK', value: null } : ended;
    },
  };
}

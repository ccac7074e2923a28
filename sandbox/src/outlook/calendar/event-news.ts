import type { News } from '../../subscriptions/subscriptions.ts';
import type { EventChange } from './calendars.ts';
import { eventId } from './event.ts';
import { etagOf, eventShape } from './event-shape.ts';
import { instanceOn } from './expand.ts';

/** An event of somebody's calendar is new, otherwise or gone. */
export function eventNews({ owner, type, event, day }: EventChange): News {
  const id = eventId(owner, event.uid, day);
  const resource = `Users/${owner.id}/Events/${id}`;
  return {
    ...{ kind: 'events', ownerId: owner.id, changeType: type, resource },
    resourceData: {
      ...{ '@odata.type': '#Microsoft.Graph.Event', '@odata.id': resource },
      ...{ '@odata.etag': etagOf(event), id },
    },
    content: () => eventShape((day === null ? null : instanceOn(event, day)) ?? event, { owner, zone: 'UTC' }),
  };
}

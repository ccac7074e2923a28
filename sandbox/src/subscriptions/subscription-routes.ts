import { GraphError } from '../graph/graph-error.ts';
import type { Call, On } from '../graph/routes.ts';
import { linkTo } from '../outlook/calendar/calendar-call.ts';
import { subscriptionShape } from './subscription.ts';
import type { Subscriptions } from './subscriptions.ts';

/** How long a page is that nobody may choose. */
const PAGE = 100;

/** Change notifications of Microsoft Graph v1.0: of transcripts and of events, by the app itself only. */
export function subscriptionsGraph(on: On, subscriptions: Subscriptions): void {
  const asked = ({ caller, request }: Call) => {
    if (caller.person !== null)
      throw new GraphError(403, 'Forbidden', 'Operation: Create; delegated is not supported.');
    return { tenantId: caller.city.tenantId, id: (request.params as { id?: string }).id ?? '' };
  };
  on('get', '/subscriptions', (call) => {
    const [all, from] = [subscriptions.of(asked(call).tenantId), Number(call.params.get('$skiptoken') ?? 0)];
    const next = linkTo(call, { $skiptoken: String(from + PAGE) });
    return {
      value: all.slice(from, from + PAGE).map(subscriptionShape),
      ...(all.length > from + PAGE ? { '@odata.nextLink': next } : {}),
    };
  });
  on('post', '/subscriptions', async (call) => {
    const made = await subscriptions.create(asked(call).tenantId, call.request.body);
    call.reply.code(201);
    return subscriptionShape(made);
  });
  on('get', '/subscriptions/:id', (call) => {
    const { tenantId, id } = asked(call);
    return subscriptionShape(subscriptions.get(tenantId, id));
  });
  on('patch', '/subscriptions/:id', (call) => {
    const { tenantId, id } = asked(call);
    const { expirationDateTime } = (call.request.body ?? {}) as { expirationDateTime?: unknown };
    return subscriptionShape(subscriptions.renew(tenantId, id, expirationDateTime));
  });
  on('delete', '/subscriptions/:id', (call) => {
    const { tenantId, id } = asked(call);
    subscriptions.remove(subscriptions.get(tenantId, id).id);
    return call.reply.code(204).removeHeader('content-type').send();
  });
  on('post', '/subscriptions/:id/reauthorize', (call) => {
    const { tenantId, id } = asked(call);
    subscriptions.reauthorize(tenantId, id);
    return call.reply.code(204).removeHeader('content-type').send();
  });
}

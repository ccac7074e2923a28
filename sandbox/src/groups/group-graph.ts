import { GraphError } from '../graph/graph-error.ts';
import type { Call, On } from '../graph/routes.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import type { Group, GroupMessage } from './group.ts';
import { chatShape, memberShape, messageShape } from './group-shapes.ts';
import type { Groups } from './groups.ts';

const MOST = 50;
const RANGE = /^lastModifiedDateTime gt (\S+) and lastModifiedDateTime lt (\S+)$/;

/** As Graph words it where a chat gave the app nothing, or not this. */
function missing(wanted: string, granted: string): GraphError {
  const message = `Missing role permissions on the request. API requires one of '${wanted}'. Roles on the request 'User.Read.All'. Resource specific consent grants on the request '${granted}'.`;
  return new GraphError(403, 'Forbidden', message);
}

/** What was switched in this chat or team. @throws GraphError 403 */
export function granted(group: Group, permission: string, other: string): Group {
  if (!group.allowed) throw new GraphError(403, 'Forbidden', 'Access to chats is blocked by a policy of the tenant.');
  if (!group.installed) throw missing(permission, '');
  if (!group.consented) throw missing(permission, other);
  return group;
}

function groupOf(groups: Groups, { caller, request }: Call, permission: string): Group {
  const { chat = '' } = request.params as { chat?: string };
  const group = groups.byId(chat);
  if (!group || group.channel || group.tenantId !== caller.city.tenantId)
    throw new GraphError(404, 'NotFound', 'NotFound: the thread does not exist.');
  return granted(group, permission, 'TeamsTab.Read.Chat');
}

/** `$filter` counts only beside an `$orderby` of the same property; so says the documentation, and so it is here. */
function wantedOf(group: Group, params: URLSearchParams): readonly GroupMessage[] {
  const order = params.get('$orderby') ?? 'lastModifiedDateTime desc';
  if (!/^(?:lastModifiedDateTime|createdDateTime) desc$/.test(order))
    throw new GraphError(400, 'BadRequest', 'QueryOptions to order by is not supported.');
  const filter = params.get('$filter');
  const asked = filter !== null && params.has('$orderby') && order.startsWith('lastModified');
  const range = asked ? RANGE.exec(filter) : null;
  if (asked && !range) throw new GraphError(400, 'BadRequest', 'The filter is not supported.');
  const [from, to] = [Date.parse(range?.[1] ?? ''), Date.parse(range?.[2] ?? '')];
  const within = ({ modifiedAt }: GroupMessage) => !range || (modifiedAt > from && modifiedAt < to);
  const key = order.startsWith('created') ? 'createdAt' : 'modifiedAt';
  return group.messages.filter(within).sort((one, other) => other[key] - one[key]);
}

function messages(groups: Groups, call: Call) {
  const group = groupOf(groups, call, 'ChatMessage.Read.Chat, Chat.Read.All');
  const { value, next } = pageOf(call, wantedOf(group, call.params));
  return {
    '@odata.context': `${GRAPH_RESOURCE}/v1.0/$metadata#chats('${encodeURIComponent(group.id)}')/messages`,
    '@odata.count': value.length,
    ...next,
    value: value.map((message) => messageShape(group, message)),
  };
}

/** One page of at most 50, and where it goes on. */
export function pageOf({ params, request }: Call, all: readonly GroupMessage[]) {
  const top = Number(params.get('$top') ?? 20);
  if (!Number.isInteger(top) || top < 1 || top > MOST)
    throw new GraphError(
      400,
      'BadRequest',
      `Invalid page size specified: '${top}'. Must be between 1 and ${MOST} inclusive.`,
    );
  const skip = Number(params.get('$skiptoken') ?? 0);
  if (!Number.isInteger(skip)) throw new GraphError(400, 'BadRequest', 'Invalid skip token.');
  const link = new URL(request.url, GRAPH_RESOURCE);
  link.searchParams.set('$skiptoken', String(skip + top));
  return {
    value: all.slice(skip, skip + top),
    next: skip + top < all.length ? { '@odata.nextLink': link.href } : {},
  };
}

/** Chats of Microsoft Graph v1.0, for an app that is in them. */
export function groupsGraph(on: On, groups: Groups): void {
  on('get', '/chats/:chat', (call) => chatShape(groupOf(groups, call, 'ChatSettings.Read.Chat, Chat.ReadBasic.All')));
  on('get', '/chats/:chat/members', (call) => {
    const group = groupOf(groups, call, 'ChatMember.Read.Chat, ChatMember.Read.All');
    const value = [...group.members].map(([person, since]) => memberShape(person, since));
    return { '@odata.context': `${GRAPH_RESOURCE}/v1.0/$metadata#chats/members`, '@odata.count': value.length, value };
  });
  on('get', '/chats/:chat/messages', (call) => messages(groups, call));
}

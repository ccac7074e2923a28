import { GraphError, unsupported } from '../../graph/graph-error.ts';
import type { Call } from '../../graph/routes.ts';
import { GRAPH_RESOURCE } from '../../settings.ts';
import { preferredZone } from '../date-time.ts';
import type { Calendars } from './calendars.ts';
import { type CalendarOwner, readEventId } from './event.ts';
import type { Shown } from './event-shape.ts';
import type { Span } from './expand.ts';
import { instanceOn } from './expand.ts';
import type { Invitations } from './invitations.ts';
import type { Found, MeetingMaker } from './meeting-maker.ts';
import { type Owners, personOwner } from './owners.ts';
import type { CalendarPolicies } from './policy.ts';

export interface CalendarParts {
  readonly calendars: Calendars;
  readonly owners: Owners;
  readonly policies: CalendarPolicies;
  readonly maker: MeetingMaker;
  readonly invitations: Invitations;
}

const LONGEST_MS = 1_825 * 86_400_000;
const USUAL_PAGE = 10;
const LARGEST_PAGE = 1_000;

/** Whose calendar the path names: somebody's own, or anybody's for the app. @throws GraphError 403, 404 */
export function ownerOf(call: Call, { owners, policies }: CalendarParts): CalendarOwner {
  const { user } = call.request.params as { user?: string };
  const { city, person } = call.caller;
  const owner = user === undefined ? personOwner(call.person()) : owners.find(city.tenantId, user);
  if (owner === null) throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${user}' is invalid.`);
  if (person !== null && person.id !== owner.id)
    throw new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  if (policies.hasMailbox(owner)) return owner;
  throw new GraphError(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  );
}

export function shownTo({ request }: Call, owner: CalendarOwner): Shown {
  const prefer = String(request.headers.prefer ?? '');
  const plainBody = /outlook\.body-content-type\s*=\s*"?text/i.test(prefer);
  return { owner, zone: preferredZone(prefer), plainBody };
}

/** The event that the path names. @throws GraphError 400, 404 */
export function eventOf(call: Call, parts: CalendarParts): Found {
  const owner = ownerOf(call, parts);
  const { event: id = '' } = call.request.params as { event?: string };
  return findEvent(parts, owner, id);
}

/** @throws GraphError 400, 404 */
export function findEvent({ calendars }: CalendarParts, owner: CalendarOwner, id: string): Found {
  const key = readEventId(id);
  if (key === null) throw new GraphError(400, 'ErrorInvalidIdMalformed', 'Id is malformed.');
  const event = key.ownerId === owner.id ? calendars.find(owner, key.uid) : null;
  const isThere = event !== null && (key.day === null || instanceOn(event, key.day) !== null);
  if (!isThere) throw new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
  return { owner, event, day: key.day };
}

/** `startDateTime` and `endDateTime`, in UTC unless they say otherwise. @throws GraphError 400 */
export function spanOf({ params }: Call): Span {
  const at = (name: string): number => {
    const text = [...params].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? '';
    // A plus sign that was not percent-encoded arrives as a space.
    const whole = text.replace(' ', '+').replace(/(\.\d{3})\d*/, '$1');
    const withTime = whole.includes('T') ? whole : `${whole}T00:00:00`;
    return Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(withTime) ? withTime : `${withTime}Z`);
  };
  const span = { from: at('startDateTime'), to: at('endDateTime') };
  if (Number.isNaN(span.from) || Number.isNaN(span.to))
    throw new GraphError(
      400,
      'ErrorInvalidParameter',
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    );
  if (span.to < span.from || span.to - span.from > LONGEST_MS)
    throw new GraphError(400, 'ErrorInvalidTimeInterval', 'The requested time interval is invalid.');
  return span;
}

/** By `$top`, else by `Prefer: odata.maxpagesize`, else ten. @throws GraphError 400 */
export function pageSize({ params, request, reply }: Call): number {
  const preferred = /odata\.maxpagesize\s*=\s*(\d+)/i.exec(String(request.headers.prefer ?? ''))?.[1];
  const asked = params.get('$top') ?? preferred;
  const size = asked === undefined ? USUAL_PAGE : Number(asked);
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE)
    throw unsupported(`The limit of '${LARGEST_PAGE}' for Top query has been exceeded.`);
  if (preferred !== undefined) reply.header('preference-applied', `odata.maxpagesize=${preferred}`);
  return size;
}

/** The same address at Microsoft with other parameters. */
export function linkTo({ request }: Call, change: Readonly<Record<string, string>>, keep = true): string {
  const next = new URL(request.url, GRAPH_RESOURCE);
  if (!keep) next.search = '';
  for (const [name, value] of Object.entries(change)) next.searchParams.set(name, value);
  return next.href;
}

import { z } from 'zod';
import { GraphError } from '../../graph/graph-error.ts';
import type { Call } from '../../graph/routes.ts';
import { type CalendarParts, linkTo, ownerOf, pageSize, shownTo, spanOf } from './calendar-call.ts';
import { type CalendarEvent, type CalendarOwner, eventId } from './event.ts';
import { checkOptions } from './event-list.ts';
import { briefShape, eventShape, METADATA, type Shown } from './event-shape.ts';
import { instancesOf, type Span } from './expand.ts';

const mark = z.object({ age: z.string(), sequence: z.number() });
const token = z.object({
  ownerId: z.string(),
  from: z.number(),
  to: z.number(),
  /** Where this round began: the next one tells what changed since. */
  begun: mark,
  /** What this round tells; null: everything. */
  since: mark.nullable(),
  /** The last that was told. */
  after: z.string(),
});
type Token = z.infer<typeof token>;
type Items = readonly Record<string, unknown>[];

const written = (value: Token): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function read(text: string): Token | null {
  try {
    return token.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}

/**
 * `…/calendarView/delta`: what takes place in a window fixed by the first call, and what changed since.
 * A series comes with all its days of the window, on one page.
 * @throws GraphError 400, 410 with the address to begin again at
 */
export function calendarViewDelta(call: Call, parts: CalendarParts): Record<string, unknown> {
  checkOptions(call, ['$skiptoken', '$deltatoken']);
  const owner = ownerOf(call, parts);
  const round = roundOf(call, parts, owner);
  const groups = groupsOf(parts, owner, round);
  if (groups === null) throw gone(call, round);
  const shown = shownTo(call, owner);
  const details = parts.policies.of(owner.tenantId).occurrences;
  const size = pageSize(call);
  const value: Record<string, unknown>[] = [];
  let after = round.after;
  let rest = groups.filter(({ uid }) => uid > round.after);
  while (rest.length > 0 && value.length < size) {
    const [{ uid, before, now } = { uid: after, before: null, now: null }, ...others] = rest;
    value.push(...told({ before, now, span: round, shown, details }));
    after = uid;
    rest = others;
  }
  const { begun } = round;
  const next = written({ ...round, after });
  const end = written({ ...round, begun, since: begun, after: '' });
  return {
    '@odata.context': `${METADATA}#Collection(event)`,
    value,
    ...(rest.length > 0
      ? { '@odata.nextLink': linkTo(call, { $skiptoken: next }, false) }
      : { '@odata.deltaLink': linkTo(call, { $deltatoken: end }, false) }),
  };
}

function roundOf(call: Call, { calendars }: CalendarParts, owner: CalendarOwner): Token {
  const [skip, delta] = [call.params.get('$skiptoken'), call.params.get('$deltatoken')];
  const now = calendars.mark(owner);
  const given = skip || delta;
  if (!given) {
    const { from, to } = spanOf(call);
    return { ownerId: owner.id, from, to, begun: now, since: null, after: '' };
  }
  const found = read(given);
  if (found === null || found.ownerId !== owner.id)
    throw new GraphError(400, 'ErrorInvalidUrlQuery', 'The sync state is not valid.');
  return delta ? { ...found, begun: now } : found;
}

interface Group {
  readonly uid: string;
  readonly before: CalendarEvent | null;
  readonly now: CalendarEvent | null;
}

/** null: what changed can no longer be told. */
function groupsOf({ calendars }: CalendarParts, owner: CalendarOwner, round: Token): Group[] | null {
  const byUid = (left: Group, right: Group) => (left.uid < right.uid ? -1 : 1);
  if (round.since === null) {
    if (round.begun.age !== calendars.mark(owner).age) return null;
    return calendars
      .events(owner, round)
      .map((event) => ({ uid: event.uid, before: null, now: event }))
      .sort(byUid);
  }
  const changed = calendars.changedSince(owner, round.since);
  if (changed === null) return null;
  return [...changed].map(([uid, before]) => ({ uid, before, now: calendars.find(owner, uid) })).sort(byUid);
}

interface Told {
  readonly before: CalendarEvent | null;
  readonly now: CalendarEvent | null;
  readonly span: Span;
  readonly shown: Shown;
  readonly details: 'brief' | 'full';
}

const removed = (id: string) => ({ '@removed': { reason: 'deleted' }, id });

function told({ before, now, span, shown, details }: Told): Items {
  const { owner } = shown;
  const was = before === null ? [] : instancesOf(before, span);
  const is = now === null ? [] : instancesOf(now, span);
  const idOf = ({ uid, day }: (typeof is)[number]) => eventId(owner, uid, day);
  const isSeries = now?.recurrence ?? before?.recurrence;
  if (!isSeries || details === 'full') {
    const ids = new Set(is.map(idOf));
    const lost = was.filter((one) => !ids.has(idOf(one))).map((one) => removed(idOf(one)));
    return [...is.map((one) => eventShape(one, shown)), ...lost];
  }
  // A day that fell out of a series is not told: the series comes anew, and that day is not with it.
  if (now === null || is.length === 0) return was.length > 0 ? [removed(eventId(owner, before?.uid ?? ''))] : [];
  const days = is.map((one) => (one.isException ? eventShape(one, shown) : briefShape(one, shown)));
  return [eventShape(now, shown), ...days];
}

function gone(call: Call, { from, to }: Span): GraphError {
  const [startDateTime, endDateTime] = [new Date(from).toISOString(), new Date(to).toISOString()];
  call.reply.header('location', linkTo(call, { startDateTime, endDateTime, $deltatoken: '' }, false));
  return new GraphError(410, 'SyncStateNotFound', 'The sync state generation is not found; continue with full sync.');
}

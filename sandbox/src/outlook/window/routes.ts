import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphError } from '../../graph/graph-error.ts';
import { Refusal } from '../../refusal.ts';
import type { Language } from '../../text.ts';
import type { World } from '../../world.ts';
import { type CalendarParts, findEvent } from '../calendar/calendar-call.ts';
import { deskOwner } from '../calendar/calendar-desk.ts';
import type { CalendarOwner } from '../calendar/event.ts';
import { checkTimes, readWish, wholeContent } from '../calendar/event-wish.ts';
import { instanceOn } from '../calendar/expand.ts';
import type { Found } from '../calendar/meeting-maker.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { DAY_MS, mondayOf } from '../week/timetable.ts';
import { isTextCode } from './text.ts';
import { pageAddress, weekPage } from './week-page.ts';

export interface OutlookWindowParts extends CalendarParts {
  readonly rooms: Rooms;
}

interface Asked {
  Params: { person: string; event: string };
  Querystring: { as?: string; week?: string; lang?: string; problem?: string };
}

const JAPAN = 'Tokyo Standard Time';
const ANSWERS = { accept: 'accepted', tentativelyAccept: 'tentativelyAccepted', decline: 'declined' } as const;
const languageOf = ({ lang }: Asked['Querystring']): Language => (lang === 'en' ? 'en' : 'ja');

/** A person's week, or a room's, to look at and to change: what Outlook is to the product. */
export function outlookWindow(app: FastifyInstance, world: World, parts: OutlookWindowParts): void {
  const { calendars, rooms } = parts;
  const mondayIn = ({ week = '' }: Asked['Querystring']): number => {
    const at = Date.parse(`${week}T00:00:00+09:00`);
    return mondayOf(Number.isNaN(at) ? world.settings.now() : at);
  };
  app.get<Asked>('/outlook', ({ query }, reply) => {
    const owner = deskOwner(world, parts, query.as ?? '');
    const monday = mondayIn(query);
    const events = calendars.instances(owner, { from: monday, to: monday + 7 * DAY_MS });
    const problem = isTextCode(query.problem ?? '') ? (query.problem as 'refused' | 'gone') : null;
    const now = world.settings.now();
    const shown = { language: languageOf(query), rooms: rooms.of(owner.tenantId), problem };
    const page = { owner, monday, now, events, ...shown };
    return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(weekPage(page));
  });
  const act = (request: FastifyRequest<Asked>, run: (owner: CalendarOwner, form: URLSearchParams) => void): string => {
    ownPageOnly(request);
    const owner = deskOwner(world, parts, request.params.person);
    const back = pageAddress({ owner, language: languageOf(request.query), monday: mondayIn(request.query) });
    try {
      run(owner, request.body instanceof URLSearchParams ? request.body : new URLSearchParams());
      return back;
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      return `${back}&problem=${error.status === 404 ? 'gone' : 'refused'}`;
    }
  };
  app.post<Asked>('/outlook/:person/events', (request, reply) =>
    reply.redirect(
      act(request, (owner, form) => addEvent(parts, owner, form)),
      303,
    ),
  );
  app.post<Asked>('/outlook/:person/events/:event', (request, reply) =>
    reply.redirect(
      act(request, (owner, form) => changeEvent(parts, findEvent(parts, owner, request.params.event), form)),
      303,
    ),
  );
}

/** A page elsewhere must not write into calendars with the reader's browser. @throws Refusal 403 */
function ownPageOnly({ headers, host }: FastifyRequest<Asked>): void {
  if (headers.origin !== undefined && URL.parse(headers.origin)?.host !== host) throw new Refusal(403, 'foreignPage');
}

function bodyOf(form: URLSearchParams) {
  const time = (name: string) => ({ dateTime: `${form.get('day')}T${form.get(name)}:00`, timeZone: JAPAN });
  const place = form.get('place')?.trim() ?? '';
  return {
    ...{ subject: form.get('subject') ?? '', showAs: form.get('showAs') ?? 'busy' },
    ...(form.has('day') ? { start: time('from'), end: time('to') } : {}),
    location: place === '' ? null : { displayName: place },
    sensitivity: form.has('private') ? 'private' : 'normal',
  };
}

/** @throws GraphError 400 */
function addEvent(parts: CalendarParts, owner: CalendarOwner, form: URLSearchParams): void {
  const named = (form.get('people') ?? '').split(/[,、，\s]+/).filter((name) => name !== '');
  const domain = owner.address.replace(/^.*@/, '');
  const people = named.map((name) => (name.includes('@') ? name : `${name}@${domain}`));
  const room = form.get('room') ?? '';
  if (people.some((address) => parts.owners.find(owner.tenantId, address) === null))
    throw new GraphError(400, 'ErrorInvalidRecipients', "At least one recipient isn't valid.");
  const body = {
    ...bodyOf(form),
    isOnlineMeeting: form.has('online'),
    attendees: [
      ...people.map((address) => ({ type: 'required', emailAddress: { address } })),
      ...(room === '' ? [] : [{ type: 'resource', emailAddress: { address: room } }]),
    ],
  };
  const content = wholeContent(readWish({ owners: parts.owners, tenantId: owner.tenantId }, body));
  checkTimes(content);
  parts.maker.create(owner, { content, recurrence: null, transactionId: null });
}

/** @throws GraphError 400 */
function changeEvent({ maker, owners }: CalendarParts, found: Found, form: URLSearchParams): void {
  const act = form.get('do') ?? '';
  if (act === 'delete') maker.remove(found);
  else if (act === 'accept' || act === 'tentativelyAccept' || act === 'decline') maker.respond(found, ANSWERS[act]);
  else {
    const { owner, event, day } = found;
    const asked = { owners, tenantId: owner.tenantId, allDay: event.allDay };
    const { transactionId: _none, place, ...patch } = readWish(asked, bodyOf(form));
    const before = (day === null ? null : instanceOn(event, day)) ?? event;
    checkTimes({ ...before, ...patch });
    // A room that was not touched stays a room.
    const moved = (place?.name ?? '') !== (before.place?.name ?? '');
    maker.change(found, { ...patch, ...(moved ? { place: place ?? null } : {}) });
  }
}

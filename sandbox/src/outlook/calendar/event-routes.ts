import { GraphError, unsupported } from '../../graph/graph-error.ts';
import type { Call, On } from '../../graph/routes.ts';
import { type CalendarParts, eventOf, ownerOf, shownTo, spanOf } from './calendar-call.ts';
import { calendarViewDelta } from './delta.ts';
import type { CalendarOwner } from './event.ts';
import { eventPage, selected } from './event-list.ts';
import { eventShape, METADATA } from './event-shape.ts';
import { checkTimes, readWish, wholeContent } from './event-wish.ts';
import { instanceOn, instancesOf } from './expand.ts';
import type { Found } from './meeting-maker.ts';

const DELTA = new Set(['delta', 'delta()', 'microsoft.graph.delta()']);
const LISTED = { before: 7 * 86_400_000, after: 70 * 86_400_000 };
const ANSWERS = { accept: 'accepted', decline: 'declined', tentativelyAccept: 'tentativelyAccepted' } as const;

interface Parts extends CalendarParts {
  now(): number;
}

/** Calendars and events of Microsoft Graph v1.0: the one calendar that everybody has. */
export function calendarGraph(on: On, parts: Parts): void {
  for (const prefix of ['/me', '/users/:user']) {
    on('get', `${prefix}/calendar`, (call) => calendarShape(ownerOf(call, parts)));
    for (const list of [`${prefix}/events`, `${prefix}/calendar/events`]) {
      on('get', list, (call) => listEvents(call, parts));
      on('post', list, (call) => createEvent(call, parts));
      eventRoutes(on, `${list}/:event`, parts);
    }
    for (const view of [`${prefix}/calendarView`, `${prefix}/calendar/calendarView`]) {
      on('get', view, (call) => {
        const owner = ownerOf(call, parts);
        return eventPage(call, shownTo(call, owner), parts.calendars.instances(owner, spanOf(call)));
      });
      on('get', `${view}/:function`, (call) => {
        const { function: name = '' } = call.request.params as { function?: string };
        if (!DELTA.has(name)) throw unsupported(`Resource not found for the segment '${name}'.`);
        return calendarViewDelta(call, parts);
      });
    }
  }
}

function eventRoutes(on: On, path: string, parts: Parts): void {
  const { maker } = parts;
  on('get', path, (call) => oneEvent(call, eventOf(call, parts)));
  on('patch', path, (call) => changeEvent(call, parts));
  on('delete', path, (call) => {
    maker.remove(eventOf(call, parts));
    return call.reply.code(204).removeHeader('content-type').send();
  });
  on('get', `${path}/instances`, (call) => {
    const { owner, event } = eventOf(call, parts);
    if (event.recurrence === null) throw new GraphError(400, 'ErrorInvalidRequest', 'Only a series has instances.');
    return eventPage(call, shownTo(call, owner), instancesOf(event, spanOf(call)));
  });
  for (const [name, response] of Object.entries(ANSWERS))
    on('post', `${path}/${name}`, (call) => {
      maker.respond(eventOf(call, parts), response);
      return accepted(call);
    });
  on('post', `${path}/cancel`, (call) => {
    maker.cancel(eventOf(call, parts));
    return accepted(call);
  });
}

const accepted = ({ reply }: Call) => reply.code(202).removeHeader('content-type').send();

function listEvents(call: Call, parts: Parts) {
  const owner = ownerOf(call, parts);
  const now = parts.now();
  const events = parts.calendars.events(owner, { from: now - LISTED.before, to: now + LISTED.after });
  return eventPage(
    call,
    shownTo(call, owner),
    events.toSorted((left, right) => left.start - right.start),
  );
}

function oneEvent(call: Call, { owner, event, day }: Found) {
  const shown = day === null ? event : instanceOn(event, day);
  const shape = eventShape(shown ?? event, shownTo(call, owner));
  return { '@odata.context': `${METADATA}#users('${owner.id}')/events/$entity`, ...selected(shape, call) };
}

function createEvent(call: Call, parts: Parts) {
  const owner = ownerOf(call, parts);
  const wish = readWish({ owners: parts.owners, tenantId: owner.tenantId }, call.request.body);
  const content = wholeContent(wish);
  checkTimes(content);
  const { recurrence = null, transactionId } = wish;
  const event = parts.maker.create(owner, { content, recurrence, transactionId });
  call.reply.code(201);
  return oneEvent(call, { owner, event, day: null });
}

function changeEvent(call: Call, parts: Parts) {
  const found = eventOf(call, parts);
  const { owner, event, day } = found;
  const asked = { owners: parts.owners, tenantId: owner.tenantId, allDay: event.allDay };
  const { transactionId: _fixed, ...patch } = readWish(asked, call.request.body);
  const before = day === null ? event : (instanceOn(event, day) ?? event);
  checkTimes({ ...before, ...patch });
  return oneEvent(call, parts.maker.change(found, patch));
}

const calendarShape = ({ id, name, address }: CalendarOwner) => ({
  '@odata.context': `${METADATA}#users('${id}')/calendar/$entity`,
  ...{ id: `AAMkcalendar${Buffer.from(id).toString('base64url')}`, name: '予定表', color: 'auto', hexColor: '' },
  ...{ isDefaultCalendar: true, canShare: true, canViewPrivateItems: true, canEdit: true, isRemovable: false },
  ...{ isTallyingResponses: true, defaultOnlineMeetingProvider: 'teamsForBusiness', changeKey: 'AAAA' },
  ...{ allowedOnlineMeetingProviders: ['teamsForBusiness'], owner: { name, address } },
});

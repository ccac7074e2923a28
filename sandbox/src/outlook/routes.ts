import type { FastifyInstance } from 'fastify';
import type { Person } from '../city/city.ts';
import { GraphError } from '../graph/graph-error.ts';
import type { Call, On } from '../graph/routes.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { CalendarParts } from './calendar/calendar-call.ts';
import { preferredZone } from './date-time.ts';
import { mailPage } from './mail-page.ts';
import { changeMailboxSettings, getMailboxSettings } from './mailbox-settings.ts';
import type { Mailboxes } from './mailboxes.ts';
import type { Mails } from './mails.ts';
import { getPresence, getPresences } from './presence.ts';
import { getSchedule } from './schedule.ts';

export interface OutlookParts extends CalendarParts {
  readonly mailboxes: Mailboxes;
}

/** Mailbox settings, free/busy and presence of Microsoft Graph v1.0. */
export function outlookGraph(on: On, parts: OutlookParts): void {
  const { mailboxes } = parts;
  for (const prefix of ['/me', '/users/:user']) {
    const asked = (call: Call) => ({ mailboxes, person: ownMailbox(call), zone: zoneOf(call) });
    on('get', `${prefix}/mailboxSettings`, (call) => getMailboxSettings(asked(call), call.params));
    on('patch', `${prefix}/mailboxSettings`, (call) => changeMailboxSettings(asked(call), call.request.body));
    on('post', `${prefix}/calendar/getSchedule`, (call) => {
      call.person();
      return getSchedule({ parts, tenantId: call.caller.city.tenantId, zone: zoneOf(call) }, call.request.body);
    });
    on('get', `${prefix}/presence`, (call) => {
      const { user } = call.request.params as { user?: string };
      return getPresence(parts, call.caller.city, user ?? call.person().id);
    });
  }
  on('post', '/communications/getPresencesByUserId', ({ caller, request }) =>
    getPresences(parts, caller.city, request.body),
  );
}

/** Mail of Microsoft Graph v1.0: sending only. */
export function mailGraph(on: On, mails: Mails): void {
  on('post', '/me/sendMail', (call) => sendMail(call, mails, call.person().signInName));
  on('post', '/users/:user/sendMail', (call) => {
    const { user = '' } = call.request.params as { user?: string };
    const from = mails.senderIn(call.caller.city, user);
    // The app may send as anybody; a person as themselves only.
    if (call.caller.person !== null && call.caller.person.signInName !== from) throw accessDenied();
    return sendMail(call, mails, from);
  });
}

function sendMail({ request, reply }: Call, mails: Mails, from: string) {
  mails.send(from, request.body);
  return reply.code(202).removeHeader('content-type').send();
}

const accessDenied = () =>
  new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');

const zoneOf = ({ request }: Call) => preferredZone(request.headers.prefer);

/** Somebody's settings are theirs and the app's. @throws GraphError 403 */
function ownMailbox(call: Call): Person {
  const person = call.person();
  if (call.caller.person === null || call.caller.person.id === person.id) return person;
  throw accessDenied();
}

function personIn(cities: World['cities'], name: string): Person {
  const person = cities.bySignInName(name);
  if (person === null) throw new Refusal(404, 'unknownPerson');
  return person;
}

/** What was mailed to somebody: as JSON for tests, as a page for people. */
export function mailDesk(app: FastifyInstance, { cities }: World, mails: Mails): void {
  app.get<{ Params: { person: string } }>('/sandbox/mails/:person', ({ params }) => ({
    items: mails.of(personIn(cities, params.person)),
  }));
  app.get<{ Querystring: { as?: string } }>('/mail', ({ query }, reply) => {
    const person = personIn(cities, query.as ?? '');
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(mailPage(person, mails.of(person)));
  });
}

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { parsed } from '../../windows/routes.ts';
import type { World } from '../../world.ts';
import type { Mailboxes } from '../mailboxes.ts';
import type { CalendarParts } from './calendar-call.ts';
import type { CalendarEvent, CalendarOwner } from './event.ts';
import type { CalendarPolicy } from './policy.ts';

const instant = z.iso.datetime({ offset: true });
const mailboxWish = z.strictObject({
  entries: z.array(
    z.strictObject({
      start: instant,
      end: instant,
      status: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
      subject: z.string().default(''),
      place: z.string().optional(),
      isPrivate: z.boolean().default(false),
      allDay: z.boolean().default(false),
    }),
  ),
});
const policyWish = z.strictObject({
  sharing: z.enum(['subjects', 'times']).optional(),
  roomDelayMs: z.number().int().min(0).max(600_000).optional(),
  occurrences: z.enum(['brief', 'full']).optional(),
  withoutMailbox: z.array(z.string()).optional(),
});
const forgetWish = z.strictObject({ person: z.string().optional() });

interface Asked {
  Params: { person: string; tenant: string };
}

export interface CalendarDeskParts extends CalendarParts {
  readonly mailboxes: Mailboxes;
}

/** By sign-in name, a bare one meaning みなと市, or by the address of a room. @throws Refusal 404 */
export function deskOwner({ cities }: World, { owners }: CalendarParts, name: string): CalendarOwner {
  const address = name.includes('@') ? name : `${name}@minato.example`;
  const city = cities.all.find(({ domain }) => address.toLowerCase().endsWith(`@${domain}`));
  const owner = city === undefined ? null : owners.find(city.tenantId, address);
  if (owner === null) throw new Refusal(404, 'unknownPerson');
  return owner;
}

/** For tests and training: what stands in calendars, and how Outlook behaves. Automatic replies are Graph's own. */
export function calendarDesk(app: FastifyInstance, world: World, parts: CalendarDeskParts): void {
  const { calendars, mailboxes, policies } = parts;
  const tenantOf = (tenant: string): string => {
    const city = world.cities.city(tenant);
    if (city === null) throw new Refusal(404, 'unknownTenant');
    return city.tenantId;
  };
  app.put<Asked>('/mailboxes/:person', ({ params, body }, reply) => {
    const owner = deskOwner(world, parts, params.person);
    const { entries } = parsed(mailboxWish, body);
    const at = world.settings.now();
    calendars.replace(
      owner,
      entries.map((entry, index) => entryEvent(owner, entry, { uid: `c:desk-${at}-${index}`, at })),
    );
    return reply.code(204).send();
  });
  app.delete<Asked>('/mailboxes/:person', ({ params }, reply) => {
    const owner = deskOwner(world, parts, params.person);
    calendars.reset(owner);
    mailboxes.reset(owner.id);
    return reply.code(204).send();
  });
  app.get<Asked>('/calendar-policy/:tenant', ({ params }) => policies.of(tenantOf(params.tenant)));
  app.patch<Asked>('/calendar-policy/:tenant', ({ params, body }) => {
    const wish = parsed(policyWish, body);
    return policies.change(tenantOf(params.tenant), wish as Partial<CalendarPolicy>);
  });
  app.post<Asked>('/calendar-policy/:tenant/forget-deltas', ({ params, body }, reply) => {
    tenantOf(params.tenant);
    const { person } = parsed(forgetWish, body ?? {});
    calendars.forgetMarks(person === undefined ? null : deskOwner(world, parts, person));
    return reply.code(204).send();
  });
}

type Entry = z.infer<typeof mailboxWish>['entries'][number];

function entryEvent(owner: CalendarOwner, entry: Entry, { uid, at }: { uid: string; at: number }): CalendarEvent {
  const { subject, status, place, isPrivate, allDay } = entry;
  return {
    ...{ uid, version: 1, createdAt: at, changedAt: at, subject, allDay, showAs: status },
    ...{ start: Date.parse(entry.start), end: Date.parse(entry.end), zone: 'Tokyo Standard Time' },
    ...{
      body: { contentType: 'text', content: '' },
      place: place === undefined ? null : { name: place, address: null },
    },
    ...{ sensitivity: isPrivate ? 'private' : 'normal', importance: 'normal', categories: [], attendees: [] },
    ...{ reminderMinutes: null, isOnline: false, cancelled: false, response: 'organizer', respondedAt: null },
    organizer: { name: owner.name, address: owner.address },
    ...{ joinUrl: null, transactionId: null, recurrence: null, exceptions: new Map() },
  };
}

import type { World } from '../world.ts';
import type { CalendarDeskParts } from './calendar/calendar-desk.ts';
import { Calendars } from './calendar/calendars.ts';
import { Invitations } from './calendar/invitations.ts';
import { MeetingMaker } from './calendar/meeting-maker.ts';
import { Owners } from './calendar/owners.ts';
import { CalendarPolicies } from './calendar/policy.ts';
import { Mailboxes } from './mailboxes.ts';
import type { Rooms } from './rooms/rooms.ts';
import { FurnishedWeeks } from './week/furnished.ts';

interface Outlook extends CalendarDeskParts {
  /** Whose mailbox it is; null: there is none. */
  mailboxOf(tenantId: string, key: string): string | null;
}

/** Mailboxes and calendars of every city; nothing is made before somebody looks. */
export function createOutlook({ cities, settings }: World, rooms: Rooms): Outlook {
  const { now, citySeed, entriesPerWeek } = settings;
  const owners = new Owners(cities, rooms);
  const policies = new CalendarPolicies();
  const furnished = new FurnishedWeeks(cities, rooms, { seed: citySeed, perWeek: entriesPerWeek, now });
  const calendars = new Calendars(furnished);
  const invitations = new Invitations({ calendars, owners, policies, now });
  const maker = new MeetingMaker({ calendars, invitations, now });
  const mailboxOf = (tenantId: string, key: string) => {
    const owner = owners.find(tenantId, key);
    return owner !== null && policies.hasMailbox(owner) ? owner.id : null;
  };
  return { mailboxOf, mailboxes: new Mailboxes(now), calendars, owners, policies, invitations, maker };
}

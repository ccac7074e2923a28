import { z } from 'zod';
import type { City, Person } from '../city/city.ts';
import { GraphError, unknownResource } from '../graph/graph-error.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import type { Calendars } from './calendar/calendars.ts';
import { personOwner } from './calendar/owners.ts';
import { isAway, type Mailboxes } from './mailboxes.ts';

export interface PresenceDesk {
  readonly mailboxes: Mailboxes;
  readonly calendars: Calendars;
}

const MOST_IDS = 650;
const idsWish = z.looseObject({ ids: z.array(z.string()) });
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** By GUID only: the real service knows no sign-in name here. @throws GraphError 400, 404 */
export function getPresence(desk: PresenceDesk, city: City, id: string): Record<string, unknown> {
  if (!GUID.test(id)) throw new GraphError(400, 'BadRequest', `'${id}' is not a user id.`);
  const person = city.people.find((each) => each.id === id.toLowerCase());
  if (person === undefined) throw unknownResource(id);
  return { '@odata.context': `${GRAPH_RESOURCE}/v1.0/$metadata#presence/$entity`, ...presenceOf(desk, person) };
}

/** Strangers are left out of the answer. @throws GraphError 400 */
export function getPresences(desk: PresenceDesk, city: City, body: unknown): Record<string, unknown> {
  const read = idsWish.safeParse(body);
  if (!read.success || read.data.ids.length === 0 || !read.data.ids.every((id) => GUID.test(id)))
    throw new GraphError(400, 'BadRequest', 'The ids must be user ids.');
  if (read.data.ids.length > MOST_IDS)
    throw new GraphError(400, 'BadRequest', `At most ${MOST_IDS} ids can be asked for at once.`);
  const people = new Map(city.people.map((person) => [person.id, person]));
  const known = read.data.ids.flatMap((id) => people.get(id.toLowerCase()) ?? []);
  return {
    '@odata.context': `${GRAPH_RESOURCE}/v1.0/$metadata#Collection(microsoft.graph.presence)`,
    value: known.map((person) => presenceOf(desk, person)),
  };
}

/** Teams shows "out of office"; the real answer tells that in its settings only, never in the activity. */
function presenceOf({ mailboxes, calendars }: PresenceDesk, person: Person): Record<string, unknown> {
  const mailbox = mailboxes.of(person);
  const now = mailboxes.now();
  const entries = calendars.instances(personOwner(person), { from: now.getTime(), to: now.getTime() + 1 });
  const isOutOfOffice = isAway(mailbox, entries, now);
  return {
    id: person.id,
    availability: isOutOfOffice ? 'Offline' : 'Available',
    activity: isOutOfOffice ? 'Offline' : 'Available',
    statusMessage: null,
    outOfOfficeSettings: { isOutOfOffice, message: isOutOfOffice ? mailbox.replies.internal : null },
  };
}

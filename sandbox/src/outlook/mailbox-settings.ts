import { z } from 'zod';
import type { Person } from '../city/city.ts';
import { GraphError } from '../graph/graph-error.ts';
import { GRAPH_RESOURCE } from '../settings.ts';
import { dateTimeTimeZone, readDateTime, writeDateTime } from './date-time.ts';
import type { Mailboxes } from './mailboxes.ts';
import { WORKING_HOURS } from './working-hours.ts';

const settingsChange = z.looseObject({
  automaticRepliesSetting: z
    .looseObject({
      status: z.enum(['disabled', 'alwaysEnabled', 'scheduled']).optional(),
      externalAudience: z.enum(['none', 'contactsOnly', 'all']).optional(),
      scheduledStartDateTime: dateTimeTimeZone.optional(),
      scheduledEndDateTime: dateTimeTimeZone.optional(),
      internalReplyMessage: z.string().nullish(),
      externalReplyMessage: z.string().nullish(),
    })
    .optional(),
});

interface Asked {
  readonly mailboxes: Mailboxes;
  readonly person: Person;
  /** In which the answer's times are. */
  readonly zone: string;
}

export function getMailboxSettings(asked: Asked, params: URLSearchParams): Record<string, unknown> {
  const all = propertiesOf(asked);
  const context = `${GRAPH_RESOURCE}/v1.0/$metadata#users('${asked.person.id}')/mailboxSettings`;
  const names =
    params
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()) ?? Object.keys(all);
  const unknown = names.find((name) => !Object.hasOwn(all, name));
  if (unknown !== undefined) {
    throw new GraphError(400, 'RequestBroker--ParseUri', `Could not find a property named '${unknown}'.`);
  }
  return { '@odata.context': context, ...Object.fromEntries(names.map((name) => [name, all[name]])) };
}

/** @throws GraphError 400 */
export function changeMailboxSettings(asked: Asked, body: unknown): Record<string, unknown> {
  const read = settingsChange.safeParse(body);
  if (!read.success) throw new GraphError(400, 'ErrorInvalidRequest', z.prettifyError(read.error));
  const { mailboxes, person } = asked;
  const { replies } = mailboxes.of(person);
  const wish = read.data.automaticRepliesSetting;
  if (wish) {
    const start = wish.scheduledStartDateTime ? readDateTime(wish.scheduledStartDateTime) : replies.start;
    const end = wish.scheduledEndDateTime ? readDateTime(wish.scheduledEndDateTime) : replies.end;
    const status = wish.status ?? replies.status;
    if (status === 'scheduled' && end <= start)
      throw new GraphError(400, 'ErrorInvalidTimeInterval', 'EndDate is earlier than StartDate.');
    const internal = wish.internalReplyMessage ?? replies.internal;
    const external = wish.externalReplyMessage ?? replies.external;
    const audience = wish.externalAudience ?? replies.audience;
    mailboxes.change(person, { replies: { status, start, end, internal, external, audience } });
  }
  return getMailboxSettings(asked, new URLSearchParams());
}

function propertiesOf({ mailboxes, person, zone }: Asked): Record<string, unknown> {
  const { replies } = mailboxes.of(person);
  return {
    timeZone: 'Tokyo Standard Time',
    dateFormat: 'yyyy/MM/dd',
    timeFormat: 'H:mm',
    language: { locale: 'ja-JP', displayName: '日本語 (日本)' },
    workingHours: WORKING_HOURS,
    automaticRepliesSetting: {
      status: replies.status,
      externalAudience: replies.audience,
      scheduledStartDateTime: writeDateTime(replies.start, zone),
      scheduledEndDateTime: writeDateTime(replies.end, zone),
      internalReplyMessage: replies.internal,
      externalReplyMessage: replies.external,
    },
  };
}

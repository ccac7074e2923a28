import type { Presence, ScheduleInformation } from '@microsoft/microsoft-graph-types';
import { type GraphClient, GraphRefusal } from './graph-client.ts';

/** As many as Graph takes in one question about free and busy. */
export const SCHEDULES_AT_ONCE = 20;
const PRESENCES_AT_ONCE = 650;
/** Times come as they are in Japan. */
const IN_TOKYO = 'outlook.timezone="Tokyo Standard Time"';

/** Whose calendar is asked about; `key` is what their mailbox is called in a path. */
export interface Asked {
  readonly key: string;
  readonly address: string;
}

interface Window {
  readonly from: Date;
  readonly to: Date;
}

const utc = (at: Date) => ({ dateTime: at.toISOString().slice(0, 19), timeZone: 'UTC' });

/**
 * Free and busy of at most 20, by addresses in small letters. The question is put to one of those asked about; whoever
 * has no mailbox cannot be asked, so another one is. Permission: Calendars.ReadBasic.All (application)
 */
export async function schedulesOf(
  graph: GraphClient,
  people: readonly Asked[],
  { from, to }: Window,
): Promise<ReadonlyMap<string, ScheduleInformation>> {
  const question = {
    schedules: people.map(({ address }) => address),
    ...{ startTime: utc(from), endTime: utc(to), availabilityViewInterval: 60 },
  };
  const error = { responseCode: 'ErrorMailRecipientNotFound' };
  let found: readonly ScheduleInformation[] = people.map(({ address }) => ({ scheduleId: address, error }));
  for (const { key } of people) {
    try {
      const path = `/users/${encodeURIComponent(key)}/calendar/getSchedule`;
      found = (await graph.post<{ value: ScheduleInformation[] }>(path, question, IN_TOKYO))?.value ?? [];
      break;
    } catch (refusal) {
      if (!(refusal instanceof GraphRefusal) || refusal.status !== 404) throw refusal;
    }
  }
  return new Map(found.map((one) => [one.scheduleId?.toLowerCase() ?? '', one]));
}

/** Of strangers nothing comes. Permission: Presence.Read.All (application) */
export async function presencesOf(graph: GraphClient, entraObjectIds: readonly string[]): Promise<Presence[]> {
  const found: Presence[] = [];
  for (let at = 0; at < entraObjectIds.length; at += PRESENCES_AT_ONCE) {
    const ids = entraObjectIds.slice(at, at + PRESENCES_AT_ONCE);
    const answer = await graph.post<{ value: Presence[] }>('/communications/getPresencesByUserId', { ids });
    found.push(...(answer?.value ?? []));
  }
  return found;
}

import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { createCities } from '../../sandbox/src/city/cities.ts';
import { postsCsv } from '../../sandbox/src/city/posts-csv.ts';
import { CLIENT_ID } from './chat-client.ts';
import type { Office } from './city-hall.ts';

/** Osaka's size. */
export const CROWD = 20_000;
const SEED = 7;

/** Everybody of a large city, in the product's own database. Returns their object ids. */
export async function moveIn({ suite }: Pick<Office, 'suite'>): Promise<string[]> {
  const [made] = createCities({ size: CROWD, seed: SEED }).all;
  if (!made) throw new TypeError('the sandbox has みなと市');
  const people = made.people.map(({ id, signInName, displayName, jobTitle }) => ({
    ...{ entraObjectId: id, signInName, name: displayName, department: null, jobTitle },
    ...{ managerObjectId: null, enabled: true },
  }));
  await suite.directory.importPeople(MINATO, people);
  await suite.directory.importPosts(MINATO, new TextEncoder().encode(postsCsv(made)));
  return made.people.map(({ id }) => id);
}

/** A message as Teams sends it. */
export function message(
  objectId: string,
  { text, id, serviceUrl }: Record<'text' | 'id' | 'serviceUrl', string>,
): string {
  const at = new Date().toISOString();
  return JSON.stringify({
    ...{ type: 'message', id, text, textFormat: 'plain', channelId: 'msteams', serviceUrl, timestamp: at },
    ...{ localTimestamp: at, localTimezone: 'Asia/Tokyo', locale: 'ja-JP' },
    from: { id: `29:${objectId}`, name: '職員', aadObjectId: objectId },
    recipient: { id: `28:${CLIENT_ID}`, name: '会議' },
    conversation: { id: `a:${objectId}`, conversationType: 'personal', tenantId: MINATO },
    channelData: { tenant: { id: MINATO } },
    entities: [{ type: 'clientInfo', locale: 'ja-JP', country: 'JP', platform: 'Web', timezone: 'Asia/Tokyo' }],
  });
}

/** Everybody has used the chat before, as on any other morning: their address is the one that their message names. */
export async function knowEverybody(owner: pg.Pool, serviceUrl: string): Promise<void> {
  await owner.query(
    `insert into kaigi.notifications_address (municipality_id, staff_id, conversation_id, reference, state, kept_at)
     select s.municipality_id, s.staff_id, 'a:' || s.entra_object_id, jsonb_build_object('serviceUrl', $2::text,
         'channelId', 'msteams', 'locale', 'ja-JP', 'bot', jsonb_build_object('id', $3::text),
         'user', jsonb_build_object('id', '29:' || s.entra_object_id),
         'conversation', jsonb_build_object('id', 'a:' || s.entra_object_id, 'tenantId', s.municipality_id,
           'conversationType', 'personal')), 'LIVE', now()
     from kaigi.directory_staff s where s.municipality_id = $1`,
    [MINATO, serviceUrl, `28:${CLIENT_ID}`],
  );
  await owner.query('analyze kaigi.notifications_address, kaigi.directory_staff');
}

/** A message and, of every tenth, the same once more right behind it: as a channel brings it that heard no answer. */
export function withRepeats(people: readonly string[], text: string, serviceUrl: string): string[] {
  return people.flatMap((objectId, nth) => {
    const one = message(objectId, { text, id: randomUUID(), serviceUrl });
    return nth % 10 === 0 ? [one, one] : [one];
  });
}

/** How many of these people have no punch of the kind since then, and how many more than one. */
export async function counted(
  owner: pg.Pool,
  people: readonly string[],
  { punch, since }: { punch: string; since: Date },
) {
  const { rows } = await owner.query<{ lost: string; twice: string }>(
    `select count(*) filter (where taps.n = 0) as lost, count(*) filter (where taps.n > 1) as twice
     from kaigi.directory_staff s
     cross join lateral (select count(*) as n from kaigi.telework_punch p
       where p.municipality_id = s.municipality_id and p.staff_id = s.staff_id and p.kind = 'TAPPED'
         and p.fact ->> 'punch' = $3 and p.server_at >= $4) taps
     where s.municipality_id = $1 and s.entra_object_id = any($2::uuid[])`,
    [MINATO, people, punch, since],
  );
  return { lost: Number(rows[0]?.lost), twice: Number(rows[0]?.twice) };
}

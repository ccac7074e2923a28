import type { Tx } from '../platform/index.ts';
import type { NotificationWish } from './contract.ts';
import type { OtherWay } from './other-way.ts';

/** One person to be told of something, and how. */
export interface Recipient extends NotificationWish {
  readonly staffId: string;
  /** Whether the bot can write to them now. */
  readonly live: boolean;
  /** Whether they chose their wish themselves. */
  readonly chosen: boolean;
}

export async function recipients(
  tx: Tx,
  staffIds: readonly string[],
  quietByDefault: boolean,
): Promise<Map<string, Recipient>> {
  const rows = await tx.query<Recipient>(
    `select s as "staffId", coalesce(w.normal, 'AT_ONCE') as normal, coalesce(w.quiet_hours, $3) as "quietHours",
       w.normal is not null as chosen,
       exists (select from kaigi.notifications_address a
         where a.municipality_id = $1 and a.staff_id = s and a.state = 'LIVE') as live
     from unnest($2::uuid[]) s
     left join kaigi.notifications_wish w on w.municipality_id = $1 and w.staff_id = s`,
    [tx.municipalityId, staffIds, quietByDefault],
  );
  return new Map(rows.map((row) => [row.staffId, row]));
}

export async function saveWish(tx: Tx, staffId: string, wish: NotificationWish & { readonly at: Date }): Promise<void> {
  await tx.query(
    `insert into kaigi.notifications_wish (municipality_id, staff_id, normal, quiet_hours, changed_at)
     values ($1, $2, $3, $4, $5)
     on conflict (municipality_id, staff_id) do update
       set normal = excluded.normal, quiet_hours = excluded.quiet_hours, changed_at = excluded.changed_at`,
    [tx.municipalityId, staffId, wish.normal, wish.quietHours, wish.at],
  );
}

export interface Held {
  readonly staffId: string;
  readonly subject: string;
  readonly version: number;
  readonly dueAt: Date;
}

/** Of one thing only the newest version is kept, and what is due earlier stays due then. */
export async function hold(tx: Tx, held: readonly Held[], at: Date): Promise<void> {
  await tx.query(
    `insert into kaigi.notifications_held as h (municipality_id, staff_id, subject, version, held_at, due_at)
     select distinct on (x."staffId", x.subject) $1::uuid, x."staffId", x.subject, x.version, $3::timestamptz, x."dueAt"
     from jsonb_to_recordset($2) as x("staffId" uuid, subject text, version int, "dueAt" timestamptz)
     order by x."staffId", x.subject, x.version desc
     on conflict (municipality_id, staff_id, subject) do update
       set version = excluded.version, held_at = excluded.held_at, told_at = null, told_by = null,
         due_at = case when h.told_at is null then least(h.due_at, excluded.due_at) else excluded.due_at end
       where h.version < excluded.version`,
    [tx.municipalityId, JSON.stringify(held), at],
  );
}

export interface Due {
  readonly subject: string;
  readonly version: number;
  /** The person has seen the card meanwhile: they asked for it, or could be reached again. */
  readonly shown: boolean;
}

/** What the person is to be told by now, oldest first. */
export const dueFor = (tx: Tx, staffId: string, now: Date): Promise<Due[]> =>
  tx.query<Due>(
    `select h.subject, h.version, exists (select from kaigi.notifications_copy c
         where c.municipality_id = $1 and c.subject = h.subject and c.staff_id = $2 and c.fresh_version >= h.version) as shown
     from kaigi.notifications_held h
     where h.municipality_id = $1 and h.staff_id = $2 and h.told_at is null and h.due_at <= $3
     order by h.held_at, h.subject`,
    [tx.municipalityId, staffId, now],
  );

interface Telling {
  readonly subjects: readonly { readonly subject: string; readonly version: number }[];
  readonly by: 'CHAT' | OtherWay['by'] | null;
  readonly at: Date;
}

/** What came in meanwhile, for a newer version, stays to be told. */
export async function markTold(tx: Tx, staffId: string, { subjects, by, at }: Telling): Promise<void> {
  await tx.query(
    `update kaigi.notifications_held h set told_at = $4, told_by = $5
     from jsonb_to_recordset($3) as x(subject text, version int)
     where h.municipality_id = $1 and h.staff_id = $2 and h.subject = x.subject and h.version = x.version`,
    [tx.municipalityId, staffId, JSON.stringify(subjects), at, by],
  );
  await tx.query(
    `delete from kaigi.notifications_held
     where municipality_id = $1 and staff_id = $2 and told_at < $3::timestamptz - interval '30 days'`,
    [tx.municipalityId, staffId, at],
  );
}

export interface Reach {
  readonly staffId: string;
  readonly state: 'LIVE' | 'BLOCKED' | 'GONE' | 'NEVER';
  readonly since: Date | null;
}

/** Of everybody named, whether and why not they can be reached, in the order given. */
export const reachOf = (tx: Tx, staffIds: readonly string[]): Promise<Reach[]> =>
  tx.query<Reach>(
    `select s."staffId", coalesce(a.state, 'NEVER') as state, a.since
     from unnest($2::uuid[]) with ordinality as s("staffId", place)
     left join (
       select staff_id, case when bool_or(state = 'LIVE') then 'LIVE' when bool_or(state = 'BLOCKED') then 'BLOCKED'
           else 'GONE' end as state, max(coalesce(lost_at, kept_at)) as since
       from kaigi.notifications_address where municipality_id = $1 group by staff_id) a on a.staff_id = s."staffId"
     order by s.place`,
    [tx.municipalityId, staffIds],
  );

export interface ToldOtherwise {
  readonly staffId: string;
  readonly by: OtherWay['by'];
  readonly at: Date;
}

/** How each was last told by another way than the chat. */
export async function lastToldOtherwise(tx: Tx, staffIds: readonly string[]): Promise<Map<string, ToldOtherwise>> {
  const rows = await tx.query<ToldOtherwise>(
    `select distinct on (staff_id) staff_id as "staffId", told_by as by, told_at as at from kaigi.notifications_held
     where municipality_id = $1 and staff_id = any($2::uuid[]) and told_by in ('FEED', 'MAIL')
     order by staff_id, told_at desc`,
    [tx.municipalityId, staffIds],
  );
  return new Map(rows.map((row) => [row.staffId, row]));
}

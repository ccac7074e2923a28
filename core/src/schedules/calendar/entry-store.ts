import { type Clock, newId, type Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Entry } from './entry.ts';
import type { Changes, RemoteEntry, Window } from './port.ts';
import { categoryOf, visibilityOf } from './rules.ts';

export interface CachedEntry extends Entry {
  readonly ownerId: string;
  /** Known by a glance only. */
  readonly glanced: boolean;
}

/** What Outlook shows in these calendars within a time, in no order. */
export const cachedEntries = (tx: Tx, ownerIds: readonly string[], { from, to }: Window): Promise<CachedEntry[]> =>
  tx.query<CachedEntry>(
    `select e.owner_id as "ownerId", e.entry_id as "entryId", 'OUTLOOK' as source, e.status, e.from_at as "from",
       e.to_at as "to", e.all_day as "allDay", e.subject, e.place, e.visibility, e.online, e.series_key as "seriesId",
       e.category, null as version, e.event_key is null as glanced
     from kaigi.schedules_entry e
     where e.municipality_id = $1 and e.owner_id = any($2::uuid[]) and e.to_at > $3 and e.from_at < $4`,
    [tx.municipalityId, ownerIds, from, to],
  );

export interface GlanceRow {
  readonly ownerId: string;
  readonly week: LocalDate;
  readonly at: Date;
}

export const glancesOf = (tx: Tx, ownerIds: readonly string[], weeks: readonly LocalDate[]): Promise<GlanceRow[]> =>
  tx.query<GlanceRow>(
    `select g.owner_id as "ownerId", g.week, g.glanced_at as at from kaigi.schedules_glance g
     where g.municipality_id = $1 and g.owner_id = any($2::uuid[]) and g.week = any($3::date[])`,
    [tx.municipalityId, ownerIds, weeks],
  );

interface ToKeep {
  readonly ownerId: string;
  readonly glanceWeek: LocalDate | null;
  readonly remote: RemoteEntry;
}

const rowOf = (clock: Clock, { ownerId, glanceWeek, remote }: ToKeep) => ({
  ...{ ownerId, glanceWeek, entryId: newId(clock), key: glanceWeek === null ? remote.key : null },
  ...{ from: remote.from, to: remote.to, allDay: remote.allDay, status: remote.status, subject: remote.subject },
  ...{ place: remote.place, visibility: visibilityOf(remote), online: remote.online, series: remote.seriesKey },
  category: categoryOf(remote),
});

async function keep(tx: Tx, clock: Clock, entries: readonly ToKeep[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `insert into kaigi.schedules_entry (municipality_id, owner_id, entry_id, event_key, glance_week, from_at, to_at,
       all_day, status, subject, place, visibility, online, series_key, category)
     select $1, r."ownerId", r."entryId", r.key, r."glanceWeek", r."from", r."to", r."allDay", r.status, r.subject, r.place,
       r.visibility, r.online, r.series, r.category
     from jsonb_to_recordset($2) as r("ownerId" uuid, "entryId" uuid, key text, "glanceWeek" date, "from" timestamptz,
       "to" timestamptz, "allDay" boolean, status text, subject text, place text, visibility text, online boolean,
       series text, category text)
     on conflict (municipality_id, owner_id, event_key) do update
       set from_at = excluded.from_at, to_at = excluded.to_at, all_day = excluded.all_day, status = excluded.status,
         subject = excluded.subject, place = excluded.place, visibility = excluded.visibility, online = excluded.online,
         series_key = excluded.series_key, category = excluded.category`,
    [tx.municipalityId, JSON.stringify(entries.map((one) => rowOf(clock, one)))],
  );
}

/** All that is known of a calendar is this; glances within its window have had their time. */
export async function replaceEntries(
  tx: Tx,
  clock: Clock,
  { ownerId, window, entries }: { ownerId: string; window: Window; entries: readonly RemoteEntry[] },
): Promise<void> {
  const where = 'where municipality_id = $1 and owner_id = $2';
  await tx.query(
    `delete from kaigi.schedules_entry ${where}
       and (event_key is not null or (to_at > $3::timestamptz and from_at < $4::timestamptz))`,
    [tx.municipalityId, ownerId, window.from, window.to],
  );
  await tx.query(
    `delete from kaigi.schedules_glance ${where}
       and week >= ($3::timestamptz at time zone 'Asia/Tokyo')::date and week < ($4::timestamptz at time zone 'Asia/Tokyo')::date`,
    [tx.municipalityId, ownerId, window.from, window.to],
  );
  await keep(
    tx,
    clock,
    entries.map((remote) => ({ ownerId, glanceWeek: null, remote })),
  );
}

export interface ChangedEntries extends Pick<Changes, 'entries' | 'removed' | 'renewed'> {
  readonly ownerId: string;
}

export async function changeEntries(tx: Tx, clock: Clock, changed: ChangedEntries): Promise<void> {
  const { ownerId, entries, removed, renewed } = changed;
  if (removed.length + renewed.length > 0)
    await tx.query(
      `delete from kaigi.schedules_entry where municipality_id = $1 and owner_id = $2
         and (event_key = any($3::text[]) or series_key = any($4::text[]))`,
      [tx.municipalityId, ownerId, removed, [...removed, ...renewed]],
    );
  await keep(
    tx,
    clock,
    entries.map((remote) => ({ ownerId, glanceWeek: null, remote })),
  );
}

export interface GlancedWeek {
  readonly ownerId: string;
  readonly week: LocalDate;
  readonly entries: readonly RemoteEntry[];
}

/** Of two that glance at once the later one stands: the first statement makes them wait for each other. */
export async function keepGlances(tx: Tx, clock: Clock, glanced: readonly GlancedWeek[], at: Date): Promise<void> {
  if (glanced.length === 0) return;
  const rows = glanced
    .map(({ ownerId, week }) => ({ ownerId, week }))
    .toSorted((a, b) => (`${a.ownerId}${a.week}` < `${b.ownerId}${b.week}` ? -1 : 1));
  const values = [tx.municipalityId, JSON.stringify(rows)];
  await tx.query(
    `insert into kaigi.schedules_glance (municipality_id, owner_id, week, glanced_at)
     select $1, r."ownerId", r.week, $3 from jsonb_to_recordset($2) as r("ownerId" uuid, week date)
     on conflict (municipality_id, owner_id, week) do update set glanced_at = excluded.glanced_at`,
    [...values, at],
  );
  await tx.query(
    `delete from kaigi.schedules_entry e using jsonb_to_recordset($2) as r("ownerId" uuid, week date)
     where e.municipality_id = $1 and e.owner_id = r."ownerId" and e.glance_week = r.week`,
    values,
  );
  const entries = glanced.flatMap(({ ownerId, week, entries: some }) =>
    some.map((remote) => ({ ownerId, glanceWeek: week, remote })),
  );
  await keep(tx, clock, entries);
  await tx.query(
    `update kaigi.schedules_mailbox set revision = revision + 1, problem = null, problem_at = null
     where municipality_id = $1 and owner_id = any($2::uuid[])`,
    [tx.municipalityId, [...new Set(rows.map(({ ownerId }) => ownerId))]],
  );
}

import type { Person } from '../../../directory/index.ts';
import type { Tx } from '../../../platform/index.ts';
import type { Window } from './rules.ts';

const ROWS = `select w.window_id as "windowId", w.staff_id as "staffId", w.weekday, w.from_minute as "from",
    w.to_minute as "to", w.minutes, w.version
  from kaigi.schedules_window w where w.municipality_id = $1 and w.removed_at is null`;

export const windowsOf = (tx: Tx, staffId: string): Promise<Window[]> =>
  tx.query<Window>(`${ROWS} and w.staff_id = $2 order by w.weekday, w.from_minute, w.window_id`, [
    ...[tx.municipalityId, staffId],
  ]);

export async function readWindow(tx: Tx, windowId: string): Promise<Window | null> {
  const [row] = await tx.query<Window>(`${ROWS} and w.window_id = $2`, [tx.municipalityId, windowId]);
  return row ?? null;
}

/** A new one, or what became of a known one. */
export async function saveWindow(tx: Tx, one: Window, removedAt: Date | null = null): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_window (municipality_id, window_id, staff_id, weekday, from_minute, to_minute, minutes,
       version, removed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (municipality_id, window_id) do update
       set weekday = excluded.weekday, from_minute = excluded.from_minute, to_minute = excluded.to_minute,
         minutes = excluded.minutes, version = excluded.version, removed_at = excluded.removed_at`,
    [
      ...[tx.municipalityId, one.windowId, one.staffId, one.weekday, one.from, one.to, one.minutes, one.version],
      removedAt,
    ],
  );
}

/** Until the end of the transaction nobody else changes the windows of this person or books time in them. */
export async function lockCalendar(tx: Tx, staffId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `schedules/windows ${tx.municipalityId} ${staffId}`,
  ]);
}

export interface Change {
  readonly kind: 'window' | 'entry' | 'explanation';
  readonly act: string;
  readonly at: Date;
  readonly actor: Person;
  readonly fact: Readonly<Record<string, unknown>>;
}

/** Who changed windows, entries and explanations of somebody's calendar, the newest first. */
export const changesOf = (tx: Tx, staffId: string, limit: number): Promise<Change[]> =>
  tx.query<Change>(
    `select f.subject_kind as kind, f.act, f.at, f.actor, f.fact from kaigi.schedules_fact f
     where f.municipality_id = $1 and f.staff_id = $2 and f.subject_kind in ('window', 'entry', 'explanation')
     order by f.at desc, f.subject_id, f.seq desc limit $3`,
    [tx.municipalityId, staffId, limit],
  );

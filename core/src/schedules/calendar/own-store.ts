import type { Tx } from '../../platform/index.ts';
import type { Entry, OwnerRef } from './entry.ts';
import type { Window } from './port.ts';

/** An entry that was made here. */
export interface OwnEntry extends Entry {
  readonly source: 'OWN' | 'HOLD';
  readonly owner: OwnerRef;
  readonly subject: string;
  readonly place: string;
  readonly bookingId: string | null;
  readonly version: number;
}

type Row = Omit<OwnEntry, 'owner'> & OwnerRef;

const ROWS = `select e.entry_id as "entryId", e.owner_kind as kind, e.owner_id as "ownerId", e.source, e.from_at as "from",
    e.to_at as "to", e.all_day as "allDay", e.status, e.subject, e.place, e.visibility, e.online, e.category,
    e.booking_id as "bookingId", e.held_for as "heldFor", e.version, null as "seriesId"
  from kaigi.schedules_own_entry e where e.municipality_id = $1 and e.removed_at is null`;

const ownOf = ({ kind, ownerId, ...row }: Row): OwnEntry => ({ ...row, owner: { kind, ownerId } });

export async function ownEntries(tx: Tx, ownerIds: readonly string[], { from, to }: Window): Promise<OwnEntry[]> {
  const rows = await tx.query<Row>(`${ROWS} and e.owner_id = any($2::uuid[]) and e.to_at > $3 and e.from_at < $4`, [
    ...[tx.municipalityId, ownerIds, from, to],
  ]);
  return rows.map(ownOf);
}

/** Nobody else changes it until the end of the transaction. */
export async function lockOwnEntry(tx: Tx, entryId: string): Promise<OwnEntry | null> {
  const [row] = await tx.query<Row>(`${ROWS} and e.entry_id = $2 for update`, [tx.municipalityId, entryId]);
  return row ? ownOf(row) : null;
}

/** A new one, or what became of a known one. */
export async function saveOwnEntry(tx: Tx, entry: OwnEntry): Promise<void> {
  const { owner, from, to, allDay, status, subject, place, visibility, online, category, bookingId, version } = entry;
  await tx.query(
    `insert into kaigi.schedules_own_entry (municipality_id, entry_id, owner_kind, owner_id, source, from_at, to_at,
       all_day, status, subject, place, visibility, online, category, booking_id, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (municipality_id, entry_id) do update
       set from_at = excluded.from_at, to_at = excluded.to_at, all_day = excluded.all_day, status = excluded.status,
         subject = excluded.subject, place = excluded.place, visibility = excluded.visibility, online = excluded.online,
         category = excluded.category, source = excluded.source, version = excluded.version`,
    [
      ...[tx.municipalityId, entry.entryId, owner.kind, owner.ownerId, entry.source, from, to, allDay, status, subject],
      ...[place, visibility, online, category, bookingId, version],
    ],
  );
}

export async function removeOwnEntry(tx: Tx, { entryId, version }: OwnEntry, at: Date): Promise<void> {
  await tx.query(
    `update kaigi.schedules_own_entry set removed_at = $3, version = $4 where municipality_id = $1 and entry_id = $2`,
    [tx.municipalityId, entryId, at, version],
  );
}

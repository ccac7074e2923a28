import type { Tx } from '../../platform/index.ts';
import type { Room } from './room.ts';

const ROWS = `select r.room_id as "roomId", r.kind, r.source, r.name, r.office, r.building,
    r.office_set as "officeSet", r.floor, r.capacity, r.mailbox,
    r.equipment, r.notes, r.public_text as "publicText", r.administrators, r.version, r.removed_at as "removedAt"
  from kaigi.schedules_room r where r.municipality_id = $1`;

/** All that can be booked. */
export const allRooms = (tx: Tx): Promise<Room[]> =>
  tx.query<Room>(`${ROWS} and r.removed_at is null order by r.kind desc, r.name, r.room_id`, [tx.municipalityId]);

/** Those named, removed ones too. */
export const roomsNamed = (tx: Tx, roomIds: readonly string[]): Promise<Room[]> =>
  tx.query<Room>(`${ROWS} and r.room_id = any($2::uuid[]) order by r.room_id`, [tx.municipalityId, roomIds]);

/** Until the end of the transaction nobody else books these; always in one order, so that nobody waits in a circle. */
export const lockRooms = (tx: Tx, roomIds: readonly string[]): Promise<Room[]> =>
  tx.query<Room>(`${ROWS} and r.room_id = any($2::uuid[]) order by r.room_id for update`, [tx.municipalityId, roomIds]);

/** A new one, or what became of a known one. */
export async function saveRoom(tx: Tx, room: Room): Promise<void> {
  await tx.query(
    `insert into kaigi.schedules_room (municipality_id, room_id, kind, source, name, office, floor, capacity, mailbox,
       equipment, notes, public_text, administrators, version, removed_at, building, office_set)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (municipality_id, room_id) do update
       set name = excluded.name, office = excluded.office, floor = excluded.floor, capacity = excluded.capacity,
         equipment = excluded.equipment, notes = excluded.notes, public_text = excluded.public_text,
         administrators = excluded.administrators, version = excluded.version, removed_at = excluded.removed_at,
         building = excluded.building, office_set = excluded.office_set`,
    [
      ...[tx.municipalityId, room.roomId, room.kind, room.source, room.name, room.office, room.floor, room.capacity],
      ...[room.mailbox, room.equipment, room.notes, room.publicText, room.administrators, room.version, room.removedAt],
      ...[room.building, room.officeSet],
    ],
  );
}

/** Every room that Microsoft 365 has ever listed here. */
export const roomsOfGraph = (tx: Tx): Promise<Room[]> =>
  tx.query<Room>(`${ROWS} and r.source = 'GRAPH' order by r.room_id for update`, [tx.municipalityId]);

/** Addresses of rooms in Microsoft 365. */
export async function roomAddresses(tx: Tx, roomIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rooms = roomIds.length === 0 ? [] : await roomsNamed(tx, roomIds);
  return new Map(rooms.flatMap(({ roomId, mailbox }) => (mailbox === null ? [] : [[roomId, mailbox] as const])));
}

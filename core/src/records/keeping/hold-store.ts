import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { type Cut, cut } from '../cut.ts';
import type { Held, HoldReason } from './holds.ts';

export interface HoldRow {
  readonly id: string;
  readonly reason: HoldReason;
  readonly note: string;
  readonly recordId: string | null;
  readonly folderId: string | null;
  /** Of what it lies on. */
  readonly title: string;
  readonly unitId: string;
  readonly custody: 'SECTION' | 'CENTRAL';
  readonly placedBy: Person;
  readonly placedOn: LocalDate;
  readonly until: LocalDate | null;
  readonly decidedOn: LocalDate | null;
  /** It lies because of a 開示請求, and ends with it. */
  readonly isOfRequest: boolean;
  readonly version: number;
}

export const isOnRecord = ({ recordId }: Pick<HoldRow, 'recordId'>): boolean => recordId !== null;

const HOLD = `select h.id, h.reason, h.note, h.record_id as "recordId", h.folder_id as "folderId",
    coalesce(k.title, f.title) as title, coalesce(k.unit_id, f.unit_id) as "unitId",
    coalesce(k.custody, f.custody) as custody, h.placed_by as "placedBy", h.placed_on as "placedOn", h.until,
    h.decided_on as "decidedOn", exists(select from kaigi.records_disclosure_hold q
      where q.municipality_id = h.municipality_id and q.hold_id = h.id) as "isOfRequest", h.version
  from kaigi.records_hold h
  left join kaigi.records_keeping k on k.municipality_id = h.municipality_id and k.record_id = h.record_id
  left join kaigi.records_folder f on f.municipality_id = h.municipality_id and f.id = h.folder_id
  where h.municipality_id = $1`;

export type NewHold = Pick<
  HoldRow,
  'id' | 'reason' | 'note' | 'recordId' | 'folderId' | 'placedBy' | 'placedOn' | 'until'
>;

export async function insertHold(tx: Tx, row: NewHold): Promise<void> {
  await tx.query(
    `insert into kaigi.records_hold (municipality_id, id, reason, note, record_id, folder_id, placed_by, placed_on, until, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)`,
    [
      ...[tx.municipalityId, row.id, row.reason, row.note, row.recordId, row.folderId, JSON.stringify(row.placedBy)],
      ...[row.placedOn, row.until],
    ],
  );
}

export async function endHold(
  tx: Tx,
  { id, version, until, decidedOn }: { id: string; version: number; until: LocalDate; decidedOn: LocalDate },
): Promise<boolean> {
  const rows = await tx.query(
    `update kaigi.records_hold h set until = $4, decided_on = $5, version = h.version + 1
     where h.municipality_id = $1 and h.id = $2 and h.version = $3 returning h.id`,
    [tx.municipalityId, id, version, until, decidedOn],
  );
  return rows.length > 0;
}

export async function holdOf(tx: Tx, id: string): Promise<HoldRow | null> {
  const [row] = await tx.query<HoldRow>(`${HOLD} and h.id = $2 for update of h`, [tx.municipalityId, id]);
  return row ?? null;
}

/** What lies on a record: its own, and those of its 簿冊. */
export const holdsOn = (tx: Tx, { recordId, folderId }: { recordId: string | null; folderId: string | null }) =>
  tx.query<HoldRow>(`${HOLD} and (h.record_id = $2 or h.folder_id = $3) order by h.placed_on, h.id`, [
    ...[tx.municipalityId, recordId, folderId],
  ]);

const MOST = 1000;

/** Open ones and those that still hold, newest first; of these sections, or of all. */
export async function holdsNow(tx: Tx, today: LocalDate, sections: readonly string[] | null): Promise<Cut<HoldRow>> {
  const rows = await tx.query<HoldRow>(
    `${HOLD} and (h.until is null or h.until >= $2)
       and ($3::uuid[] is null or coalesce(k.unit_id, f.unit_id) = any($3))
     order by h.placed_on desc, h.id limit $4`,
    [tx.municipalityId, today, sections, MOST + 1],
  );
  return cut(rows, MOST);
}

/** Written beside what is held, so that no list need look at holds. */
export async function markRecord(tx: Tx, recordId: string, { isHeld, heldUntil }: Held): Promise<void> {
  await tx.query(
    `update kaigi.records_keeping k set is_held = $3, held_until = $4
     where k.municipality_id = $1 and k.record_id = $2 and k.state = 'KEPT'`,
    [tx.municipalityId, recordId, isHeld, heldUntil],
  );
}

export async function markFolder(tx: Tx, folderId: string, { isHeld, heldUntil }: Held): Promise<void> {
  await tx.query(
    `update kaigi.records_folder f set is_held = $3, held_until = $4 where f.municipality_id = $1 and f.id = $2`,
    [tx.municipalityId, folderId, isHeld, heldUntil],
  );
}

export async function recordsIn(tx: Tx, folderId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select k.record_id as id from kaigi.records_keeping k
     where k.municipality_id = $1 and k.folder_id = $2 and k.state = 'KEPT' order by k.record_id`,
    [tx.municipalityId, folderId],
  );
  return rows.map(({ id }) => id);
}

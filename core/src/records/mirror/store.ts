import type { Tx } from '../../platform/index.ts';
import type { MirroredItem, MirrorProblem } from './library.ts';
import type { Named } from './names.ts';

export type MirrorState = 'MIRRORED' | 'REFUSED' | 'ALTERED' | 'MISSING' | 'BLOCKED' | 'REMOVED';

export interface Waiting extends Omit<Named, 'number'> {
  readonly sha256: string;
  readonly size: number;
  readonly symbol: string | null;
  readonly number: number | null;
}

/** Frozen, kept, of 自治体機密性 2 or 1, and open to its section. The rest never leaves. */
const WANTED = `r.state = 'FROZEN' and k.state = 'KEPT' and k.level in ('C2', 'C1') and not k.only_participants
       and k.medium = 'ELECTRONIC'`;

/** How many are to be outside and are not: never tried yet, or refused. */
export async function notYet(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = r.id
     left join kaigi.records_mirror m on m.municipality_id = $1 and m.record_id = r.id
     where r.municipality_id = $1 and ${WANTED} and (m.record_id is null or m.state = 'REFUSED')`,
    [tx.municipalityId],
  );
  return row?.count ?? 0;
}

/** Those that are not outside yet, and are tried now. */
export const waiting = (tx: Tx, now: Date, limit: number): Promise<Waiting[]> =>
  tx.query<Waiting>(
    `select r.id as "recordId", k.title, f.file_name as "fileName", f.sha256, f.size::int as size, g.symbol, g.number,
       coalesce(g.fiscal_year, extract(year from k.created_on - interval '3 months')::int) as "fiscalYear",
       k.unit_name as "unitName", k.classification_code as "classificationCode"
     from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = r.id
     join kaigi.records_file_version f on f.municipality_id = $1 and f.record_id = r.id and f.file_version = r.file_version
     left join kaigi.records_register g on g.municipality_id = $1 and g.record_id = r.id
     left join kaigi.records_mirror m on m.municipality_id = $1 and m.record_id = r.id
     where r.municipality_id = $1 and ${WANTED}
       and (m.record_id is null or (m.state = 'REFUSED' and m.again_at <= $2))
     order by r.id limit $3`,
    [tx.municipalityId, now, limit],
  );

/** Disposed of, transferred, or confidential since: kept outside no more. */
export const MUST_GO = `(k.state <> 'KEPT' or k.level not in ('C2', 'C1') or k.only_participants)`;

export interface Leaving {
  readonly recordId: string;
  readonly itemId: string;
  readonly place: string | null;
}

/** Outside still, and to be kept there no more. */
export const leaving = (tx: Tx, now: Date, limit: number): Promise<Leaving[]> =>
  tx.query<Leaving>(
    `select m.record_id as "recordId", m.item_id as "itemId", m.place from kaigi.records_mirror m
     join kaigi.records_keeping k on k.municipality_id = $1 and k.record_id = m.record_id
     where m.municipality_id = $1 and m.state <> 'REMOVED' and m.item_id is not null
       and ${MUST_GO}
       and (m.state <> 'BLOCKED' or m.again_at <= $2)
     order by m.record_id limit $3`,
    [tx.municipalityId, now, limit],
  );

interface Mirrored {
  readonly recordId: string;
  readonly sha256: string;
  readonly item: MirroredItem;
  readonly place: string;
  readonly now: Date;
}

export async function noteMirrored(tx: Tx, { recordId, sha256, item, place, now }: Mirrored): Promise<void> {
  await tx.query(
    `insert into kaigi.records_mirror as m (municipality_id, record_id, sha256, state, item_id, etag, ctag, name, label,
       problem, noticed_at, place) values ($1, $2, $3, 'MIRRORED', $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (municipality_id, record_id) do update set sha256 = excluded.sha256, state = 'MIRRORED',
       item_id = excluded.item_id, etag = excluded.etag, ctag = excluded.ctag, name = excluded.name,
       label = excluded.label, problem = excluded.problem, noticed_at = excluded.noticed_at, again_at = null, place = excluded.place`,
    [
      ...[tx.municipalityId, recordId, sha256, item.itemId, item.etag, item.ctag, item.name],
      ...[item.label, item.labelProblem, now, place],
    ],
  );
}

export interface Refused {
  readonly recordId: string;
  readonly sha256: string;
  readonly name: string;
  readonly problem: MirrorProblem;
  readonly now: Date;
  readonly againAt: Date;
}

export async function noteRefused(tx: Tx, { recordId, sha256, name, problem, now, againAt }: Refused): Promise<void> {
  await tx.query(
    `insert into kaigi.records_mirror as m (municipality_id, record_id, sha256, state, name, problem, noticed_at, again_at)
     values ($1, $2, $3, 'REFUSED', $4, $5, $6, $7)
     on conflict (municipality_id, record_id) do update set state = 'REFUSED', problem = excluded.problem,
       noticed_at = excluded.noticed_at, again_at = excluded.again_at`,
    [tx.municipalityId, recordId, sha256, name, problem, now, againAt],
  );
}

export interface Turned {
  readonly recordId: string;
  readonly state: 'BLOCKED' | 'REMOVED';
  readonly problem: MirrorProblem | null;
  readonly now: Date;
  readonly againAt: Date | null;
}

/** False where the copy is another way than that by now. */
export async function turn(
  tx: Tx,
  { recordId, state, problem, now, againAt }: Turned,
  fromWhere: string,
): Promise<boolean> {
  const turned = await tx.query(
    `update kaigi.records_mirror m set state = $3, problem = $4, noticed_at = $5, again_at = $6
     where m.municipality_id = $1 and m.record_id = $2 and ${fromWhere} returning m.record_id`,
    [tx.municipalityId, recordId, state, problem, now, againAt],
  );
  return turned.length > 0;
}

/** What somebody said of a copy meanwhile stays: what is gone is gone. False where that is so. */
export const noteLeft = (tx: Tx, turned: Turned): Promise<boolean> => turn(tx, turned, `m.state <> 'REMOVED'`);

/** Marks what is no longer as it was put; what is as it was again is told so. Returns how many turned. */
export async function noteChanges(
  tx: Tx,
  changes: readonly { readonly itemId: string; readonly ctag: string | null }[],
  now: Date,
): Promise<number> {
  const rows = await tx.query(
    `update kaigi.records_mirror m set noticed_at = $3,
       state = case when c.ctag is null then 'MISSING' when c.ctag <> m.ctag then 'ALTERED' else 'MIRRORED' end
     from jsonb_to_recordset($2) as c("itemId" text, ctag text)
     where m.municipality_id = $1 and m.item_id = c."itemId" and m.state in ('MIRRORED', 'ALTERED', 'MISSING')
       and m.state <> case when c.ctag is null then 'MISSING' when c.ctag <> m.ctag then 'ALTERED' else 'MIRRORED' end
     returning m.record_id`,
    [tx.municipalityId, JSON.stringify(changes), now],
  );
  return rows.length;
}

/** Where a library told everything that it holds: whatever of ours was put there before and is not among it is missing. */
export async function noteMissing(
  tx: Tx,
  { place, there, before, now }: { place: string; there: readonly string[]; before: Date; now: Date },
): Promise<void> {
  await tx.query(
    `update kaigi.records_mirror m set state = 'MISSING', noticed_at = $4
     where m.municipality_id = $1 and m.state in ('MIRRORED', 'ALTERED') and m.noticed_at < $3
       and m.place = $5 and not (m.item_id = any($2::text[]))`,
    [tx.municipalityId, there, before, now, place],
  );
}

export interface LibraryState {
  readonly since: string | null;
  readonly checkedAt: Date | null;
  readonly quietUntil: Date | null;
  /** Of which library all of this is. */
  readonly place: string | null;
}

export async function readLibrary(tx: Tx): Promise<LibraryState> {
  const [row] = await tx.query<LibraryState>(
    `select l.since, l.checked_at as "checkedAt", l.quiet_until as "quietUntil", l.place
     from kaigi.records_mirror_library l where l.municipality_id = $1`,
    [tx.municipalityId],
  );
  return row ?? { since: null, checkedAt: null, quietUntil: null, place: null };
}

export async function keepLibrary(tx: Tx, { since, checkedAt, quietUntil, place }: LibraryState): Promise<void> {
  await tx.query(
    `insert into kaigi.records_mirror_library (municipality_id, since, checked_at, quiet_until, place)
     values ($1, $2, $3, $4, $5)
     on conflict (municipality_id) do update set since = excluded.since, checked_at = excluded.checked_at,
       quiet_until = excluded.quiet_until, place = excluded.place`,
    [tx.municipalityId, since, checkedAt, quietUntil, place],
  );
}

/** Copies of which it was not noted where they lie are in that library. */
export async function placeCopies(tx: Tx, place: string): Promise<void> {
  await tx.query(
    `update kaigi.records_mirror m set place = $2 where m.municipality_id = $1 and m.place is null and m.item_id is not null`,
    [tx.municipalityId, place],
  );
}

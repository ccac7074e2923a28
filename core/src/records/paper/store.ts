import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { binder, type Sight, visible } from '../access.ts';

export interface PlaceRow {
  readonly id: string;
  readonly store: string;
  readonly shelf: string;
}

export interface LoanRow {
  readonly id: string;
  readonly boxId: string;
  readonly borrower: Person;
  readonly staffId: string;
  readonly purpose: string;
  readonly lentOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly returnedOn: LocalDate | null;
}

export interface BoxRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly fiscalYear: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: readonly string[];
  readonly placeId: string;
  readonly version: number;
  readonly store: string;
  readonly shelf: string;
  readonly records: number;
}

export const placesOf = (tx: Tx): Promise<(PlaceRow & { boxes: number })[]> =>
  tx.query(
    `select p.id, p.store, p.shelf, (select count(*)::int from kaigi.records_box b
       where b.municipality_id = p.municipality_id and b.place_id = p.id) as boxes
     from kaigi.records_place p where p.municipality_id = $1 order by p.store, p.shelf`,
    [tx.municipalityId],
  );

export async function placeOf(tx: Tx, placeId: string): Promise<PlaceRow | null> {
  const [row] = await tx.query<PlaceRow>(
    'select p.id, p.store, p.shelf from kaigi.records_place p where p.municipality_id = $1 and p.id = $2',
    [tx.municipalityId, placeId],
  );
  return row ?? null;
}

/** False where there is such a shelf already. */
export async function insertPlace(tx: Tx, row: PlaceRow & { by: Person; at: Date }): Promise<boolean> {
  const made = await tx.query(
    `insert into kaigi.records_place (municipality_id, id, store, shelf, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
    [tx.municipalityId, row.id, row.store, row.shelf, JSON.stringify(row.by), row.at],
  );
  return made.length > 0;
}

const BOX = `select b.id, b.code, b.title, b.fiscal_year as "fiscalYear", b.unit_id as "unitId", b.unit_name as "unitName",
    b.unit_path as "unitPath", b.place_id as "placeId", b.version, p.store, p.shelf,
    (select count(*)::int from kaigi.records_boxed i
      where i.municipality_id = b.municipality_id and i.box_id = b.id) as records
  from kaigi.records_box b
  join kaigi.records_place p on p.municipality_id = b.municipality_id and p.id = b.place_id
  where b.municipality_id = $1`;

export interface BoxSearch {
  readonly q: string;
  /** Null: of every section. */
  readonly reader: { readonly own: readonly string[]; readonly sections: readonly string[] } | null;
  readonly limit: number;
  /** Of those that somebody has, which. */
  readonly loan?:
    | { readonly only: 'LENT' | 'OVERDUE' | 'MINE'; readonly today: LocalDate; readonly staffId: string }
    | undefined;
}

// The number of a paper stands in the register that its section reads; a title only where its level is for the section.
const HOLDS = `exists (select from kaigi.records_boxed i
    join kaigi.records_keeping k on k.municipality_id = i.municipality_id and k.record_id = i.record_id
    left join kaigi.records_register g on g.municipality_id = i.municipality_id and g.record_id = i.record_id
    where i.municipality_id = b.municipality_id and i.box_id = b.id and k.unit_id = b.unit_id
      and (strpos(lower(g.symbol || '第' || g.number || '号'), lower($6)) > 0
        or (k.level in ('C1', 'C2') and not k.only_participants and strpos(lower(k.title), lower($5)) > 0)))`;
const WITH = `exists (select from kaigi.records_loan l
    where l.municipality_id = b.municipality_id and l.box_id = b.id and l.returned_on is null
      and ($7 <> 'OVERDUE' or l.due_on < $8::date) and ($7 <> 'MINE' or l.staff_id = $9::uuid))`;

/** By code, title or place, or by a paper in it; the newest year first. */
export const boxesOf = (tx: Tx, { q, reader, limit, loan }: BoxSearch): Promise<BoxRow[]> => {
  const words = q.normalize('NFKC').trim();
  return tx.query<BoxRow>(
    `${BOX} and ($2 or b.unit_id = any($3::uuid[]) or b.unit_path && $4::uuid[])
       and ($5 = '' or strpos(lower(b.code || ' ' || b.title || ' ' || p.store || ' ' || p.shelf), lower($5)) > 0 or ${HOLDS})
       and ($7::text is null or ${WITH})
     order by b.fiscal_year desc, b.code desc limit $10`,
    [
      ...[tx.municipalityId, reader === null, reader?.sections ?? [], reader?.own ?? []],
      ...[words, words.replaceAll(/\s/gu, ''), loan?.only ?? null, loan?.today ?? null, loan?.staffId ?? null, limit],
    ],
  );
};

export async function boxOf(tx: Tx, boxId: string, { locked = false } = {}): Promise<BoxRow | null> {
  const [row] = await tx.query<BoxRow>(`${BOX} and b.id = $2 ${locked ? 'for update of b' : ''}`, [
    tx.municipalityId,
    boxId,
  ]);
  return row ?? null;
}

/** The next label: the lock keeps two from taking the same one. */
export async function nextCode(tx: Tx): Promise<string> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('kaigi.records_box ' || $1::text, 0))`, [
    tx.municipalityId,
  ]);
  const [row] = await tx.query<{ next: number }>(
    `select coalesce(max(substr(b.code, 2)::int), 0) + 1 as next from kaigi.records_box b where b.municipality_id = $1`,
    [tx.municipalityId],
  );
  return `B${String(row?.next ?? 1).padStart(6, '0')}`;
}

export async function insertBox(tx: Tx, box: Omit<BoxRow, 'store' | 'shelf' | 'records'>): Promise<void> {
  await tx.query(
    `insert into kaigi.records_box (municipality_id, id, code, title, fiscal_year, unit_id, unit_name, unit_path, place_id, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[tx.municipalityId, box.id, box.code, box.title, box.fiscalYear, box.unitId, box.unitName, box.unitPath],
      ...[box.placeId, box.version],
    ],
  );
}

export async function updateBox(tx: Tx, box: Pick<BoxRow, 'id' | 'placeId' | 'version'>): Promise<void> {
  await tx.query(
    'update kaigi.records_box b set place_id = $3, version = $4 where b.municipality_id = $1 and b.id = $2',
    [tx.municipalityId, box.id, box.placeId, box.version],
  );
}

export async function putInto(tx: Tx, boxId: string, recordId: string): Promise<void> {
  await tx.query(
    `insert into kaigi.records_boxed (municipality_id, record_id, box_id) values ($1, $2, $3)
     on conflict (municipality_id, record_id) do update set box_id = excluded.box_id`,
    [tx.municipalityId, recordId, boxId],
  );
}

/** In which box a record lies that this person may see; null where there is no such record. */
export async function boxedIn(tx: Tx, sight: Sight, recordId: string): Promise<{ boxId: string | null } | null> {
  const values: unknown[] = [tx.municipalityId, recordId];
  const [row] = await tx.query<{ boxId: string | null }>(
    `select i.box_id as "boxId" from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
     left join kaigi.records_boxed i on i.municipality_id = r.municipality_id and i.record_id = r.id
     where r.municipality_id = $1 and r.id = $2 and ${visible(sight, binder(values))}`,
    values,
  );
  return row ?? null;
}

export const contentsOf = (
  tx: Tx,
  boxId: string,
): Promise<{ recordId: string; symbol: string | null; number: number | null; title: string }[]> =>
  tx.query(
    `select i.record_id as "recordId", g.symbol, g.number, k.title from kaigi.records_boxed i
     join kaigi.records_keeping k on k.municipality_id = i.municipality_id and k.record_id = i.record_id
     left join kaigi.records_register g on g.municipality_id = i.municipality_id and g.record_id = i.record_id
     where i.municipality_id = $1 and i.box_id = $2 order by g.fiscal_year, g.symbol, g.number, k.title`,
    [tx.municipalityId, boxId],
  );

export async function recordNumbered(
  tx: Tx,
  asked: { readonly fiscalYear: number; readonly symbol: string; readonly number: number },
): Promise<string | null> {
  const [row] = await tx.query<{ id: string | null }>(
    `select g.record_id as id from kaigi.records_register g
     where g.municipality_id = $1 and g.fiscal_year = $2 and g.symbol = $3 and g.number = $4`,
    [tx.municipalityId, asked.fiscalYear, asked.symbol, asked.number],
  );
  return row?.id ?? null;
}

const LOAN = `select l.id, l.box_id as "boxId", l.borrower, l.staff_id as "staffId", l.purpose, l.lent_on as "lentOn",
    l.due_on as "dueOn", l.returned_on as "returnedOn"
  from kaigi.records_loan l where l.municipality_id = $1`;

/** Of these boxes: who has them now. */
export const openLoans = (tx: Tx, boxIds: readonly string[]): Promise<LoanRow[]> =>
  tx.query<LoanRow>(`${LOAN} and l.box_id = any($2::uuid[]) and l.returned_on is null`, [tx.municipalityId, boxIds]);

export const loansOf = (tx: Tx, boxId: string): Promise<LoanRow[]> =>
  tx.query<LoanRow>(`${LOAN} and l.box_id = $2 order by l.lent_on desc, l.id desc`, [tx.municipalityId, boxId]);

export async function loanOf(tx: Tx, loanId: string): Promise<LoanRow | null> {
  const [row] = await tx.query<LoanRow>(`${LOAN} and l.id = $2 for update of l`, [tx.municipalityId, loanId]);
  return row ?? null;
}

/** False where somebody has it already. */
export async function insertLoan(tx: Tx, loan: Omit<LoanRow, 'returnedOn'>): Promise<boolean> {
  const made = await tx.query(
    `insert into kaigi.records_loan (municipality_id, id, box_id, borrower, staff_id, purpose, lent_on, due_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [
      ...[tx.municipalityId, loan.id, loan.boxId, JSON.stringify(loan.borrower), loan.staffId, loan.purpose],
      ...[loan.lentOn, loan.dueOn],
    ],
  );
  return made.length > 0;
}

export async function returnLoan(tx: Tx, loanId: string, on: LocalDate, by: Person): Promise<void> {
  await tx.query(
    'update kaigi.records_loan l set returned_on = $3, returned_by = $4 where l.municipality_id = $1 and l.id = $2',
    [tx.municipalityId, loanId, on, JSON.stringify(by)],
  );
}

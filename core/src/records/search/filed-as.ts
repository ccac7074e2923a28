import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { FiledAs } from './words.ts';

/** As it is called and classed today. */
export async function filedAsFacts(tx: Tx, recordId: string): Promise<FiledAs | null> {
  const [row] = await tx.query<FiledAs>(
    `select r.id as "recordId", r.kind, k.title, k.classification_code as "classificationCode",
       k.classification_name as "classificationName", k.unit_name as "unitName", r.registered_by as "registeredBy",
       r.registered_at as "registeredAt", f.file_name as "fileName"
     from kaigi.records_record r
     join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
     join kaigi.records_file_version f
       on f.municipality_id = r.municipality_id and f.record_id = r.id and f.file_version = r.file_version
     where r.municipality_id = $1 and r.id = $2`,
    [tx.municipalityId, recordId],
  );
  return row ?? null;
}

export async function markUnread(tx: Tx, recordId: string): Promise<void> {
  await tx.query(
    `insert into kaigi.records_search_unread (municipality_id, record_id) values ($1, $2) on conflict do nothing`,
    [tx.municipalityId, recordId],
  );
}

/** Some of those whose file is still to be read, from one on. */
export async function unreadAfter(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  const rows = await tx.query<{ recordId: string }>(
    `select u.record_id as "recordId" from kaigi.records_search_unread u
     where u.municipality_id = $1 and ($2::uuid is null or u.record_id > $2) order by u.record_id limit $3`,
    [tx.municipalityId, after, limit],
  );
  return rows.map(({ recordId }) => recordId);
}

/** Takes one that was read; false where somebody else did, or it was disposed of meanwhile. */
export async function takeUnread(tx: Tx, recordId: string): Promise<boolean> {
  const taken = await tx.query(
    `delete from kaigi.records_search_unread u where u.municipality_id = $1 and u.record_id = $2 returning u.record_id`,
    [tx.municipalityId, recordId],
  );
  return taken.length > 0;
}

export async function fileOf(tx: Tx, recordId: string): Promise<{ sha256: string } | null> {
  const [row] = await tx.query<{ sha256: string }>(
    `select f.sha256 from kaigi.records_record r
     join kaigi.records_file_version f
       on f.municipality_id = r.municipality_id and f.record_id = r.id and f.file_version = r.file_version
     join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id and k.state = 'KEPT'
     where r.municipality_id = $1 and r.id = $2`,
    [tx.municipalityId, recordId],
  );
  return row ?? null;
}

/** What the 文書収発簿 says of a record today, also of what was put right later. */
export interface Registered {
  readonly symbol: string;
  readonly fiscalYear: number;
  readonly number: number;
  readonly branch: number;
  readonly takenOn: LocalDate;
  readonly issuedOn: LocalDate | null;
  readonly title: string | null;
  readonly counterparty: string | null;
  readonly theirNumber: string | null;
  readonly unitName: string;
  readonly registeredBy: Pick<Person, 'name'>;
}

export const registeredOf = (tx: Tx, recordId: string): Promise<Registered[]> =>
  tx.query<Registered>(
    `select g.symbol, g.fiscal_year as "fiscalYear", g.number, g.branch, g.taken_on as "takenOn", g.issued_on as "issuedOn",
       g.later_title as title, coalesce(g.later_counterparty, g.counterparty) as counterparty,
       g.their_number as "theirNumber", g.unit_name as "unitName", g.registered_by as "registeredBy"
     from kaigi.records_register g where g.municipality_id = $1 and g.record_id = $2 order by g.taken_at, g.id`,
    [tx.municipalityId, recordId],
  );

import type { Person } from '../../directory/index.ts';
import type { Database, Tx } from '../../platform/index.ts';
import type { Passage } from './redacting.ts';
import type { Decision } from './rules.ts';

export interface ItemRow {
  readonly id: string;
  readonly requestId: string;
  readonly recordId: string | null;
  readonly described: string | null;
  readonly title: string;
  readonly decision: Decision | null;
  readonly grounds: readonly string[];
  readonly note: string;
  readonly judgedBy: Person | null;
  readonly judgedAt: Date | null;
}

const someItems = (tx: Tx, requestIds: readonly string[], dropped: boolean) =>
  tx.query<ItemRow>(
    `select i.id, i.request_id as "requestId", i.record_id as "recordId", i.described,
       coalesce(k.title, i.described) as title, i.decision, i.grounds, i.note, i.judged_by as "judgedBy",
       i.judged_at as "judgedAt"
     from kaigi.records_disclosure_item i
     left join kaigi.records_keeping k on k.municipality_id = i.municipality_id and k.record_id = i.record_id
     where i.municipality_id = $1 and i.request_id = any($2::uuid[]) and i.is_dropped = $3 order by i.place, i.id`,
    [tx.municipalityId, requestIds, dropped],
  );

export const itemsOf = (tx: Tx, requestIds: readonly string[]) => someItems(tx, requestIds, false);
/** What was collected and left out again: the history still names it. */
export const droppedOf = (tx: Tx, requestId: string) => someItems(tx, [requestId], true);

export type NewItem = Pick<ItemRow, 'id' | 'requestId' | 'recordId' | 'described'> & { by: Person; at: Date };

/** False where the record is on it already. */
export async function insertItem(tx: Tx, { id, requestId, recordId, described, by, at }: NewItem): Promise<boolean> {
  const made = await tx.query(
    `insert into kaigi.records_disclosure_item (municipality_id, id, request_id, place, record_id, described,
       collected_by, collected_at)
     select $1, $2::uuid, $3::uuid, (select count(*) + 1 from kaigi.records_disclosure_item i
       where i.municipality_id = $1 and i.request_id = $3), $4::uuid, $5, $6, $7
     on conflict do nothing returning id`,
    [tx.municipalityId, id, requestId, recordId, described, JSON.stringify(by), at],
  );
  return made.length > 0;
}

export const dropItem = (tx: Tx, itemId: string) =>
  tx.query('update kaigi.records_disclosure_item i set is_dropped = true where i.municipality_id = $1 and i.id = $2', [
    tx.municipalityId,
    itemId,
  ]);

type Judged = Pick<ItemRow, 'decision' | 'grounds' | 'note'> & { readonly by: Person; readonly at: Date };

export const judgeItem = (tx: Tx, itemId: string, { decision, grounds, note, by, at }: Judged) =>
  tx.query(
    `update kaigi.records_disclosure_item i
     set decision = $3, grounds = $4::text[], note = $5, judged_by = $6, judged_at = $7
     where i.municipality_id = $1 and i.id = $2`,
    [tx.municipalityId, itemId, decision, [...grounds], note, JSON.stringify(by), at],
  );

export const insertItemHold = (tx: Tx, itemId: string, holdId: string, reason: 'DISCLOSURE' | 'APPEAL') =>
  tx.query(
    'insert into kaigi.records_disclosure_hold (municipality_id, item_id, hold_id, reason) values ($1, $2, $3, $4)',
    [tx.municipalityId, itemId, holdId, reason],
  );

export async function holdsOfItem(tx: Tx, itemId: string, reason: 'DISCLOSURE' | 'APPEAL'): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select h.hold_id as id from kaigi.records_disclosure_hold h
     where h.municipality_id = $1 and h.item_id = $2 and h.reason = $3 order by h.hold_id`,
    [tx.municipalityId, itemId, reason],
  );
  return rows.map(({ id }) => id);
}

export const asksOf = (tx: Tx, requestId: string) =>
  tx.query<{ unitId: string; unitName: string }>(
    `select a.unit_id as "unitId", a.unit_name as "unitName" from kaigi.records_disclosure_ask a
     where a.municipality_id = $1 and a.request_id = $2 order by a.asked_at, a.unit_id`,
    [tx.municipalityId, requestId],
  );

interface Asking {
  readonly requestId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly by: Person;
  readonly at: Date;
}

export async function insertAsk(tx: Tx, { requestId, unitId, unitName, by, at }: Asking): Promise<boolean> {
  const made = await tx.query(
    `insert into kaigi.records_disclosure_ask (municipality_id, request_id, unit_id, unit_name, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning unit_id`,
    [tx.municipalityId, requestId, unitId, unitName, JSON.stringify(by), at],
  );
  return made.length > 0;
}

export interface RedactionRow {
  readonly itemId: string;
  readonly nth: number;
  readonly recordId: string;
  readonly sourceSha256: string;
  readonly textSha256: string;
  readonly passages: readonly Passage[];
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
  readonly madeBy: Person;
  readonly madeAt: Date;
  readonly salt: string;
}

/** `bars`: the grounds that stand on them. */
export type CopyRow = Pick<RedactionRow, 'itemId' | 'nth' | 'sha256' | 'size' | 'pages'> & {
  readonly bars: readonly string[];
};

/** The newest copy of each. */
export const copiesOf = (tx: Tx, itemIds: readonly string[]) =>
  tx.query<CopyRow>(
    `select distinct on (c.item_id) c.item_id as "itemId", c.nth, c.sha256, c.size, c.pages,
       array(select distinct p ->> 'ground' from json_array_elements(c.passages) p order by 1) as bars
     from kaigi.records_redaction c where c.municipality_id = $1 and c.item_id = any($2::uuid[])
     order by c.item_id, c.nth desc`,
    [tx.municipalityId, itemIds],
  );

/** False where somebody else has made a copy of this number meanwhile: its number stands on its pages. */
export async function insertRedaction(tx: Tx, row: RedactionRow): Promise<boolean> {
  const made = await tx.query(
    `insert into kaigi.records_redaction (municipality_id, item_id, nth, record_id, source_sha256, text_sha256, passages,
       sha256, size, pages, made_by, made_at, salt) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict do nothing returning nth`,
    [
      ...[tx.municipalityId, row.itemId, row.nth, row.recordId, row.sourceSha256, row.textSha256],
      ...[JSON.stringify(row.passages), row.sha256, row.size, row.pages, JSON.stringify(row.madeBy), row.madeAt],
      row.salt,
    ],
  );
  return made.length > 0;
}

/** At the end of a record its copies go with it. Returns the bytes that were only theirs, to be removed after the commit. */
export async function forgetRedactions(tx: Tx, recordId: string): Promise<readonly string[]> {
  const gone = await tx.query<{ sha256: string }>(
    'delete from kaigi.records_redaction c where c.municipality_id = $1 and c.record_id = $2 returning c.sha256',
    [tx.municipalityId, recordId],
  );
  return gone.map(({ sha256 }) => sha256);
}

/** Which of these bytes are redacted copies that somebody still has. */
export async function redactionNames(owner: Database['owner'], sha256s: readonly string[]): Promise<readonly string[]> {
  const { rows } = await owner.query<{ sha256: string }>(
    'select distinct c.sha256 from kaigi.records_redaction c where c.sha256 = any($1::text[])',
    [sha256s],
  );
  return rows.map(({ sha256 }) => sha256);
}

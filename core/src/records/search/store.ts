import { newId, type Tx } from '../../platform/index.ts';
import { FIRST_ATTACHED, type Part } from './segment.ts';
import { bytesOf, storedWords, wordsFrom } from './stored-words.ts';

/** A document of a record as it is searched. */
export interface SearchedDoc {
  readonly recordId: string;
  readonly part: Part;
  /** Of the file, for the text of it. */
  readonly sha256: string | null;
  readonly words: string;
  readonly folded: string;
}

/**
 * In place of what was there; searched from the commit on. What stood there is looked at before it is overwritten. Words of
 * what was disposed of do not come back, also where its row of the register is put right later.
 */
export async function putDoc(tx: Tx, doc: SearchedDoc): Promise<void> {
  await tx.query(
    `with old as (
       select d.segment_id, d.record_id, d.part from kaigi.records_search_doc d
       where d.municipality_id = $1 and d.record_id = $2 and d.part = $3 for update),
     gone as (
       insert into kaigi.records_search_gone (municipality_id, segment_id, record_id, part, forgotten)
       select $1, o.segment_id, o.record_id, o.part, false from old o where o.segment_id is not null
       on conflict do nothing returning segment_id)
     insert into kaigi.records_search_doc as d (municipality_id, record_id, part, registered_at, sha256, words, folded,
       letters, segment_id, written)
     select $1, $2, $3, r.registered_at, $4, $5, $6, $7, null, $8 from kaigi.records_record r
     where r.municipality_id = $1 and r.id = $2 and (select count(*) from gone) >= 0
       and not exists (select from kaigi.records_tombstone t where t.municipality_id = $1
         and t.subject_kind = 'RECORD' and t.subject_id = $2 and t.content_goes)
     on conflict (municipality_id, record_id, part) do update set sha256 = excluded.sha256, words = excluded.words,
       folded = excluded.folded, letters = excluded.letters, segment_id = null, written = excluded.written`,
    [
      ...[tx.municipalityId, doc.recordId, doc.part, doc.sha256, storedWords(doc.words), doc.folded],
      ...[doc.folded.length, newId()],
    ],
  );
}

/** Nothing of this record is found from the commit on, and the index is written again without it. */
export async function forgetDocs(tx: Tx, recordId: string): Promise<void> {
  // First: whoever reads its files at this moment is waited for, and what it wrote goes too.
  for (const table of ['records_search_unread', 'records_search_unlisted', 'records_search_attachment'])
    await tx.query(`delete from kaigi.${table} u where u.municipality_id = $1 and u.record_id = $2`, [
      tx.municipalityId,
      recordId,
    ]);
  await tx.query(
    `with old as (
       delete from kaigi.records_search_doc d where d.municipality_id = $1 and d.record_id = $2
       returning d.segment_id, d.record_id, d.part)
     insert into kaigi.records_search_gone (municipality_id, segment_id, record_id, part, forgotten)
     select $1, o.segment_id, o.record_id, o.part, true from old o where o.segment_id is not null
     on conflict do nothing`,
    [tx.municipalityId, recordId],
  );
  // Pieces of it that were written anew before are still in the index too.
  await tx.query(
    `update kaigi.records_search_gone g set forgotten = true
     where g.municipality_id = $1 and g.record_id = $2 and not g.forgotten`,
    [tx.municipalityId, recordId],
  );
}

/** Words of the same bytes, filed before. */
export async function wordsOfSame(tx: Tx, sha256: string): Promise<string | null> {
  const [row] = await tx.query<{ words: Buffer }>(
    'select d.words from kaigi.records_search_doc d where d.municipality_id = $1 and d.sha256 = $2 limit 1',
    [tx.municipalityId, sha256],
  );
  return row ? wordsFrom(row.words) : null;
}

export interface SegmentRow {
  readonly segmentId: number;
  readonly level: number;
  readonly docs: number;
  readonly letters: number;
  readonly newestAt: Date;
}

export const segmentsOf = (tx: Tx): Promise<SegmentRow[]> =>
  tx.query<SegmentRow>(
    `select s.segment_id as "segmentId", s.level, s.docs, s.letters, s.newest_at as "newestAt"
     from kaigi.records_search_segment s where s.municipality_id = $1 order by s.newest_at desc, s.segment_id desc`,
    [tx.municipalityId],
  );

export const directoriesOf = (tx: Tx, ids: readonly number[]): Promise<{ segmentId: number; directory: Buffer }[]> =>
  tx.query(
    `select s.segment_id as "segmentId", s.directory from kaigi.records_search_segment s
     where s.municipality_id = $1 and s.segment_id = any($2::bigint[])`,
    [tx.municipalityId, ids],
  );

export interface GoneRow {
  readonly segmentId: number;
  readonly recordId: string;
  readonly part: Part;
}

export const goneOf = (tx: Tx): Promise<GoneRow[]> =>
  tx.query<GoneRow>(
    `select g.segment_id as "segmentId", g.record_id as "recordId", g.part from kaigi.records_search_gone g
     where g.municipality_id = $1`,
    [tx.municipalityId],
  );

/** Texts that wait to be taken into the index, of the newest; without what is attached. */
export const freshTexts = (tx: Tx, most: number): Promise<{ recordId: string; part: Part; folded: string }[]> =>
  tx.query(
    `select d.record_id as "recordId", d.part, d.folded from kaigi.records_search_doc d
     where d.municipality_id = $1 and d.folded is not null and d.part < $3 order by d.registered_at desc limit $2`,
    [tx.municipalityId, most, FIRST_ATTACHED],
  );

/** A document to be shown, or a piece of it. */
export interface Wanted {
  readonly recordId: string;
  readonly part: Part;
  /** In UTF-16 units as they were written, from 0 on. */
  readonly piece?: { readonly from: number; readonly to: number };
}

export interface WordsRow {
  readonly recordId: string;
  readonly part: Part;
  readonly words: string;
  /** What is attached, where the words are of that. */
  readonly attachmentId: string | null;
  readonly fileName: string | null;
}

/** What stands in documents, as it was written. */
export async function wordsOf(tx: Tx, wanted: readonly Wanted[]): Promise<WordsRow[]> {
  const rows = await tx.query<Omit<WordsRow, 'words'> & { readonly words: Buffer }>(
    `select d.record_id as "recordId", d.part,
       case when t.bytes is null then d.words else substring(d.words from t.begins for t.bytes) end as words,
       a.attachment_id as "attachmentId", a.file_name as "fileName"
     from unnest($2::uuid[], $3::smallint[], $4::int[], $5::int[]) t(record_id, part, begins, bytes)
     join kaigi.records_search_doc d on d.municipality_id = $1 and d.record_id = t.record_id and d.part = t.part
     left join kaigi.records_search_attachment a
       on a.municipality_id = $1 and a.record_id = t.record_id and a.part = t.part`,
    [
      ...[tx.municipalityId, wanted.map(({ recordId }) => recordId), wanted.map(({ part }) => part)],
      wanted.map(({ piece }) => (piece ? bytesOf(piece.from) + 1 : null)),
      wanted.map(({ piece }) => (piece ? bytesOf(piece.to - piece.from) : null)),
    ],
  );
  return rows.map((row) => ({ ...row, words: wordsFrom(row.words) }));
}

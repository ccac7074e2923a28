import type { Tx } from '../../platform/index.ts';
import type { KnownDocument } from './rules.ts';

export async function documentsOf(tx: Tx, recordId: string): Promise<KnownDocument[]> {
  return tx.query<KnownDocument>(
    `select d.place, d.file_name as "fileName", d.words from kaigi.records_word_document d
     where d.municipality_id = $1 and d.record_id = $2`,
    [tx.municipalityId, recordId],
  );
}

/** The last 20 places: a document that is passed from hand to hand has no more. */
const MOST = 20;

export async function putDocument(
  tx: Tx,
  noted: KnownDocument & { recordId: string; staffId: string; at: Date },
): Promise<void> {
  const { recordId, place, fileName, words, staffId, at } = noted;
  await tx.query(
    `insert into kaigi.records_word_document (municipality_id, record_id, place, file_name, words, noted_by, noted_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (municipality_id, record_id, place) do update
       set file_name = excluded.file_name, words = excluded.words, noted_by = excluded.noted_by,
         noted_at = excluded.noted_at`,
    [tx.municipalityId, recordId, place, fileName, words, staffId, at],
  );
  await tx.query(
    `delete from kaigi.records_word_document d where d.municipality_id = $1 and d.record_id = $2 and d.place not in (
       select newest.place from kaigi.records_word_document newest
       where newest.municipality_id = $1 and newest.record_id = $2
       order by newest.noted_at desc, newest.place limit ${MOST})`,
    [tx.municipalityId, recordId],
  );
}

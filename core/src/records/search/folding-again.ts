import type { Database, Tx } from '../../platform/index.ts';
import { binaryArray } from './binary-arrays.ts';
import { lockIndex } from './index-store.ts';
import type { Part } from './segment.ts';
import { wordsFrom } from './stored-words.ts';
import { foldedDoc } from './words.ts';

const DOCS_AT_ONCE = 100;
/** A document may have as many by itself. */
const LETTERS_AT_ONCE = 1_000_000;

interface Unfolded {
  readonly recordId: string;
  readonly part: Part;
  readonly words: Buffer;
}

/** The newest of them; what is being written anew or disposed of at this moment is left to whoever does. */
const unfoldedDocs = (tx: Tx): Promise<Unfolded[]> =>
  tx.query<Unfolded>(
    `select d.record_id as "recordId", d.part, d.words from (
       select n.record_id, n.part, sum(n.letters) over (order by n.registered_at desc, n.record_id, n.part) - n.letters as before
       from (select d.record_id, d.part, d.letters, d.registered_at from kaigi.records_search_doc d
         where d.municipality_id = $1 and d.segment_id is null and d.folded is null
         order by d.registered_at desc, d.record_id, d.part limit $2) n) next
     join kaigi.records_search_doc d on d.municipality_id = $1 and d.record_id = next.record_id and d.part = next.part
     where next.before < $3 and d.segment_id is null and d.folded is null for update of d skip locked`,
    [tx.municipalityId, DOCS_AT_ONCE, LETTERS_AT_ONCE],
  );

/**
 * Documents that left an index of another form are searched again as they wait to be taken into the new one, some at a time.
 * False when there are none.
 */
export const foldAgain = (db: Database, municipalityId: string): Promise<boolean> =>
  db.inMunicipality(municipalityId, async (tx) => {
    if (!(await lockIndex(tx))) return false;
    const docs = await unfoldedDocs(tx);
    if (docs.length === 0) return false;
    const folded = docs.map(({ part, words }) => foldedDoc({ part, words: wordsFrom(words) }));
    await tx.query(
      `update kaigi.records_search_doc d set folded = t.folded, letters = t.letters
       from unnest($2::uuid[], $3::smallint[], $4::text[], $5::int[]) t(record_id, part, folded, letters)
       where d.municipality_id = $1 and d.record_id = t.record_id and d.part = t.part`,
      [
        ...[tx.municipalityId, docs.map(({ recordId }) => recordId), docs.map(({ part }) => part)],
        binaryArray(
          'text',
          folded.map((text) => Buffer.from(text)),
        ),
        folded.map(({ length }) => length),
      ],
    );
    return true;
  });

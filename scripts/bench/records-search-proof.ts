import type { Tx } from '@kaigi/core/platform';
import { filedAsFacts } from '../../core/src/records/search/filed-as.ts';
import { FILE_TEXT } from '../../core/src/records/search/segment.ts';
import { wordsFrom } from '../../core/src/records/search/stored-words.ts';
import { putFiledAs, putText } from '../../core/src/records/search/words.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { say } from './measure.ts';
import type { ProductUnderLoad } from './product-under-load.ts';

const SAMPLE = 25;

class Proved extends Error {}

interface Row {
  readonly part: number;
  readonly sha256: string | null;
  readonly words: Buffer;
}

const rowsOf = (tx: Tx, recordId: string): Promise<Row[]> =>
  tx.query<Row>(
    `select d.part, d.sha256, d.letters, d.words, d.registered_at as at from kaigi.records_search_doc d
     where d.municipality_id = $1 and d.record_id = $2 order by d.part`,
    [tx.municipalityId, recordId],
  );

/** What was planted past the product is what the product would have written; of the lists a test shows the same. */
export async function provePlanted({ db }: ProductUnderLoad, ids: readonly string[]): Promise<void> {
  const step = Math.max(1, Math.floor(ids.length / SAMPLE));
  const sample = ids.filter((_, nth) => nth % step === 0);
  const compared = db.inMunicipality(MINATO, async (tx) => {
    for (const recordId of sample) {
      const planted = await rowsOf(tx, recordId);
      const [filed, text] = [await filedAsFacts(tx, recordId), planted.find(({ part }) => part === FILE_TEXT)];
      if (!filed || !text) throw new RangeError(`${recordId} was not planted`);
      await putFiledAs(tx, filed);
      await putText(tx, { recordId, sha256: text.sha256 ?? '', text: wordsFrom(text.words) });
      if (JSON.stringify(await rowsOf(tx, recordId)) !== JSON.stringify(planted))
        throw new RangeError(`${recordId} is planted otherwise than the product would have written it`);
    }
    // Nothing of this is to stay.
    throw new Proved();
  });
  await compared.catch((error: unknown) => {
    if (!(error instanceof Proved)) throw error;
  });
  say(`  製品が書く内容との照合：${sample.length}件`);
}

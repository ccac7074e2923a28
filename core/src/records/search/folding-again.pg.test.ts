import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { foldAgain } from './folding-again.ts';
import { workOnIndex } from './indexing.ts';
import { plant } from './planted.fixture.ts';
import { FIRST_ATTACHED } from './segment.ts';
import { forgetRecordWords, putAttached } from './words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const SIZES = { freshLetters: 1, freshDocs: 1, lettersAtOnce: 4_000, fanIn: 3, largestLetters: 100_000 };
const RECORDS = 120;
const ids = Array.from({ length: RECORDS }, () => newId());

const search = (q: string) => bench.records.searchRecords(bench.as('chief@minato.example'), { q });
const found = async (q: string): Promise<number> => (await search(q)).total;
const isRebuilding = async (): Promise<boolean> => (await search('平成の書')).rebuilding;

/** Every document that waits to be taken in, as it is searched. */
async function folded(): Promise<readonly string[]> {
  const { rows } = await bench.test.owner.query<{ doc: string }>(
    `select concat_ws('/', d.record_id, d.part, d.letters, d.folded) as doc from kaigi.records_search_doc d
     where d.folded is not null order by 1`,
  );
  return rows.map(({ doc }) => doc);
}

/** Each takes an index of another form away; and the tables as they were before it. */
const MIGRATIONS = {
  '20261204-0100-grams.sql': `
  alter table kaigi.records_search_block rename column gram to pair;
  alter table kaigi.records_search_doc drop constraint records_search_doc_check;
  alter table kaigi.records_search_doc add constraint records_search_doc_check
    check ((folded is null) <> (segment_id is null));
  drop index kaigi.records_search_doc_unfolded;
  drop index kaigi.records_search_doc_fresh;
  create index records_search_doc_fresh on kaigi.records_search_doc (municipality_id, registered_at)
    where segment_id is null`,
  '20261204-1400-places-as-letters.sql': `
  alter table kaigi.records_search_block alter column places type bytea using ''`,
} as const;

/** A city whose index is of the old form, and the migration to the new one. */
async function leaveTheIndex(migration: keyof typeof MIGRATIONS): Promise<void> {
  await bench.test.owner.query(MIGRATIONS[migration]);
  const file = path.join(import.meta.dirname, '../migrations', migration);
  await bench.test.owner.query(`begin; ${await readFile(file, 'utf8')}; commit`);
}

describe('R-22: the index in another form', () => {
  it('takes in all that stood in the old one from its words, the newest first, and goes on where it was killed', async () => {
    const unitId = randomUUID();
    const text = '㍻の書\n髙い﨑　ｶﾞｲﾄﾞ';
    const records = ids.map((id, nth) => ({
      ...{ id, title: `題${nth}`, text, at: new Date(Date.UTC(2020, 0, 1 + nth)), unitId, unitPath: [unitId] },
    }));
    await plant(bench.test.owner, MINATO, records);
    const [oldest = '', second = ''] = ids;
    const attached = { recordId: oldest, part: FIRST_ATTACHED, fileName: '別紙 一.xlsx', text: '内訳\n書の表' };
    await bench.inside(MINATO, (tx) => putAttached(tx, attached));
    const before = await folded();
    expect(before.length).toBe(2 * RECORDS + 1);
    await workOnIndex(bench.test.db, MINATO, { sizes: SIZES });
    expect([await folded(), await found('平成の書'), await found('内訳')]).toEqual([[], RECORDS, 1]);

    await leaveTheIndex('20261204-0100-grams.sql');
    expect([await found('平成の書'), await isRebuilding()]).toEqual([0, true]);
    // Killed after the first of several steps.
    expect(await foldAgain(bench.test.db, MINATO)).toBe(true);
    const newest = ids.slice(-50).flatMap((id) => before.filter((doc) => doc.startsWith(id)));
    expect(await folded()).toEqual(newest.toSorted());
    expect(await found('平成の書')).toBe(50);
    await bench.inside(MINATO, (tx) => forgetRecordWords(tx, second));
    while (await foldAgain(bench.test.db, MINATO));
    expect(await folded()).toEqual(before.filter((doc) => !doc.startsWith(second)));
    await workOnIndex(bench.test.db, MINATO, { sizes: SIZES });
    expect([await folded(), await found('平成の書'), await found('内訳')]).toEqual([[], RECORDS - 1, 1]);
    expect(await isRebuilding()).toBe(false);
    // Nothing goes from one field into the next.
    expect(await found('xlsx内訳')).toBe(0);
  });

  it('is taken in again when its places become letters', async () => {
    expect(await found('平成の書')).toBe(RECORDS - 1);
    await leaveTheIndex('20261204-1400-places-as-letters.sql');
    expect([await found('平成の書'), await isRebuilding()]).toEqual([0, true]);
    await workOnIndex(bench.test.db, MINATO, { sizes: SIZES });
    expect([await found('平成の書'), await found('内訳'), await isRebuilding()]).toEqual([RECORDS - 1, 1, false]);
    const { rows } = await bench.test.owner.query(
      `select attstorage as storage from pg_attribute where attrelid = 'kaigi.records_search_block'::regclass and attname = 'places'`,
    );
    expect(rows).toEqual([{ storage: 'e' }]);
  });
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { plant } from './planted.fixture.ts';
import { storedWords, wordsFrom } from './stored-words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const MIGRATION = path.join(import.meta.dirname, '../migrations/20261204-1200-words-in-pieces.sql');
const TEXTS = ['', '髙い﨑\n𠮷田・\u{20089}', 'Aé e\u0301 ｶﾞｲﾄﾞ\t%_\\\'"\u{1f5c2}\u{fe0f}', '々'.repeat(10_000)];

it('R-22: words written before they were kept in two bytes a letter are the same words afterwards', async () => {
  const { owner } = bench.test;
  const records = TEXTS.map((text, nth) => ({
    ...{ id: newId(), title: `題${nth}`, text, at: new Date(Date.UTC(2026, 0, 1 + nth)) },
    ...{ unitId: newId(), unitPath: [] },
  }));
  await plant(owner, MINATO, records);
  await owner.query(`alter table kaigi.records_search_doc alter column words type text using ''`);
  for (const { id, text } of records)
    await owner.query('update kaigi.records_search_doc set words = $2 where record_id = $1', [id, text]);
  await owner.query(`begin; ${await readFile(MIGRATION, 'utf8')}; commit`);
  const { rows } = await owner.query<{ words: Buffer; stored: number }>(
    `select d.words, pg_column_size(d.words) as stored from kaigi.records_search_doc d
     where d.part = 1 order by d.registered_at`,
  );
  expect(rows.map(({ words }) => wordsFrom(words))).toEqual(TEXTS);
  // Compressed it would be a hundredth of that.
  expect(rows.at(-1)?.stored).toBe(storedWords('々'.repeat(10_000)).length);
  const found = await bench.records.searchRecords(bench.as('chief@minato.example'), { q: '𠮷田' });
  expect(found.items.map(({ id }) => id)).toEqual([records[1]?.id]);
});

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { workOnIndex } from './indexing.ts';
import { plant } from './planted.fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

// The hit is told at 100 searched letters; what is read then ends at 713, a hundred and more blanks further on.
const ending = (length: number) => `${'前'.repeat(100)}${' '.repeat(500)}鍵の言${'後'.repeat(length - 603)}`;

it('R-22: a text is said to go on only where it does, also where the piece that is read ends with it', async () => {
  const records = [712, 713, 714].map((length, nth) => ({
    ...{ id: newId(), title: `題${nth}`, text: ending(length), at: new Date(Date.UTC(2026, 0, 1 + nth)) },
    ...{ unitId: newId(), unitPath: [] },
  }));
  await plant(bench.test.owner, MINATO, records);
  const sizes = { freshLetters: 1, freshDocs: 1, lettersAtOnce: 1_000_000, fanIn: 3, largestLetters: 100_000 };
  await workOnIndex(bench.test.db, MINATO, { sizes });
  const { items } = await bench.records.searchRecords(bench.as('chief@minato.example'), { q: '鍵の言' });
  const lastLetters = items.map(({ id, snippet }) => [id, snippet.at(-1)?.text.at(-1)]);
  expect(lastLetters).toEqual([
    [records[2]?.id, '…'],
    [records[1]?.id, '後'],
    [records[0]?.id, '後'],
  ]);
});

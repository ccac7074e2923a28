import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { askedBy } from './blocks.fixture.ts';
import { placesIn } from './blocks.ts';
import { workOnIndex } from './indexing.ts';
import { KeptLists } from './kept-lists.ts';
import { keptListsFor } from './lists.ts';
import { plant } from './planted.fixture.ts';
import { segmentsOf } from './store.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const sizes = { freshLetters: 1, freshDocs: 1, lettersAtOnce: 1_000_000, fanIn: 1_000, largestLetters: 1_000_000 };
const TEXT = `${'協定書の案。'.repeat(3_000)}協力の件。${'協定書の写し。'.repeat(2_000)}`;

describe('R-22: lists that are read from the index', () => {
  it('single places say the same as the list, beside lists and in any order, and take none of the room for lists', async () => {
    const [unitId, at] = [randomUUID(), new Date(Date.UTC(2020, 0, 1))];
    await plant(bench.test.owner, MINATO, [{ id: newId(), title: '題', text: TEXT, at, unitId, unitPath: [unitId] }]);
    await workOnIndex(bench.test.db, MINATO, { sizes });
    await bench.inside(MINATO, async (tx) => {
      const [segment] = await segmentsOf(tx);
      if (!segment) throw new RangeError('nothing was indexed');
      const { segmentId, letters } = segment;
      const [common, rare, none] = ['協定書', '協力の', '甲乙丙'].map((word) => ({
        ...{ segmentId, gram: askedBy(word), lo: 0, hi: letters },
      }));
      if (!common || !rare || !none) throw new RangeError('three lists are asked for');
      const [kept, ofLists] = [new KeptLists(), new KeptLists()];
      for (const some of [kept, ofLists]) some.keepOnly(MINATO, [{ segmentId, mark: '1' }]);
      const [whole] = await keptListsFor(tx, new KeptLists())([common]);
      const places = new Set(placesIn(whole?.entries ?? [], common));
      expect(places.size).toBe(5_000);
      const begins = (whole?.entries ?? []).map(({ first }) => first).filter((first) => first > 0);
      expect(begins.length).toBeGreaterThan(0);
      const single = [1, ...begins, ...Array.from(places).filter((_, nth) => nth % 97 === 5), letters - 2].flatMap(
        (place) => [place - 1, place, place + 1].map((lo) => ({ ...common, lo, hi: lo + 1 })),
      );
      const [before, ...others] = await keptListsFor(tx, kept)([...single.slice(0, 5), none, ...single.slice(5)]);
      expect(before?.ask).toEqual(single[0]);
      for (const { ask, entries } of others)
        expect(Array.from(placesIn(entries, ask))).toEqual(
          ask.gram === none.gram || !places.has(ask.lo) ? [] : [ask.lo],
        );
      const [known] = await keptListsFor(tx, kept)([rare, ...single]);
      expect(placesIn(known?.entries ?? [], rare).length).toBe(1);
      await keptListsFor(tx, ofLists)([none, rare]);
      expect(kept.bytes).toBe(ofLists.bytes);
      // What is kept already tells of single places, too.
      await keptListsFor(tx, kept)([common]);
      expect(single.map((ask) => kept.entriesFor(MINATO, ask) !== null)).not.toContain(false);
    });
  });
});

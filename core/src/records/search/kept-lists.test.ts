import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Block, placesIn } from './blocks.ts';
import { KeptLists } from './kept-lists.ts';
import { pairAt } from './pairs.ts';
import { buildSegment, FILE_TEXT } from './segment.ts';
import type { Ask } from './store.ts';

const [MINATO, YAMATO] = ['minato', 'yamato'];
const TEXT = `いう${'ああ'.repeat(8_000)}えお${'うい'.repeat(5_000)}いう${'ああい'.repeat(4_000)}えお`;
const { blocks } = buildSegment([
  { recordId: '019a0000-0000-7000-8000-000000000001', part: FILE_TEXT, at: 0, folded: TEXT },
]);

const segments = (...ids: readonly number[]) => ids.map((segmentId) => ({ segmentId, mark: `${segmentId}` }));

/** What the database would find. */
function found({ pair, lo, hi }: Ask): Block[] {
  const first = blocks.findLast((block) => block.pair < pair || (block.pair === pair && block.place <= lo));
  const others = blocks.filter((block) => block.pair === pair && block.place > lo && block.place < hi);
  return first ? [first, ...others] : others;
}

const standing = ({ pair, lo, hi }: Ask): number[] =>
  Array.from({ length: Math.min(hi, TEXT.length - 1) - lo }, (_, nth) => lo + nth).filter(
    (place) => pairAt(TEXT, place) === pair,
  );

const ask = fc
  .record({
    letters: fc.constantFrom('ああ', 'あい', 'いあ', 'うい', 'いう', 'えお', 'あえ', 'んん', 'いえ'),
    lo: fc.oneof(fc.constant(0), fc.nat(TEXT.length)),
    length: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: TEXT.length })),
  })
  .map(({ letters, lo, length }): Ask => ({ segmentId: 1, pair: pairAt(letters, 0), lo, hi: lo + length }));

describe('R-22: lists of the search that are kept in memory', () => {
  it('are what the index says, however they were asked for before, and of one municipality only', () => {
    expect(blocks.filter(({ pair }) => pair === pairAt('ああ', 0)).length).toBeGreaterThan(3);
    fc.assert(
      fc.property(fc.array(ask, { minLength: 1, maxLength: 20 }), (asks) => {
        const kept = new KeptLists();
        for (const city of [MINATO, YAMATO]) kept.keepOnly(city, segments(1, 2));
        for (const one of asks) {
          if (!kept.entriesFor(MINATO, one)) kept.keep(MINATO, one, found(one));
          const entries = kept.entriesFor(MINATO, one);
          // As one text: lists of thousands are compared many times faster.
          expect(entries && placesIn(entries, one).join()).toBe(standing(one).join());
          expect([kept.entriesFor(YAMATO, one), kept.entriesFor(MINATO, { ...one, segmentId: 2 })]).toEqual([
            null,
            null,
          ]);
        }
      }),
      { numRuns: 20, seed: 3 },
    );
  });

  it('take no more room than they may, those that were not used for longest going first', () => {
    const most = 12_000;
    const kept = new KeptLists(most);
    kept.keepOnly(MINATO, segments(1));
    const [often, ...others] = ['えお', 'うい', 'いう', 'ああ', 'いあ', 'あい'].map((letters) => ({
      ...{ segmentId: 1, pair: pairAt(letters, 0), lo: 0, hi: 4_000 },
    }));
    if (!often) throw new RangeError('no pair');
    kept.keep(MINATO, often, found(often));
    for (const one of [...others, ...others]) {
      kept.keep(MINATO, one, found(one));
      expect(kept.bytes).toBeLessThanOrEqual(most);
      expect(kept.entriesFor(MINATO, often)).not.toBeNull();
    }
    const whole = { ...often, pair: pairAt('ああ', 0), hi: TEXT.length };
    kept.keep(MINATO, whole, found(whole));
    expect([kept.entriesFor(MINATO, whole), kept.bytes]).toEqual([null, 0]);
  });

  it('go with their segment, do not come back after it, and are not made up where it was no more', () => {
    const kept = new KeptLists();
    const one = { segmentId: 1, pair: pairAt('ああ', 0), lo: 0, hi: TEXT.length };
    kept.keep(MINATO, one, found(one));
    expect([kept.entriesFor(MINATO, one), kept.bytes]).toEqual([null, 0]);
    kept.keepOnly(MINATO, segments(1, 2));
    kept.keep(MINATO, one, found(one));
    kept.keep(MINATO, { ...one, segmentId: 2 }, []);
    expect([kept.entriesFor(MINATO, one) !== null, kept.entriesFor(MINATO, { ...one, segmentId: 2 })]).toEqual([
      true,
      null,
    ]);
    kept.keepOnly(MINATO, segments(2));
    expect([kept.entriesFor(MINATO, one), kept.bytes]).toEqual([null, 0]);
    kept.keep(MINATO, one, found(one));
    expect([kept.entriesFor(MINATO, one), kept.bytes]).toEqual([null, 0]);
    kept.keepOnly(MINATO, segments(1));
    kept.keep(MINATO, one, found(one));
    kept.keepOnly(MINATO, [{ segmentId: 1, mark: 'another of this id' }]);
    expect([kept.entriesFor(MINATO, one), kept.bytes]).toEqual([null, 0]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Ask } from './block-store.ts';
import { askedBy, blocksFound, standsAt } from './blocks.fixture.ts';
import { placesIn } from './blocks.ts';
import { KeptLists } from './kept-lists.ts';
import { buildSegment, FILE_TEXT } from './segment.ts';

const [MINATO, YAMATO] = ['minato', 'yamato'];
const TEXT = `いう${'ああ'.repeat(8_000)}えお${'うい'.repeat(5_000)}いう${'ああい'.repeat(4_000)}えお`;
const { blocks } = buildSegment([
  { recordId: '019a0000-0000-7000-8000-000000000001', part: FILE_TEXT, at: 0, folded: TEXT },
]);

const segments = (...ids: readonly number[]) => ids.map((segmentId) => ({ segmentId, mark: `${segmentId}` }));

const found = (one: Ask) => blocksFound(blocks, one);

const standing = ({ gram, lo, hi }: Ask): number[] =>
  Array.from({ length: Math.min(hi, TEXT.length - 1) - lo }, (_, nth) => lo + nth).filter((place) =>
    standsAt(TEXT, place, gram),
  );

const ask = fc
  .record({
    letters: fc.constantFrom(
      'あああ',
      'ああい',
      'いああ',
      'ういう',
      'いう',
      'えお',
      'ああ',
      'あえお',
      'んん',
      'んんん',
      'いうえ',
    ),
    lo: fc.oneof(fc.constant(0), fc.nat(TEXT.length)),
    length: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: TEXT.length })),
  })
  .map(({ letters, lo, length }): Ask => ({ segmentId: 1, gram: askedBy(letters), lo, hi: lo + length }));

describe('R-22: lists of the search that are kept in memory', () => {
  it('are what the index says, however they were asked for before, and of one municipality only', () => {
    expect(blocks.filter(({ gram }) => gram === askedBy('あああ')).length).toBeGreaterThan(3);
    fc.assert(
      fc.property(fc.array(ask, { minLength: 1, maxLength: 20 }), (asks) => {
        const kept = new KeptLists();
        for (const city of [MINATO, YAMATO]) kept.keepOnly(city, segments(1, 2));
        for (const one of asks) {
          const entries = kept.entriesFor(MINATO, one) ?? kept.keep(MINATO, one, found(one));
          // Of a segment without a block for it nothing is known: it may be no more.
          expect(kept.entriesFor(MINATO, one) === null).toBe(found(one).length === 0);
          // As one text: lists of thousands are compared many times faster.
          expect(placesIn(entries, one).join()).toBe(standing(one).join());
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
    const [often, ...others] = ['えおう', 'ういう', 'いうい', 'あああ', 'いああ', 'ああい'].map((letters) => ({
      ...{ segmentId: 1, gram: askedBy(letters), lo: 0, hi: 4_000 },
    }));
    if (!often) throw new RangeError('no gram');
    kept.keep(MINATO, often, found(often));
    for (const one of [...others, ...others]) {
      kept.keep(MINATO, one, found(one));
      expect(kept.bytes).toBeLessThanOrEqual(most);
      expect(kept.entriesFor(MINATO, often)).not.toBeNull();
    }
    const whole = { ...often, gram: askedBy('あああ'), hi: TEXT.length };
    kept.keep(MINATO, whole, found(whole));
    expect([kept.entriesFor(MINATO, whole), kept.bytes]).toEqual([null, 0]);
  });

  it('go with their segment, do not come back after it, and are not made up where it was no more', () => {
    const kept = new KeptLists();
    const one = { segmentId: 1, gram: askedBy('あああ'), lo: 0, hi: TEXT.length };
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

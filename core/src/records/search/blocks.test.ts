import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Block, BlockWriter, entriesOf } from './blocks.ts';

const gram = fc.bigInt({ min: 0n, max: 2n ** 48n - 1n }).map(Number);
const place = fc.oneof(fc.nat(200), fc.integer({ min: 0, max: 0xfffffffe }));
const lists = fc
  .uniqueArray(fc.tuple(gram, fc.uniqueArray(place, { minLength: 1, maxLength: 60 })), {
    ...{ minLength: 1, maxLength: 40, selector: ([one]) => one },
  })
  .map((all) =>
    all
      .map(([one, places]) => ({ gram: one, places: places.toSorted((a, b) => a - b) }))
      .sort((a, b) => a.gram - b.gram),
  );

it('R-22: blocks say what was written into them, in letters that the database keeps as text', () => {
  fc.assert(
    fc.property(lists, (written) => {
      const blocks: Block[] = [];
      const writer = new BlockWriter((block) => blocks.push(block));
      for (const one of written) for (const at of one.places) writer.add(one.gram, at);
      writer.end();
      const read = new Map<number, number[]>();
      for (const block of blocks) {
        expect(block.places.every((byte) => byte > 0 && byte < 0x80)).toBe(true);
        entriesOf(block, (of, places) => read.set(of, [...(read.get(of) ?? []), ...places]));
      }
      expect([...read].map(([of, places]) => ({ gram: of, places }))).toEqual(written);
    }),
    { numRuns: 300 },
  );
});

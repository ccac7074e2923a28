import { expect, it } from '@jest/globals';
import fc from 'fast-check';

it('properties are tried with the seed that is set for all', () => {
  const { seed } = fc.check(
    fc.property(fc.integer(), () => true),
    { numRuns: 1 },
  );
  expect(seed).toBe(Number(process.env.KAIGI_SEED ?? 20_261_122));
});

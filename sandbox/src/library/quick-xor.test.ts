import { expect, it } from '@jest/globals';
import { quickXorHash } from './quick-xor.ts';

// Worked out by hand from Microsoft's description: 160 bits, 11 further each byte, the length over the last eight bytes.
it.each([
  ['', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
  ['4a', 'SgAAAAAAAAAAAAAAAQAAAAAAAAA='],
  ['b5b4', 'taAFAAAAAAAAAAAAAgAAAAAAAAA='],
  ['d2964f', '0rDEEwAAAAAAAAAAAwAAAAAAAAA='],
])('the hash of %s', (hex, hash) => {
  expect(quickXorHash(Buffer.from(hex, 'hex'))).toBe(hash);
});

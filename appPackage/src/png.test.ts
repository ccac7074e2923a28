import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readPng, writePng } from './png.ts';

const image = { width: 3, height: 2, pixels: Uint8Array.from({ length: 24 }, (_, i) => i * 10) };

describe('a PNG', () => {
  it('is read as it was written', () => {
    expect(readPng(writePng(image))).toEqual(image);
  });

  it('is built as ISO 15948 says', () => {
    const file = writePng(image);
    expect(file.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    // Length 0, IEND and the check sum that every PNG in the world ends with.
    expect(file.subarray(-12).toString('hex')).toBe('0000000049454e44ae426082');
    const length = file.readUInt32BE(33);
    expect(inflateSync(file.subarray(41, 41 + length))).toHaveLength(2 * (1 + 3 * 4));
  });

  it('is not read from anything else', () => {
    expect(readPng(new Uint8Array(100))).toBeNull();
    expect(readPng(writePng(image).subarray(0, -1))).toBeNull();
    expect(readPng(new Uint8Array())).toBeNull();
  });
});

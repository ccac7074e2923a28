import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kindOf } from './kind.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const size = [0, 0, 0, 24];

describe('what a file is', () => {
  it.each<[string, Uint8Array, ReturnType<typeof kindOf>]>([
    ['a WAV file', bytes('RIFF', size, 'WAVEfmt '), 'WAV'],
    ['a WAV file of more than 4 GB', bytes('RF64', [255, 255, 255, 255], 'WAVE'), 'WAV'],
    ['another RIFF file', bytes('RIFF', size, 'AVI '), null],
    ['an M4A file', bytes(size, 'ftypM4A '), 'M4A'],
    ['an MP4 file', bytes(size, 'ftypisom'), 'MP4'],
    ['a picture in the same container', bytes(size, 'ftypheic'), null],
    ['an MP3 file with tags', bytes('ID3', [4, 0, 0]), 'MP3'],
    ['an MP3 file without', bytes([0xff, 0xfb, 0x90, 0x64]), 'MP3'],
    ['raw AAC', bytes([0xff, 0xf1, 0x50, 0x80]), null],
    ['an Ogg file', bytes('OggS', [0, 2]), 'OGG'],
    ['a WebM file', bytes([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84], 'webm'), 'WEBM'],
    ['a Matroska file', bytes([0x1a, 0x45, 0xdf, 0xa3, 0xa3, 0x42, 0x82, 0x88], 'matroska'), null],
    ['a page', bytes('<!doctype html><script>'), null],
    ['a program', bytes('MZ', [0x90, 0]), null],
    ['text with a byte order mark', bytes([0xff, 0xfe], 'a'), null],
    ['nothing', bytes(), null],
  ])('knows %s', (_, given, kind) => {
    expect(kindOf(given)).toBe(kind);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (any) => kindOf(any) !== undefined));
  });
});

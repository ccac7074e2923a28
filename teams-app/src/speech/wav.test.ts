import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Written, wavOf } from './testing/wav-of.ts';
import { monoPieces, type ReadAt, readWavFormat } from './wav.ts';

const reader =
  (bytes: Uint8Array): ReadAt =>
  (from, length) =>
    bytes.subarray(from, from + length);
const formatOf = (bytes: Uint8Array) => readWavFormat(reader(bytes), bytes.length);

function heard(bytes: Uint8Array, framesAtOnce?: number): number[] {
  const format = formatOf(bytes);
  if (typeof format === 'string') throw new RangeError(format);
  return [...monoPieces(reader(bytes), format, framesAtOnce)].flatMap((piece) => [...piece]);
}

const SOUND = [0, 0.5, -0.5, 1, -1, 0.25];

describe('M-04: WAV files', () => {
  it.each<[string, Partial<Written>]>([
    ['8 bit', { bits: 8 }],
    ['16 bit', {}],
    ['24 bit', { bits: 24 }],
    ['32 bit', { bits: 32 }],
    ['32 bit with a point', { bits: 32, isFloat: true }],
    ['64 bit with a point', { bits: 64, isFloat: true }],
    ['the extensible form', { extensible: true }],
    ['pictures and notes before the sound', { before: 33 }],
    ['a length that was never filled in', { told: 0 }],
    ['a length past the end, as a recorder without power leaves it', { told: 0xffff_ffff }],
    ['two channels', { channels: 2 }],
  ])('are read with %s', (_, written) => {
    const samples = heard(wavOf(SOUND, written));
    expect(samples).toHaveLength(SOUND.length);
    for (const [at, value] of samples.entries()) expect(value).toBeCloseTo(SOUND[at] ?? 0, 1);
  });

  it('give the same in whatever pieces they are read', () => {
    const bytes = wavOf(SOUND, { bits: 24, channels: 2 });
    expect(heard(bytes, 1)).toEqual(heard(bytes));
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['no sample', wavOf([], {}), 'empty'],
    ['an MP3', new TextEncoder().encode('ID3\u0003 something that is no sound'), 'not_wav'],
    ['the head of something else', new TextEncoder().encode('RIFF....AVI LIST'), 'not_wav'],
    ['MP3 within WAV', wavOf(SOUND, { code: 0x55 }), 'not_wav'],
    ['12 bits', wavOf(SOUND, { saidBits: 12 }), 'not_wav'],
    ['no channel', wavOf(SOUND, { saidChannels: 0 }), 'unreadable'],
    ['no sound after its head', wavOf(SOUND, {}).subarray(0, 36), 'unreadable'],
    ['half a head', wavOf(SOUND, {}).subarray(0, 24), 'unreadable'],
  ])('say what is wrong with %s', (_, bytes, problem) => {
    expect(formatOf(bytes)).toBe(problem);
  });

  it('give samples between -1 and 1, or a problem, whatever their bytes', () => {
    const head = wavOf(SOUND, { bits: 32, isFloat: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: head.length }), (noise, at) => {
        const bytes = Uint8Array.from([...head.subarray(0, at), ...noise]);
        const format = formatOf(bytes);
        if (typeof format === 'string') return;
        for (const piece of monoPieces(reader(bytes), format))
          for (const value of piece) expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

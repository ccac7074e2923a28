import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { merged, type Spoken } from './merged.ts';
import type { Turn } from './turns.ts';

const time = fc.integer({ min: 0, max: 60_000 });
const length = fc.integer({ min: 0, max: 5_000 });
const word = fc.constantFrom('はい', '、', '市長', ' and', '。', '予算', '?', ' ');

const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc
    .record({ from: time, long: fc.integer({ min: -10, max: 9_000 }), voice: fc.integer({ min: 0, max: 5 }) })
    .map(({ from, long, voice }) => ({ from, to: from + long, voice })),
  { maxLength: 40 },
);

const spoken: fc.Arbitrary<Spoken> = fc
  .record({ from: time, words: fc.array(fc.tuple(word, length), { maxLength: 12 }), times: fc.boolean() })
  .map(({ from, words, times }) => {
    let at = from;
    const timed = words.map(([text, long]) => {
      at += long;
      return { text, from: at - long, to: at };
    });
    return { from, to: at, text: words.map(([text]) => text).join(''), words: times ? timed : [] };
  });

const recognised = fc.array(spoken, { maxLength: 20 });
const textOf = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text).join('');

describe('merging recognition with voices, whatever they are', () => {
  it('M-06: loses nothing that was spoken, and keeps its order', () => {
    fc.assert(
      fc.property(recognised, turns, (said, voices) => expect(textOf(merged(said, voices))).toBe(textOf(said))),
    );
  });

  it('keeps within the time in which it was spoken', () => {
    fc.assert(
      fc.property(spoken, turns, (said, voices) => {
        for (const { from, to } of merged([said], voices)) {
          expect(from).toBeGreaterThanOrEqual(said.from);
          expect(to).toBeLessThanOrEqual(said.to);
          expect(to).toBeGreaterThanOrEqual(from);
        }
      }),
    );
  });

  it('names machines only, 話者1 first and none left out', () => {
    fc.assert(
      fc.property(recognised, turns, (said, voices) => {
        const labels = [...new Set(merged(said, voices).flatMap(({ label }) => label ?? []))];
        expect(labels).toEqual(labels.map((_, at) => `話者${at + 1}`));
      }),
    );
  });

  it('is sure between 0 and 1, and does not depend on the order in which voices are told', () => {
    fc.assert(
      fc.property(recognised, turns, (said, voices) => {
        const segments = merged(said, voices);
        for (const { confidence = 0 } of segments) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        expect(merged(said, voices.toReversed())).toEqual(segments);
      }),
    );
  });

  it('gives one voice that speaks throughout everything that is said', () => {
    fc.assert(
      fc.property(recognised, (said) => {
        const segments = merged(said, [{ from: 0, to: 1_000_000, voice: 3 }]);
        expect(segments.every(({ label, confidence }) => label === '話者1' && confidence === 1)).toBe(true);
      }),
    );
  });
});

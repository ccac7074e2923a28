import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTranscript } from './read.ts';
import { bytesOf } from './transcript.fixture.ts';
import type { Cue } from './transcript.ts';
import { writeVtt } from './vtt-write.ts';
import { readTranscriptFile } from './word.ts';

const names = fc.constantFrom('a.vtt', 'a.srt', 'a.csv', 'a.tsv', 'a.txt', 'a.json', 'a.docx', '');

// Pieces of which files are made, so that chance comes near to files.
const pieces = fc.constantFrom(
  ...['WEBVTT', '\n', '\r\n', '\r', '\n\n', 'NOTE', 'STYLE', '-->', ' --> ', '00:00:01.000', '0:0:1.0', '00:00:02,000'],
  ...[
    '<v 山田>',
    '</v>',
    '<v',
    '<',
    '>',
    '&',
    '&amp;',
    '話者1：',
    '　',
    '\t',
    ',',
    '"',
    '[',
    ']',
    '{',
    '}',
    '○市長（山田君）',
  ],
  ...[
    '発言',
    'start,end,text',
    '{"segments":[',
    '"start":1',
    '\0',
    '\uFEFF',
    '２０',
    '：',
    'はい。',
    '\ud800',
    '2026-11-20',
    '1',
  ],
);

const text = fc
  .array(
    fc.constantFrom(
      'はい',
      '。',
      '<v A>',
      '</v>',
      '&amp;',
      '&',
      '-->',
      '：',
      '注意:',
      'a',
      '1',
      ' ',
      '\n',
      '𠮷',
      '👍',
      '<b>',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/\n\s*\n/g, '\n')
      .trim(),
  )
  .filter((one) => one !== '');

const speaker = fc.constantFrom(null, '山田 太郎', '佐藤 <花子>', 'A&B', '話者1', 'a | b', '鈴木 &lt;');

/** In the order of time, as every transcript is. */
const cues: fc.Arbitrary<Cue[]> = fc
  .array(
    fc.record({
      speaker,
      text,
      startMs: fc.integer({ min: -5_000, max: 500_000_000 }),
      length: fc.integer({ min: 0, max: 60_000 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) =>
    all.map(({ length, ...cue }) => ({ ...cue, endMs: cue.startMs + length })).sort((a, b) => a.startMs - b.startMs),
  );

describe('whatever a file holds', () => {
  it('is read or refused, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), names, (bytes, name) => {
        const { transcript, refusal } = readTranscript({ name, bytes });
        expect(transcript === undefined).toBe(refusal !== undefined);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), names, (parts, name) => {
        const { transcript, refusal } = readTranscript({ name, bytes: bytesOf(parts.join('')) });
        expect(transcript === undefined).toBe(refusal !== undefined);
        for (const { startMs, endMs } of transcript?.cues ?? [])
          expect(Number.isFinite(startMs) && (endMs === null || endMs >= startMs)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read or refused behind the signature of a Word file too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const { refusal } = await readTranscriptFile({
          name: 'a.docx',
          bytes: new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]),
        });
        expect(refusal?.code).toBe('minutes.transcript_unreadable');
      }),
    );
  });
});

describe('a transcript written as WebVTT', () => {
  it('is read back as it was, whatever was said and by whom', () => {
    fc.assert(
      fc.property(cues, fc.constantFrom(null, 'ja', 'en-US'), (written, language) => {
        const { transcript } = readTranscript({ name: 'a.vtt', bytes: bytesOf(writeVtt({ cues: written, language })) });
        expect(transcript).toEqual({ format: 'VTT', cues: written, timed: true, language, day: null, warnings: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('has cues of no length where no end is known', () => {
    const cue = { speaker: '山田\n太郎', startMs: 1_000, endMs: null, text: '一\n\n二' };
    expect(writeVtt({ cues: [cue], language: null })).toBe(
      'WEBVTT\n\n00:00:01.000 --> 00:00:01.000\n<v 山田 太郎>一\n二</v>\n',
    );
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Blobs, folderBlobs } from '../../platform/index.ts';
import { hintsOf } from './hints.ts';
import { type Hints, type Recogniser, type Recognition, refusedTo, type Segment } from './recogniser.ts';
import { recordingsBy } from './recording.ts';
import { recognisingTexts } from './text.ts';

const NOBODY_STOPS = new AbortController().signal;
const KNOWN = { terms: [{ written: 'みなと市', kind: 'PLACE', heard: ['港市'] }], speakers: 3 } as const;

/** A recogniser that hears what it is told to, and tells what it was asked. */
function hearing(answer: Recognition) {
  const asked: { path: string; hints: Hints }[] = [];
  const recogniser: Recogniser = {
    name: 'stand-in',
    recognise: async ({ path: file }, hints, signal) => {
      signal.throwIfAborted();
      asked.push({ path: file, hints });
      return answer;
    },
  };
  return { recogniser, asked };
}

const heard = (...segments: Segment[]): Recognition => ({ heard: { segments, language: 'ja' } });

describe('M-04: a recording becomes a transcript', () => {
  let folder: string;
  let blobs: Blobs;
  let sha256: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kaigi-recording-'));
    blobs = folderBlobs(folder);
    sha256 = await blobs.put(new TextEncoder().encode('sound'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const recording = () => ({ sha256, name: '庁議 2026-11-20.wav' });

  it('gives cues with machine labels, and beside each what speaks for its label', async () => {
    const { recogniser } = hearing(
      heard(
        { from: 1_000.4, to: 2_000, text: ' 二つ目 ', label: '話者2', confidence: 0.5, overlaps: true },
        { from: 0, to: 900, text: '一つ目', label: '話者1', confidence: 1, overlaps: false },
        { from: 2_000, to: 2_100, text: ' \u0007 ', label: '話者1' },
        { from: 3_000, to: 4_000, text: '三つ目', label: null },
      ),
    );
    const evidence = (confidence: number | null, overlaps = false) => ({ confidence, overlaps });
    const result = await recordingsBy({ blobs, recogniser })(recording(), KNOWN, NOBODY_STOPS);
    expect(result).toEqual({
      transcript: {
        ...{ format: 'JSON', timed: true, language: 'ja', day: '2026-11-20', warnings: [] },
        cues: [
          { speaker: '話者1', startMs: 0, endMs: 900, text: '一つ目', evidence: evidence(1) },
          { speaker: '話者2', startMs: 1_000, endMs: 2_000, text: '二つ目', evidence: evidence(0.5, true) },
          { speaker: null, startMs: 3_000, endMs: 4_000, text: '三つ目', evidence: evidence(null) },
        ],
      },
      recogniser: 'stand-in',
    });
  });

  it('M-11: hands the recogniser the file and the words of the glossary', async () => {
    const { recogniser, asked } = hearing(heard());
    await recordingsBy({ blobs, recogniser })(recording(), KNOWN, NOBODY_STOPS);
    expect(asked).toEqual([
      {
        path: path.join(folder, sha256.slice(0, 2), sha256),
        hints: { language: 'ja', speakers: 3, hotwords: 'みなと市\n', prompt: '用語：みなと市。' },
      },
    ]);
  });

  it('asked again after it was stopped, it begins again', async () => {
    const { recogniser } = hearing(heard({ from: 0, to: 1, text: 'はい', label: null }));
    const recognise = recordingsBy({ blobs, recogniser });
    const stopped = AbortSignal.abort(new Error('stopped'));
    await expect(recognise(recording(), KNOWN, stopped)).rejects.toThrow('stopped');
    expect((await recognise(recording(), KNOWN, NOBODY_STOPS)).transcript?.cues).toHaveLength(1);
  });

  it.each<[string, Recognition, string, boolean]>([
    ['nobody speaks', heard(), 'minutes.recording_no_speech', false],
    ['the recogniser refuses', refusedTo('minutes.recogniser_quota'), 'minutes.recogniser_quota', false],
    ['it is to be asked later', refusedTo('minutes.recogniser_busy'), 'minutes.recogniser_busy', true],
  ])('says why when %s', async (_, answer, code, passing) => {
    const { recogniser } = hearing(answer);
    const { refusal } = await recordingsBy({ blobs, recogniser })(recording(), KNOWN, NOBODY_STOPS);
    expect(refusal).toMatchObject({ code, passing });
  });

  it('says so where no recogniser is configured, and where the recording is gone', async () => {
    const none = await recordingsBy({ blobs, recogniser: null })(recording(), KNOWN, NOBODY_STOPS);
    expect(none.refusal?.code).toBe('minutes.recogniser_missing');
    const { recogniser } = hearing(heard());
    const gone = { sha256: '0'.repeat(64), name: 'a.wav' };
    const lost = await recordingsBy({ blobs, recogniser })(gone, KNOWN, NOBODY_STOPS);
    expect(lost.refusal).toEqual({ code: 'minutes.recording_missing', params: { name: 'a.wav' }, passing: false });
  });

  it('tells recognisers no number of speakers that cannot be', () => {
    const told = [0, -1, 1.5, 400, null, 4].map((speakers) => hintsOf({ terms: [], speakers }).speakers);
    expect(told).toEqual([null, null, null, null, null, 4]);
  });

  it.each(Object.entries(recognisingTexts))(
    '%s has a sentence in both languages with the same parameters',
    (_, text) => {
      const names = (sentence: string) => [...new Set(sentence.match(/\{\w+/g))].toSorted();
      expect(names(text.en)).toEqual(names(text.ja));
    },
  );
});

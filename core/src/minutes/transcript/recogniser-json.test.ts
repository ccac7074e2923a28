import { describe, expect, it } from '@jest/globals';
import { glance, transcriptOf } from './transcript.fixture.ts';

const json = (value: unknown) => transcriptOf(JSON.stringify(value), 'result.json');

describe('the JSON of a recogniser', () => {
  it("M-03: is OpenAI's verbose_json, as Whisper's server writes it too", () => {
    const read = json({
      ...{ task: 'transcribe', language: 'japanese', duration: 4, text: 'それでははい。' },
      segments: [
        { id: 0, seek: 0, start: 0, end: 2.48, text: ' それでは', tokens: [1], temperature: 0, avg_logprob: -0.2 },
        { id: 1, seek: 0, start: 2.48, end: 4, text: 'はい。', tokens: [2], temperature: 0, avg_logprob: -0.2 },
      ],
    });
    expect(glance(read)).toEqual(['-|0|2480|それでは', '-|2480|4000|はい。']);
    expect(read).toMatchObject({ format: 'JSON', language: 'ja', timed: true });
  });

  it('is the diarized form, with a speaker at each segment', () => {
    const read = json({
      ...{ task: 'transcribe', duration: 4, text: '…' },
      segments: [
        { type: 'transcript.text.segment', id: 'seg_001', start: 0, end: 2.5, text: 'それでは', speaker: 'A' },
        { type: 'transcript.text.segment', id: 'seg_002', start: 2.5, end: 4, text: 'はい。', speaker: 'agent' },
      ],
    });
    expect(glance(read)).toEqual(['A|0|2500|それでは', 'agent|2500|4000|はい。']);
  });

  it('is that of WhisperX, a list alone, and with speakers by number', () => {
    expect(
      glance(json({ segments: [{ start: 0.5, end: 1, text: 'はい', speaker: 'SPEAKER_00' }], language: 'ja' })),
    ).toEqual(['SPEAKER_00|500|1000|はい']);
    expect(glance(json([{ start: 0.5, end: 1, text: 'はい', speaker: 0 }]))).toEqual(['0|500|1000|はい']);
  });

  it('is that of whisper.cpp, in milliseconds', () => {
    const read = json({
      result: { language: 'ja' },
      transcription: [
        { timestamps: { from: '00:00:00,000', to: '00:00:02,500' }, offsets: { from: 0, to: 2500 }, text: ' はい' },
      ],
    });
    expect(glance(read)).toEqual(['-|0|2500|はい']);
    expect(read.language).toBe('ja');
  });

  it('is that of AmiVoice, whose words have the speaker', () => {
    const word = { written: 'はい', starttime: 500, endtime: 900, label: 'speaker0' };
    const result = { starttime: 500, endtime: 1_000, text: 'はい。', tokens: [word] };
    expect(glance(json({ segments: [{ results: [result], text: 'はい。' }] }))).toEqual(['speaker0|500|1000|はい。']);
    expect(glance(json({ results: [result], text: 'はい。' }))).toEqual(['speaker0|500|1000|はい。']);
  });

  it("is that of Azure's batch transcription", () => {
    const phrase = {
      offsetInTicks: 5_000_000,
      durationInTicks: 12_500_000,
      speaker: 2,
      nBest: [{ display: 'はい。' }],
    };
    expect(glance(json({ recognizedPhrases: [phrase] }))).toEqual(['2|500|1750|はい。']);
  });

  it('passes over a segment without a start, and takes what is no number or text for nothing', () => {
    const read = json({
      segments: [{ end: 1, text: 'あ' }, null, 7, { start: '00:00:02.5', end: 'x', text: 'い', speaker: {} }],
    });
    expect(glance(read)).toEqual(['-|2500|-|い']);
    expect(read.warnings).toEqual([{ code: 'segment_unreadable', count: 3, lines: [] }]);
  });

  it('is one cue where it has only the text', () => {
    expect(glance(json({ text: 'はい。', duration: 3 }))).toEqual(['-|0|3000|はい。']);
  });
});

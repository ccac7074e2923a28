import { describe, expect, it } from '@jest/globals';
import { writeCsv } from '../../shared/index.ts';
import { readTranscript } from './read.ts';
import { transcriptTexts } from './text.ts';
import { bytesOf, glance, transcriptOf } from './transcript.fixture.ts';
import { DEFAULT_LIMITS } from './transcript.ts';

const VTT = 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v 山田>「はい」と言いました。</v>\n';

describe('a file of a transcript', () => {
  it('M-03: is read in UTF-8, UTF-16 with its mark or without, and Shift_JIS', () => {
    const expected = ['山田|1000|2000|「はい」と言いました。'];
    const utf16 = (big: boolean, text: string) => {
      const view = new DataView(new ArrayBuffer(text.length * 2));
      for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !big);
      return new Uint8Array(view.buffer);
    };
    for (const bytes of [
      bytesOf(VTT),
      bytesOf(`\uFEFF${VTT}`),
      ...[true, false].flatMap((big) => [utf16(big, VTT), utf16(big, `\uFEFF${VTT}`)]),
    ]) {
      const { transcript } = readTranscript({ name: 'a.vtt', bytes });
      expect(transcript && glance(transcript)).toEqual(expected);
    }
    const rows = [
      ['開始時間', '話者', '発言内容'],
      ['00:00:01', '髙橋　①', '「はい」～'],
    ];
    for (const encoding of ['shift_jis', 'utf-8'] as const) {
      const { transcript } = readTranscript({ name: 'a.csv', bytes: writeCsv(rows, encoding).bytes });
      expect(transcript && glance(transcript)).toEqual(['髙橋　①|1000|-|「はい」～']);
      expect(transcript?.warnings).toEqual([]);
    }
  });

  it('is read where it was cut off within a letter, and says that a letter cannot be read', () => {
    const { transcript } = readTranscript({ name: 'a.vtt', bytes: bytesOf(VTT.replace('</v>\n', '')).slice(0, -1) });
    expect(transcript?.cues[0]?.text).toBe('「はい」と言いました\ufffd');
    expect(transcript?.warnings).toEqual([{ code: 'damaged_characters', count: 1, lines: [] }]);
  });

  it('is known by what it holds, whatever it is called', () => {
    expect(transcriptOf(VTT, 'a.txt').format).toBe('VTT');
    expect(transcriptOf('1\n00:00:01,000 --> 00:00:02,000\nはい', 'a.txt').format).toBe('SRT');
    expect(transcriptOf('{"segments":[{"start":0,"end":1,"text":"はい"}]}', 'a').format).toBe('JSON');
    expect(transcriptOf('話者1：はい、そうです。\n話者2：いいえ、違います。', 'a.vtt').format).toBe('TEXT');
    expect(transcriptOf('[00:00:01] はい。\n[00:00:02] いいえ。', 'a.csv').format).toBe('TEXT');
  });

  it('keeps no sign that nobody can see, and no line end but its own', () => {
    const read = transcriptOf('開始,話者,発言\r\n0:01,山\u202e田\0,"は\u0007い\r\nはい\t以上"\r\n', 'a.csv');
    expect(glance(read)).toEqual(['山田|1000|-|はい\nはい\t以上']);
    expect(transcriptOf('{"segments":[{"start":0,"end":1,"text":"は\\ud800い"}]}').cues[0]?.text).toBe('は\ufffdい');
  });

  it('M-02: without a header is WebVTT where it has voices, whatever it is called', () => {
    expect(glance(transcriptOf('00:00:01.000 --> 00:00:02.000\n<v 山田>はい</v>'))).toEqual(['山田|1000|2000|はい']);
  });

  it('is no SRT because of an arrow in the text', () => {
    expect(transcriptOf('表1 → 2の順です。\nはい。').cues).toHaveLength(2);
    const console = transcriptOf(
      '[00:00:00.000 --> 00:00:02.500]   それでは\n[00:00:02.500 --> 00:00:04.000]   はい。',
    );
    expect(glance(console)).toEqual(['-|0|2500|それでは', '-|2500|4000|はい。']);
    expect(glance(transcriptOf('0:01 → 0:05 それでは\n0:05 → 0:09 はい。'))).toEqual([
      '-|1000|5000|それでは',
      '-|5000|9000|はい。',
    ]);
  });

  it('knows its day by its name, where it says none itself', () => {
    expect(transcriptOf(VTT, '定例会議-20261120_100012-会議の録音.vtt').day).toBe('2026-11-20');
    expect(transcriptOf(VTT, '令和8年11月20日 定例会議.vtt').day).toBe('2026-11-20');
    expect(transcriptOf(VTT.replace('\n', '\n\nNOTE 2026/11/20 と 2026/11/27\n'), 'a.vtt').day).toBeNull();
    expect(transcriptOf(VTT, 'transcript-12345678.vtt').day).toBeNull();
  });

  it('is refused by code where it is empty, too large, has too much in it, or nothing', () => {
    const code = (text: string, limits = DEFAULT_LIMITS) =>
      readTranscript({ name: 'a.vtt', bytes: bytesOf(text) }, limits).refusal;
    expect(code('')?.code).toBe('minutes.transcript_empty');
    expect(code('WEBVTT\n')).toEqual({ code: 'minutes.transcript_no_speech', params: { name: 'a.vtt' } });
    expect(code('\n \n')?.code).toBe('minutes.transcript_no_speech');
    expect(code(VTT, { ...DEFAULT_LIMITS, bytes: 10 })?.code).toBe('minutes.transcript_too_large');
    const two = `${VTT}\n00:03.000 --> 00:04.000\nはい`;
    expect(code(two, { ...DEFAULT_LIMITS, cues: 1 })).toEqual({
      code: 'minutes.transcript_too_many_cues',
      params: { count: 2, most: 1 },
    });
  });

  it('is refused where it is sound, a picture, a PDF or an archive', () => {
    for (const start of [
      '%PDF-1.7\n',
      'PK\u0003\u0004',
      'ID3\u0003',
      'RIFF\0\0\0\0WAVE',
      '\0\0\0\u0018ftypmp42',
      '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0',
    ])
      expect(readTranscript({ name: 'a.txt', bytes: bytesOf(start) }).refusal?.code).toBe(
        'minutes.transcript_unreadable',
      );
  });

  it('has a sentence in both languages for every refusal, warning and doubt', () => {
    for (const [code, { ja, en }] of Object.entries(transcriptTexts)) {
      expect(code).toMatch(/^minutes\./);
      expect(ja).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
    }
  });
});

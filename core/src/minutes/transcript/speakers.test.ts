import { describe, expect, it } from '@jest/globals';
import { DEFAULT_KNOWN_LABELS, kindOfLabel, speakersOf } from './speakers.ts';
import { cue } from './transcript.fixture.ts';

describe('who speaks in a transcript', () => {
  it('M-05: is listed by the label of the machine, the first to speak first, nobody too', () => {
    expect(
      speakersOf([
        cue({ speaker: '山田 太郎', startMs: 1_000, endMs: 3_000, text: 'はい。' }),
        cue({ speaker: null, startMs: 3_000, endMs: 4_000, text: 'え？' }),
        cue({ speaker: '山田 太郎', startMs: 5_000, endMs: null, text: 'いえ。' }),
      ]),
    ).toEqual([
      { label: '山田 太郎', kind: 'NAME', cues: 2, letters: 6, spokenMs: 2_000, firstMs: 1_000 },
      { label: null, kind: 'NONE', cues: 1, letters: 2, spokenMs: 1_000, firstMs: 3_000 },
    ]);
  });

  it('M-07: may be the account of a room, by its name or by a word in it', () => {
    const known = { ...DEFAULT_KNOWN_LABELS, rooms: ['みなと３０１'] };
    for (const label of ['第1会議室', 'MTR-3F', 'みなと301', 'Meeting Room 2'])
      expect([label, kindOfLabel(label, known)]).toEqual([label, 'ROOM']);
  });

  it('M-19: may be somebody who hides their name, and is not asked for', () => {
    expect(kindOfLabel('匿名ユーザー', DEFAULT_KNOWN_LABELS)).toBe('HIDDEN');
  });

  it('may be a label by a machine that knows nobody', () => {
    for (const label of ['話者1', '話者 １', 'Speaker A', 'SPEAKER_00', '参加者 12', 'A', '0', 'speaker0'])
      expect([label, kindOfLabel(label, DEFAULT_KNOWN_LABELS)]).toEqual([label, 'MACHINE']);
    for (const label of ['山田', '議長（山田太郎君）', 'ゲスト山田', 'Anna'])
      expect([label, kindOfLabel(label, DEFAULT_KNOWN_LABELS)]).toEqual([label, 'NAME']);
  });

  it('may be forty people', () => {
    const cues = Array.from({ length: 400 }, (_, n) => cue({ speaker: `職員${n % 40}`, startMs: n }));
    expect(speakersOf(cues)).toHaveLength(40);
  });
});

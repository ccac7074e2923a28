import { describe, expect, it } from '@jest/globals';
import { DEFAULT_JOIN_RULE, utterancesOf } from './joined.ts';
import { cue } from './transcript.fixture.ts';

const at = (speaker: string | null, startMs: number, text: string, endMs: number | null = startMs + 1_000) =>
  cue({ speaker, startMs, endMs, text });
const said = (cues: Parameters<typeof utterancesOf>[0]) =>
  utterancesOf(cues).map(
    ({ id, speaker, startMs, endMs, text }) => `${id}|${speaker ?? '-'}|${startMs}|${endMs ?? '-'}|${text}`,
  );

describe('segments too fine', () => {
  it('M-08: are joined where the same speaker goes on, and know which cues they are made of', () => {
    const utterances = utterancesOf([at('A', 0, 'それでは'), at('A', 1_500, '始めます。'), at('B', 3_000, 'はい。')]);
    expect(utterances).toEqual([
      { id: 'u1', speaker: 'A', startMs: 0, endMs: 2_500, text: 'それでは始めます。', firstCue: 0, lastCue: 1 },
      { id: 'u3', speaker: 'B', startMs: 3_000, endMs: 4_000, text: 'はい。', firstCue: 2, lastCue: 2 },
    ]);
  });

  it('M-06: are as surely one voice as they are on the whole, and spoken over where a part of them is', () => {
    const sure = (text: string, startMs: number, confidence: number | null, overlaps = false) => ({
      ...{ ...at('A', startMs, text), evidence: { confidence, overlaps } },
    });
    const joined = (...cues: Parameters<typeof utterancesOf>[0]) => utterancesOf(cues)[0]?.evidence;
    expect(joined(sure('ああああ', 0, 0.9), sure('い', 1_500, 0.4, true))).toEqual({ confidence: 0.8, overlaps: true });
    expect(joined(sure('あ', 0, null), sure('い', 1_500, 0.5))).toEqual({ confidence: 0.5, overlaps: false });
    expect(joined(at('A', 0, 'あ'), at('A', 1_500, 'い'))).toBeUndefined();
  });

  it('are left apart after a silence, and by somebody who speaks between them or over them', () => {
    expect(said([at('A', 0, 'あ'), at('A', 5_000, 'い')])).toHaveLength(2);
    expect(said([at('A', 0, 'あ', 9_000), at('B', 2_000, 'はい'), at('A', 9_000, 'い')])).toHaveLength(3);
    const overlapping = utterancesOf([at('A', 0, 'あ', 5_000), at('A', 3_000, 'い', 4_000)]);
    expect(overlapping).toMatchObject([{ endMs: 5_000, text: 'あい' }]);
  });

  it('end with a sentence once they are long, and in any case somewhere', () => {
    const sentence = `${'あ'.repeat(99)}。`;
    const long = Array.from({ length: 6 }, (_, n) => at('A', n * 1_000, sentence));
    expect(utterancesOf(long).map(({ text }) => text.length)).toEqual([200, 200, 200]);
    const endless = Array.from({ length: 20 }, (_, n) => at('A', n * 1_000, 'あ'.repeat(100)));
    for (const { text } of utterancesOf(endless)) expect(text.length).toBeLessThanOrEqual(DEFAULT_JOIN_RULE.most);
  });

  it('are joined within a sentence alone where nobody is named, for another may have gone on', () => {
    expect(said([at(null, 0, '予算は'), at(null, 1_200, '増えます。'), at(null, 2_300, 'そうですか。')])).toEqual([
      'u1|-|0|2200|予算は増えます。',
      'u3|-|2300|3300|そうですか。',
    ]);
    expect(said([at(null, 0, '一行目', null), at(null, 0, '二行目', null)])).toHaveLength(2);
  });

  it('are joined where no end is known, for about as long as the words take', () => {
    expect(said([at('A', 0, 'あ'.repeat(40), null), at('A', 8_000, 'い', null)])).toHaveLength(1);
    expect(said([at('A', 0, 'あ', null), at('A', 8_000, 'い', null)])).toHaveLength(2);
  });

  it('have a space between Latin words and none between Japanese ones, in wrapped lines too', () => {
    expect(said([at('A', 0, 'Teams\nmeeting\nを使います'), at('A', 1_000, 'OK?'), at('A', 2_000, 'Yes')])).toEqual([
      'u1|A|0|3000|Teams meetingを使いますOK? Yes',
    ]);
  });
});

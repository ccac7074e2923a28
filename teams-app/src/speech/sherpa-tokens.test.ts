import { describe, expect, it } from '@jest/globals';
import { knownHotwords, singleKind, wordsOf } from './sherpa-tokens.ts';

const SPAN = { from: 1_000, to: 3_000 };

describe('M-04: what a recogniser on this machine writes', () => {
  it('has the times of its words, from one to the next, within what was heard', () => {
    const result = { text: '市長 hello', tokens: ['市', '長', '▁he', 'llo'], timestamps: [0, 0.4, 0.8, 5] };
    expect(wordsOf(result, SPAN)).toEqual({
      ...{ from: 1_000, to: 3_000, text: '市長 hello' },
      words: [
        { text: '市', from: 1_000, to: 1_400 },
        { text: '長', from: 1_400, to: 1_800 },
        { text: ' he', from: 1_800, to: 3_000 },
        { text: 'llo', from: 3_000, to: 3_000 },
      ],
    });
  });

  it.each<[string, Parameters<typeof wordsOf>[0]]>([
    ['no times', { text: 'はい', tokens: ['は', 'い'], timestamps: [] }],
    ['no tokens', { text: 'はい' }],
    ['tokens that do not spell it', { text: 'はい', tokens: ['<0xE3>', '<0x81>'], timestamps: [0, 1] }],
  ])('is one piece with %s', (_, result) => {
    expect(wordsOf(result, SPAN)).toEqual({ ...SPAN, text: 'はい', words: [] });
  });

  it('M-11: expects only words whose signs it knows', () => {
    const tokens = '<blk> 0\nみ 1\nな 2\nと 3\n市 4\n▁ab 5\n';
    expect(knownHotwords('みなと市\n佐藤\n\nab\n', tokens)).toBe('みなと市\n');
  });

  it('is told apart by its tokens', () => {
    expect([singleKind('<|zh|> 1\n<|ja|> 2'), singleKind('<blk> 0\nあ 1')]).toEqual(['SENSE_VOICE', 'CTC']);
  });
});

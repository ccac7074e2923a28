import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { heardIn } from './answer.ts';

describe('M-04: what a speech server answers', () => {
  it('M-06: is given labels of ours, in the order of speech, whatever it calls its voices', () => {
    const segments = [
      { type: 'transcript.text.segment', id: 'seg_2', start: 2.1, end: 4, speaker: 'A', text: ' 異議なし。' },
      { type: 'transcript.text.segment', id: 'seg_1', start: 0, end: 2.6, speaker: '山田太郎', text: '始めます。' },
      { type: 'transcript.text.segment', id: 'seg_3', start: 5, end: 6, text: '……' },
    ];
    expect(heardIn(JSON.stringify({ task: 'transcribe', duration: 6, text: '…', segments }))).toEqual({
      segments: [
        { from: 0, to: 2_600, text: '始めます。', label: '話者1', overlaps: true },
        { from: 2_100, to: 4_000, text: '異議なし。', label: '話者2', overlaps: true },
        { from: 5_000, to: 6_000, text: '……', label: null },
      ],
      language: null,
    });
  });

  it('keeps the language that it says', () => {
    const answer = {
      language: 'japanese',
      duration: 1,
      text: 'はい',
      segments: [{ id: 0, start: 0, end: 1, text: 'はい' }],
    };
    expect(heardIn(JSON.stringify(answer))).toMatchObject({ language: 'ja', segments: [{ label: null }] });
  });

  it.each<[string, string, ReturnType<typeof heardIn>]>([
    ['silence', '{"text":"","segments":[],"language":"japanese"}', { segments: [], language: null }],
    ['words without times', '{"text":"始めます。"}', 'untimed'],
    ['words beside an empty list', '{"text":"始めます。","segments":[]}', 'untimed'],
    ['a page of a gateway', '<html>Bad Gateway</html>', 'unreadable'],
    ['nothing', '', 'unreadable'],
    ['a list', '[]', 'unreadable'],
    ['something else', '{"ok":true}', 'unreadable'],
  ])('knows %s', (_, answer, expected) => {
    expect(heardIn(answer)).toEqual(expected);
  });

  it('never throws, and never ends before it begins', () => {
    const odd = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.integer({ min: -5, max: 5 }));
    const segment = fc.record({ start: odd, end: odd, text: odd, speaker: odd }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(fc.oneof(segment, odd)), (segments) => {
        const heard = heardIn(JSON.stringify({ segments }));
        if (typeof heard === 'string') return;
        for (const { from, to } of heard.segments) expect(to).toBeGreaterThanOrEqual(from);
      }),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { overlapsMarked } from './machine-labels.ts';
import { DEFAULT_MERGE_RULE, merged, type Spoken } from './merged.ts';
import type { Segment } from './recogniser.ts';
import type { Turn } from './turns.ts';

const said = (from: number, to: number, text: string): Spoken => ({ from, to, text, words: [] });

/** A text whose signs take 100 ms each. */
const spelt = (from: number, text: string): Spoken => {
  const words = [...text].map((sign, at) => ({ from: from + at * 100, to: from + (at + 1) * 100, text: sign }));
  return { from, to: from + words.length * 100, text, words };
};

const turn = (from: number, to: number, voice: number): Turn => ({ from, to, voice });

/** `label|from|to|text`, with `!` where several spoke. */
const glance = (segments: readonly Segment[]) =>
  segments.map(({ label, from, to, text, overlaps }) => `${label ?? '-'}|${from}|${to}|${text}${overlaps ? '!' : ''}`);

describe('M-06: recognition and voices become segments', () => {
  it('gives a segment to the voice that speaks longest in it, numbered in the order of speech', () => {
    const turns = [turn(0, 900, 7), turn(950, 3_000, 3)];
    expect(glance(merged([said(0, 1_000, '始めます。'), said(1_000, 3_000, '説明します。')], turns))).toEqual([
      '話者1|0|1000|始めます。',
      '話者2|1000|3000|説明します。',
    ]);
  });

  it('divides one piece of recognition at the word where the voice changes', () => {
    const turns = [turn(0, 500, 0), turn(500, 1_200, 1)];
    expect(glance(merged([spelt(0, '賛成です異議なしです')], turns))).toEqual([
      '話者1|0|500|賛成です異',
      '話者2|500|1000|議なしです',
    ]);
  });

  it('leaves a voice its sentence when another is heard in it for a moment only', () => {
    const turns = [turn(0, 2_000, 0), turn(430, 560, 1)];
    expect(glance(merged([spelt(0, 'ここから説明します')], turns))).toEqual(['話者1|0|900|ここから説明します']);
  });

  it('gives words in a gap to the nearest voice, and to nobody when it is far', () => {
    const turns = [turn(0, 1_000, 0), turn(9_000, 9_900, 1)];
    const segments = merged(
      [said(1_200, 1_400, 'はい。'), said(4_000, 4_500, 'ええ。'), said(8_700, 8_900, 'では。')],
      turns,
    );
    expect(glance(segments)).toEqual(['話者1|1200|1400|はい。', '-|4000|4500|ええ。', '話者2|8700|8900|では。']);
    expect(segments.map(({ confidence }) => confidence)).toEqual([0, undefined, 0]);
  });

  it('marks what was said over each other, and is the less sure of it', () => {
    const [alone, both] = merged(
      [said(0, 1_000, '一つ目です。'), said(1_000, 2_000, '二つ目です。')],
      [turn(0, 2_000, 0), turn(1_400, 2_000, 1)],
    );
    expect(alone).toMatchObject({ label: '話者1', confidence: 1, overlaps: false });
    expect(both).toMatchObject({ label: '話者1', overlaps: true });
    expect(both?.confidence).toBeCloseTo(1_000 / 1_600);
  });

  it('stays with whoever was speaking where two speak equally long', () => {
    const turns = [turn(0, 3_000, 4), turn(1_000, 2_000, 2)];
    expect(glance(merged([said(0, 1_000, 'あ'), said(1_000, 2_000, 'い')], turns))).toEqual([
      '話者1|0|1000|あ',
      '話者1|1000|2000|い!',
    ]);
  });

  it('names nobody where no voices are told apart', () => {
    expect(merged([said(0, 1_000, 'はい。')], [])).toEqual([{ from: 0, to: 1_000, text: 'はい。', label: null }]);
  });

  it('takes the whole where the words do not spell it', () => {
    const odd: Spoken = { ...spelt(0, 'いろは'), text: 'いろはに' };
    expect(glance(merged([odd], [turn(0, 100, 0), turn(100, 400, 1)]))).toEqual(['話者1|0|300|いろはに']);
  });

  it('knows words without a length and turns that cannot be', () => {
    const moment = said(500, 500, 'え');
    const turns = [turn(Number.NaN, 10, 9), turn(900, 100, 8), turn(0, 500, 1)];
    expect(merged([moment], turns)[0]).toMatchObject({ label: '話者1', confidence: 1, overlaps: false });
  });

  it('says how far away a gap may be by its rule', () => {
    const spoken = [said(1_200, 1_400, 'はい。')];
    const far = merged(spoken, [turn(0, 1_000, 0)], { ...DEFAULT_MERGE_RULE, nearMs: 100 });
    expect(far[0]?.label).toBeNull();
  });

  it('marks overlaps of segments that came with labels', () => {
    const segment = (from: number, to: number, label: string): Segment => ({ from, to, text: 'あ', label });
    const marked = overlapsMarked([
      ...[segment(0, 10_000, '話者1'), segment(2_000, 2_100, '話者2'), segment(3_000, 5_000, '話者2')],
      ...[segment(4_000, 4_900, '話者2'), segment(10_000, 11_000, '話者2')],
    ]);
    expect(marked.map(({ overlaps }) => overlaps ?? false)).toEqual([true, false, true, true, false]);
  });
});

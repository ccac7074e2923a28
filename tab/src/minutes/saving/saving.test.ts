import { describe, expect, it } from '@jest/globals';
import type { LineEdit, LineView } from '@kaigi/core/contract';
import { aLine, attendeeId, lineId } from '../../testing/meetings.ts';
import { LINE_EDITS } from '../lines/line-edits.ts';
import { answered, batchSize, type Saving, shownOf, withEdits } from './saving.ts';

const LINES = [1, 2, 3, 4, 5, 6].map((n) => aLine(n));
const text = (n: number, words: string, version = 1): LineEdit => ({
  op: 'TEXT',
  lineId: lineId(n),
  version,
  text: words,
});
const split = (n: number, at: number, second: number): LineEdit => ({
  ...{ op: 'SPLIT', lineId: lineId(n), version: 1, at, newId: lineId(second) },
});
const saving = (...edits: LineEdit[]): Saving<LineView, LineEdit> => ({
  ...{ known: LINES, edits, sent: null, conflicts: [] },
});
const sending = (count: number, ...edits: LineEdit[]) => ({ ...saving(...edits), sent: { key: 'k', count } });
const wordsOf = (lines: readonly LineView[]) => lines.map((line) => line.text);

describe('M-08: edits on their way', () => {
  it('show at once, and typing on is one edit as long as it has not left', () => {
    const typed = withEdits(LINE_EDITS, saving(), [text(1, 'あ'), text(1, 'あい')]);
    expect(typed.edits).toEqual([text(1, 'あい')]);
    expect(shownOf(LINE_EDITS, typed)[0]?.text).toBe('あい');
    expect(withEdits(LINE_EDITS, sending(1, text(1, 'あ')), [text(1, 'あい')]).edits).toHaveLength(2);
  });

  it('go together as long as nothing is touched twice; what reaches further goes by itself', () => {
    const far: LineEdit = {
      ...{ op: 'SPEAKER', lineId: lineId(3), version: 1, attendeeId: attendeeId(1), scope: 'EVERYWHERE' },
    };
    expect(batchSize(LINE_EDITS, [text(1, 'あ'), text(2, 'い'), text(1, 'う')])).toBe(2);
    expect(batchSize(LINE_EDITS, [split(1, 2, 11), text(11, 'い')])).toBe(1);
    expect(batchSize(LINE_EDITS, [text(1, 'あ'), far])).toBe(1);
    expect(batchSize(LINE_EDITS, [far, text(1, 'あ')])).toBe(1);
    expect(
      batchSize(
        LINE_EDITS,
        Array.from({ length: 300 }, (_, n) => text(n + 1, 'あ')),
      ),
    ).toBe(200);
  });

  it('stand on the answer to those before them', () => {
    const before = sending(1, split(1, 3, 11), text(11, '後半'), text(1, '前半'));
    const halves = [aLine(1, { version: 2, text: 'えー、' }), aLine(11, { version: 1, text: 'それでは' })];
    const after = answered(LINE_EDITS, before, { changed: halves, removed: [], refused: [] });
    expect(after.edits).toEqual([text(11, '後半'), text(1, '前半', 2)]);
    expect(after.known).toHaveLength(7);
    expect(wordsOf(shownOf(LINE_EDITS, after)).slice(0, 2)).toEqual(['前半', '後半']);
  });

  it('applied twice, because the lines were asked for before the answer came, change nothing more', () => {
    const known = shownOf(LINE_EDITS, saving(split(1, 3, 11)));
    expect(shownOf(LINE_EDITS, { known, edits: [split(1, 3, 11)] })).toEqual(known);
  });

  it('an older answer does not take back what is known by now', () => {
    const newer = LINES.map((line, at) => (at === 0 ? { ...line, version: 9, text: '新しい' } : line));
    const after = answered(
      LINE_EDITS,
      { ...sending(1, text(1, 'あ')), known: newer },
      {
        ...{ changed: [aLine(1, { version: 2, text: 'あ' })], removed: [], refused: [] },
      },
    );
    expect(after.known[0]?.version).toBe(9);
  });
});

describe('M-08: somebody else was faster', () => {
  const theirs = aLine(2, { version: 5, text: '相手の文' });

  it('keeps my words beside theirs, with all that I built on them, and saves the rest', () => {
    const before = sending(2, text(2, '私の文'), text(3, '別の文'), text(2, '私の文その2'), text(4, '残り'));
    const after = answered(LINE_EDITS, before, {
      ...{ changed: [aLine(3, { version: 2, text: '別の文' })], removed: [], refused: [{ edit: 0, now: theirs }] },
    });
    expect(after.edits).toEqual([text(4, '残り')]);
    expect(wordsOf(after.known).slice(1, 3)).toEqual(['相手の文', '別の文']);
    expect(after.conflicts).toMatchObject([{ now: theirs, mine: [{ text: '私の文その2' }] }]);
    expect(after.conflicts[0]?.edits).toHaveLength(2);
  });

  it('loses no half of a line that could not be split', () => {
    const before = sending(1, split(2, 4, 12), text(12, '後ろの半分'));
    const after = answered(LINE_EDITS, before, { changed: [], removed: [], refused: [{ edit: 0, now: theirs }] });
    expect(after.conflicts[0]?.mine.map((line) => line.text)).toEqual(['基本構想', '後ろの半分']);
    expect(after.known).toHaveLength(6);
  });

  it('tells where the line is gone', () => {
    const before = sending(1, text(2, '私の文'));
    const after = answered(LINE_EDITS, before, {
      ...{ changed: [], removed: [lineId(2)], refused: [{ edit: 0, now: null }] },
    });
    expect(after.conflicts).toMatchObject([{ now: null, mine: [{ text: '私の文' }] }]);
    expect(after.known).toHaveLength(5);
  });
});

import { describe, expect, it } from '@jest/globals';
import { LineEditSchema, type LineView } from '@kaigi/core/contract';
import { aLine, attendeeId, lineId } from '../../testing/meetings.ts';
import { mineAgain } from './line-conflicts.ts';
import { LINE_EDITS, reached } from './line-edits.ts';
import { type LineWish, NO_STEPS, planned, type Steps, turned, withStep } from './steps.ts';

const LINES = [1, 2, 3, 4, 5, 6].map((n) => aLine(n));
const text = (n: number, words: string): LineWish => ({ op: 'TEXT', lineId: lineId(n), text: words });
let next = 100;
const newId = () => {
  next += 1;
  return lineId(next);
};

/** An editor without a screen. */
function editor(lines: readonly LineView[] = LINES) {
  let [now, steps]: [readonly LineView[], Steps] = [lines, NO_STEPS];
  const run = (wishes: readonly LineWish[]) => {
    const plan = planned(wishes, now);
    for (const edit of plan.edits) LineEditSchema.parse(edit);
    now = plan.lines;
    return plan.step;
  };
  return {
    act: (...wishes: LineWish[]) => {
      steps = withStep(steps, run(wishes));
    },
    turn: (way: 'undo' | 'redo') => {
      const done = turned(steps, way, newId);
      if (!done) return;
      steps = done.steps;
      run(done.wishes);
    },
    said: () => now.map((line) => [line.text, line.attendeeId]),
    lines: () => now,
  };
}
const first = editor().said();

describe('M-08: undo and redo across everything', () => {
  it('goes back through typing, splitting, joining and assigning, and forward again', () => {
    const one = editor();
    const second = newId();
    one.act(text(1, '始めます。それでは。'));
    one.act({ op: 'SPLIT', lineId: lineId(1), at: 5, newId: second });
    one.act(text(1, '始めます！'));
    one.act({ op: 'SPEAKER', lineId: second, attendeeId: attendeeId(2), scope: 'EVERYWHERE' });
    one.act({ op: 'JOIN', lineId: lineId(1), nextId: second });
    const last = one.said();
    for (let step = 0; step < 5; step += 1) one.turn('undo');
    expect(one.said()).toEqual(first);
    for (let step = 0; step < 5; step += 1) one.turn('redo');
    expect(one.said()).toEqual(last);
    for (let step = 0; step < 9; step += 1) one.turn('undo');
    expect(one.said()).toEqual(first);
  });

  it('a joined line comes back under a new name with its own speaker, and what was done to it before is found', () => {
    const one = editor(LINES.map((line, at) => (at === 1 ? { ...line, attendeeId: attendeeId(3) } : line)));
    const before = one.said();
    one.act(text(2, '直した文'));
    one.act({ op: 'JOIN', lineId: lineId(1), nextId: lineId(2) });
    expect(one.lines()).toHaveLength(5);
    one.turn('undo');
    expect(one.lines()[1]).toMatchObject({ text: '直した文', attendeeId: attendeeId(3) });
    expect(one.lines()[1]?.id).not.toBe(lineId(2));
    one.turn('undo');
    expect(one.said()).toEqual(before);
  });

  it('a batch is one step, and something new makes redo impossible', () => {
    const one = editor();
    one.act(text(1, 'あ'), text(3, 'い'), text(5, 'う'));
    one.turn('undo');
    expect(one.said()).toEqual(first);
    one.act(text(1, '別'));
    one.turn('redo');
    expect(one.lines()[2]?.text).toBe(LINES[2]?.text);
  });

  it('what no longer fits is passed over: a line that is gone, a split at the edge, an empty text', () => {
    const { edits } = planned(
      [
        text(99, 'あ'),
        { op: 'SPLIT', lineId: lineId(1), at: 0, newId: lineId(50) },
        text(1, ' '),
        { op: 'JOIN', lineId: lineId(1), nextId: lineId(4) },
        text(2, 'い'),
      ],
      LINES,
    );
    expect(edits).toEqual([{ op: 'TEXT', lineId: lineId(2), version: 1, text: 'い' }]);
  });
});

describe('M-05: how far an assignment reaches', () => {
  it.each([
    ['THIS', [2]],
    ['FROM_HERE', [2, 6]],
    ['EVERYWHERE', [1, 2, 6]],
  ] as const)('%s means lines %j of the same label', (scope, numbers) => {
    expect(reached(LINES, { lineId: lineId(2), scope }).map(({ id }) => id)).toEqual(numbers.map(lineId));
  });

  it('keeps the label of the machine', () => {
    const edit = LineEditSchema.parse({
      ...{ op: 'SPEAKER', lineId: lineId(2), version: 1, attendeeId: attendeeId(1), scope: 'EVERYWHERE' },
    });
    const after = LINE_EDITS.applied(LINES, edit);
    expect(after.map(({ label }) => label)).toEqual(LINES.map(({ label }) => label));
    expect(after.filter((line) => line.attendeeId !== null)).toHaveLength(3);
  });
});

describe('M-08: my words once more, on the line as it is now', () => {
  const now = LINES.map((line, at) => (at === 1 ? { ...line, version: 5, text: '相手の文' } : line));

  it('what was typed', () => {
    const edits = [{ op: 'TEXT', lineId: lineId(2), version: 1, text: '私の文' } as const];
    const again = mineAgain({ edits, mine: [aLine(2, { text: '私の文' })], now: now[1] ?? null }, now);
    expect(again).toEqual([{ op: 'TEXT', lineId: lineId(2), version: 5, text: '私の文' }]);
  });

  it('what was split: my words first, then split where I split them', () => {
    const edits = [{ op: 'SPLIT', lineId: lineId(2), version: 1, at: 4, newId: lineId(12) } as const];
    const mine = [aLine(2, { text: '基本構想' }), aLine(2, { id: lineId(12), text: 'について' })];
    expect(mineAgain({ edits, mine, now: now[1] ?? null }, now)).toEqual([
      { op: 'TEXT', lineId: lineId(2), version: 5, text: '基本構想について' },
      { op: 'SPLIT', lineId: lineId(2), version: 5, at: 4, newId: lineId(12) },
    ]);
  });
});

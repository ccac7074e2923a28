import { describe, expect, it } from '@jest/globals';
import { aLine, lineId } from '../../testing/meetings.ts';
import { actOf } from '../lines/line-keys.ts';
import { heardLine } from './heard-line.ts';
import { type PlayKey, playActOf } from './play-keys.ts';

const key = (code: string, more: Partial<PlayKey> = {}): PlayKey => ({
  ...{ code, alt: true, ctrl: false, shift: false, composing: false },
  ...more,
});

describe('M-08: the keys of the player', () => {
  it.each([
    ['Enter', 'Enter', 'here'],
    ['KeyP', 'p', 'toggle'],
    ['KeyB', 'b', 'back'],
    ['Comma', ',', 'slower'],
    ['Period', '.', 'faster'],
  ])('Alt and %s are the player’s, and no key of the editor', (code, written, act) => {
    expect(playActOf(key(code))).toBe(act);
    const caret = { from: 0, to: 0, length: 5, oneRow: true };
    expect(actOf({ key: written, ctrl: false, shift: false, alt: true, composing: false, ...caret })).toBeNull();
  });

  it('are left alone without Alt, with other keys, and while a word is converted', () => {
    expect(playActOf(key('KeyP', { alt: false }))).toBeNull();
    expect(playActOf(key('KeyP', { ctrl: true }))).toBeNull();
    expect(playActOf(key('KeyP', { shift: true }))).toBeNull();
    expect(playActOf(key('Enter', { composing: true }))).toBeNull();
    expect(playActOf(key('ArrowUp'))).toBeNull();
  });
});

describe('M-08: the line that is heard', () => {
  const lines = [aLine(1, { startMs: 1_000 }), aLine(2, { startMs: 5_000 }), aLine(3, { startMs: 9_000 })];

  it.each([
    [0, null],
    [1_000, lineId(1)],
    [4_999, lineId(1)],
    [5_000, lineId(2)],
    [90_000, lineId(3)],
  ])('at %i ms is %s', (atMs, id) => {
    expect(heardLine(lines, atMs)?.id ?? null).toBe(id);
  });

  it('is none where there are no lines', () => {
    expect(heardLine([], 5)).toBeNull();
  });
});

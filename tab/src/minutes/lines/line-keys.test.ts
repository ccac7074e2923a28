import { describe, expect, it } from '@jest/globals';
import { actOf, type LineKey } from './line-keys.ts';
import { lineTime } from './line-time.ts';

const press = (key: string, more: Partial<LineKey> = {}): LineKey => ({
  ...{ key, ctrl: false, shift: false, alt: false, composing: false, from: 3, to: 3, length: 10, oneRow: false },
  ...more,
});

describe('M-08: the keys of the editor', () => {
  it.each([
    ['Enter splits', press('Enter'), 'split'],
    ['Shift+Enter breaks the line', press('Enter', { shift: true }), null],
    ['Backspace at the beginning joins', press('Backspace', { from: 0, to: 0 }), 'join'],
    ['Backspace elsewhere rubs out', press('Backspace'), null],
    ['Backspace over a selection rubs it out', press('Backspace', { from: 0 }), null],
    ['up within a long text', press('ArrowUp'), null],
    ['up at its beginning', press('ArrowUp', { from: 0, to: 0 }), 'previous'],
    ['down at its end', press('ArrowDown', { from: 10, to: 10 }), 'next'],
    ['down in a text of one row', press('ArrowDown', { oneRow: true }), 'next'],
    ['Shift and an arrow select', press('ArrowDown', { oneRow: true, shift: true }), null],
    ['Alt and an arrow', press('ArrowUp', { alt: true }), 'previous'],
    ['Ctrl+Z', press('z', { ctrl: true }), 'undo'],
    ['Ctrl+Shift+Z', press('Z', { ctrl: true, shift: true }), 'redo'],
    ['Ctrl+Y', press('y', { ctrl: true }), 'redo'],
    ['Ctrl+Enter', press('Enter', { ctrl: true }), 'speaker'],
    ['Ctrl+C', press('c', { ctrl: true }), null],
    ['a letter', press('a'), null],
    ['Enter that takes a converted word', press('Enter', { composing: true }), null],
  ] as const)('%s', (_, pressed, act) => {
    expect(actOf(pressed)).toBe(act);
  });
});

it.each([
  [7000, '0:07'],
  [754_900, '12:34'],
  [3_723_000, '1:02:03'],
  [-400, '0:00'],
  [-2_400, '-0:02'],
])('%i ms is said as %s', (ms, words) => {
  expect(lineTime(ms)).toBe(words);
});

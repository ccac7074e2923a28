import { describe, expect, it } from '@jest/globals';
import { commandOf, type KeyPlace, type KeyPress } from './inbox-keys.ts';

const FREE: KeyPlace = { busy: false, inList: false, letters: true };
const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...change,
});

describe('a key on the inbox', () => {
  it('means what the help says, in small and in capital letters', () => {
    const keys = ['j', 'k', 'a', 'r', 'q', 'n', 'x', 'A'];
    expect(keys.map((key) => commandOf(press(key), FREE))).toEqual([
      'down',
      'up',
      'approve',
      'return',
      'question',
      'next',
      'select',
      'approve',
    ]);
    expect(commandOf(press('z'), FREE)).toBeNull();
  });

  it('leaves arrows and Enter to the page, but in the list they move and open', () => {
    expect(['ArrowDown', 'Enter'].map((key) => commandOf(press(key), FREE))).toEqual([null, null]);
    const inList = { ...FREE, inList: true };
    expect(['ArrowDown', 'ArrowUp', 'Enter'].map((key) => commandOf(press(key), inList))).toEqual([
      'down',
      'up',
      'open',
    ]);
  });

  it('is a letter while somebody writes, composes kanji or holds a modifier', () => {
    expect(commandOf(press('a'), { ...FREE, busy: true })).toBeNull();
    expect(commandOf(press('a', { isComposing: true }), FREE)).toBeNull();
    expect(commandOf(press('a', { ctrlKey: true }), FREE)).toBeNull();
  });

  it('can be switched off, all but the arrows', () => {
    expect(commandOf(press('a'), { ...FREE, letters: false })).toBeNull();
    expect(commandOf(press('ArrowDown'), { ...FREE, letters: false, inList: true })).toBe('down');
  });
});

/** A key in the text of a line, and where the caret stands. */
export interface LineKey {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** A Japanese word is still being converted: every key is the input method's. */
  readonly composing: boolean;
  readonly from: number;
  readonly to: number;
  readonly length: number;
  /** The text takes no more than one row on the screen. */
  readonly oneRow: boolean;
}

export type LineAct = 'split' | 'join' | 'previous' | 'next' | 'undo' | 'redo' | 'speaker' | 'keys';

const WITH_CTRL: Readonly<Record<string, LineAct>> = { z: 'undo', y: 'redo', Enter: 'speaker', '/': 'keys' };

function move({ key, alt, shift, from, to, length, oneRow }: LineKey): LineAct | null {
  if (shift) return null;
  if (key === 'ArrowUp' && (alt || oneRow || to === 0)) return 'previous';
  if (key === 'ArrowDown' && (alt || oneRow || from === length)) return 'next';
  return null;
}

/** What a key does; null where it is the text field's own. */
export function actOf(pressed: LineKey): LineAct | null {
  const { key, ctrl, shift, alt, composing, from, to } = pressed;
  if (composing) return null;
  if (ctrl)
    return shift && key.toLowerCase() === 'z'
      ? 'redo'
      : (WITH_CTRL[key.length === 1 ? key.toLowerCase() : key] ?? null);
  if (key === 'Enter' && !shift && !alt) return 'split';
  if (key === 'Backspace' && from === 0 && to === 0) return 'join';
  return move(pressed);
}

/** A key, by where it is on the keyboard: with Alt some of them write other letters. */
export interface PlayKey {
  readonly code: string;
  readonly alt: boolean;
  readonly ctrl: boolean;
  readonly shift: boolean;
  /** A Japanese word is still being converted: every key is the input method's. */
  readonly composing: boolean;
}

export type PlayAct = 'here' | 'toggle' | 'back' | 'slower' | 'faster';

const WITH_ALT: Readonly<Record<string, PlayAct>> = {
  Enter: 'here',
  NumpadEnter: 'here',
  KeyP: 'toggle',
  KeyB: 'back',
  Comma: 'slower',
  Period: 'faster',
};

/** What a key does to the player; null where it is not the player's. */
export const playActOf = ({ code, alt, ctrl, shift, composing }: PlayKey): PlayAct | null =>
  alt && !ctrl && !shift && !composing ? (WITH_ALT[code] ?? null) : null;

/** What a key means on the inbox. */
export type InboxCommand = 'down' | 'up' | 'open' | 'approve' | 'return' | 'question' | 'next' | 'select';

const LETTERS: Readonly<Record<string, InboxCommand>> = {
  j: 'down',
  k: 'up',
  a: 'approve',
  r: 'return',
  q: 'question',
  n: 'next',
  x: 'select',
};

const IN_LIST: Readonly<Record<string, InboxCommand>> = { ArrowDown: 'down', ArrowUp: 'up', Enter: 'open' };

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** An input method is making kanji of it. */
  readonly isComposing: boolean;
}

export interface KeyPlace {
  /** Something is being written, or a dialog or menu is open. */
  readonly busy: boolean;
  /** The focus is in the list: arrows and Enter are its own. */
  readonly inList: boolean;
  /** Letters may be switched off, for whoever steers by voice. */
  readonly letters: boolean;
}

export function commandOf(press: KeyPress, { busy, inList, letters }: KeyPlace): InboxCommand | null {
  if (busy || press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return null;
  const own = inList ? IN_LIST[press.key] : undefined;
  if (own) return own;
  return letters ? (LETTERS[press.key.toLowerCase()] ?? null) : null;
}

import { type RefObject, useEffect, useRef } from 'react';
import { commandOf, type InboxCommand } from './inbox-keys.ts';

const WRITING = 'input, textarea, select, [contenteditable="true"], [role="combobox"]';
const OPEN_LAYER = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches(WRITING) && !target.matches('[type="checkbox"], [type="radio"]');

export interface InboxKeys {
  readonly list: RefObject<HTMLElement | null>;
  readonly letters: boolean;
  /** True when the command could be carried out; otherwise the key keeps its own meaning. */
  readonly onCommand: (command: InboxCommand) => boolean;
}

/** Listens to the whole page, because one reads on the right and decides with the left hand. */
export function useInboxKeys({ list, letters, onCommand }: InboxKeys): void {
  const latest = useRef(onCommand);
  latest.current = onCommand;
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const busy = isWriting(event.target) || document.querySelector(OPEN_LAYER) !== null;
      const inList = event.target instanceof Node && (list.current?.contains(event.target) ?? false);
      const command = commandOf(event, { busy, inList, letters });
      if (command && latest.current(command)) event.preventDefault();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [list, letters]);
}

import { useRef } from 'react';
import { type ActionKey, actionKeyFor } from './action-key.ts';

export interface ActionKeys {
  /** The same wish has the same key, so that a lost answer does not make two of it. */
  readonly keyOf: (wish: unknown) => string;
  /** It is done: the same wish again is a new one. */
  readonly forget: () => void;
}

export function useActionKey(): ActionKeys {
  const kept = useRef<ActionKey | null>(null);
  return {
    keyOf: (wish) => {
      kept.current = actionKeyFor(kept.current, wish, () => crypto.randomUUID());
      return kept.current.key;
    },
    forget: () => {
      kept.current = null;
    },
  };
}

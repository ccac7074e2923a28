import type { Locale } from '@kaigi/core/shared';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { PaneModel } from '../pane/pane-model.ts';
import type { PaneState } from '../pane/pane-state.ts';
import type { Say } from '../text.ts';

export interface PaneContextValue {
  model: PaneModel;
  say: Say;
  locale: Locale;
  /** Signs in with a prompt and begins again. */
  onSignIn: () => void;
  documentIsSaved: boolean;
}

export const PaneContext = createContext<PaneContextValue | null>(null);

export function usePane(): PaneContextValue {
  const value = useContext(PaneContext);
  if (!value) throw new TypeError('usePane outside of PaneContext');
  return value;
}

export function usePaneState(): PaneState {
  const { store } = usePane().model;
  return useSyncExternalStore(
    (listener) => store.subscribe(listener),
    () => store.state,
  );
}

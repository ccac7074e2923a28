import { invariant } from '@kaigi/core/shared';
import { createContext, useContext } from 'react';
import type { ActShape } from './act-shapes.ts';

/** What may be done with the case on the page, from wherever a button for it stands. */
export interface Acts {
  readonly shapes: readonly ActShape[];
  readonly busy: boolean;
  open(shape: ActShape): void;
}

export const ActsContext = createContext<Acts | null>(null);

export function useActs(): Acts {
  const acts = useContext(ActsContext);
  invariant(acts, 'useActs outside of CaseActs');
  return acts;
}

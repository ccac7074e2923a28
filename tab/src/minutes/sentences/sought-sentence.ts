import { createContext, type RefObject, useContext, useEffect, useRef } from 'react';

const Sought = createContext<string | null>(null);

/** Says which sentence of a page one has come for. */
export const SoughtSentence = Sought.Provider;

/** The one that was sought comes into view and takes the focus, once. */
export function useSought(id: string): { readonly isSought: boolean; readonly ref: RefObject<HTMLDivElement | null> } {
  const isSought = useContext(Sought) === id;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isSought) return;
    ref.current?.scrollIntoView({ block: 'center' });
    ref.current?.focus({ preventScroll: true });
  }, [isSought]);
  return { isSought, ref };
}

import { createContext, useContext } from 'react';

/** Null before a host is known: then only trying the whole start again helps. */
export const SignInAgainContext = createContext<(() => void) | null>(null);

export function useSignInAgain(): (() => void) | null {
  return useContext(SignInAgainContext);
}

import { type ErrorParams, fill, type Locale, type Texts } from '@kaigi/core/shared';
import { createContext, useContext, useMemo } from 'react';

const STORED = 'kaigi.locale';

/** The language chosen in a plain browser. Japanese first, whatever the browser's own language. */
export function storedLocale(): Locale {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'ja';
  } catch {
    return 'ja';
  }
}

export function storeLocale(locale: Locale): void {
  try {
    localStorage.setItem(STORED, locale);
  } catch {
    // A browser that keeps nothing still shows the language until it is closed.
  }
}

export const LocaleContext = createContext<Locale>('ja');

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

export type Say<T extends Texts> = (code: keyof T & string, params?: ErrorParams) => string;

/** The sentences of one folder's `text.ts` in the reader's language; an unknown code does not compile. */
export function useText<T extends Texts>(texts: T): Say<T> {
  const locale = useLocale();
  return useMemo(() => (code, params) => fill(texts[code]?.[locale] ?? code, params), [texts, locale]);
}

import type { Language } from './text.ts';

export interface Preferences {
  readonly language: Language;
  readonly isDark: boolean;
}

const KEY = 'kaigi-word-window';

/** What the address says goes first (`?lang=en&theme=dark`), then what was chosen before. */
export function readPreferences(): Preferences {
  const query = new URLSearchParams(window.location.search);
  const kept = readKept();
  const language = query.get('lang') ?? kept.language;
  const theme = query.get('theme') ?? kept.theme;
  return { language: language === 'en' ? 'en' : 'ja', isDark: theme === 'dark' };
}

/** Word itself restarts its panes for another language or theme; so does this window, by loading anew. */
export function choose(changed: Partial<Preferences>): void {
  const { language, isDark } = { ...readPreferences(), ...changed };
  localStorage.setItem(KEY, JSON.stringify({ language, theme: isDark ? 'dark' : 'light' }));
  const address = new URL(window.location.href);
  address.searchParams.delete('lang');
  address.searchParams.delete('theme');
  history.replaceState(null, '', address);
  window.location.reload();
}

function readKept(): { language?: string; theme?: string } {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as { language?: string; theme?: string };
  } catch {
    return {};
  }
}

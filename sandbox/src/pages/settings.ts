/** The names by which Teams tells an app its theme. */
export const themes = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];
export type Locale = 'ja' | 'en';

export interface Settings {
  readonly theme: Theme;
  readonly locale: Locale;
}

const storageKey = 'kaigi-sandbox.settings';

function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}

function isLocale(value: unknown): value is Locale {
  return value === 'ja' || value === 'en';
}

/** The address wins over what was kept, so that a link can show one look. */
export function chooseSettings(search: string, kept: string | null): Settings {
  const query = new URLSearchParams(search);
  const saved = readKept(kept);
  const candidates = { theme: query.get('theme'), locale: query.get('lang') };
  return {
    theme: isTheme(candidates.theme) ? candidates.theme : (saved.theme ?? 'default'),
    locale: isLocale(candidates.locale) ? candidates.locale : (saved.locale ?? 'ja'),
  };
}

function readKept(kept: string | null): Partial<Settings> {
  try {
    const parsed: unknown = JSON.parse(kept ?? '{}');
    if (typeof parsed !== 'object' || parsed === null) return {};
    const { theme, locale } = parsed as Record<string, unknown>;
    return { ...(isTheme(theme) ? { theme } : {}), ...(isLocale(locale) ? { locale } : {}) };
  } catch {
    return {};
  }
}

export function loadSettings(): Settings {
  return chooseSettings(location.search, readStorage());
}

export function keepSettings(settings: Settings): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing still shows the window.
  }
}

function readStorage(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

export function applySettings({ theme, locale }: Settings): void {
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = locale;
}

/** A new language needs a fresh page, as it does in Teams; the address must not hold the old one any more. */
export function switchLocale(settings: Settings, locale: Locale): void {
  keepSettings({ ...settings, locale });
  const address = new URL(location.href);
  address.searchParams.delete('lang');
  location.replace(address);
}

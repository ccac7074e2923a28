import type { Locale } from '@kaigi/core/shared';

export interface Host {
  /** `no`: a plain browser. `old`: a Word without WordApi 1.3. */
  word: 'yes' | 'no' | 'old';
  locale: Locale;
  isDark: boolean;
  supportsNestedSignIn: boolean;
  /** The older single sign-on of Office, which LTSC 2021 has. */
  supportsHostSignIn: boolean;
  documentUrl: string;
}

/** Waits for Office and says what it is. Called once, before anything else. */
export async function meetHost(): Promise<Host> {
  if (typeof Office === 'undefined') return notInWord();
  const info = await Office.onReady();
  if (info.host !== Office.HostType.Word) return notInWord();
  const { requirements, displayLanguage, officeTheme, document } = Office.context;
  return {
    word: requirements.isSetSupported('WordApi', '1.3') ? 'yes' : 'old',
    locale: displayLanguage?.toLowerCase().startsWith('ja') ? 'ja' : 'en',
    isDark: isDark(officeTheme),
    supportsNestedSignIn: requirements.isSetSupported('NestedAppAuth', '1.1'),
    supportsHostSignIn: requirements.isSetSupported('IdentityAPI', '1.3'),
    documentUrl: document.url ?? '',
  };
}

function notInWord(): Host {
  const locale = navigator.language.startsWith('ja') ? 'ja' : 'en';
  return { word: 'no', locale, isDark: false, supportsNestedSignIn: false, supportsHostSignIn: false, documentUrl: '' };
}

// `isDarkTheme` came after WordApi 1.3: older hosts give only the colours.
function isDark(theme: Office.OfficeTheme | undefined): boolean {
  if (!theme) return false;
  if (typeof theme.isDarkTheme === 'boolean') return theme.isDarkTheme;
  const rgb = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(theme.bodyBackgroundColor ?? '');
  if (!rgb) return false;
  const light = rgb.slice(1).reduce((sum, part) => sum + Number.parseInt(part, 16), 0);
  return light < 384;
}

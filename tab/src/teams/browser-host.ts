import { createBrowserSignIn } from './browser-sign-in.ts';
import type { ClientConfig } from './client-config.ts';
import type { Host, HostTheme } from './host.ts';

const CONTRAST = '(forced-colors: active), (prefers-contrast: more)';
const DARK = '(prefers-color-scheme: dark)';

function systemTheme(): HostTheme {
  if (matchMedia(CONTRAST).matches) return 'contrast';
  return matchMedia(DARK).matches ? 'dark' : 'light';
}

function onSystemTheme(listener: () => void): () => void {
  const queries = [matchMedia(CONTRAST), matchMedia(DARK)];
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

/** A plain browser: the person's own settings, and a sign-in page that we go to and come back from. */
export async function createBrowserHost(config: ClientConfig): Promise<Host> {
  const signIn = createBrowserSignIn(config);
  await signIn.start();
  return {
    kind: 'browser',
    locale: null,
    theme: systemTheme,
    onThemeChange: onSystemTheme,
    token: (renew) => signIn.token(renew),
    startRoute: null,
    onRoute: () => () => undefined,
    openLink: async (url) => {
      window.open(url, '_blank', 'noopener');
    },
    openPage: async (page) => {
      window.open(`#/${page}`, '_blank', 'noopener');
    },
    chat: null,
    meeting: async () => null,
    ready: () => undefined,
    signInAgain: () => signIn.again(),
  };
}

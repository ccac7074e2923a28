import { FluentProvider } from '@fluentui/react-components';
import type { Locale } from '@kaigi/core/shared';
import { QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiContext } from '../api/api-context.ts';
import { createClient } from '../api/client.ts';
import { createTransport } from '../api/transport.ts';
import type { Host } from '../teams/host.ts';
import { HostContext } from './host-context.ts';
import { LocaleContext, storedLocale, storeLocale } from './locale.ts';
import { Notices } from './Notices.tsx';
import { Pages } from './Pages.tsx';
import { createQueries } from './queries.ts';
import { useShellStyles } from './Shell.styles.ts';
import { Shell } from './Shell.tsx';
import { SignInAgainContext } from './sign-in-again.ts';
import { themeFor, useHostTheme } from './theme.ts';
import { useRoute } from './use-route.ts';

const DEADLINE_MS = 20_000;

export interface AppProps {
  readonly host: Host;
  readonly sandbox: boolean;
}

/** Follows the host to the case of a deep link, and tells it that the page stands. */
function useHostRoute(host: Host): void {
  useEffect(() => {
    host.ready();
    return host.onRoute((route) => {
      window.location.hash = route;
    });
  }, [host]);
}

function Frame({ host, sandbox, onLocale }: AppProps & { readonly onLocale: ((locale: Locale) => void) | null }) {
  const route = useRoute();
  const queries = useQueryClient();
  useHostRoute(host);
  const handleLocale = useCallback(
    (locale: Locale) => {
      onLocale?.(locale);
      // Some sentences come from the service, in the language asked for.
      void queries.invalidateQueries();
    },
    [onLocale, queries],
  );
  return (
    <HostContext value={host}>
      <Notices>
        <Shell route={route} sandbox={sandbox} onLocale={onLocale ? handleLocale : null}>
          <Pages route={route} />
        </Shell>
      </Notices>
    </HostContext>
  );
}

export function App({ host, sandbox }: AppProps) {
  const styles = useShellStyles();
  const theme = useHostTheme(host);
  const [chosen, setChosen] = useState(storedLocale);
  const locale = host.locale ?? chosen;
  const spoken = useRef(locale);
  spoken.current = locale;
  const queries = useMemo(createQueries, []);
  const api = useMemo(() => {
    const token = (renew: boolean): Promise<string> => host.token(renew);
    const send = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => fetch(input, init);
    return createClient(createTransport({ fetch: send, token, locale: () => spoken.current, deadlineMs: DEADLINE_MS }));
  }, [host]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const handleLocale = useCallback((next: Locale) => {
    spoken.current = next;
    storeLocale(next);
    setChosen(next);
  }, []);
  const signInAgain = useCallback(() => void host.signInAgain(), [host]);
  return (
    <LocaleContext value={locale}>
      <FluentProvider theme={themeFor(theme)} data-theme={theme}>
        <SignInAgainContext value={signInAgain}>
          <QueryClientProvider client={queries}>
            <ApiContext value={api}>
              <div className={styles.page}>
                <Frame host={host} sandbox={sandbox} onLocale={host.locale === null ? handleLocale : null} />
              </div>
            </ApiContext>
          </QueryClientProvider>
        </SignInAgainContext>
      </FluentProvider>
    </LocaleContext>
  );
}

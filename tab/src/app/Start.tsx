import { FluentProvider } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { type ClientConfig, loadClientConfig } from '../teams/client-config.ts';
import { firstRoute, type Host } from '../teams/host.ts';
import { pickHost } from '../teams/pick-host.ts';
import { SignInError } from '../teams/sign-in-error.ts';
import { App } from './App.tsx';
import { LocaleContext, storedLocale, useText } from './locale.ts';
import { ErrorState, StartingState } from './PageStates.tsx';
import { useShellStyles } from './Shell.styles.ts';
import { appText } from './text.ts';
import { themeFor } from './theme.ts';

type Stage =
  | { readonly name: 'starting' }
  | { readonly name: 'failed'; readonly error: unknown }
  | { readonly name: 'running'; readonly host: Host; readonly config: ClientConfig };

const STARTING: Stage = { name: 'starting' };

async function start(): Promise<Stage> {
  try {
    const config = await loadClientConfig();
    const host = await pickHost(config);
    const route = firstRoute(window.location.hash, host.startRoute);
    if (route !== null) history.replaceState(null, '', route);
    return { name: 'running', host, config };
  } catch (error) {
    return { name: 'failed', error };
  }
}

// Started once whatever React does with the component: a code of the sign-in page is good for one use.
let started: Promise<Stage> | null = null;

function FailedStart({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useText(appText);
  const title = error instanceof SignInError ? t('state.sign_in_failed') : t('state.error');
  return <ErrorState error={error} onRetry={onRetry} title={title} />;
}

/** From nothing to a signed-in page: configuration, host, token. */
export function Start() {
  const styles = useShellStyles();
  const [stage, setStage] = useState<Stage>(STARTING);
  const run = useCallback(() => {
    started ??= start();
    void started.then(setStage);
  }, []);
  useEffect(run, [run]);
  const handleRetry = useCallback(() => {
    started = null;
    setStage(STARTING);
    run();
  }, [run]);
  if (stage.name === 'running') return <App host={stage.host} sandbox={stage.config.sandbox} />;
  const theme = themeFor(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  return (
    <LocaleContext value={storedLocale()}>
      <FluentProvider theme={theme}>
        <main className={styles.page}>
          {stage.name === 'failed' ? <FailedStart error={stage.error} onRetry={handleRetry} /> : <StartingState />}
        </main>
      </FluentProvider>
    </LocaleContext>
  );
}

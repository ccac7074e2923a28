import { FluentProvider } from '@fluentui/react-components';
import type { Me } from '@kaigi/core/contract';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ApiClient } from './api/client.ts';
import { isSignedOut } from './pane/failure-of.ts';
import { Pane } from './pane/Pane.tsx';
import type { PaneModel } from './pane/pane-model.ts';
import { themeFor } from './pane/theme.ts';
import { PaneContext } from './parts/pane-context.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { speak } from './text.ts';
import type { Host } from './word/host.ts';

export interface AppProps {
  host: Host;
  api: ApiClient;
  signIn: SignIn;
  /** Made once the person is known: what was typed is kept per person. */
  makeModel: (person: string) => PaneModel;
  sandbox: boolean;
}

export function App({ host, api, signIn, makeModel, sandbox }: AppProps) {
  const say = useMemo(() => speak(host.locale), [host.locale]);
  const { me, model, begin, goOn } = usePerson({ api, makeModel });
  const isHighContrast = useForcedColors();
  useEffect(() => void begin(), [begin]);
  const onSignIn = useCallback(() => {
    void signIn
      .token({ ask: true, anew: true })
      .then(goOn, () => model.store.say({ intent: 'error', code: 'signIn.failed' }));
  }, [signIn, goOn, model]);
  const context = { model, say, locale: host.locale, onSignIn, documentIsSaved: host.documentUrl !== '' };
  return (
    <FluentProvider theme={themeFor({ isDark: host.isDark, isHighContrast })}>
      <PaneContext value={context}>
        <Pane api={api} personName={me?.name ?? ''} sandbox={sandbox} />
      </PaneContext>
    </FluentProvider>
  );
}

function usePerson({ api, makeModel }: Pick<AppProps, 'api' | 'makeModel'>) {
  const [me, setMe] = useState<Me>();
  const [model, setModel] = useState(() => makeModel('anyone'));
  const begin = useCallback(async () => {
    try {
      const person = await api.me();
      setMe(person);
      const theirs = makeModel(person.staffId);
      setModel(theirs);
      await theirs.start();
    } catch (error) {
      const waiting = makeModel('anyone');
      setModel(waiting);
      if (isSignedOut(error)) waiting.store.set({ stage: 'signedOut' });
      else waiting.failToBegin(error, begin);
    }
  }, [api, makeModel]);
  /** Signed in again: what waits for that is sent as it was pressed, if this is still the same person. */
  const goOn = useCallback(async () => {
    const waits = model.store.filing?.failure?.unsure === true;
    const same = waits && (await api.me().catch(() => undefined))?.staffId === me?.staffId;
    await (same && me ? model.filing.file() : begin());
  }, [api, me, model, begin]);
  return { me, model, begin, goOn };
}

const FORCED = '(forced-colors: active)';

function useForcedColors(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(FORCED);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(FORCED).matches,
  );
}

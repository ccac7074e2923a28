import type { Locale } from '@kaigi/core/shared';
import { type ReactNode, useCallback, useRef } from 'react';
import { AccountMenu } from './AccountMenu.tsx';
import { useText } from './locale.ts';
import { Navigation } from './Navigation.tsx';
import type { Route } from './routes.ts';
import { useShellStyles } from './Shell.styles.ts';
import { appText } from './text.ts';
import { useChanges } from './use-changes.ts';
import { useMe } from './use-me.ts';

export interface ShellProps {
  readonly route: Route;
  readonly sandbox: boolean;
  readonly onLocale: ((locale: Locale) => void) | null;
  readonly children: ReactNode;
}

export function Shell({ route, sandbox, onLocale, children }: ShellProps) {
  const styles = useShellStyles();
  const t = useText(appText);
  const me = useMe().data;
  const lost = useChanges();
  const main = useRef<HTMLElement>(null);
  const handleSkip = useCallback(() => main.current?.focus(), []);
  return (
    <>
      <a
        href={window.location.hash || '#/inbox'}
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          handleSkip();
        }}
      >
        {t('app.skip')}
      </a>
      {sandbox || me?.sandbox ? (
        <p className={styles.sandbox} role="note" data-testid="sandbox-banner">
          {t('app.sandbox')}
        </p>
      ) : null}
      {route.page === 'panel' ? null : (
        <header className={styles.header}>
          <Navigation route={route} />
          <div className={styles.account}>{me ? <AccountMenu me={me} onLocale={onLocale} /> : null}</div>
        </header>
      )}
      <div role="status">
        {lost ? (
          <p className={styles.lost} data-testid="live-lost">
            {t('live.lost')}
          </p>
        ) : null}
      </div>
      <main ref={main} tabIndex={-1} className={styles.main} style={{ outline: 'none' }}>
        {children}
      </main>
    </>
  );
}

import { Badge, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { ApiClient } from '../api/client.ts';
import { Notice } from '../parts/Notice.tsx';
import { usePane } from '../parts/pane-context.ts';
import { WaitingNotice } from '../unsent/WaitingNotice.tsx';
import { SaidNotice } from './SaidNotice.tsx';
import { Stage } from './Stage.tsx';
import { useLiveCase } from './use-live-case.ts';
import { useSendingAgain } from './use-sending-again.ts';

const useStyles = makeStyles({
  pane: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    minWidth: 0,
    flexGrow: 1,
  },
});

export interface PaneProps {
  api: ApiClient;
  personName: string;
  sandbox: boolean;
}

export function Pane({ api, personName, sandbox }: PaneProps) {
  const { say } = usePane();
  const styles = useStyles();
  const online = useOnline();
  useLiveCase(api);
  useSendingAgain();
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <h1 className={styles.title}>{say('title')}</h1>
        {sandbox && (
          <Badge appearance="outline" color="informative" data-testid="sandbox">
            {say('sandbox')}
          </Badge>
        )}
        <Text size={200} style={{ marginInlineStart: 'auto', overflowWrap: 'anywhere' }}>
          {personName}
        </Text>
      </header>
      {!online && <Notice intent="warning" text={say('offline')} testId="offline" />}
      <main className={styles.main}>
        <SaidNotice />
        <WaitingNotice />
        <Stage />
      </main>
    </div>
  );
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}

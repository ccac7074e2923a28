import { Button, Spinner, Text } from '@fluentui/react-components';
import { CasePanel } from '../approvals/CasePanel.tsx';
import { FilingPanel } from '../filing/FilingPanel.tsx';
import { FailureNotice } from '../parts/FailureNotice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { usePane, usePaneState } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';
import { AnewButton } from '../records/AnewButton.tsx';
import { CopyPanel } from '../records/CopyPanel.tsx';
import { RecordPanel } from '../records/RecordPanel.tsx';

/** What the pane shows now. */
export function Stage() {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  const state = usePaneState();
  switch (state.stage) {
    case 'starting':
      return <Spinner label={say('starting')} labelPosition="below" />;
    case 'signedOut':
      return <SignedOut />;
    case 'failed':
      return <FailureNotice failure={state.failure} onRetry={() => void model.retry()} />;
    case 'gone':
      return (
        <div className={styles.column}>
          <Notice intent="warning" title={say('gone.title')} text={say('gone.text')} testId="error" />
          <AnewButton />
        </div>
      );
    case 'copy':
      return <CopyPanel state={state} />;
    case 'notFiled':
      return <NotFiled />;
    case 'filing':
      return <FilingPanel state={state} />;
    case 'case':
      return <CasePanel state={state} />;
    case 'record':
      return <RecordPanel state={state} />;
    default:
      return state satisfies never;
  }
}

function SignedOut() {
  const { say, onSignIn } = usePane();
  const styles = usePaneStyles();
  return (
    <div className={styles.column} data-testid="signed-out">
      <h2 className={styles.heading}>{say('signedOut.title')}</h2>
      <Text className={styles.wrap}>{say('signedOut.text')}</Text>
      <div>
        <Button appearance="primary" data-testid="sign-in" onClick={onSignIn}>
          {say('signIn')}
        </Button>
      </div>
    </div>
  );
}

function NotFiled() {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  return (
    <div className={styles.column} data-testid="not-filed">
      <h2 className={styles.heading}>{say('notFiled.title')}</h2>
      <Text className={styles.wrap}>{say('notFiled.text')}</Text>
      <div>
        <Button appearance="primary" data-testid="begin-filing" onClick={() => void model.beginFiling()}>
          {say('notFiled.begin')}
        </Button>
      </div>
    </div>
  );
}

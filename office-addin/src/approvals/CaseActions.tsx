import { Button, Field, Spinner, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { CaseState } from '../pane/pane-state.ts';
import { usePane } from '../parts/pane-context.ts';
import { usePaneStyles } from '../parts/pane-styles.ts';

/** The buttons that the service says this person may press now. */
export function CaseActions({ state }: { state: CaseState }) {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  const { view, busy } = state;
  const { may } = view;
  const again = view.revision > 1 || view.status === 'SENT_BACK';
  return (
    <div className={styles.column}>
      {busy !== null && <Spinner size="small" label={say(`busy.${busy}`)} />}
      <div className={styles.buttons}>
        {may.submit && (
          <Button
            appearance="primary"
            disabled={busy !== null || view.routeProblem !== null}
            data-testid={again ? 'resubmit-button' : 'submit-button'}
            onClick={() => void model.case.submit()}
          >
            {say(again ? 'resubmit' : 'submit')}
          </Button>
        )}
        {may.edit && (
          <Button
            disabled={busy !== null}
            data-testid="replace-document-button"
            onClick={() => void model.case.replaceDocument()}
          >
            {say('replace')}
          </Button>
        )}
        {may.pullBack && (
          <Button disabled={busy !== null} data-testid="pull-back-button" onClick={() => void model.case.pullBack()}>
            {say('pullBack')}
          </Button>
        )}
      </div>
      {may.requestWithdrawal && <WithdrawalForm busy={busy !== null} />}
    </div>
  );
}

const REASON_MAX = 1000;

function WithdrawalForm({ busy }: { busy: boolean }) {
  const { say, model } = usePane();
  const styles = usePaneStyles();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!open) {
    return (
      <div>
        <Button appearance="subtle" disabled={busy} data-testid="withdraw-button" onClick={() => setOpen(true)}>
          {say('withdraw')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.card}>
      <Field label={say('withdraw.reason')} required>
        <Textarea
          value={reason}
          maxLength={REASON_MAX}
          data-testid="withdraw-reason"
          onChange={(_event, data) => setReason(data.value)}
        />
      </Field>
      <div className={styles.end}>
        <Button size="small" onClick={() => setOpen(false)}>
          {say('cancel')}
        </Button>
        <Button
          size="small"
          appearance="primary"
          disabled={busy || reason.trim() === ''}
          data-testid="withdraw-send"
          onClick={() => void model.case.requestWithdrawal(reason.trim())}
        >
          {say('withdraw.send')}
        </Button>
      </div>
    </div>
  );
}

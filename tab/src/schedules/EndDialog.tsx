import { Button } from '@fluentui/react-components';
import { ErrorState } from '../app/PageStates.tsx';
import { FormDialog } from './FormDialog.tsx';
import { useDialogStyles } from './week/Dialogs.styles.ts';

export interface EndDialogProps {
  /** Of the test ids: `{name}-dialog`, `{name}-confirm`. */
  readonly name: string;
  readonly title: string;
  /** What it means for the others. */
  readonly body: string;
  readonly confirm: string;
  readonly close: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once more before something is ended that others take part in. */
export function EndDialog({ name, title, body, confirm, close, isPending, error, onConfirm, onClose }: EndDialogProps) {
  const styles = useDialogStyles();
  const actions = (
    <>
      <Button onClick={() => (isPending ? undefined : onClose())}>{close}</Button>
      <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid={`${name}-confirm`}>
        {confirm}
      </Button>
    </>
  );
  return (
    <FormDialog {...{ title, isPending, onClose, actions }} testId={`${name}-dialog`} onSubmit={onConfirm}>
      {error ? <ErrorState error={error} onRetry={onConfirm} /> : null}
      <p className={styles.none}>{body}</p>
    </FormDialog>
  );
}

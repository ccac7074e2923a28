import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { panelText } from './text.ts';

export interface SureDialogProps {
  readonly title: string;
  /** What is about to go, and what follows of it. */
  readonly body: string;
  readonly sure: string;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onSure: () => void;
  readonly onClose: () => void;
}

/** Asks once more. */
export function SureDialog({ title, body, sure, isPending, error, onSure, onClose }: SureDialogProps) {
  const styles = useDialogStyles();
  const t = useText(panelText);
  const locale = useLocale();
  return (
    <FormDialog
      {...{ title, isPending, onClose }}
      testId="sure-dialog"
      onSubmit={() => (isPending ? undefined : onSure())}
      actions={
        <>
          <Button onClick={onClose}>{t('sure.close')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="sure">
            {isPending ? t('sure.busy') : sure}
          </Button>
        </>
      }
    >
      {error ? (
        <MessageBar intent="error" layout="multiline" data-testid="sure-refused">
          <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
        </MessageBar>
      ) : null}
      <p className={styles.none}>{body}</p>
    </FormDialog>
  );
}

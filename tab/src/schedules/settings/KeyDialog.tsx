import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import type { DisplayMade } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useFocusBack } from '../../app/use-focus-back.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { settingsText } from './text.ts';

export interface KeyDialogProps {
  readonly made: DisplayMade;
  readonly onClose: () => void;
}

/** The key, this once, and what to do with it. */
export function KeyDialog({ made: { display, key }, onClose }: KeyDialogProps) {
  useFocusBack();
  const styles = useDialogStyles();
  const t = useText(settingsText);
  const url = `${window.location.origin}/lobby`;
  return (
    <Dialog open modalType="alert">
      <DialogSurface data-testid="key-dialog">
        <DialogBody>
          <DialogTitle>{t('admin.key.title')}</DialogTitle>
          <DialogContent className={styles.form}>
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{t('admin.key.once')}</MessageBarBody>
            </MessageBar>
            <Field label={t('admin.key.key', { name: display.name })}>
              <Input
                className={styles.input}
                readOnly
                value={key}
                onFocus={({ target }) => target.select()}
                data-testid="display-key"
              />
            </Field>
            <h3 className={styles.heading}>{t('admin.key.how')}</h3>
            <ol className={styles.reasons}>
              <li>{t('admin.key.step1', { url })}</li>
              <li>{t('admin.key.step2')}</li>
              <li>{t('admin.key.step3')}</li>
            </ol>
          </DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onClose} data-testid="key-close">
              {t('admin.key.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

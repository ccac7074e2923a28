import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { GroundField } from './GroundField.tsx';
import { publicationText } from './text.ts';
import type { PublicationDesk } from './use-publication.ts';

export interface RedactDialogProps {
  readonly desk: PublicationDesk;
  readonly title: string;
  readonly children: ReactNode;
  /** What is not right yet; nothing can be confirmed until it is. */
  readonly wrong?: string | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks what shall be redacted, and on what ground. */
export function RedactDialog({ desk, title, children, wrong = null, onConfirm, onClose }: RedactDialogProps) {
  const styles = useMinutesStyles();
  const t = useText(publicationText);
  const locale = useLocale();
  const close = () => (desk.busy ? undefined : onClose());
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface data-testid="redact-dialog">
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent className={styles.stack}>
            {desk.error ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{errorWords(desk.error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            {children}
            <GroundField {...desk} />
            {wrong === null ? null : (
              <p className={styles.small} role="status" data-testid="redact-wrong">
                {wrong}
              </p>
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={close}>{t('dialog.close')}</Button>
            <Button
              appearance="primary"
              disabledFocusable={desk.busy || wrong !== null}
              onClick={onConfirm}
              data-testid="redact-confirm"
            >
              {t('dialog.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import { useText } from '../../app/locale.ts';
import { useMinutesStyles } from '../Minutes.styles.ts';
import { QuestionDialog } from '../QuestionDialog.tsx';
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
  return (
    <QuestionDialog
      {...{ name: 'redact', title, confirm: t('dialog.confirm'), close: t('dialog.close') }}
      {...{ busy: desk.busy, blocked: wrong !== null, error: desk.error, onConfirm, onClose }}
    >
      {children}
      <GroundField {...desk} />
      {wrong === null ? null : (
        <p className={styles.small} role="status" data-testid="redact-wrong">
          {wrong}
        </p>
      )}
    </QuestionDialog>
  );
}

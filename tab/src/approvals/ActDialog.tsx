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
  Spinner,
} from '@fluentui/react-components';
import type { CaseView } from '@kaigi/core/contract';
import { useState } from 'react';
import { useText } from '../app/locale.ts';
import { ActFields } from './ActFields.tsx';
import { type ActDraft, type ActShape, actWords, isComplete, orderFor } from './acts.ts';
import { useCasePageStyles } from './CasePage.styles.ts';
import { approvalsText } from './text.ts';
import type { ActRunner } from './use-act-runner.ts';

export interface ActDialogProps {
  /** The case as it was when the dialog was opened: what the person has seen, and so what the act is about. */
  readonly opened: CaseView;
  /** True when the case has moved on meanwhile. */
  readonly stale: boolean;
  readonly shape: ActShape;
  readonly draft: ActDraft;
  readonly onDraft: (draft: ActDraft) => void;
  readonly runner: ActRunner;
  readonly onClose: () => void;
}

function DialogNotes({ stale, trouble }: { readonly stale: boolean; readonly trouble: string | null }) {
  const t = useText(approvalsText);
  const text = stale ? t('act.stale.open') : trouble;
  if (text === null) return null;
  return (
    <MessageBar intent={stale ? 'warning' : 'error'} layout="multiline" data-testid={stale ? 'stale' : 'error'}>
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}

/** Asks once, in a clear sentence, before an act that others will see. */
export function ActDialog({ opened, stale, shape, draft, onDraft, runner, onClose }: ActDialogProps) {
  const styles = useCasePageStyles();
  const t = useText(approvalsText);
  const [tried, setTried] = useState(false);
  const words = actWords(shape.kind, opened);
  const { busy } = runner;
  const handleConfirm = () => {
    setTried(true);
    if (busy || stale || !isComplete(shape, draft)) return;
    runner.run({
      order: orderFor(shape.kind, opened.version, draft),
      done: t(`${words}.done`),
      onDone: () => {
        onDraft({ text: '', toSlotId: null });
        onClose();
      },
      onStale: onClose,
    });
  };
  return (
    <Dialog
      open
      modalType={busy ? 'alert' : 'modal'}
      onOpenChange={(_, { open }) => {
        if (!open && !busy) onClose();
      }}
    >
      <DialogSurface data-testid="act-dialog">
        <DialogBody>
          <DialogTitle>{t(`${words}.title`)}</DialogTitle>
          <DialogContent className={styles.form}>
            <DialogNotes stale={stale && !busy} trouble={runner.trouble} />
            <p className={styles.prose}>{t(`${words}.sentence`)}</p>
            <p className={styles.quote}>{opened.title}</p>
            <ActFields opened={opened} shape={shape} draft={draft} onDraft={onDraft} tried={tried} />
          </DialogContent>
          <DialogActions fluid>
            <Button disabledFocusable={busy} onClick={() => (busy ? undefined : onClose())} data-testid="cancel-button">
              {t('act.cancel')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={busy || stale}
              icon={busy ? <Spinner size="tiny" /> : null}
              onClick={handleConfirm}
              data-testid="confirm-button"
            >
              {busy ? t('act.busy') : t(`${words}.confirm`)}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

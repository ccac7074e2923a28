import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  MessageBar,
  MessageBarBody,
  Spinner,
  Textarea,
} from '@fluentui/react-components';
import type { InstructionView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { focusPageHeading } from '../app/PageHeading.tsx';
import { useFocusBack } from '../app/use-focus-back.ts';
import { useInstructionStyles } from './Instructions.styles.ts';
import { instructionsText } from './text.ts';
import { useCancelInstruction } from './use-instructions.ts';

interface DialogProps {
  readonly view: InstructionView;
  readonly onClose: () => void;
}

function useCancelling({ view, onClose }: DialogProps) {
  const t = useText(instructionsText);
  const notify = useNotice();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { mutate, isPending, error } = useCancelInstruction(view.id);
  const handleConfirm = () => {
    setTried(true);
    if (isPending || reason.trim() === '') return;
    const onSuccess = () => {
      onClose();
      notify({ text: t('cancel.done'), intent: 'success' });
      focusPageHeading();
    };
    mutate({ version: view.version, reason: reason.trim() }, { onSuccess });
  };
  const missing = tried && reason.trim() === '' ? { validationMessage: t('cancel.missing') } : {};
  return { reason, setReason, missing, isPending, error, handleConfirm };
}

function CancelDialog(props: DialogProps) {
  useFocusBack();
  const styles = useInstructionStyles();
  const t = useText(instructionsText);
  const locale = useLocale();
  const { reason, setReason, missing, isPending, error, handleConfirm } = useCancelling(props);
  const close = () => (isPending ? undefined : props.onClose());
  return (
    <Dialog open modalType={isPending ? 'alert' : 'modal'} onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface data-testid="cancel-dialog">
        <DialogBody>
          <DialogTitle>{t('cancel.title')}</DialogTitle>
          <DialogContent className={styles.page}>
            {error ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            <p className={styles.lead}>{t('cancel.body')}</p>
            <Field label={t('cancel.reason')} required {...missing}>
              <Textarea
                value={reason}
                maxLength={1000}
                onChange={(_, { value }) => setReason(value)}
                data-testid="cancel-reason"
              />
            </Field>
          </DialogContent>
          <DialogActions fluid>
            <Button disabledFocusable={isPending} onClick={close}>
              {t('cancel.close')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={isPending}
              icon={isPending ? <Spinner size="tiny" /> : null}
              onClick={handleConfirm}
              data-testid="cancel-confirm"
            >
              {isPending ? t('cancel.busy') : t('cancel.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Asks for the reason before the instruction is taken back. */
export function CancelButton({ view }: { readonly view: InstructionView }) {
  const t = useText(instructionsText);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)} data-testid="cancel-instruction">
        {t('cancel.open')}
      </Button>
      {asking ? <CancelDialog view={view} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

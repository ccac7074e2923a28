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
import type { RehearsalView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { dayText } from '../app/dates.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { focusPageHeading } from '../app/PageHeading.tsx';
import { useFocusBack } from '../app/use-focus-back.ts';
import type { Reasons } from './RehearsalPage.tsx';
import { useRehearsalStyles } from './Rehearsals.styles.ts';
import { directoryText } from './text.ts';
import { useActivateRehearsal } from './use-rehearsals.ts';

interface ActivateProps {
  readonly view: RehearsalView;
  /** Breaks without a reason: while there are any, it cannot be activated. */
  readonly open: number;
  readonly reasons: Reasons;
}

function acceptedOf(view: RehearsalView, reasons: Reasons) {
  return view.broken.flatMap(({ breakId }) => {
    const reason = reasons[breakId]?.trim();
    return reason ? [{ breakId, reason }] : [];
  });
}

function ConfirmDialog({ view, reasons, onClose }: Omit<ActivateProps, 'open'> & { readonly onClose: () => void }) {
  useFocusBack();
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, error } = useActivateRehearsal(view.id);
  const accepted = acceptedOf(view, reasons);
  const handleConfirm = () => {
    if (isPending) return;
    mutate(accepted, {
      onSuccess: () => {
        onClose();
        notify({ text: t('activate.done'), intent: 'success' });
        focusPageHeading();
      },
    });
  };
  return (
    <Dialog
      open
      modalType={isPending ? 'alert' : 'modal'}
      onOpenChange={(_, { open }) => (open || isPending ? undefined : onClose())}
    >
      <DialogSurface data-testid="activate-dialog">
        <DialogBody>
          <DialogTitle>{t('activate.title')}</DialogTitle>
          <DialogContent className={styles.page}>
            {error ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            <p className={styles.sentence}>{t('activate.body', { day: dayText(view.effectiveOn, locale) })}</p>
            {accepted.length > 0 ? (
              <p className={styles.sentence}>{t('activate.accepted', { count: accepted.length })}</p>
            ) : null}
          </DialogContent>
          <DialogActions fluid>
            <Button disabledFocusable={isPending} onClick={() => (isPending ? undefined : onClose())}>
              {t('activate.cancel')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={isPending}
              icon={isPending ? <Spinner size="tiny" /> : null}
              onClick={handleConfirm}
              data-testid="activate-confirm"
            >
              {isPending ? t('activate.busy') : t('activate.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Asks once before the organisation is written for its day. */
export function ActivateButton({ view, open, reasons }: ActivateProps) {
  const styles = useRehearsalStyles();
  const t = useText(directoryText);
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.buttons}>
      <Button
        appearance="primary"
        disabledFocusable={open > 0}
        onClick={() => (open > 0 ? undefined : setAsking(true))}
        data-testid="activate-button"
      >
        {t('activate.open')}
      </Button>
      {asking ? <ConfirmDialog view={view} reasons={reasons} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

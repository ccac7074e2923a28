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
import type { PackReview } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { focusPageHeading } from '../../app/PageHeading.tsx';
import { useFocusBack } from '../../app/use-focus-back.ts';
import { usePacksStyles } from './Packs.styles.ts';
import { packsText } from './text.ts';
import { useDropPack } from './use-packs.ts';

interface DropProps {
  readonly review: PackReview;
  readonly packId: string;
}

function ConfirmDialog({ review, packId, onClose }: DropProps & { readonly onClose: () => void }) {
  useFocusBack();
  const styles = usePacksStyles();
  const t = useText(packsText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, error } = useDropPack();
  const handleConfirm = () => {
    if (isPending) return;
    mutate(packId, {
      onSuccess: () => {
        onClose();
        notify({ text: t('drop.done'), intent: 'success' });
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
      <DialogSurface data-testid="drop-dialog">
        <DialogBody>
          <DialogTitle>{t('drop.title')}</DialogTitle>
          <DialogContent className={styles.stack}>
            {error ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            <p className={styles.sentence}>{t('drop.body', { version: review.version })}</p>
            {review.caseId === null ? null : <p className={styles.sentence}>{t('drop.body.case')}</p>}
          </DialogContent>
          <DialogActions fluid>
            <Button disabledFocusable={isPending} onClick={() => (isPending ? undefined : onClose())}>
              {t('drop.cancel')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={isPending}
              icon={isPending ? <Spinner size="tiny" /> : null}
              onClick={handleConfirm}
              data-testid="drop-confirm"
            >
              {t('drop.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** Asks once before a version is dropped. */
export function DropButton(props: DropProps) {
  const t = useText(packsText);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button appearance="subtle" onClick={() => setAsking(true)} data-testid="drop-button">
        {t('decision.drop')}
      </Button>
      {asking ? <ConfirmDialog {...props} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

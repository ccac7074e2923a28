import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Spinner,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useLocale, useText } from '../../app/locale.ts';
import { ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { useFocusBack } from '../../app/use-focus-back.ts';
import { workdayText } from '../text.ts';
import { shortDayText } from '../times.ts';
import { useDay } from '../use-workday.ts';
import { CorrectionFields } from './CorrectionFields.tsx';
import { useCorrecting } from './use-correcting.ts';

interface DialogProps {
  readonly date: string;
  readonly onClose: () => void;
}

function CorrectionDialog({ date, onClose }: DialogProps) {
  useFocusBack();
  const t = useText(workdayText);
  const locale = useLocale();
  const day = useDay(date);
  const correcting = useCorrecting({ date, punches: day.data?.punches, onClose });
  const { isPending } = correcting.sending;
  const close = () => (isPending ? undefined : onClose());
  return (
    <Dialog open modalType={isPending ? 'alert' : 'modal'} onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface data-testid="correction-dialog">
        <DialogBody>
          <DialogTitle>{t('correct.title', { day: shortDayText(date, locale) })}</DialogTitle>
          <DialogContent>
            {day.isError && !day.data ? (
              <ErrorState error={day.error} title={t('today.error')} onRetry={() => void day.refetch()} />
            ) : null}
            {day.isPending ? <LoadingState /> : null}
            {day.data ? <CorrectionFields correcting={correcting} /> : null}
          </DialogContent>
          <DialogActions fluid>
            <Button disabledFocusable={isPending} onClick={close}>
              {t('correct.close')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={isPending || !day.data}
              icon={isPending ? <Spinner size="tiny" /> : null}
              onClick={correcting.handleSend}
              data-testid="correction-send"
            >
              {isPending ? t('correct.busy') : t('correct.send')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** 打刻修正: the punches of a day as they are, to be said otherwise. */
export function CorrectButton({ date, subtle = false }: { readonly date: string; readonly subtle?: boolean }) {
  const t = useText(workdayText);
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        appearance={subtle ? 'transparent' : 'secondary'}
        onClick={() => setOpen(true)}
        aria-label={t('correct.title', { day: shortDayText(date, locale) })}
        data-testid="correct-punches"
      >
        {t('correct.open')}
      </Button>
      {open ? <CorrectionDialog date={date} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

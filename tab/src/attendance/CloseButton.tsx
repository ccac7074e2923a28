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
import { LockClosedRegular } from '@fluentui/react-icons';
import type { ClosingCounts } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../api/error-text.ts';
import { useLocale, useText } from '../app/locale.ts';
import { useNotice } from '../app/Notices.tsx';
import { useFocusBack } from '../app/use-focus-back.ts';
import { useAttendanceStyles } from './Attendance.styles.ts';
import { closingText } from './closing-text.ts';
import { monthName } from './months.ts';
import { attendanceText } from './text.ts';
import { useClose } from './use-closing.ts';

export interface CloseWish {
  readonly month: string;
  /** Null for the whole city. */
  readonly unit: { readonly unitId: string; readonly unitName: string } | null;
  readonly counts: ClosingCounts;
}

/** What is closed, and what is left out: said before, not found afterwards. */
function LeftOut({ counts }: Pick<CloseWish, 'counts'>) {
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const { waiting, blocked, confirmed, closed } = counts;
  return (
    <>
      <p className={styles.name} data-testid="close-count">
        {confirmed > 0 ? t('close.closes', { count: confirmed }) : t('close.nothing')}
      </p>
      {waiting + blocked > 0 ? (
        <div data-testid="left-out">
          <p className={styles.sentence}>{t('close.left_out')}</p>
          <ul>
            {waiting > 0 ? <li>{t('close.left_out.waiting', { count: waiting })}</li> : null}
            {blocked > 0 ? <li>{t('close.left_out.blocked', { count: blocked })}</li> : null}
          </ul>
        </div>
      ) : null}
      {closed > 0 ? <p className={styles.small}>{t('close.already', { count: closed })}</p> : null}
      <p className={styles.small}>{t('close.body')}</p>
      <p className={styles.small}>{t('close.again')}</p>
    </>
  );
}

function CloseDialog({ month, unit, counts, onClose }: CloseWish & { readonly onClose: () => void }) {
  useFocusBack();
  const styles = useAttendanceStyles();
  const t = useText(closingText);
  const dialog = useText(attendanceText);
  const locale = useLocale();
  const notify = useNotice();
  const { mutate, isPending, error } = useClose();
  const nothing = counts.confirmed === 0;
  const close = () => (isPending ? undefined : onClose());
  const handleConfirm = () => {
    if (isPending || nothing) return;
    const done = () => {
      onClose();
      notify({ text: t('close.done'), intent: 'success' });
    };
    mutate({ month, unitId: unit?.unitId ?? null }, { onSuccess: done });
  };
  return (
    <Dialog open modalType={isPending ? 'alert' : 'modal'} onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface data-testid="close-dialog">
        <DialogBody>
          <DialogTitle>
            {t('close.title', { month: monthName(month, locale), unit: unit?.unitName ?? t('close.whole') })}
          </DialogTitle>
          <DialogContent className={styles.stack}>
            {error ? (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{errorWords(error, locale).sentence}</MessageBarBody>
              </MessageBar>
            ) : null}
            <LeftOut counts={counts} />
          </DialogContent>
          <DialogActions fluid>
            <Button disabledFocusable={isPending} onClick={close}>
              {dialog('dialog.close')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={isPending || nothing}
              icon={isPending ? <Spinner size="tiny" /> : null}
              onClick={handleConfirm}
              data-testid="close-confirm"
            >
              {isPending ? dialog('dialog.busy') : t('close.confirm')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

export function CloseButton(wish: CloseWish) {
  const t = useText(closingText);
  const [asking, setAsking] = useState(false);
  const { unit } = wish;
  return (
    <>
      <Button
        appearance={unit ? 'secondary' : 'primary'}
        size={unit ? 'small' : 'medium'}
        icon={<LockClosedRegular />}
        {...(unit ? { 'aria-label': t('close.open.of', { unit: unit.unitName }) } : {})}
        onClick={() => setAsking(true)}
        data-testid={unit ? 'close-unit' : 'close-all'}
      >
        {t('close.open')}
      </Button>
      {asking ? <CloseDialog {...wish} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

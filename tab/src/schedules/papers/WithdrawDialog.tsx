import { Button } from '@fluentui/react-components';
import type { BookingPapers } from '@kaigi/core/contract';
import { useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import type { Paper } from './editions.ts';
import { Refused } from './Refused.tsx';
import { bookingPapersText } from './text.ts';
import { usePapersOrder } from './use-papers.ts';

export interface WithdrawDialogProps {
  readonly papers: BookingPapers;
  readonly paper: Paper;
  readonly onClose: () => void;
}

/** Asks once more. */
export function WithdrawDialog({ papers, paper, onClose }: WithdrawDialogProps) {
  const styles = useDialogStyles();
  const t = useText(bookingPapersText);
  const notify = useNotice();
  const { mutate, isPending, error } = usePapersOrder(papers.bookingId);
  const withdraw = () => {
    if (isPending) return;
    mutate(
      { to: 'withdraw', paperId: paper.paperId },
      {
        onSuccess: () => {
          notify({ text: t('paper.withdraw.done'), intent: 'success' });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('paper.withdraw.title')}
      testId="withdraw-dialog"
      {...{ isPending, onClose }}
      onSubmit={withdraw}
      actions={
        <>
          <Button onClick={onClose}>{t('form.close')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="withdraw-save">
            {t('paper.withdraw')}
          </Button>
        </>
      }
    >
      <Refused error={error} failed={t('paper.withdraw.failed')} />
      <p className={styles.none}>{t('paper.withdraw.body', { title: paper.editions[0]?.title ?? '' })}</p>
    </FormDialog>
  );
}

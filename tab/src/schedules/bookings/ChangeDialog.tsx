import { Button } from '@fluentui/react-components';
import type { BookingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { isConflict } from '../../api/problem.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { listText } from '../../app/words.ts';
import { FormDialog } from '../FormDialog.tsx';
import { hinderedBy } from '../rooms/booking-form.ts';
import { NotBooked } from '../rooms/NotBooked.tsx';
import { useBookingOrder } from '../use-schedules.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { whenText } from './BookingFacts.tsx';
import { ChangeFields } from './ChangeFields.tsx';
import { type ChangeProblem, readChange, type TypedChange, typedOf } from './change-form.ts';
import { bookingsText } from './text.ts';

function useChange({ booking, onClose }: ChangeDialogProps) {
  const t = useText(bookingsText);
  const notify = useNotice();
  const [opened] = useState(booking);
  const [typed, setTyped] = useState(() => typedOf(booking));
  const [problem, setProblem] = useState<ChangeProblem | null>(null);
  const { mutate, isPending, error } = useBookingOrder();
  const change = (next: TypedChange) => {
    setTyped(next);
    setProblem(null);
  };
  const save = () => {
    if (isPending) return;
    const read = readChange(typed, opened, booking);
    setProblem(read.ok ? null : read.problem);
    if (!read.ok) return;
    mutate(
      { to: 'change', change: { bookingId: booking.bookingId, change: read.change } },
      {
        onSuccess: () => {
          notify({ text: t('bookings.change.done'), intent: 'success' });
          onClose();
        },
      },
    );
  };
  return { typed, change, problem, isPending, error, save, isStale: booking.version !== opened.version };
}

/** What it says by now, where somebody changed it while it was open here. */
export function Now({ booking }: { readonly booking: BookingView }) {
  const styles = useDialogStyles();
  const t = useText(bookingsText);
  const locale = useLocale();
  const rooms = listText(
    booking.rooms.map(({ name }) => name),
    locale,
  );
  const said = { subject: booking.subject ?? '', when: whenText(booking, locale), rooms };
  return (
    <p className={styles.small} data-testid="change-now">
      {t('bookings.change.now', said)}
    </p>
  );
}

export interface ChangeDialogProps {
  readonly booking: BookingView;
  readonly onClose: () => void;
}

/** Only what is touched is changed; that somebody else was faster is told, with what else is free. */
export function ChangeDialog({ booking, onClose }: ChangeDialogProps) {
  const t = useText(bookingsText);
  const { typed, change, problem, isPending, error, save, isStale } = useChange({ booking, onClose });
  return (
    <FormDialog
      title={t('bookings.change.title')}
      testId="change-dialog"
      {...{ isPending, onClose }}
      onSubmit={save}
      actions={
        <>
          <Button onClick={onClose}>{t('bookings.close')}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={isPending} data-testid="change-save">
            {t(isPending ? 'bookings.change.busy' : 'bookings.change.save')}
          </Button>
        </>
      }
    >
      <NotBooked error={error} hindered={hinderedBy(error)} failed={t('bookings.change.failed')} />
      {isStale && isConflict(error) ? <Now booking={booking} /> : null}
      <ChangeFields typed={typed} booked={booking.rooms} problem={problem} onTyped={change} />
    </FormDialog>
  );
}

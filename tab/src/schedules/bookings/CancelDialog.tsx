import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import type { BookingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { isConflict } from '../../api/problem.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { useNotice } from '../../app/Notices.tsx';
import { useFocusBack } from '../../app/use-focus-back.ts';
import { NotBooked } from '../rooms/NotBooked.tsx';
import { useBookingOrder } from '../use-schedules.ts';
import { useDialogStyles } from '../week/Dialogs.styles.ts';
import { whenText } from './BookingFacts.tsx';
import { Now } from './ChangeDialog.tsx';
import { bookingsText } from './text.ts';

const SCOPES = ['ONE', 'FOLLOWING'] as const;
type Scope = (typeof SCOPES)[number];

export interface CancelDialogProps {
  readonly booking: BookingView;
  readonly onClose: () => void;
}

/** Asks once more; of a series, which times. */
export function CancelDialog({ booking, onClose }: CancelDialogProps) {
  useFocusBack();
  const styles = useDialogStyles();
  const t = useText(bookingsText);
  const locale = useLocale();
  const notify = useNotice();
  const [scope, setScope] = useState<Scope>('ONE');
  const [opened] = useState(booking.version);
  const { mutate, isPending, error } = useBookingOrder();
  const { bookingId, seriesId, version } = booking;
  const cancel = () => {
    if (isPending) return;
    mutate(
      { to: 'cancel', cancellation: { bookingId, version, scope } },
      {
        onSuccess: () => {
          notify({ text: t('bookings.cancel.done'), intent: 'success' });
          onClose();
        },
      },
    );
  };
  const said = { subject: booking.subject ?? t('bookings.untitled'), when: whenText(booking, locale) };
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => (open || isPending ? undefined : onClose())}>
      <DialogSurface data-testid="cancel-dialog">
        <DialogBody>
          <DialogTitle>{t('bookings.cancel.title')}</DialogTitle>
          <DialogContent className={styles.form}>
            <NotBooked error={error} hindered={null} failed={t('bookings.cancel.failed')} />
            {version !== opened && isConflict(error) ? <Now booking={booking} /> : null}
            <p className={styles.none}>{t('bookings.cancel.body', said)}</p>
            {seriesId === null ? null : (
              <Field label={t('bookings.cancel.scope')}>
                <RadioGroup
                  value={scope}
                  onChange={(_, { value }) => setScope(SCOPES.find((one) => one === value) ?? 'ONE')}
                >
                  {SCOPES.map((one) => (
                    <Radio key={one} value={one} label={t(`bookings.cancel.${one}`)} />
                  ))}
                </RadioGroup>
              </Field>
            )}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{t('bookings.close')}</Button>
            <Button appearance="primary" disabledFocusable={isPending} onClick={cancel} data-testid="cancel-save">
              {t(isPending ? 'bookings.cancel.busy' : 'bookings.cancel.save')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

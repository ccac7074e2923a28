import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { CalendarCancelRegular } from '@fluentui/react-icons';
import type { BookingView } from '@kaigi/core/contract';
import { useState } from 'react';
import { errorWords } from '../../api/error-text.ts';
import { isRefusal } from '../../api/problem.ts';
import { useLocale, useText } from '../../app/locale.ts';
import { focusPageHeading, PageHeading } from '../../app/PageHeading.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../app/PageStates.tsx';
import { hashOf } from '../../app/routes.ts';
import { PapersSection } from '../papers/PapersSection.tsx';
import { SchedulesParts } from '../SchedulesParts.tsx';
import { useBooking } from '../use-schedules.ts';
import { useWeekStyles } from '../week/Week.styles.ts';
import { BookingFacts } from './BookingFacts.tsx';
import { CancelDialog } from './CancelDialog.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';
import { bookingsText } from './text.ts';

function Outlook({ outlook }: Pick<BookingView, 'outlook'>) {
  if (outlook.sentence === null) return null;
  return (
    <MessageBar
      intent={outlook.state === 'REFUSED' ? 'warning' : 'info'}
      layout="multiline"
      data-testid="booking-outlook"
    >
      <MessageBarBody>{outlook.sentence}</MessageBarBody>
    </MessageBar>
  );
}

function Shown({ booking }: { readonly booking: BookingView }) {
  const styles = useWeekStyles();
  const t = useText(bookingsText);
  const [doing, setDoing] = useState<'change' | 'cancel' | null>(null);
  const { may, state, outlook } = booking;
  const close = () => {
    setDoing(null);
    focusPageHeading();
  };
  return (
    <>
      {state === 'CANCELLED' ? (
        <MessageBar intent="warning" data-testid="booking-cancelled">
          <MessageBarBody>{t('bookings.cancelled')}</MessageBarBody>
        </MessageBar>
      ) : (
        <Outlook outlook={outlook} />
      )}
      {may.change || may.cancel ? (
        <div className={styles.tools}>
          {may.change ? (
            <Button appearance="primary" onClick={() => setDoing('change')} data-testid="booking-change">
              {t('bookings.change')}
            </Button>
          ) : null}
          {may.cancel ? (
            <Button onClick={() => setDoing('cancel')} data-testid="booking-cancel">
              {t('bookings.cancel')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <BookingFacts booking={booking} />
      <PapersSection bookingId={booking.bookingId} />
      {doing === 'change' ? <ChangeDialog booking={booking} onClose={close} /> : null}
      {doing === 'cancel' ? <CancelDialog booking={booking} onClose={close} /> : null}
    </>
  );
}

function NotShown({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useText(bookingsText);
  const locale = useLocale();
  if (!isRefusal(error)) return <ErrorState error={error} onRetry={onRetry} />;
  const rooms = (
    <Button as="a" href={hashOf({ page: 'schedules', part: 'rooms', day: null })}>
      {t('bookings.rooms.link')}
    </Button>
  );
  const body = errorWords(error, locale).sentence;
  return <EmptyState icon={<CalendarCancelRegular />} title={t('bookings.missing')} body={body} action={rooms} />;
}

/** 「予約」: what stands of it here and in Outlook; whoever may changes or cancels it. */
export function BookingPage({ bookingId }: { readonly bookingId: string }) {
  const styles = useWeekStyles();
  const t = useText(bookingsText);
  const booking = useBooking(bookingId);
  const { data } = booking;
  const title = data ? (data.subject ?? t('bookings.untitled')) : t('bookings.title');
  return (
    <div className={styles.page}>
      <PageHeading title={title} focusKey={`booking ${bookingId}`} />
      <SchedulesParts current="booking" />
      {booking.isPending ? <LoadingState /> : null}
      {booking.isError && !data ? <NotShown error={booking.error} onRetry={() => void booking.refetch()} /> : null}
      {data ? <Shown booking={data} /> : null}
    </div>
  );
}

import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { scheduleHash } from '../../app/schedule-routes.ts';

export interface BookingLinkProps {
  /** null: it was not booked here, and there is no page of it. */
  readonly bookingId: string | null;
  readonly children: ReactNode;
}

/** What something is called, leading to its booking. */
export function BookingLink({ bookingId, children }: BookingLinkProps) {
  if (bookingId === null) return children;
  return (
    <Link inline href={scheduleHash({ page: 'schedules', part: 'booking', bookingId })} data-testid="booking-link">
      {children}
    </Link>
  );
}

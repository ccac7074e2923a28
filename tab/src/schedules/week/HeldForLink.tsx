import { Link } from '@fluentui/react-components';
import type { WeekItem } from '@kaigi/core/contract';
import type { ReactNode } from 'react';
import { scheduleHash } from '../../app/schedule-routes.ts';

export interface HeldForLinkProps {
  /** null: it is held for nothing that has a page, or the reader has no part in it. */
  readonly heldFor: WeekItem['heldFor'];
  readonly children: ReactNode;
}

/** What something is called, leading to the 日程調整 or 書面会議 for which it is held. */
export function HeldForLink({ heldFor, children }: HeldForLinkProps) {
  if (heldFor === null) return children;
  const part = heldFor.kind === 'POLL' ? 'polls' : 'written';
  return (
    <Link inline href={scheduleHash({ page: 'schedules', part, id: heldFor.id })} data-testid="held-for-link">
      {children}
    </Link>
  );
}

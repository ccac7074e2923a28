import type { Actor } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Caller } from '../../shared/index.ts';
import type { CalendarReading } from '../calendar/index.ts';
import type { Calendars } from '../calendar/port.ts';
import type { SchedulesParts } from '../parts.ts';

export interface BookingParts extends SchedulesParts {
  readonly reading: CalendarReading;
}

/** Somebody's act on bookings, in its transaction. */
export interface Acting {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly now: Date;
}

/** Outlook, where this deployment writes to that of the municipality. */
export function outlookOf({ calendars }: Pick<SchedulesParts, 'calendars'>, municipalityId: string): Calendars | null {
  const port = calendars();
  return port?.municipalityIds.includes(municipalityId) ? port : null;
}

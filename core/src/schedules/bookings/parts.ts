import type { Actor } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Caller } from '../../shared/index.ts';
import type { OwnerRef, OwnersEntries } from '../calendar/entry.ts';
import type { SchedulesParts } from '../parts.ts';

export interface EntriesAsked {
  readonly owners: readonly OwnerRef[];
  readonly from: Date;
  readonly to: Date;
}

/** What stands in these calendars between two instants, from every source, for reckoning: never shown as it is. */
export type EntriesOf = (tx: Tx, asked: EntriesAsked) => Promise<ReadonlyMap<string, OwnersEntries>>;

export interface BookingParts extends SchedulesParts {
  readonly entriesOf: EntriesOf;
}

/** Somebody's act on bookings, in its transaction. */
export interface Acting {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly now: Date;
}

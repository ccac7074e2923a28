/** TENTATIVE: 仮; ELSEWHERE: at work, but not here, and free for others. */
export type EntryStatus = 'FREE' | 'TENTATIVE' | 'BUSY' | 'OOF' | 'ELSEWHERE';

/** Who says so. */
export type EntrySource = 'OUTLOOK' | 'OWN' | 'LEAVE' | 'TELEWORK' | 'TRIP' | 'WHEREABOUTS' | 'HOLD';

/** 公開 / 課内 / 非公開 */
export type Visibility = 'PUBLIC' | 'SECTION' | 'PRIVATE';

/** What a hold is for: a booking, a 日程調整, or a 書面会議. */
export type HeldFor = 'BOOKING' | 'POLL' | 'WRITTEN';

/** 予定: one stretch of time of somebody's calendar. A series (毎週の会議) is as many entries as it has times. */
export interface Entry {
  readonly entryId: string;
  readonly source: EntrySource;
  readonly status: EntryStatus;
  readonly from: Date;
  /** Of an entry of whole days: Japanese midnight to Japanese midnight. */
  readonly to: Date;
  readonly allDay: boolean;
  /** null: nobody told us. */
  readonly subject: string | null;
  readonly place: string | null;
  readonly visibility: Visibility;
  readonly online: boolean;
  readonly seriesId: string | null;
  readonly category: string | null;
  /** Of own entries: counts their changes. */
  readonly version: number | null;
  /** Of what was booked here, or is held for something else (`heldFor`). */
  readonly bookingId?: string | null;
  readonly heldFor?: HeldFor;
}

/** Whose calendar: a staff member's, or a room's. */
export interface OwnerRef {
  readonly kind: 'STAFF' | 'ROOM';
  /** staffId or roomId. */
  readonly ownerId: string;
}

/** NO_MAILBOX: there is none in Microsoft 365; NOT_PERMITTED: the app may not read it; UNREACHABLE: tried in vain. */
export type CalendarProblem = 'NO_MAILBOX' | 'NOT_PERMITTED' | 'UNREACHABLE';

/** 最終同期: how old what is known of a calendar is. */
export interface Synced {
  /** null: never read, or nothing to read. */
  readonly at: Date | null;
  /** Something may have changed since that nobody told us of. */
  readonly stale: boolean;
  readonly problem: CalendarProblem | null;
}

export interface OwnersEntries {
  readonly entries: readonly Entry[];
  readonly synced: Synced;
}

/** Whether somebody cannot be booked at that time. */
export const blocks = ({ status }: Pick<Entry, 'status'>): boolean => status !== 'FREE' && status !== 'ELSEWHERE';

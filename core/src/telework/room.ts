import type { Approvals } from '../approvals/index.ts';
import type { Absences, Directory } from '../directory/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Clock, Database, JobSpec, Tx } from '../platform/index.ts';
import type { Regulations } from '../regulations/index.ts';
import type { Caller, LocalDate, Texts } from '../shared/index.ts';
import type { WorkLocations } from './outlook/port.ts';

export { type Room, together } from '../notifications/index.ts';

/** 対面の会議・当番: what a calendar says that somebody has to be there for in person. */
export interface Appointment {
  readonly kind: 'MEETING_IN_PERSON' | 'DUTY';
  readonly from: Date;
  readonly to: Date;
}

export type AppointmentsOf = (
  tx: Tx,
  asked: { readonly staffId: string; readonly from: LocalDate; readonly to: LocalDate },
) => Promise<readonly Appointment[]>;

/** What every room of テレワーク・庶務 is given. */
export interface RoomParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly absences: Absences;
  readonly regulations: Regulations;
  readonly notifications: Notifications;
  readonly approvals: Approvals;
  /** Puts further jobs into the queue. */
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
  /** Where the tab shows a case. */
  readonly caseUrl: (caseId: string) => string;
  /** Where the tab shows one of its pages: `workday/sheet`. */
  readonly pageUrl?: ((page: string) => string) | undefined;
  /** The sentences of every capability. */
  readonly texts: Texts;
  /** Outlook's work plan; null where this deployment does not write there. */
  readonly workLocations: () => WorkLocations | null;
  /** Where people are by their calendars too, and when they are free next: a line each. */
  readonly lineOf?: (caller: Caller, staffIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** What stands in somebody's calendar against telework. */
  readonly appointmentsOf?: AppointmentsOf;
}

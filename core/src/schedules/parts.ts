import type { Approvals } from '../approvals/index.ts';
import type { Absences, Directory } from '../directory/index.ts';
import type { LinkOf, Minutes } from '../minutes/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Blobs, Clock, Database, JobSpec, Report } from '../platform/index.ts';
import type { Records } from '../records/index.ts';
import type { Regulations } from '../regulations/index.ts';
import type { Texts } from '../shared/index.ts';
import type { Calendars } from './calendar/port.ts';

/** A part: `rooms/` are 会議室. */
export { type Room as Part, together } from '../notifications/index.ts';

/** What every part of 予定 is given. */
export interface SchedulesParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly report: Report;
  readonly directory: Directory;
  readonly absences: Absences;
  readonly regulations: Regulations;
  readonly notifications: Notifications;
  readonly blobs: Blobs;
  readonly records: Pick<Records, 'prepareFile' | 'read' | 'content' | 'readFiles'>;
  readonly minutes: Pick<Minutes, 'ofBooking' | 'fromWritten'>;
  /** The chat of a meeting in Teams by the address at which people join it; null: nobody knows. */
  readonly chatOfLink: (link: LinkOf) => Promise<string | null>;
  /** Cases, as somebody may see them. */
  readonly views: Pick<Approvals, 'read' | 'attachment'>;
  /** Where the tab shows a case. */
  readonly caseUrl: (caseId: string) => string;
  /** Puts further jobs into the queue. */
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
  /** Where the tab shows one of its pages: `schedules/week`. */
  readonly pageUrl?: ((page: string) => string) | undefined;
  /** The sentences of every capability. */
  readonly texts: Texts;
  /** Microsoft 365's calendars; null where this deployment reads none, and everything works with own entries. */
  readonly calendars: () => Calendars | null;
}

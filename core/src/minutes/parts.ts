import type { Approvals } from '../approvals/index.ts';
import type { Absences, Directory } from '../directory/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { Blobs, Clock, Database, JobSpec, Report } from '../platform/index.ts';
import type { Records } from '../records/index.ts';
import type { Regulations } from '../regulations/index.ts';
import type { Texts } from '../shared/index.ts';
import type { Wording } from './wording/index.ts';

/** What every room of 会議録 is given. */
export interface MinutesParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly blobs: Blobs;
  readonly report: Report;
  readonly directory: Directory;
  readonly absences: Pick<Absences, 'absencesOf'>;
  readonly regulations: Regulations;
  readonly notifications: Notifications;
  readonly approvals: Approvals;
  readonly records: Records;
  /** Puts further jobs into the queue. */
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  /** Says that facts were committed and should leave now. */
  readonly wake: () => void;
  /** Where the tab shows one of its pages: `meetings/{id}`. */
  readonly pageUrl?: ((page: string) => string) | undefined;
  /** A language model that may be asked for wording; missing: none is. */
  readonly wording?: Wording | null | undefined;
  /** The sentences of every capability. */
  readonly texts: Texts;
}

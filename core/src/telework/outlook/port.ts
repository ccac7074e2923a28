import type { Json, LocalDate } from '../../shared/index.ts';

export type WorkLocation = 'office' | 'remote';

/** One day in the work plan of one person. */
export interface PlannedDay {
  readonly municipalityId: string;
  readonly signInName: string;
  readonly date: LocalDate;
}

/** Outlook's work plan, as the edge gives it. Each may be called again with the same and does no more then. */
export interface WorkLocations {
  /** What stands there now, to be put back one day. @throws WorkLocationRefused */
  read(day: PlannedDay): Promise<Json>;
  /** @throws WorkLocationRefused */
  put(day: PlannedDay, location: WorkLocation): Promise<void>;
  /** Puts back what stood there, where nobody has changed it since. @throws WorkLocationRefused */
  remove(day: PlannedDay, before: Json): Promise<void>;
}

/** No further try helps before somebody changes something: the person has no mailbox, or the app may not write there. */
export class WorkLocationRefused extends Error {
  override readonly name = 'WorkLocationRefused';
  readonly reason: 'NO_MAILBOX' | 'NOT_PERMITTED';

  constructor(reason: WorkLocationRefused['reason']) {
    super(`Outlook's work plan cannot be written: ${reason}`);
    this.reason = reason;
  }
}

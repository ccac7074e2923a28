import type { Clock, Database, JobSpec, Report, Tx } from '../../platform/index.ts';
import type { Calendars } from './port.ts';

/** What reading Microsoft's calendars needs. */
export interface CalendarParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly report: Report;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  readonly wake: () => void;
  readonly calendars: () => Calendars | null;
}

/** One municipality's calendars being read. */
export interface Reaching {
  readonly parts: CalendarParts;
  readonly port: Calendars;
  readonly municipalityId: string;
  readonly now: Date;
}

export const inside = <T>({ parts, municipalityId }: Reaching, work: (tx: Tx) => Promise<T>): Promise<T> =>
  parts.db.inMunicipality(municipalityId, work);

/** null where this deployment reads none of that municipality. */
export function reaching(parts: CalendarParts, municipalityId: string): Reaching | null {
  const port = parts.calendars();
  if (!port?.municipalityIds.includes(municipalityId)) return null;
  return { parts, port, municipalityId, now: parts.clock.now() };
}

/** A refusal that stays is for the log too: somebody has to switch something. */
export class CalendarsRefused extends Error {
  override readonly name = 'CalendarsRefused';
}

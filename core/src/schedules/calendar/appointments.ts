import { addDays, startOfDay } from '../../shared/index.ts';
import type { Appointment, AppointmentsOf } from '../../telework/index.ts';
import type { Entry, EntrySource } from './entry.ts';
import type { CalendarReading } from './reading.ts';

const CALENDARS: ReadonlySet<EntrySource> = new Set<EntrySource>(['OUTLOOK', 'OWN', 'HOLD']);
/** What a city hall calls a duty at a desk. */
const DUTY = /当番|日直|宿直/u;

/**
 * What somebody has to be there for: it is certain, has a place, and nobody can take part online. What has no place may be
 * work at a desk of any kind. What is 非公開 is nobody's business: whoever decides reads what comes of this.
 */
export function appointmentIn(entry: Entry): Appointment | null {
  const { status, source, online, place, category, subject, visibility, from, to } = entry;
  if (status !== 'BUSY' || online || visibility === 'PRIVATE' || !CALENDARS.has(source)) return null;
  const isDuty = DUTY.test(`${category ?? ''} ${subject ?? ''}`);
  if (!isDuty && (place ?? '').trim() === '') return null;
  return { kind: isDuty ? 'DUTY' : 'MEETING_IN_PERSON', from, to };
}

/** 対面の会議・当番 of somebody's days, as far as their calendar is known: nobody waits for Outlook here. */
export const appointmentsIn =
  ({ entriesOf }: Pick<CalendarReading, 'entriesOf'>): AppointmentsOf =>
  async (tx, { staffId, from, to }) => {
    const owners = [{ kind: 'STAFF' as const, ownerId: staffId }];
    const { of } = await entriesOf(tx, { owners, from: startOfDay(from), to: startOfDay(addDays(to, 1)) });
    return (of.get(staffId)?.entries ?? []).flatMap((entry) => appointmentIn(entry) ?? []);
  };

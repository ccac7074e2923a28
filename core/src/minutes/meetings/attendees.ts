import { personOf } from '../../directory/index.ts';
import { badInput } from '../../shared/index.ts';
import type { Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { AttendeeInput } from './contract.ts';

/**
 * Attendees of the city's staff with name and post of today as the directory has them, whatever was typed. Who is already
 * among those `before` stays with the post of the day on which they were added.
 * @throws bad-input `minutes.attendee_unknown`, `minutes.attendee_twice`
 */
export async function namedAttendees(
  { directory }: Pick<MinutesParts, 'directory'>,
  { tx }: Pick<Open, 'tx'>,
  { attendees, before }: { readonly attendees: readonly AttendeeInput[]; readonly before: readonly AttendeeInput[] },
): Promise<AttendeeInput[]> {
  const ids = attendees.map(({ id }) => id);
  const staffIds = attendees.flatMap(({ staffId }) => staffId ?? []);
  if (new Set(ids).size < ids.length || new Set(staffIds).size < staffIds.length)
    throw badInput('minutes.attendee_twice');
  const known = new Map(before.map((attendee) => [attendee.staffId, attendee]));
  const named: AttendeeInput[] = [];
  for (const attendee of attendees) {
    const { staffId } = attendee;
    if (staffId === null) {
      named.push(attendee);
      continue;
    }
    const there = known.get(staffId);
    const actor = there ? null : await directory.actorById(tx, staffId);
    if (!there && !actor) throw badInput('minutes.attendee_unknown', { name: attendee.name });
    const { name, postTitle, unitName } = there ?? (actor ? personOf(actor) : attendee);
    named.push({ ...attendee, name, postTitle, unitName });
  }
  return named;
}

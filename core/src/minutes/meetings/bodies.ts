import type { Caller } from '../../shared/index.ts';
import { looking, meetingFor } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { MeetingBodies } from './contract.ts';
import { maySayOf } from './secretariat.ts';

/**
 * 会議体 that this person may give to a new meeting, or to this one.
 * @throws not-found `minutes.meeting_not_found`
 */
export const bodiesFor = (parts: MinutesParts, caller: Caller, meetingId: string | null): Promise<MeetingBodies> =>
  looking(parts, caller, async (open) => {
    const before = meetingId === null ? null : await meetingFor(open, meetingId);
    const { municipalityId, locale } = caller;
    const { bodies } = parts.regulations.meetingsOn({ municipalityId, day: before?.heldOn ?? open.today });
    const mine = bodies.filter((body) => maySayOf({ ...open, before }, body));
    return { items: mine.map(({ id, name }) => ({ id, name: name[locale] })) };
  });

import { onlyOnce } from '../../platform/index.ts';
import { asJson, type Caller, type LocalDate } from '../../shared/index.ts';
import { inside, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import type { AttendeeInput, MakeMeetingInput } from './contract.ts';
import type { Meeting } from './meeting.ts';
import { isOpenToChange } from './policy.ts';
import { changed, makeOnce } from './service.ts';
import * as store from './store.ts';

/** A booked meeting whose minutes are wanted. */
export interface BookedMeeting {
  readonly input: MakeMeetingInput;
  /** Who called it. */
  readonly calledBy: string;
}

/** The one whom the booking names keeps the minutes; who was there is as Teams said it. */
function attendeesWith(known: readonly AttendeeInput[], booked: readonly AttendeeInput[]): AttendeeInput[] {
  const roles = new Map(booked.flatMap(({ staffId, role }) => (staffId === null ? [] : [[staffId, role] as const])));
  const there = new Set(known.map(({ staffId }) => staffId));
  return [
    ...known.map((one) => {
      const role = one.staffId === null ? undefined : roles.get(one.staffId);
      return role === 'RECORDER' ? { ...one, role } : one;
    }),
    ...booked.filter(({ staffId, role }) => role === 'RECORDER' && !there.has(staffId)),
  ];
}

/** What nobody has said yet of a meeting that came from Teams is as it was booked. */
async function completed(parts: MinutesParts, open: Open, before: Meeting, input: MakeMeetingInput): Promise<void> {
  const { agenda, papers, attendees } = before.content;
  const said = {
    agenda: agenda.length > 0 ? [...agenda] : input.agenda,
    papers: papers.length > 0 ? [...papers] : input.papers,
    attendees: attendeesWith(attendees, input.attendees),
  };
  if (!isOpenToChange(before) || JSON.stringify(said) === JSON.stringify({ agenda, papers, attendees })) return;
  await changed(parts, open, { before, input: { version: before.version, ...said } });
}

/**
 * Minutes of a booked meeting, once for an idempotency key. Where its transcript came first the meeting is there
 * already: those are its minutes, and no second ones are made. Whoever asks vouches for that the caller may.
 */
export async function makeOfBooking(
  parts: MinutesParts,
  caller: Caller,
  { input, calledBy }: BookedMeeting,
): Promise<string> {
  const { onlineChat, heldOn } = input;
  const meetingId = await inside(parts, caller, async (open) => {
    const { tx, actor } = open;
    if (onlineChat !== null) await store.lockChat(tx, onlineChat);
    const call = {
      staffId: actor.staffId,
      key: caller.idempotencyKey,
      request: asJson({ use: 'minutes.book', ...input }),
    };
    return onlyOnce(tx, call, async () => {
      const of = { heldOn: heldOn as LocalDate, onlineChat: onlineChat ?? '' };
      const there = onlineChat === null ? [] : await store.ofChat(tx, of);
      const [one, other] = there.filter(({ organiserId }) => organiserId === calledBy || organiserId === actor.staffId);
      const organiser = (await parts.directory.actorById(tx, calledBy)) ?? actor;
      if (!one || other) return makeOnce(parts, open, { input, organiser });
      await completed(parts, open, one, input);
      return one.meetingId;
    });
  });
  parts.wake();
  return meetingId;
}

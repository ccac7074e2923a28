import { type Actor, personOf } from '../../directory/index.ts';
import { newId, onlyOnce } from '../../platform/index.ts';
import { asJson, badInput, type Caller, conflict, isUuid, type LocalDate, notAllowed } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import { bodyOf, inside, looking, meetingFor, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { copyFor, publishedMeeting } from '../publication/reading.ts';
import { namedAttendees } from './attendees.ts';
import { bodiesFor } from './bodies.ts';
import { changedParts } from './changed-parts.ts';
import type {
  CancelMeetingInput,
  ChangeMeetingInput,
  MakeMeetingInput,
  MeetingBodies,
  MeetingList,
  MeetingListQuery,
  MeetingView,
} from './contract.ts';
import { toShow } from './load.ts';
import { type Meeting, type MeetingContent, NOTHING_DONE } from './meeting.ts';
import { mayCancel, mayEdit } from './policy.ts';
import { presentListed, presentMeeting } from './present.ts';
import { unitForBody } from './secretariat.ts';
import * as store from './store.ts';

export interface Meetings {
  /** @throws bad-input `minutes.attendee_*`, `…body_unknown`, `…ground_unknown`, `…times_turned` */
  make(caller: Caller, input: MakeMeetingInput): Promise<MeetingView>;
  /** @throws not-found `minutes.meeting_not_found` */
  read(caller: Caller, meetingId: string): Promise<MeetingView>;
  /** @throws conflict `minutes.meeting_stale`, `…meeting_closed`; not-allowed `…meeting_not_yours` */
  change(caller: Caller, meetingId: string, input: ChangeMeetingInput): Promise<MeetingView>;
  /** Only before anything was written down. */
  cancel(caller: Caller, meetingId: string, input: CancelMeetingInput): Promise<MeetingView>;
  list(caller: Caller, query: MeetingListQuery): Promise<MeetingList>;
  /** 会議体 to choose from. @throws not-found `minutes.meeting_not_found` */
  bodies(caller: Caller, meetingId: string | null): Promise<MeetingBodies>;
}

/** @throws bad-input what does not fit together, or not the rules of the day */
function checked(parts: MinutesParts, { tx }: Open, meeting: Meeting): Meeting {
  const { bodyId, closedGround, startsAt, endsAt } = meeting.content;
  const body = bodyOf(parts, tx, meeting);
  if (bodyId !== null && body === null) throw badInput('minutes.body_unknown');
  if (closedGround !== null && !body?.closedGrounds.some(({ id }) => id === closedGround))
    throw badInput('minutes.ground_unknown');
  if (startsAt !== null && endsAt !== null && new Date(endsAt) < new Date(startsAt))
    throw badInput('minutes.times_turned');
  return meeting;
}

/** Everything in it as it stands now: whoever reads the history needs no earlier line. */
export const asChange = ({ heldOn, isOpen, content }: Meeting) => asJson({ heldOn, isOpen, content });

async function shown(parts: MinutesParts, open: Open, meeting: Meeting): Promise<MeetingView> {
  const shown = await toShow(parts, open, meeting);
  const view = presentMeeting(parts, { ...open, locale: open.caller.locale }, shown);
  const copy = await copyFor(parts, open, meeting);
  return copy ? publishedMeeting(view, copy) : view;
}

/** In the name of whoever called the meeting; whoever is asking is in its history. */
export async function makeOnce(
  parts: MinutesParts,
  open: Open,
  { input, organiser }: { readonly input: MakeMeetingInput; readonly organiser: Actor },
): Promise<string> {
  const { clock } = parts;
  const { tx, actor, caller } = open;
  const unitId = organiser.posts[0]?.sectionId;
  if (unitId === undefined) throw badInput('minutes.meeting_no_unit');
  const { heldOn, isOpen, attendees, ...rest } = input;
  const content: MeetingContent = {
    ...rest,
    attendees: await namedAttendees(parts, open, { attendees, before: [] }),
    organiser: personOf(organiser),
    cancelledFor: null,
  };
  const body = bodyOf(parts, tx, { heldOn: heldOn as LocalDate, content });
  const ofBody = unitForBody({ ...open, body, before: null });
  const meeting = checked(parts, open, {
    ...{
      meetingId: newId(clock),
      version: 1,
      linesVersion: 0,
      sentencesVersion: 0,
      state: 'PLANNED',
      heldOn: heldOn as LocalDate,
      unitId: ofBody ?? unitId,
    },
    ...{ organiserId: organiser.staffId, isOpen: isOpen ?? body?.openness === 'OPEN', onlineKey: null, caseId: null },
    ...NOTHING_DONE,
    content,
  });
  const { meetingId } = meeting;
  await store.insertMeeting(tx, meeting);
  const fact = { heldOn, isOpen: meeting.isOpen, bodyId: content.bodyId, unitId: meeting.unitId };
  await addFact(tx, clock, {
    ...{
      of: 'meeting',
      meetingId,
      seq: 1,
      act: 'MADE',
      actor: personOf(actor),
      via: caller.via,
      fact,
      change: asChange(meeting),
    },
  });
  return meetingId;
}

async function make(parts: MinutesParts, caller: Caller, input: MakeMeetingInput): Promise<MeetingView> {
  const view = await inside(parts, caller, async (open) => {
    const request = asJson({ use: 'minutes.make', ...input });
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    const meetingId = await onlyOnce(open.tx, call, () => makeOnce(parts, open, { input, organiser: open.actor }));
    return shown(parts, open, await meetingFor(open, meetingId));
  });
  parts.wake();
  return view;
}

/** Held for the transaction, unless said otherwise. @throws not-found, not-allowed, conflict */
export async function meetingToEdit(open: Open, meetingId: string, { locked = true } = {}): Promise<Meeting> {
  const meeting = await meetingFor(open, meetingId, { locked });
  if (meeting.state === 'CANCELLED') throw conflict('minutes.meeting_cancelled_already');
  if (mayEdit(meeting, open.sight)) return meeting;
  if (!mayEdit({ ...meeting, state: 'WRITING' }, open.sight)) throw notAllowed('minutes.meeting_not_yours');
  const { state } = meeting;
  throw conflict(
    state === 'CONFIRMING' || state === 'SIGNING' ? 'minutes.meeting_being_confirmed' : 'minutes.meeting_closed',
  );
}

export async function changed(
  parts: MinutesParts,
  open: Open,
  { before, input }: { readonly before: Meeting; readonly input: ChangeMeetingInput },
): Promise<void> {
  const { version: _, heldOn = before.heldOn, isOpen = before.isOpen, attendees, ...rest } = input;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const known = before.content.attendees;
  const content: MeetingContent = {
    ...before.content,
    ...given,
    attendees: attendees ? await namedAttendees(parts, open, { attendees, before: known }) : known,
  };
  const version = before.version + 1;
  const after = checked(parts, open, { ...before, version, heldOn: heldOn as LocalDate, isOpen, content });
  const unitId = unitForBody({ ...open, body: bodyOf(parts, open.tx, after), before }) ?? before.unitId;
  const meeting = { ...after, unitId };
  await store.updateMeeting(open.tx, meeting);
  await addFact(open.tx, parts.clock, {
    ...{ of: 'meeting', meetingId: meeting.meetingId, seq: version, act: 'CHANGED', actor: personOf(open.actor) },
    ...{ via: open.caller.via, fact: { parts: changedParts(before, meeting), unitId }, change: asChange(meeting) },
  });
}

async function change(
  parts: MinutesParts,
  caller: Caller,
  { meetingId, input }: { readonly meetingId: string; readonly input: ChangeMeetingInput },
): Promise<MeetingView> {
  const { view, stale } = await inside(parts, caller, async (open) => {
    const request = asJson({ use: 'minutes.change', meetingId, ...input });
    const call = { staffId: open.actor.staffId, key: caller.idempotencyKey, request };
    const became = await onlyOnce(open.tx, call, async () => {
      const before = await meetingToEdit(open, meetingId);
      if (before.version !== input.version) return 'stale';
      await changed(parts, open, { before, input });
      return 'done';
    });
    return { view: await shown(parts, open, await meetingFor(open, meetingId)), stale: became === 'stale' };
  });
  if (stale) throw conflict('minutes.meeting_stale', {}, view);
  parts.wake();
  return view;
}

async function cancelOnce(parts: MinutesParts, open: Open, before: Meeting, reason: string): Promise<void> {
  const meeting: Meeting = {
    ...{ ...before, version: before.version + 1, state: 'CANCELLED' },
    content: { ...before.content, cancelledFor: reason },
  };
  await store.updateMeeting(open.tx, meeting);
  await addFact(open.tx, parts.clock, {
    ...{ of: 'meeting', meetingId: meeting.meetingId, seq: meeting.version, act: 'CANCELLED' },
    ...{ actor: personOf(open.actor), via: open.caller.via, fact: {}, change: { reason } },
  });
}

async function cancel(
  parts: MinutesParts,
  caller: Caller,
  { meetingId, input }: { readonly meetingId: string; readonly input: CancelMeetingInput },
): Promise<MeetingView> {
  const { view, stale } = await inside(parts, caller, async (open) => {
    const before = await meetingFor(open, meetingId, { locked: true });
    // Pressed twice it is cancelled once.
    if (before.state === 'CANCELLED') return { view: await shown(parts, open, before), stale: false };
    if (!mayCancel(before, open.sight))
      throw mayCancel({ ...before, state: 'PLANNED' }, open.sight)
        ? conflict('minutes.meeting_closed')
        : notAllowed('minutes.meeting_not_yours');
    if (before.version !== input.version) return { view: await shown(parts, open, before), stale: true };
    await cancelOnce(parts, open, before, input.reason);
    return { view: await shown(parts, open, await meetingFor(open, meetingId)), stale: false };
  });
  if (stale) throw conflict('minutes.meeting_stale', {}, view);
  parts.wake();
  return view;
}

const PAGE = 50;

function placeOf(cursor: string | undefined): store.Place | null {
  if (cursor === undefined) return null;
  const [heldOn = '', meetingId = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(heldOn) || !isUuid(meetingId) || Number.isNaN(Date.parse(heldOn)))
    throw badInput('minutes.bad_cursor');
  return { heldOn: heldOn as LocalDate, meetingId };
}

const list = (parts: MinutesParts, caller: Caller, query: MeetingListQuery): Promise<MeetingList> =>
  looking(parts, caller, async (open) => {
    const { box, state = null, from = null, to = null, onlineChat = null, cursor } = query;
    const rows = await store.listMeetings(open.tx, {
      ...{ sight: open.sight, box, state, from: from as LocalDate | null, to: to as LocalDate | null },
      ownUnits: open.actor.posts.flatMap(({ unitId, sectionId }) => [unitId, sectionId]),
      ...{ onlineChat, after: placeOf(cursor), limit: PAGE + 1 },
    });
    const page = rows.slice(0, PAGE);
    const last = rows.length > PAGE ? page.at(-1) : undefined;
    return {
      items: page.map((row) => presentListed(parts, open, row)),
      nextCursor: last ? Buffer.from(`${last.heldOn} ${last.meetingId}`).toString('base64url') : null,
    };
  });

export const createMeetings = (parts: MinutesParts): Meetings => ({
  bodies: (caller, meetingId) => bodiesFor(parts, caller, meetingId),
  make: (caller, input) => make(parts, caller, input),
  read: (caller, meetingId) =>
    looking(parts, caller, async (open) => shown(parts, open, await meetingFor(open, meetingId))),
  change: (caller, meetingId, input) => change(parts, caller, { meetingId, input }),
  cancel: (caller, meetingId, input) => cancel(parts, caller, { meetingId, input }),
  list: (caller, query) => list(parts, caller, query),
});

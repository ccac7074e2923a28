import { personOf } from '../../directory/index.ts';
import { emit, newId } from '../../platform/index.ts';
import { addDays, badInput, type LocalDate, startOfDay } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import { type Meeting, type MeetingContent, NOTHING_DONE } from '../meetings/meeting.ts';
import { mayEdit } from '../meetings/policy.ts';
import { unitForBody } from '../meetings/secretariat.ts';
import { asChange } from '../meetings/service.ts';
import { insertMeeting, readMeeting } from '../meetings/store.ts';
import { bodyOf, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { later, shownFrom } from './asking.ts';
import { CHAT_PLACE, chatOnlineKey, type MinutedChat } from './chat.ts';
import type { ChatWish, FromChatAnswer } from './contract.ts';
import type { ChatMember } from './source.ts';
import { chatsBetween, forgetStaged, holdChat, saveChat } from './store.ts';

/** Told after the commit: a chat waits to be read. */
export const CHAT_ASKED = 'minutes/chat-asked';

/** What is to be read, by somebody of whom Teams has just said that they are in the chat. */
export interface Wanted {
  readonly chatKey: string;
  readonly topic: string;
  readonly wish: ChatWish;
  /** Who asks, as Teams has them in the chat. */
  readonly asker: ChatMember;
}

const periodOf = ({ wish, asker }: Wanted): Pick<MinutedChat, 'since' | 'until'> => ({
  since: shownFrom({ since: startOfDay(wish.from as LocalDate) }, asker),
  until: startOfDay(addDays(wish.to as LocalDate, 1)),
});

/** Reading begins, or goes on with other bounds: what was read with the old ones is read again. */
export async function beginReading(
  { clock }: Pick<MinutesParts, 'clock'>,
  { tx, actor, caller }: Open,
  chat: Omit<MinutedChat, 'importId' | 'state' | 'askedBy' | 'askerOid' | 'askedAt' | 'next' | 'refusal' | 'leftOut'>,
): Promise<void> {
  const { meetingId } = chat;
  const importId = newId(clock);
  await forgetStaged(tx, meetingId);
  await saveChat(tx, {
    ...{ ...chat, importId, state: 'READING', askedBy: personOf(actor), askerOid: caller.entraObjectId },
    ...{ askedAt: clock.now(), next: null, refusal: null, leftOut: 0 },
  });
  await emit(tx, [{ topic: CHAT_ASKED, payload: { meetingId, importId } }]);
}

async function newMeeting(parts: MinutesParts, open: Open, wanted: Wanted): Promise<Meeting> {
  const { tx, actor, caller } = open;
  const { clock } = parts;
  const { title, bodyId, to } = wanted.wish;
  const ownUnit = actor.posts[0]?.sectionId;
  if (ownUnit === undefined) throw badInput('minutes.meeting_no_unit');
  const heldOn = to as LocalDate;
  const { name, postTitle, unitName } = personOf(actor);
  const own = { id: newId(clock), staffId: actor.staffId, name, postTitle, unitName, attended: true };
  const content: MeetingContent = {
    ...{ title, bodyId, place: CHAT_PLACE, startsAt: null, endsAt: null, closedGround: null, closedReason: '' },
    ...{ agenda: [], papers: [], observers: null, cancelledFor: null, organiser: personOf(actor) },
    ...{ attendees: [{ ...own, role: 'MEMBER' as const }], onlineChat: wanted.chatKey },
  };
  const body = bodyOf(parts, tx, { heldOn, content });
  if (bodyId !== null && body === null) throw badInput('minutes.body_unknown');
  const unitId = unitForBody({ ...open, body, before: null }) ?? ownUnit;
  const meeting: Meeting = {
    ...{ meetingId: newId(clock), version: 1, linesVersion: 0, sentencesVersion: 0, state: 'PLANNED', heldOn, unitId },
    // What was written among colleagues is not opened by itself.
    ...{ organiserId: actor.staffId, isOpen: false, caseId: null, content, ...NOTHING_DONE },
    onlineKey: chatOnlineKey(wanted.chatKey, newId(clock)),
  };
  await insertMeeting(tx, meeting);
  await addFact(tx, clock, {
    ...{ of: 'meeting', meetingId: meeting.meetingId, seq: 1, act: 'MADE', actor: personOf(actor), via: caller.via },
    ...{ fact: { heldOn, from: 'CHAT', unitId, bodyId, isOpen: false }, change: asChange(meeting) },
  });
  return meeting;
}

const isAsAsked = (chat: MinutedChat, { since, until }: Pick<MinutedChat, 'since' | 'until'>): boolean =>
  chat.state === 'READING' && chat.since <= since && chat.until >= until;

/** What is being written of these days goes on; where others keep it nothing is read, and it is only said. */
async function goOn(parts: MinutesParts, open: Open, { chat, wanted }: Known): Promise<FromChatAnswer | null> {
  const { meetingId } = chat;
  const meeting = await readMeeting(open.tx, meetingId, { locked: true });
  if (!meeting || meeting.state === 'CANCELLED') return null;
  if (!mayEdit(meeting, open.sight)) return { meetingId, outcome: 'THERE' };
  const period = periodOf(wanted);
  if (isAsAsked(chat, period)) return { meetingId, outcome: 'STARTED' };
  const since = new Date(Math.min(period.since.getTime(), chat.since.getTime()));
  const until = later(period.until, chat.until);
  await beginReading(parts, open, { ...chat, topic: wanted.topic, since, until });
  return { meetingId, outcome: 'STARTED' };
}

interface Known {
  readonly chat: MinutedChat;
  readonly wanted: Wanted;
}

/** The meeting of these days of the chat, and its reading; pressed twice, or by two at once, it is one. */
export async function minutesFrom(parts: MinutesParts, open: Open, wanted: Wanted): Promise<FromChatAnswer> {
  const { tx } = open;
  const { chatKey, topic, wish } = wanted;
  await holdChat(tx, chatKey);
  const period = periodOf(wanted);
  for (const chat of await chatsBetween(tx, { chatKey, ...period })) {
    const answer = await goOn(parts, open, { chat, wanted });
    if (answer) return answer;
  }
  const { meetingId } = await newMeeting(parts, open, wanted);
  const beganAt = startOfDay(wish.from as LocalDate);
  await beginReading(parts, open, { meetingId, chatKey, topic, ...period, beganAt, foundOn: wish.to as LocalDate });
  return { meetingId, outcome: 'STARTED' };
}

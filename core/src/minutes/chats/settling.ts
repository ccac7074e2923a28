import { personOf } from '../../directory/index.ts';
import { emit, newId, sha256Hex, type Tx } from '../../platform/index.ts';
import { asJson, canonicalJson, invariant, wareki } from '../../shared/index.ts';
import { digestOfMarks } from '../history/beginnings-witness.ts';
import { digestOfLines } from '../history/lines-seen.ts';
import { addFact, MINUTES_CHANGED } from '../history/store.ts';
import { insertLines, linesOf, updateLines } from '../lines/store.ts';
import { changedParts } from '../meetings/changed-parts.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { isOpenToChange } from '../meetings/policy.ts';
import { asChange } from '../meetings/service.ts';
import { countOn, readMeeting, updateMeeting } from '../meetings/store.ts';
import { insertTranscript, type TakenRow } from '../transcripts/store.ts';
import { stillAsTheyCame } from '../transcripts/take-in.ts';
import { memberIn, shownFrom } from './asking.ts';
import { CHAT_PLACE, type ChatProblem, type KnownMessage, type MinutedChat } from './chat.ts';
import { type Remark, remarksOf, saidToApps } from './remarks.ts';
import {
  attendeesWith,
  type Changes,
  changesOf,
  daysOf,
  type KnownStaff,
  labelIn,
  papersWith,
  speakerOf,
} from './rules.ts';
import type { ChatParts } from './service.ts';
import type { ChatMember } from './source.ts';
import { chatOf, forgetStaged, messagesOf, saveChat, saveMessages, stagedOf } from './store.ts';

type Staff = ReadonlyMap<string, KnownStaff>;

/** Those of the staff whom Teams names in this chat, as the directory has them today. */
async function staffAmong({ directory }: ChatParts, tx: Tx, oids: ReadonlySet<string>): Promise<Staff> {
  const found = new Map<string, KnownStaff>();
  for (const entraObjectId of oids) {
    const actor = await directory.actorByEntraId(tx, entraObjectId);
    if (!actor) continue;
    const { name, postTitle, unitName } = personOf(actor);
    found.set(entraObjectId, { entraObjectId, staffId: actor.staffId, name, postTitle, unitName });
  }
  return found;
}

interface Settling {
  readonly parts: ChatParts;
  readonly tx: Tx;
  readonly chat: MinutedChat;
  readonly meeting: Meeting;
  readonly remarks: readonly Remark[];
  readonly leftOut: number;
}

type Days = ReturnType<typeof daysOf>;

function placeWith(place: string, days: Days): string {
  // Another place was put there by a person.
  if (!place.startsWith(CHAT_PLACE) || days === null || days.first === days.last) return place;
  return `${CHAT_PLACE}（${wareki(days.first)}から${wareki(days.last)}まで）`;
}

/** What the meeting is, with who and what came new; what people have put there stays. */
async function meetingWith(settling: Settling, { people, fresh, days }: Found): Promise<Meeting> {
  const { parts, tx, chat, meeting } = settling;
  const { content } = meeting;
  const next: Meeting = {
    ...meeting,
    heldOn: meeting.heldOn === chat.foundOn ? (days?.last ?? meeting.heldOn) : meeting.heldOn,
    content: {
      ...{ ...content, place: placeWith(content.place, days), papers: papersWith(content.papers, fresh) },
      attendees: people.attendees,
    },
  };
  const names = changedParts(meeting, next);
  if (names.length === 0) return meeting;
  const changed = { ...next, version: meeting.version + 1 };
  await updateMeeting(tx, changed);
  await addFact(tx, parts.clock, {
    ...{ of: 'meeting', meetingId: meeting.meetingId, seq: changed.version, act: 'CHANGED', actor: chat.askedBy },
    ...{ via: 'rules', fact: { parts: names, from: 'CHAT' }, change: asChange(changed) },
  });
  return changed;
}

interface Found {
  readonly people: People;
  readonly fresh: readonly Remark[];
  /** Of all that is known of the talk. */
  readonly days: Days;
}

interface People {
  readonly attendees: Meeting['content']['attendees'];
  readonly staff: Staff;
}

async function peopleOf({ parts, tx, meeting, remarks }: Settling, members: readonly ChatMember[]): Promise<People> {
  const oids = new Set([
    ...members.flatMap(({ entraObjectId }) => entraObjectId ?? []),
    ...remarks.flatMap(({ entraObjectId }) => entraObjectId ?? []),
    ...remarks.flatMap(({ reactions }) => reactions.flatMap(({ entraObjectId }) => entraObjectId ?? [])),
  ]);
  const staff = await staffAmong(parts, tx, oids);
  const idOf = () => newId(parts.clock);
  const named = members.map((one) => ({ ...one, name: staff.get(one.entraObjectId ?? '')?.name ?? one.name }));
  return { staff, attendees: attendeesWith(meeting.content.attendees, { members: named, remarks, staff, idOf }) };
}

/** Everything that came, as it was read: what the minutes rest on can be shown later. */
async function takeLines(settling: Settling, meeting: Meeting, changes: Changes): Promise<void> {
  const { parts, tx, chat, remarks } = settling;
  const { clock } = parts;
  const { meetingId } = meeting;
  const bytes = Buffer.from(
    canonicalJson(asJson({ chat: chat.topic, reading: chat.importId, messages: remarks })),
    'utf8',
  );
  await parts.blobs.put(bytes);
  const row: TakenRow = {
    ...{ transcriptId: newId(clock), meetingId, sha256: sha256Hex(bytes), source: 'CHAT', takenAt: clock.now() },
    ...{ fileName: `${chat.topic}.json`, takenBy: chat.askedBy, state: 'USED', timed: false },
    ...{ lines: changes.added.length, fromMs: 0, remarks: { warnings: [], doubts: [] } },
  };
  // Each reading is one of its own: what was deleted and is there again reads as it once did.
  invariant(await insertTranscript(tx, row), 'no reading is taken in twice');
  await insertLines(tx, row, changes.added);
  await updateLines(tx, meetingId, changes.changed);
  const seq = meeting.linesVersion + 1;
  const { sha256, transcriptId } = row;
  const words = (line: Changes['added'][number]) => {
    const { lineId, version, text, attendeeId, heard, startMs, endMs } = line;
    return { lineId, version, text, attendeeId, heard, startMs, endMs };
  };
  await addFact(tx, clock, {
    ...{ of: 'transcript', meetingId, seq, act: 'TAKEN_IN', actor: chat.askedBy, via: 'rules' },
    fact: { transcriptId, sha256, source: 'CHAT', state: 'USED', lines: row.lines, changed: changes.changed.length },
    change: {
      fileName: row.fileName,
      linesDigest: digestOfLines(changes.added),
      marksDigest: digestOfMarks(await messagesOf(tx, meetingId)),
      before: changes.before.map(words),
      after: changes.changed.map(words),
    },
  });
  await countOn(tx, { ...meeting, linesVersion: seq });
  if (changes.added.length + changes.changed.length === 0) await stillAsTheyCame(tx, meeting, seq);
}

/** Something is otherwise than when the chat was last read: lines, or what stands beside them. */
function isNews({ added, changed, messages }: Changes, known: readonly KnownMessage[]): boolean {
  const read = new Set(messages.map(({ messageKey }) => messageKey));
  const before = known.filter(({ messageKey }) => read.has(messageKey));
  return added.length > 0 || changed.length > 0 || digestOfMarks(before) !== digestOfMarks(messages);
}

async function apply(settling: Settling, members: readonly ChatMember[]): Promise<void> {
  const { parts, tx, chat, meeting, remarks, leftOut } = settling;
  const { meetingId } = meeting;
  const people = await peopleOf(settling, members);
  const [known, lines] = await Promise.all([messagesOf(tx, meetingId), linesOf(tx, meetingId)]);
  const named = (oid: string | null, name: string | null) => people.staff.get(oid ?? '')?.name ?? name;
  const signed = remarks.map((remark) => ({
    ...remark,
    reactions: remark.reactions.map((one) => ({ ...one, name: named(one.entraObjectId, one.name) })),
  }));
  const changes = changesOf(
    { known, lines },
    {
      ...{ beganAt: chat.beganAt, remarks: signed, attendeeOf: speakerOf(people.attendees, people.staff) },
      ...{ labelOf: labelIn(people.attendees, people.staff), idOf: () => newId(parts.clock) },
    },
  );
  const days = daysOf([...remarks, ...known.map(({ marks }) => marks)].map(({ at }) => at));
  const now = await meetingWith(settling, { people, fresh: changes.fresh, days });
  await saveMessages(tx, meetingId, changes.messages);
  if (isNews(changes, known)) await takeLines({ ...settling, remarks: signed }, now, changes);
  const done = { state: 'DONE' as const, next: null, refusal: null, leftOut };
  await saveChat(tx, { ...chat, ...done, foundOn: days?.last ?? chat.foundOn });
  await forgetStaged(tx, meetingId);
  await emit(tx, [{ topic: MINUTES_CHANGED, payload: { meetingId, of: 'chat', version: 0, act: 'READ' } }]);
}

/** All that was read becomes lines of the meeting, in one transaction. Answers why not, or null. */
export async function settle(
  parts: ChatParts,
  { municipalityId, meetingId, importId }: { municipalityId: string; meetingId: string; importId: string },
  members: readonly ChatMember[],
): Promise<ChatProblem | null> {
  return parts.db.inMunicipality(municipalityId, async (tx) => {
    const meeting = await readMeeting(tx, meetingId, { locked: true });
    const chat = await chatOf(tx, meetingId, { locked: true });
    if (!meeting || chat?.state !== 'READING' || chat.importId !== importId) return null;
    if (!isOpenToChange(meeting)) return 'minutes.chat_closed_meanwhile';
    // What Teams does not show to whoever asked stays as it was.
    const since = shownFrom(chat, memberIn(members, chat.askerOid));
    const period = { since: since.toISOString(), until: chat.until.toISOString() };
    const messages = await stagedOf(tx, meetingId);
    const remarks = remarksOf(messages, period);
    if (remarks.length === 0 && meeting.linesVersion === 0) return 'minutes.chat_nothing_said';
    await apply({ parts, tx, chat, meeting, remarks, leftOut: saidToApps(messages, period) }, members);
    return null;
  });
}

import { type Actor, personOf } from '../../directory/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { type Caller, folded, KaigiError } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import { type Meeting, type MeetingContent, NOTHING_DONE } from '../meetings/meeting.ts';
import { asChange } from '../meetings/service.ts';
import { awaitedIn, insertMeeting, lockChat, meetingOfOnline, plannedOn, updateMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import type { ArrivedTranscript } from '../sources/index.ts';
import { type Occurrence, occurrenceOf, onlineKeysOf } from './occurrence.ts';
import type { ReadFile } from './reader.ts';
import { takeInto } from './take-in.ts';

type Parts = MinutesParts & { readonly readFile: ReadFile };

/** The organizer as the directory knows them today; null where they are none of ours. */
async function organiserOf({ directory }: Parts, tx: Tx, organizerOid: string): Promise<Actor | null> {
  const caller: Caller = {
    ...{ municipalityId: tx.municipalityId, entraObjectId: organizerOid, via: 'rules', locale: 'ja' },
    idempotencyKey: null,
  };
  try {
    return await directory.actorOf(tx, caller);
  } catch (error) {
    if (error instanceof KaigiError) return null;
    throw error;
  }
}

/** Who was invited or came. Somebody without a name hides who they are, and stays unnamed (M-19). */
async function attendeesOf(
  { directory, clock }: Parts,
  tx: Tx,
  { meeting, attendance }: ArrivedTranscript,
): Promise<AttendeeInput[]> {
  const came = attendance.kind === 'OK' ? attendance.value : null;
  const cameIds = new Set(came?.flatMap(({ entraObjectId }) => entraObjectId ?? []));
  const named = new Map<string, { readonly entraObjectId: string | null; readonly name: string }>();
  for (const { entraObjectId, name } of [...meeting.participants, ...(came ?? [])])
    if (name !== null && name.trim() !== '') named.set(entraObjectId ?? name, { entraObjectId, name });
  const attendees: AttendeeInput[] = [];
  for (const { entraObjectId, name } of named.values()) {
    const actor = entraObjectId === null ? null : await directory.actorByEntraId(tx, entraObjectId);
    const staffId = actor?.staffId ?? null;
    const person = actor ? personOf(actor) : { name: name.trim(), postTitle: '', unitName: '' };
    attendees.push({
      ...{ id: newId(clock), staffId, name: person.name, postTitle: person.postTitle, unitName: person.unitName },
      // Without a report of attendance whoever was invited counts as there, until somebody says otherwise.
      ...{ role: 'MEMBER', attended: came === null || entraObjectId === null || cameIds.has(entraObjectId) },
    });
  }
  return attendees;
}

interface Arriving {
  readonly arrived: ArrivedTranscript;
  readonly organiser: Actor;
  readonly occurrence: Occurrence;
}

async function made(parts: Parts, tx: Tx, { arrived, organiser, occurrence }: Arriving): Promise<Meeting | null> {
  const { meeting: online } = arrived;
  const unitId = organiser.posts[0]?.sectionId;
  if (unitId === undefined) return null;
  const content: MeetingContent = {
    ...{ title: online.subject.trim() || '（件名なし）', bodyId: null, place: 'Teams', agenda: [], papers: [] },
    ...{ startsAt: occurrence.start?.toISOString() ?? null, endsAt: occurrence.end?.toISOString() ?? null },
    ...{ closedGround: null, closedReason: '', observers: null, cancelledFor: null, organiser: personOf(organiser) },
    attendees: await attendeesOf(parts, tx, arrived),
    onlineChat: online.chatKey,
  };
  const meeting: Meeting = {
    ...{ meetingId: newId(parts.clock), version: 1, linesVersion: 0, sentencesVersion: 0, state: 'PLANNED', content },
    ...{ heldOn: occurrence.day, unitId, organiserId: organiser.staffId, isOpen: false, caseId: null },
    ...NOTHING_DONE,
    onlineKey: occurrence.key,
  };
  if (!(await insertMeeting(tx, meeting))) return null;
  await noted(parts, tx, { meeting, organiser, act: 'MADE' });
  return meeting;
}

const noted = (
  { clock }: Parts,
  tx: Tx,
  {
    meeting,
    organiser,
    act,
  }: { readonly meeting: Meeting; readonly organiser: Actor; readonly act: 'MADE' | 'MET_IN_TEAMS' },
) =>
  addFact(tx, clock, {
    ...{ of: 'meeting', meetingId: meeting.meetingId, seq: meeting.version, act, actor: personOf(organiser) },
    ...{ via: 'rules', fact: { heldOn: meeting.heldOn, from: 'TEAMS' }, change: asChange(meeting) },
  });

/**
 * Made by somebody in the side panel of that very meeting. Whoever only knows the name of its chat, and was neither
 * invited nor there, gets nothing of what was said.
 */
async function awaited(parts: Parts, tx: Tx, { arrived, occurrence }: Arriving): Promise<Meeting[]> {
  const { meeting: online, attendance, key } = arrived;
  if (online.chatKey === null) return [];
  const came = attendance.kind === 'OK' ? attendance.value : [];
  const there = new Set([key.organizerOid, ...[...online.participants, ...came].map((one) => one.entraObjectId)]);
  const made = await awaitedIn(tx, { heldOn: occurrence.day, onlineChat: online.chatKey });
  if (made.length === 0) return [];
  const staffIds = new Set<string>();
  for (const entraObjectId of there) {
    const actor = entraObjectId === null ? null : await parts.directory.actorByEntraId(tx, entraObjectId);
    if (actor) staffIds.add(actor.staffId);
  }
  return made.filter(({ organiserId }) => staffIds.has(organiserId));
}

/** The meeting somebody has planned here for the same hour under the same name is that meeting. */
async function planned(tx: Tx, { arrived, organiser, occurrence }: Arriving): Promise<Meeting[]> {
  const { meeting: online } = arrived;
  const all = await plannedOn(tx, { heldOn: occurrence.day, organiserId: organiser.staffId });
  return all.filter(({ content }) => folded(content.title) === folded(online.subject));
}

/** Whoever was invited may have made it here, and named whom they like: whose meeting it is sees it all the same. */
function withOrganiser(
  { clock }: Parts,
  { attendees, organiserId }: { readonly attendees: readonly AttendeeInput[]; readonly organiserId: string },
  { arrived: { attendance, key }, organiser }: Arriving,
): readonly AttendeeInput[] {
  const { staffId } = organiser;
  if (organiserId === staffId || attendees.some((one) => one.staffId === staffId)) return attendees;
  const { name, postTitle, unitName } = personOf(organiser);
  const came = attendance.kind !== 'OK' || attendance.value.some((one) => one.entraObjectId === key.organizerOid);
  return [...attendees, { id: newId(clock), staffId, name, postTitle, unitName, role: 'MEMBER', attended: came }];
}

async function adopted(parts: Parts, tx: Tx, arriving: Arriving): Promise<Meeting | null> {
  const { arrived, organiser, occurrence } = arriving;
  const { meeting: online } = arrived;
  const inPanel = await awaited(parts, tx, arriving);
  const [one, other] = inPanel.length > 0 ? inPanel : await planned(tx, arriving);
  if (!one || other) return null;
  const known = one.content.attendees.length > 0 ? one.content.attendees : await attendeesOf(parts, tx, arrived);
  const attendees = withOrganiser(parts, { attendees: known, organiserId: one.organiserId }, arriving);
  const meeting: Meeting = {
    ...{ ...one, version: one.version + 1, onlineKey: occurrence.key },
    content: { ...one.content, attendees, onlineChat: online.chatKey },
  };
  await updateMeeting(tx, meeting);
  await noted(parts, tx, { meeting, organiser, act: 'MET_IN_TEAMS' });
  return meeting;
}

/**
 * What Teams wrote of a meeting becomes its transcript; the meeting is made where nobody planned it here. The same once
 * more changes nothing. Of a meeting whose organizer is none of ours, nothing is kept.
 */
export async function takeInFromTeams(parts: Parts, arrived: ArrivedTranscript): Promise<void> {
  const { municipalityId, organizerOid, meetingKey } = arrived.key;
  const { text, fileName } = arrived.content;
  const bytes = Buffer.from(text, 'utf8');
  const reading = await parts.readFile({ name: fileName, bytes });
  // A transcript without a word is no minutes; Teams writes one for a call that nobody spoke in.
  if (reading.refusal) return;
  await parts.blobs.put(bytes);
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    const organiser = await organiserOf(parts, tx, organizerOid);
    if (!organiser) return;
    const { chatKey } = arrived.meeting;
    if (chatKey !== null) await lockChat(tx, chatKey);
    const occurrence = occurrenceOf(arrived.meeting, { meetingKey, createdAt: arrived.createdAt });
    const arriving = { arrived, organiser, occurrence };
    const known = await meetingOfOnline(tx, onlineKeysOf(meetingKey, arrived.createdAt));
    const meeting = known ?? (await adopted(parts, tx, arriving)) ?? (await made(parts, tx, arriving));
    if (!meeting || meeting.state === 'CANCELLED' || meeting.state === 'FINAL') return;
    const { transcript } = reading;
    const taking = { source: 'TEAMS' as const, fileName, bytes, transcript };
    await takeInto(parts, tx, { meeting, by: personOf(organiser), via: 'rules', taking });
  });
  parts.wake();
}

import { type Actor, type Person, personOf } from '../../directory/index.ts';
import { newId, sha256Hex, type Tx } from '../../platform/index.ts';
import { asJson, badInput, canonicalJson, type Json, localDateOf } from '../../shared/index.ts';
import { digestOfLines } from '../history/lines-seen.ts';
import { addFact } from '../history/store.ts';
import type { Line } from '../lines/line.ts';
import { insertLines } from '../lines/store.ts';
import { type Meeting, type MeetingContent, NOTHING_DONE } from '../meetings/meeting.ts';
import { asChange } from '../meetings/service.ts';
import { countOn, insertMeeting, meetingOfOnline } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import type { SentenceView } from '../sentences/contract.ts';
import { NO_DETAIL, type Sentence } from '../sentences/sentence.ts';
import { insertSentences } from '../sentences/store.ts';
import { insertTranscript, type TakenRow } from '../transcripts/store.ts';

/** One matter of a meeting in writing, as it stood when it was closed. */
export interface WrittenItem {
  readonly title: string;
  readonly proposal: string;
  readonly outcome: NonNullable<SentenceView['outcome']>;
  /** What was decided, with the count. */
  readonly decision: string;
  readonly remarks: readonly { readonly staffId: string; readonly text: string; readonly at: Date }[];
}

/** 書面会議, closed. Nothing in it changes any more. */
export interface WrittenMinutes {
  /** Of the meeting in writing; again it comes to the same minutes. */
  readonly writtenId: string;
  readonly title: string;
  readonly place: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly organiser: Actor;
  readonly participants: readonly { readonly person: Person; readonly attended: boolean }[];
  /** Whether there was a quorum, in a sentence. */
  readonly summary: string;
  readonly items: readonly WrittenItem[];
}

interface Making {
  readonly parts: MinutesParts;
  readonly tx: Tx;
  readonly given: WrittenMinutes;
}

function contentOf({ parts: { clock }, given }: Making): MeetingContent {
  const { title, place, opensAt, closesAt, organiser, participants, items } = given;
  return {
    ...{ title, place, bodyId: null, startsAt: opensAt.toISOString(), endsAt: closesAt.toISOString() },
    ...{ closedGround: null, closedReason: '', papers: [], observers: null, cancelledFor: null },
    organiser: personOf(organiser),
    agenda: items.map((item) => ({ id: newId(clock), title: item.title })),
    attendees: participants.map(({ person, attended }) => ({
      ...{ ...person, id: newId(clock), role: 'MEMBER' as const, attended },
    })),
  };
}

async function newMeeting(making: Making): Promise<Meeting> {
  const { parts, tx, given } = making;
  const { organiser, closesAt, writtenId } = given;
  const unitId = organiser.posts[0]?.sectionId;
  if (unitId === undefined) throw badInput('minutes.meeting_no_unit');
  const heldOn = localDateOf(closesAt);
  const meeting: Meeting = {
    ...{ meetingId: newId(parts.clock), version: 1, linesVersion: 0, sentencesVersion: 0, state: 'PLANNED', heldOn },
    ...{ unitId, organiserId: organiser.staffId, isOpen: false, caseId: null, onlineKey: `written ${writtenId}` },
    ...NOTHING_DONE,
    content: contentOf(making),
  };
  await insertMeeting(tx, meeting);
  await addFact(tx, parts.clock, {
    ...{ of: 'meeting', meetingId: meeting.meetingId, seq: 1, act: 'MADE', actor: personOf(organiser), via: 'rules' },
    ...{ fact: { heldOn, from: 'WRITTEN', unitId, bodyId: null, isOpen: false }, change: asChange(meeting) },
  });
  return meeting;
}

/** What was written, matter by matter, in the order in which it came. */
function linesOf({ parts, given }: Making, { content }: Meeting): Line[][] {
  const nameOf = new Map(content.attendees.map(({ staffId, id, name }) => [staffId, { id, name }]));
  let place = 0;
  return given.items.map(({ remarks }) =>
    remarks.map(({ staffId, text, at }) => {
      place += 1;
      const speaker = nameOf.get(staffId);
      return {
        ...{ lineId: newId(parts.clock), version: 1, place, label: speaker?.name ?? null, heard: text, text },
        ...{ attendeeId: speaker?.id ?? null, startMs: Math.max(0, at.getTime() - given.opensAt.getTime()) },
        ...{ endMs: null, confidence: null, spokenOver: false, sure: false },
      };
    }),
  );
}

async function takeLines({ parts, tx, given }: Making, meeting: Meeting, lines: readonly Line[]): Promise<void> {
  const { clock, blobs } = parts;
  const bytes = Buffer.from(canonicalJson(asJson({ written: given.writtenId, items: given.items })), 'utf8');
  await blobs.put(bytes);
  const { meetingId } = meeting;
  const by = personOf(given.organiser);
  const row: TakenRow = {
    ...{ transcriptId: newId(clock), meetingId, sha256: sha256Hex(bytes), source: 'FILE', takenAt: clock.now() },
    ...{ fileName: `${given.title}.json`, takenBy: by, state: 'USED', timed: false, lines: lines.length, fromMs: 0 },
    remarks: { warnings: [], doubts: [] },
  };
  await insertTranscript(tx, row);
  await insertLines(tx, row, lines);
  const { transcriptId, sha256, source, state } = row;
  await addFact(tx, clock, {
    ...{ of: 'transcript', meetingId, seq: 1, act: 'TAKEN_IN', actor: by, via: 'rules' },
    fact: { transcriptId, sha256, source, state, lines: lines.length },
    change: { fileName: row.fileName, linesDigest: digestOfLines(lines) },
  });
}

type Bare = Pick<Sentence, 'part' | 'itemId' | 'text' | 'sources'> & Partial<Pick<Sentence, 'sentenceId' | 'detail'>>;

/** A 議題 for each matter, what was proposed, and what was decided, resting on what was written to it. */
function sentencesOf({ parts: { clock }, given }: Making, lines: readonly (readonly Line[])[]): Sentence[] {
  const bare = given.items.flatMap(({ title, proposal, outcome, decision }, at): Bare[] => {
    const sources = (lines[at] ?? []).map(({ lineId }) => lineId);
    const itemId = newId(clock);
    return [
      { sentenceId: itemId, part: 'ITEM', itemId: null, text: title, sources: [] },
      { part: 'KEY_POINT', itemId, text: proposal, sources: [] },
      { part: 'DECISION', itemId, text: decision, sources, detail: { ...NO_DETAIL, outcome } },
    ];
  });
  const summary: Bare = { part: 'SUMMARY', itemId: null, text: given.summary, sources: [] };
  return [summary, ...bare].map((one, at) => ({
    // The words are those of people: a draft by rules leaves them as they are.
    ...{ sentenceId: newId(clock), version: 1, place: at + 1, origin: 'PERSON', detail: NO_DETAIL },
    ...one,
  }));
}

async function writeSentences({ parts, tx, given }: Making, meeting: Meeting, sentences: readonly Sentence[]) {
  const { meetingId } = meeting;
  await insertSentences(tx, meetingId, sentences);
  await addFact(tx, parts.clock, {
    ...{ of: 'minutes', meetingId, seq: 1, act: 'DRAFTED', actor: personOf(given.organiser), via: 'rules' },
    fact: { sentences: sentences.length, linesVersion: 1, meetingVersion: 1 },
    change: { after: JSON.parse(JSON.stringify(sentences)) as Json },
  });
}

/**
 * A closed meeting in writing as minutes, in the transaction that closes it: lines are what was written, decisions what
 * was counted. Returns the id of the meeting.
 */
export async function minutesOfWritten(parts: MinutesParts, tx: Tx, given: WrittenMinutes): Promise<string> {
  const known = await meetingOfOnline(tx, [`written ${given.writtenId}`]);
  if (known) return known.meetingId;
  const making: Making = { parts, tx, given };
  const meeting = await newMeeting(making);
  const lines = linesOf(making, meeting);
  const all = lines.flat();
  if (all.length > 0) await takeLines(making, meeting, all);
  await writeSentences(making, meeting, sentencesOf(making, lines));
  await countOn(tx, { meetingId: meeting.meetingId, linesVersion: all.length > 0 ? 1 : 0, sentencesVersion: 1 });
  return meeting.meetingId;
}

import { type Person, personOf } from '../../directory/index.ts';
import { newId, sha256Hex, type Tx } from '../../platform/index.ts';
import { badInput, type Caller, conflict, type UploadedFile, type Via } from '../../shared/index.ts';
import { sameStand, standOf } from '../deciding/proposal.ts';
import { newestProposal, updateProposal } from '../deciding/store.ts';
import { digestOfLines } from '../history/lines-seen.ts';
import { addFact } from '../history/store.ts';
import type { Follows, TakeInMetadata } from '../lines/contract.ts';
import type { Line } from '../lines/line.ts';
import { insertLines, linesOf, takeAway } from '../lines/store.ts';
import type { AttendeeInput } from '../meetings/contract.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { isOpenToChange } from '../meetings/policy.ts';
import { meetingToEdit } from '../meetings/service.ts';
import { countOn } from '../meetings/store.ts';
import { inside } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { candidatesFor, certainOf } from '../speakers/candidates.ts';
import { compare } from '../transcript/compare.ts';
import { utterancesOf } from '../transcript/joined.ts';
import { DEFAULT_KNOWN_LABELS, kindOfLabel } from '../transcript/speakers.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { beginningOf, countedOn } from './following.ts';
import { remarkIn } from './present.ts';
import type { ReadFile } from './reader.ts';
import { insertTranscript, keepOthers, type Remark, type TakenRow, transcriptsOf } from './store.ts';

export interface TakingIn {
  readonly source: TakenRow['source'];
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly transcript: Transcript;
  /** It goes on from what is there already. */
  readonly follows?: Follows | undefined;
}

const MINUTE = 60_000;

function doubtsOf({ heldOn, content }: Meeting, transcript: Transcript): Remark[] {
  const { startsAt, endsAt, attendees } = content;
  const minutes = startsAt === null || endsAt === null ? null : (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE;
  const people = attendees.map(({ name }) => name);
  const found = compare(transcript, { day: heldOn, minutes, people });
  // 出席者 may not be entered yet: then nobody can be unknown.
  const kept = people.length === 0 ? found.filter(({ code }) => code !== 'nobody_known') : found;
  return kept.map(({ code, params }) => ({ code: `minutes.doubt_${code}`, params }));
}

/** Utterances as lines; a label that is one attendee's name beyond doubt is put to them. */
function linesFrom(transcript: Transcript, attendees: readonly AttendeeInput[], idOf: () => string): Line[] {
  const labels = new Map<string | null, string | null>();
  const attendeeOf = (label: string | null): string | null => {
    const known = labels.get(label);
    if (known !== undefined) return known;
    const kind = kindOfLabel(label, DEFAULT_KNOWN_LABELS);
    const attendeeId = certainOf(candidatesFor({ label, kind }, attendees));
    labels.set(label, attendeeId);
    return attendeeId;
  };
  return utterancesOf(transcript.cues).map(({ speaker: label, startMs, endMs, text, evidence }, at) => ({
    ...{ lineId: idOf(), version: 1, place: at + 1, label, attendeeId: attendeeOf(label) },
    ...{ startMs: Math.round(startMs), endMs: endMs === null ? null : Math.round(endMs), heard: text, text },
    ...{ confidence: evidence?.confidence ?? null, spokenOver: evidence?.overlaps ?? false, sure: false },
  }));
}

/** What was used until now is kept beside what came. */
async function giveWay(tx: Tx, { meetingId, transcriptId }: TakenRow): Promise<void> {
  await keepOthers(tx, meetingId, transcriptId);
  await takeAway(tx, meetingId, null);
}

interface Took {
  readonly meeting: Meeting;
  readonly by: Person;
  readonly via: Via;
  readonly taking: TakingIn;
}

/**
 * A person says that it goes on, or Teams began anew when transcription was stopped and started again: what comes goes on
 * from what there is.
 */
function goesOn(known: readonly TakenRow[], { source, follows }: TakingIn): boolean {
  const used = known.filter(({ state }) => state === 'USED');
  return (
    used.length > 0 && (follows !== undefined || (source === 'TEAMS' && used.some((one) => one.source === 'TEAMS')))
  );
}

/** Where what comes begins, on the time of what is there; null where it does not go on from it. */
async function begins(tx: Tx, known: readonly TakenRow[], { meetingId, taking }: Began) {
  if (!goesOn(known, taking)) return null;
  const before = await linesOf(tx, meetingId);
  const names = [
    known.find(({ state, fromMs }) => state === 'USED' && fromMs === 0)?.fileName ?? '',
    taking.fileName,
  ] as const;
  return { before, fromMs: beginningOf({ asked: taking.follows?.offsetMs ?? null, before, names }) };
}

interface Began {
  readonly meetingId: string;
  readonly taking: TakingIn;
}

/** Somebody has worked on the lines: what comes now is kept beside them, and nothing edited is lost. */
const isWorkedOn = async (tx: Tx, { meetingId }: Meeting): Promise<boolean> => {
  const [row] = await tx.query<{ edited: boolean }>(
    `select exists (select from kaigi.minutes_fact f where f.municipality_id = $1 and f.subject_kind = 'transcript'
       and f.subject_id = $2 and f.act = 'EDITED') as edited`,
    [tx.municipalityId, meetingId],
  );
  return row?.edited === true;
};

/**
 * The transcript becomes lines of the meeting, inside the transaction that holds the meeting. The same bytes once more
 * change nothing; where somebody has edited already, or others have the minutes before them, it is kept beside what there is.
 */
export async function takeInto(
  parts: MinutesParts,
  tx: Tx,
  { meeting, by, via, taking }: Took,
): Promise<TakenRow | null> {
  const { clock } = parts;
  const { meetingId, content } = meeting;
  const { source, fileName, bytes, transcript } = taking;
  const lines = linesFrom(transcript, content.attendees, () => newId(clock));
  // While others confirm, sign or decide, nothing is put into what lies before them.
  const newest = await newestProposal(tx, meetingId);
  // Minutes that those who decide have sent back are past being written: what Teams brings late is no reason to change them.
  const isLate = source === 'TEAMS' && newest !== null && newest.state !== 'OVER';
  const closed = !isOpenToChange(meeting) || isLate;
  const known = await transcriptsOf(tx, meetingId);
  const on = closed ? null : await begins(tx, known, { meetingId, taking });
  const state = closed || (on === null && (await isWorkedOn(tx, meeting))) ? 'KEPT' : 'USED';
  const warnings = transcript.warnings.map(({ code, count, lines: at }) => ({
    ...{ code: `minutes.warning_${code}`, params: { count, lines: at.join('、') } },
  }));
  const row: TakenRow = {
    ...{ transcriptId: newId(clock), meetingId, sha256: sha256Hex(bytes), source, fileName, takenAt: clock.now() },
    ...{ takenBy: by, state, timed: transcript.timed, lines: lines.length, fromMs: on?.fromMs ?? 0 },
    remarks: { warnings, doubts: doubtsOf(meeting, transcript) },
  };
  const replaces = state === 'USED' && on === null;
  if (!(await insertTranscript(tx, row))) return null;
  if (replaces) await giveWay(tx, row);
  const put = state !== 'USED' ? [] : on ? countedOn(lines, { ...on, nth: known.length + 1 }) : lines;
  if (put.length > 0) await insertLines(tx, row, put);
  const { sha256, transcriptId } = row;
  const seq = meeting.linesVersion + 1;
  await addFact(tx, clock, {
    ...{ of: 'transcript', meetingId, seq, act: 'TAKEN_IN', actor: by, via },
    ...{
      fact: { transcriptId, sha256, source, state, lines: lines.length, ...(on ? { fromMs: on.fromMs } : {}) },
      change: { fileName, linesDigest: digestOfLines(put) },
    },
  });
  await countOn(tx, { ...meeting, linesVersion: seq });
  // What is kept beside changes nothing of the minutes: those that came back are still as they came back.
  if (state === 'KEPT' && newest?.state === 'BACK' && sameStand(newest.stands, standOf(meeting)))
    await updateProposal(tx, { ...newest, stands: { ...newest.stands, lines: seq } });
  return row;
}

/** @throws conflict `minutes.transcript_doubtful` */
function askAbout(doubts: readonly Remark[], caller: Caller): void {
  if (doubts.length === 0) return;
  const sentences = doubts.map((doubt) => remarkIn(caller.locale, doubt));
  throw conflict('minutes.transcript_doubtful', { doubts: sentences.join('') }, { doubts: sentences });
}

export interface GivenFile {
  readonly meetingId: string;
  readonly file: UploadedFile | null;
  readonly metadata: TakeInMetadata;
}

/**
 * A file of any recogniser becomes the transcript of a meeting.
 * @throws bad-input `minutes.transcript_*`; conflict `minutes.transcript_doubtful`
 */
export async function takeInFile(
  parts: MinutesParts & { readonly readFile: ReadFile },
  caller: Caller,
  { meetingId, file, metadata }: GivenFile,
): Promise<void> {
  if (!file) throw badInput('minutes.transcript_empty');
  // Who may not has nothing read for them.
  await inside(parts, caller, (open) => meetingToEdit(open, meetingId));
  const reading = await parts.readFile({ name: file.fileName, bytes: file.bytes });
  if (reading.refusal) throw badInput(reading.refusal.code, reading.refusal.params);
  await parts.blobs.put(file.bytes);
  await inside(parts, caller, async (open) => {
    const meeting = await meetingToEdit(open, meetingId);
    const known = await transcriptsOf(open.tx, meetingId);
    const sha256 = sha256Hex(file.bytes);
    if (known.some((one) => one.sha256 === sha256)) return;
    const { transcript } = reading;
    if (!metadata.despiteDoubts) askAbout(doubtsOf(meeting, transcript), caller);
    const { follows } = metadata;
    const taking: TakingIn = { source: 'FILE', fileName: file.fileName, bytes: file.bytes, transcript, follows };
    await takeInto(parts, open.tx, { meeting, by: personOf(open.actor), via: caller.via, taking });
  });
  parts.wake();
}

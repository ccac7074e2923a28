import { type Person, personOf } from '../../directory/index.ts';
import { type Clock, newId, sha256Hex, type Tx } from '../../platform/index.ts';
import { badInput, type Caller, conflict, type UploadedFile, type Via } from '../../shared/index.ts';
import { sameStand, standOf } from '../deciding/proposal.ts';
import { newestProposal, updateProposal } from '../deciding/store.ts';
import { digestOfLines } from '../history/lines-seen.ts';
import { addFact } from '../history/store.ts';
import type { TakeInMetadata } from '../lines/contract.ts';
import type { Line } from '../lines/line.ts';
import { insertLines, takeAway } from '../lines/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { meetingToEdit } from '../meetings/service.ts';
import { countOn } from '../meetings/store.ts';
import { inside } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { doubtsOf, linesFrom, warningsOf } from './file-lines.ts';
import { countedOn } from './following.ts';
import { type Place, placeFor, type TakingIn } from './placing.ts';
import { remarkIn } from './present.ts';
import type { ReadFile } from './reader.ts';
import { insertTranscript, keepOthers, type Remark, type TakenRow, transcriptsOf } from './store.ts';

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

/** Lines as they came, and what they are to the minutes. */
interface Placed {
  readonly came: readonly Line[];
  readonly place: Place;
}

function rowFor(clock: Clock, { meeting, by, taking }: Took, { came, place }: Placed): TakenRow {
  const { source, fileName, bytes, transcript } = taking;
  const { meetingId } = meeting;
  return {
    ...{ transcriptId: newId(clock), meetingId, sha256: sha256Hex(bytes), source, fileName, takenAt: clock.now() },
    ...{ takenBy: by, state: place.kind === 'KEPT' ? 'KEPT' : 'USED', timed: transcript.timed, lines: came.length },
    fromMs: place.kind === 'JOINED' ? place.joining.fromMs : 0,
    remarks: { warnings: warningsOf(transcript), doubts: doubtsOf(meeting, transcript) },
  };
}

/** The lines where they belong; answers those that were put there. */
async function putLines(tx: Tx, row: TakenRow, { came, place }: Placed): Promise<readonly Line[]> {
  if (place.kind === 'KEPT') return [];
  if (place.kind === 'INSTEAD') await giveWay(tx, row);
  const put = place.kind === 'JOINED' ? countedOn(came, place.joining) : came;
  if (put.length > 0) await insertLines(tx, row, put);
  return put;
}

interface Noted extends Took {
  readonly row: TakenRow;
  readonly put: readonly Line[];
  readonly place: Place;
}

/** The fact, and the meeting counted on; answers the version of its lines. */
async function note(tx: Tx, clock: Clock, { meeting, by, via, row, put, place }: Noted): Promise<number> {
  const { transcriptId, meetingId, sha256, source, state, lines, fileName, fromMs } = row;
  const seq = meeting.linesVersion + 1;
  await addFact(tx, clock, {
    ...{ of: 'transcript', meetingId, seq, act: 'TAKEN_IN', actor: by, via },
    fact: { transcriptId, sha256, source, state, lines, ...(place.kind === 'JOINED' ? { fromMs } : {}) },
    change: { fileName, linesDigest: digestOfLines(put) },
  });
  await countOn(tx, { ...meeting, linesVersion: seq });
  return seq;
}

/** What is kept beside changes nothing of the minutes: those that came back are still as they came back. */
export async function stillAsTheyCame(tx: Tx, meeting: Meeting, linesVersion: number): Promise<void> {
  const newest = await newestProposal(tx, meeting.meetingId);
  if (newest?.state === 'BACK' && sameStand(newest.stands, standOf(meeting)))
    await updateProposal(tx, { ...newest, stands: { ...newest.stands, lines: linesVersion } });
}

/** The same bytes are there. A file that gave way to another one is used again when somebody brings it once more. */
const isThere = (known: readonly TakenRow[], { sha256, source, state }: TakenRow): boolean =>
  known.some((one) => one.sha256 === sha256 && !(source === 'FILE' && state === 'USED' && one.state === 'KEPT'));

/**
 * The transcript becomes lines of the meeting, inside the transaction that holds the meeting. The same bytes once more
 * change nothing; where somebody has edited already, or others have the minutes before them, it is kept beside what there is.
 */
export async function takeInto(parts: MinutesParts, tx: Tx, took: Took): Promise<TakenRow | null> {
  const { meeting, taking } = took;
  const came = linesFrom(taking.transcript, meeting.content.attendees, () => newId(parts.clock));
  const place = await placeFor(tx, meeting, taking);
  const row = rowFor(parts.clock, took, { came, place });
  if (isThere(await transcriptsOf(tx, meeting.meetingId), row) || !(await insertTranscript(tx, row))) return null;
  const put = await putLines(tx, row, { came, place });
  const seq = await note(tx, parts.clock, { ...took, row, put, place });
  if (place.kind === 'KEPT') await stillAsTheyCame(tx, meeting, seq);
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
    if (known.some((one) => one.sha256 === sha256 && one.state === 'USED')) return;
    const { transcript } = reading;
    if (!metadata.despiteDoubts) askAbout(doubtsOf(meeting, transcript), caller);
    const { follows } = metadata;
    const taking: TakingIn = { source: 'FILE', fileName: file.fileName, bytes: file.bytes, transcript, follows };
    await takeInto(parts, open.tx, { meeting, by: personOf(open.actor), via: caller.via, taking });
  });
  parts.wake();
}

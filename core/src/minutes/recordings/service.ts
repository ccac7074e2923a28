import { personOf } from '../../directory/index.ts';
import { emit, newId, sha256Hex } from '../../platform/index.ts';
import { badInput, type Caller, conflict, type UploadedFile } from '../../shared/index.ts';
import { addFact } from '../history/store.ts';
import { meetingToEdit } from '../meetings/service.ts';
import { inside, looking, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { align } from './aligning.ts';
import type { AlignRecordingInput, BeginRecordingInput, RecordingList, RecordingView } from './contract.ts';
import { kindOf } from './kind.ts';
import { listFor, type RecordingAt, type RecordingParts, recordingFor } from './list.ts';
import { presentRecording } from './present.ts';
import { changed } from './recognition.ts';
import { lengthOf, partsOf, type StoredRecording } from './recording.ts';
import * as store from './store.ts';

export interface GivenPart extends RecordingAt {
  /** From 0. */
  readonly number: number;
  readonly sha256: string;
  readonly file: UploadedFile | null;
}

export interface Recordings {
  /** @throws not-found `minutes.meeting_not_found` */
  list(caller: Caller, meetingId: string): Promise<RecordingList>;
  /**
   * The same file again goes on where it was.
   * @throws bad-input `minutes.recording_empty`, `…_over_limit`; conflict `minutes.recording_too_many`
   */
  begin(caller: Caller, meetingId: string, input: BeginRecordingInput): Promise<RecordingView>;
  /**
   * A part that has come already changes nothing.
   * @throws bad-input `minutes.recording_kind`, `…_part_damaged`, `…_part_unknown`; conflict `minutes.recording_part_early`
   */
  part(caller: Caller, given: GivenPart): Promise<RecordingView>;
  /**
   * Now it is a recording of the meeting. Of the same bytes as another of the meeting, it is that one.
   * @throws conflict `minutes.recording_incomplete`, `…_lost`
   */
  finish(caller: Caller, at: RecordingAt): Promise<RecordingView>;
  /** Only before all of it has come. @throws conflict `minutes.recording_complete` */
  giveUp(caller: Caller, at: RecordingAt): Promise<RecordingList>;
  /** Asks for its transcript once more. @throws conflict `minutes.recording_not_ready` */
  recogniseAgain(caller: Caller, at: RecordingAt): Promise<RecordingView>;
  /** A line is heard at this moment of it: its beginning follows. @throws not-found `minutes.line_not_found` */
  align(caller: Caller, at: RecordingAt, input: AlignRecordingInput): Promise<RecordingList>;
}

const MB = 1024 * 1024;

const viewFor = ({ texts }: MinutesParts, { caller }: Open, recording: StoredRecording): RecordingView =>
  presentRecording(recording, true, { locale: caller.locale, texts });

function begin(
  parts: RecordingParts,
  caller: Caller,
  { meetingId, input }: { readonly meetingId: string; readonly input: BeginRecordingInput },
): Promise<RecordingView> {
  const { bytes: most, partBytes, perMeeting } = parts.recordingLimits;
  const { fileName, bytes, firstSha256, follows = null } = input;
  return inside(parts, caller, async (open) => {
    const { tx, actor } = open;
    await meetingToEdit(open, meetingId);
    if (bytes === 0) throw badInput('minutes.recording_empty', { name: fileName });
    if (bytes > most) throw badInput('minutes.recording_over_limit', { name: fileName, most: most / MB });
    const recording: StoredRecording = {
      ...{ recordingId: newId(parts.clock), meetingId, fileName, bytes, partBytes, firstSha256, received: 0 },
      ...{ kind: null, state: 'UPLOADING', sha256: null, tries: 0, problem: null, transcriptId: null },
      ...{ follows, fromMs: null },
      ...{ begunAt: parts.clock.now(), begunBy: personOf(actor), staffId: actor.staffId },
    };
    const before = await store.begunBefore(tx, recording);
    if (before) return viewFor(parts, open, before);
    if ((await store.recordingsOf(tx, meetingId)).length >= perMeeting)
      throw conflict('minutes.recording_too_many', { most: perMeeting });
    await store.insertRecording(tx, recording);
    return viewFor(parts, open, recording);
  });
}

/** What this part is of the recording; null where it has come already. @throws bad-input, conflict */
function accepted(recording: StoredRecording, { number, sha256, file }: GivenPart): Uint8Array | null {
  if (number >= partsOf(recording)) throw badInput('minutes.recording_part_unknown');
  if (number < recording.received) return null;
  if (number > recording.received) throw conflict('minutes.recording_part_early');
  const isWhole = file?.bytes.length === lengthOf(recording, number) && sha256Hex(file.bytes) === sha256;
  const isFirst = number > 0 || sha256 === recording.firstSha256;
  if (!file || !isWhole || !isFirst) throw badInput('minutes.recording_part_damaged');
  return file.bytes;
}

/** What is no recording is refused with its first part, and nothing of it stays. */
async function part(parts: RecordingParts, caller: Caller, given: GivenPart): Promise<RecordingView> {
  const { incoming } = parts.blobs;
  const { view, refused } = await inside(parts, caller, async (open) => {
    await meetingToEdit(open, given.meetingId, { locked: false });
    const before = await recordingFor(open, given);
    const bytes = accepted(before, given);
    if (!bytes) return { view: viewFor(parts, open, before), refused: null };
    const kind = before.kind ?? kindOf(bytes);
    if (!kind) {
      await store.takeRecordingAway(open.tx, before.recordingId);
      return { view: null, refused: before };
    }
    await incoming.write(before.recordingId, given.number * before.partBytes, bytes);
    const recording = { ...before, kind, received: given.number + 1 };
    await store.updateRecording(open.tx, recording);
    return { view: viewFor(parts, open, recording), refused: null };
  });
  if (view) return view;
  throw badInput('minutes.recording_kind', { name: refused.fileName });
}

/** All of it is there: it becomes a recording of the meeting, or is one already. */
async function stored(parts: RecordingParts, open: Open, { at, sha256 }: { at: RecordingAt; sha256: string }) {
  const { tx, actor, caller } = open;
  const { meetingId } = at;
  await meetingToEdit(open, meetingId);
  const before = await recordingFor(open, at);
  if (before.state !== 'UPLOADING') return before;
  const known = (await store.recordingsOf(tx, meetingId)).find((one) => one.sha256 === sha256);
  if (known) {
    await store.takeRecordingAway(tx, before.recordingId);
    return known;
  }
  const recording: StoredRecording = { ...before, state: 'STORED', sha256 };
  await store.updateRecording(tx, recording);
  const { recordingId, bytes, kind, fileName } = recording;
  await addFact(tx, parts.clock, {
    ...{ of: 'recording', meetingId, seq: (await store.recordingsVersion(tx, meetingId)) + 1, act: 'STORED' },
    ...{ actor: personOf(actor), via: caller.via, fact: { recordingId, sha256, bytes, kind }, change: { fileName } },
  });
  await emit(tx, [changed(recording, 'ASKED')]);
  return recording;
}

async function finish(parts: RecordingParts, caller: Caller, at: RecordingAt): Promise<RecordingView> {
  const { incoming } = parts.blobs;
  const { recordingId } = at;
  const { whole, view } = await inside(parts, caller, async (open) => {
    await meetingToEdit(open, at.meetingId, { locked: false });
    const recording = await recordingFor(open, at);
    if (recording.state !== 'UPLOADING') return { whole: recording, view: viewFor(parts, open, recording) };
    if (recording.received < partsOf(recording)) throw conflict('minutes.recording_incomplete');
    return { whole: recording, view: null };
  });
  if (view) return view;
  const sha256 = await incoming.keep(recordingId, whole.bytes);
  const became = await inside(parts, caller, async (open) => {
    if (sha256 !== null) return viewFor(parts, open, await stored(parts, open, { at, sha256 }));
    const recording = await recordingFor(open, at);
    // Another one who finished it was faster.
    if (recording.state !== 'UPLOADING') return viewFor(parts, open, recording);
    await store.updateRecording(open.tx, { ...recording, received: 0 });
    return null;
  });
  await incoming.forget(recordingId);
  if (!became) throw conflict('minutes.recording_lost');
  parts.wake();
  return became;
}

async function giveUp(parts: RecordingParts, caller: Caller, at: RecordingAt): Promise<RecordingList> {
  const list = await inside(parts, caller, async (open) => {
    await meetingToEdit(open, at.meetingId);
    const recording = await store.readRecording(open.tx, at.recordingId, { locked: true });
    // Pressed twice it is gone once.
    if (recording?.meetingId === at.meetingId) {
      if (recording.state !== 'UPLOADING') throw conflict('minutes.recording_complete');
      await store.takeRecordingAway(open.tx, at.recordingId);
    }
    return listFor(parts, open, at.meetingId);
  });
  await parts.blobs.incoming.forget(at.recordingId);
  return list;
}

async function recogniseAgain(parts: RecordingParts, caller: Caller, at: RecordingAt): Promise<RecordingView> {
  const view = await inside(parts, caller, async (open) => {
    await meetingToEdit(open, at.meetingId);
    const before = await recordingFor(open, at);
    // Pressed twice it is asked for once.
    if (before.state === 'STORED' && before.problem === null) return viewFor(parts, open, before);
    if (before.state !== 'STORED' && before.state !== 'FAILED') throw conflict('minutes.recording_not_ready');
    const recording: StoredRecording = { ...before, state: 'STORED', tries: 0, problem: null };
    await store.updateRecording(open.tx, recording);
    await emit(open.tx, [changed(recording, 'ASKED')]);
    return viewFor(parts, open, recording);
  });
  parts.wake();
  return view;
}

export const createRecordings = (parts: RecordingParts): Recordings => ({
  list: (caller, meetingId) => looking(parts, caller, (open) => listFor(parts, open, meetingId)),
  begin: (caller, meetingId, input) => begin(parts, caller, { meetingId, input }),
  part: (caller, given) => part(parts, caller, given),
  finish: (caller, at) => finish(parts, caller, at),
  giveUp: (caller, at) => giveUp(parts, caller, at),
  recogniseAgain: (caller, at) => recogniseAgain(parts, caller, at),
  align: (caller, at, input) => align(parts, caller, { at, input }),
});

import { type Locale, say, type Texts } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { mayEdit, maySeeWords, type Sight } from '../meetings/policy.ts';
import type { TakenRow } from '../transcripts/store.ts';
import type { RecordingList, RecordingView } from './contract.ts';
import { partsOf, type RecordingLimits, type StoredRecording } from './recording.ts';

export interface RecordingsShown {
  readonly meeting: Meeting;
  readonly recordings: readonly StoredRecording[];
  readonly transcripts: readonly TakenRow[];
  readonly limits: RecordingLimits;
}

interface Reader {
  readonly sight: Sight;
  readonly locale: Locale;
  readonly texts: Texts;
}

export function presentRecording(
  recording: StoredRecording,
  edits: boolean,
  { locale, texts }: Pick<Reader, 'locale' | 'texts'>,
): RecordingView {
  const { recordingId: id, fileName, state, kind, bytes, partBytes, received, begunAt, begunBy: by } = recording;
  const { problem, transcriptId, follows } = recording;
  const waits = state === 'FAILED' || (state === 'STORED' && problem !== null);
  return {
    ...{
      id,
      fileName,
      state,
      kind,
      bytes,
      partBytes,
      parts: partsOf(recording),
      received,
      transcriptId,
      follows: follows !== null,
    },
    ...{ at: begunAt.toISOString(), by },
    // While it is being recognised nothing is wrong yet.
    problem:
      state === 'RECOGNISING' || problem === null
        ? null
        : {
            ...{ code: problem.code, passing: problem.passing },
            sentence: say(texts, problem.code, locale, problem.params) ?? problem.code,
          },
    may: { send: edits && state === 'UPLOADING', recognise: edits && waits, play: state !== 'UPLOADING' },
  };
}

/** The recording that the lines were recognised in; else the newest, for its transcript came from elsewhere. */
function playing(recordings: readonly StoredRecording[], transcripts: readonly TakenRow[]): string | null {
  const whole = recordings.filter(({ state }) => state !== 'UPLOADING');
  const used = new Set(transcripts.filter(({ state }) => state === 'USED').map(({ transcriptId }) => transcriptId));
  const own = whole.findLast(({ transcriptId }) => transcriptId !== null && used.has(transcriptId));
  return (own ?? whole.at(-1))?.recordingId ?? null;
}

/** Those that the lines were recognised in, or all where the words came from elsewhere; by the time on which they begin. */
function heardIn(recordings: readonly StoredRecording[], transcripts: readonly TakenRow[]): RecordingList['plays'] {
  const whole = recordings.filter(({ state }) => state !== 'UPLOADING');
  const used = new Set(transcripts.filter(({ state }) => state === 'USED').map(({ transcriptId }) => transcriptId));
  const own = whole.filter(({ transcriptId }) => transcriptId !== null && used.has(transcriptId));
  return (own.length > 0 ? own : whole)
    .map(({ recordingId, fromMs }) => ({ recordingId, fromMs: fromMs ?? 0 }))
    .toSorted((a, b) => a.fromMs - b.fromMs);
}

/** The recordings of a meeting as this person sees them: none, where they may not hear them. */
export function presentRecordings(
  { meeting, recordings, transcripts, limits }: RecordingsShown,
  reader: Reader,
): RecordingList {
  const [edits, hears] = [mayEdit(meeting, reader.sight), maySeeWords(meeting, reader.sight)];
  return {
    recordings: hears ? recordings.map((one) => presentRecording(one, edits, reader)) : [],
    playsId: hears ? playing(recordings, transcripts) : null,
    plays: hears ? heardIn(recordings, transcripts) : [],
    ...{ mostBytes: limits.bytes, partBytes: limits.partBytes },
    may: { add: edits && recordings.length < limits.perMeeting },
  };
}

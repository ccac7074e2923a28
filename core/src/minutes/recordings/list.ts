import { notFound } from '../../shared/index.ts';
import { meetingFor, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { transcriptsOf } from '../transcripts/store.ts';
import type { RecordingList } from './contract.ts';
import { presentRecordings } from './present.ts';
import type { RecordingLimits, StoredRecording } from './recording.ts';
import * as store from './store.ts';

export interface RecordingAt {
  readonly meetingId: string;
  readonly recordingId: string;
}

export type RecordingParts = MinutesParts & { readonly recordingLimits: RecordingLimits };

/** Held for the transaction. @throws not-found `minutes.recording_not_found` */
export async function recordingFor({ tx }: Open, { meetingId, recordingId }: RecordingAt): Promise<StoredRecording> {
  const recording = await store.readRecording(tx, recordingId, { locked: true });
  if (recording?.meetingId !== meetingId) throw notFound('minutes.recording_not_found');
  return recording;
}

export async function listFor(parts: RecordingParts, open: Open, meetingId: string): Promise<RecordingList> {
  const meeting = await meetingFor(open, meetingId);
  const [recordings, transcripts] = await Promise.all([
    store.recordingsOf(open.tx, meetingId),
    transcriptsOf(open.tx, meetingId),
  ]);
  const shown = { meeting, recordings, transcripts, limits: parts.recordingLimits };
  return presentRecordings(shown, { sight: open.sight, locale: open.caller.locale, texts: parts.texts });
}

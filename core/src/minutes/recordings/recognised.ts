import type { Tx } from '../../platform/index.ts';
import { isOpenToChange } from '../meetings/policy.ts';
import { readMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import type { RecognisedTranscript } from '../recognising/recording.ts';
import { transcriptsOf } from '../transcripts/store.ts';
import { takeInto } from '../transcripts/take-in.ts';
import type { Problem, StoredRecording } from './recording.ts';

/** What was recognised, as it came: it stands behind the lines for good. */
export function asFile({ transcript, recogniser }: RecognisedTranscript, { sha256 }: StoredRecording): Buffer {
  const segments = transcript.cues.map(({ startMs, endMs, text, speaker, evidence }) => ({
    ...{ start: startMs / 1_000, end: (endMs ?? startMs) / 1_000, text, speaker, ...evidence },
  }));
  const { language } = transcript;
  return Buffer.from(JSON.stringify({ recogniser, recording: sha256, language, segments }));
}

export interface Came {
  readonly recording: StoredRecording;
  readonly recognised: RecognisedTranscript;
  readonly bytes: Buffer;
}

const CLOSED: Problem = { code: 'minutes.meeting_closed', params: {}, passing: false };

/** The recording with the transcript that came of it, inside the transaction that holds both. */
export async function withTranscript(
  parts: MinutesParts,
  tx: Tx,
  { recording, recognised, bytes }: Came,
): Promise<StoredRecording> {
  const { meetingId, fileName, begunBy: by, follows } = recording;
  const meeting = await readMeeting(tx, meetingId, { locked: true });
  if (!meeting || !isOpenToChange(meeting)) return { ...recording, state: 'FAILED', problem: CLOSED };
  const { transcript } = recognised;
  const taking = { source: 'RECORDING' as const, fileName, bytes, transcript, follows: follows ?? undefined };
  const taken = await takeInto(parts, tx, { meeting, by, via: 'rules', taking });
  const newest = taken ?? (await transcriptsOf(tx, meetingId)).findLast(({ source }) => source === 'RECORDING');
  // Whoever said where it begins knows better than what was reckoned.
  const fromMs = recording.fromMs ?? (newest?.state === 'USED' ? newest.fromMs : null);
  return { ...recording, state: 'RECOGNISED', problem: null, transcriptId: newest?.transcriptId ?? null, fromMs };
}

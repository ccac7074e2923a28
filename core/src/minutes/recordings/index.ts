import type { Subscriber, Task } from '../../platform/index.ts';
import type { Route } from '../../shared/index.ts';
import { abandonedRecordings } from './abandoned.ts';
import { createPlayback, type Playback } from './playback.ts';
import { type RecognitionParts, recognition } from './recognition.ts';
import { DEFAULT_RECORDING_LIMITS, type RecordingLimits } from './recording.ts';
import { recordingRoutes } from './routes.ts';
import { createRecordings } from './service.ts';

export type { PlayableFile, Playback } from './playback.ts';

export interface RecordingsRoom {
  readonly routes: readonly Route[];
  readonly tasks: Readonly<Record<string, Task>>;
  readonly cron: Readonly<Record<string, string>>;
  readonly subscriber: Subscriber;
  readonly playback: Playback;
}

/** 録音 of meetings: sent in parts, turned into transcripts, played beside them. */
export function createRecordingsRoom(
  parts: RecognitionParts,
  recordingLimits: RecordingLimits = DEFAULT_RECORDING_LIMITS,
): RecordingsRoom {
  const playback = createPlayback(parts);
  const recordings = createRecordings({ ...parts, recordingLimits });
  const { tasks, subscriber } = recognition(parts);
  const abandoned = abandonedRecordings(parts);
  return {
    ...{ routes: recordingRoutes(recordings, playback), playback, subscriber },
    ...{ tasks: { ...tasks, ...abandoned.tasks }, cron: abandoned.cron },
  };
}

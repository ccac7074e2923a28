import type { Follows, RecordingView } from '@kaigi/core/contract';
import { ProblemError, UnreachableError } from '../../api/problem.ts';
import type { RecordingsClient } from '../../api/recordings.ts';

/** How far a recording has come. */
export interface Progress {
  readonly sent: number;
  readonly bytes: number;
  /** There is no connection: it goes on by itself. */
  readonly waiting: boolean;
}

export interface Sending {
  readonly client: Pick<RecordingsClient, 'begin' | 'part' | 'finish'>;
  readonly meetingId: string;
  readonly file: File;
  readonly partBytes: number;
  /** 続き of what is there. */
  readonly follows?: Follows | undefined;
  readonly onProgress: (progress: Progress) => void;
  /** Waits so long, or until the network is back. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const DAMAGED_TRIES = 3;

async function sha256Of(bytes: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What may succeed with nothing changed: no connection, or a service that is busy or starts anew. */
const passes = (error: unknown): boolean =>
  error instanceof UnreachableError ||
  (error instanceof ProblemError && (error.problem.status >= 500 || error.problem.status === 429));

const isDamaged = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'minutes.recording_part_damaged';

/** Does it until it is done or refused for good, however often the line breaks. */
async function patiently<T>({ signal, pause }: Sending, onWait: () => void, step: () => Promise<T>): Promise<T> {
  let damaged = 0;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      signal.throwIfAborted();
      if (isDamaged(error)) damaged += 1;
      if (isDamaged(error) ? damaged >= DAMAGED_TRIES : !passes(error)) throw error;
      onWait();
      const asked = error instanceof ProblemError ? (error.retryAfter ?? 0) * 1_000 : 0;
      await pause(Math.max(asked, Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS)), signal);
      signal.throwIfAborted();
    }
  }
}

/**
 * Sends a recording in parts, from where an earlier attempt with the same file has ended; goes on by itself when the line
 * was broken.
 * @throws ProblemError what is refused for good; the signal's reason
 */
export async function sendRecording(sending: Sending): Promise<RecordingView> {
  const { client, meetingId, file, partBytes, follows, onProgress, signal } = sending;
  const { name: fileName, size: bytes } = file;
  const tell = (received: number, waiting: boolean) =>
    onProgress({ sent: Math.min(received * partBytes, bytes), bytes, waiting });
  const firstSha256 = await sha256Of(file.slice(0, partBytes));
  let recording = await patiently(
    sending,
    () => tell(0, true),
    () => client.begin(meetingId, { fileName, bytes, firstSha256, ...(follows ? { follows } : {}) }, signal),
  );
  while (recording.state === 'UPLOADING' && recording.received < recording.parts) {
    const { id, received: number } = recording;
    tell(number, false);
    const part = file.slice(number * recording.partBytes, (number + 1) * recording.partBytes);
    const sha256 = await sha256Of(part);
    const step = () => client.part(meetingId, id, { number, bytes: part, sha256 }, signal);
    recording = await patiently(sending, () => tell(number, true), step);
  }
  tell(recording.received, false);
  const { id, received } = recording;
  return patiently(
    sending,
    () => tell(received, true),
    () => client.finish(meetingId, id, signal),
  );
}

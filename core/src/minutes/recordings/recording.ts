import type { Person } from '../../directory/index.ts';
import type { ErrorParams } from '../../shared/index.ts';
import type { Follows } from '../lines/contract.ts';
import type { RecordingKind, RecordingState } from './contract.ts';

/** Why a recogniser gave nothing, by the code of its sentence. */
export interface Problem {
  readonly code: string;
  readonly params: ErrorParams;
  /** It is tried again by itself. */
  readonly passing: boolean;
}

/** 録音 of a meeting as it is kept. */
export interface StoredRecording {
  readonly recordingId: string;
  readonly meetingId: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly partBytes: number;
  readonly received: number;
  readonly firstSha256: string;
  readonly kind: RecordingKind | null;
  readonly state: RecordingState;
  /** Null while its parts come. */
  readonly sha256: string | null;
  readonly begunAt: Date;
  readonly begunBy: Person;
  readonly staffId: string;
  readonly tries: number;
  readonly problem: Problem | null;
  readonly transcriptId: string | null;
  /** It goes on from what was there when it was begun. */
  readonly follows: Follows | null;
  /** Where on the time of the lines it begins; null where neither its transcript nor a person has said. */
  readonly fromMs: number | null;
}

export interface RecordingLimits {
  /** Three hours as a CD has them are 1.9 GB. */
  readonly bytes: number;
  /** What a weak line carries in some seconds. */
  readonly partBytes: number;
  readonly perMeeting: number;
}

const MB = 1024 * 1024;
export const DEFAULT_RECORDING_LIMITS: RecordingLimits = { bytes: 2048 * MB, partBytes: 4 * MB, perMeeting: 20 };

export const partsOf = ({ bytes, partBytes }: Pick<StoredRecording, 'bytes' | 'partBytes'>): number =>
  Math.ceil(bytes / partBytes);

/** How many bytes the part of this number must have. */
export const lengthOf = ({ bytes, partBytes }: Pick<StoredRecording, 'bytes' | 'partBytes'>, number: number): number =>
  Math.min(partBytes, bytes - number * partBytes);

const MINUTE = 60_000;
const PAUSES = [1, 5, 15, 60].map((minutes) => minutes * MINUTE);
const LONGEST_PAUSE = 180 * MINUTE;
/** About four days: longer than a weekend with a holiday. */
export const MOST_TRIES = 36;

/** When what passes by itself is tried again; null where it has been tried for long enough. */
export function nextTry({ params }: Pick<Problem, 'params'>, tries: number, now: Date): Date | null {
  if (tries >= MOST_TRIES) return null;
  const asked = Number(params.retryAfterSeconds ?? 0) * 1_000;
  const pause = PAUSES[Math.max(0, tries - 1)] ?? LONGEST_PAUSE;
  return new Date(now.getTime() + Math.max(asked, pause));
}

import type {
  AlignRecordingInput,
  BeginRecordingInput,
  PlayTicket,
  RecordingList,
  RecordingView,
} from '@kaigi/core/contract';
import { json, withFile } from './answers.ts';
import type { Transport } from './transport.ts';

export interface RecordingPart {
  /** From 0. */
  readonly number: number;
  readonly bytes: Blob;
  readonly sha256: string;
}

/** 録音 of a meeting, as the service keeps them. */
export interface RecordingsClient {
  list(meetingId: string, signal?: AbortSignal): Promise<RecordingList>;
  begin(meetingId: string, input: BeginRecordingInput, signal?: AbortSignal): Promise<RecordingView>;
  part(meetingId: string, id: string, part: RecordingPart, signal?: AbortSignal): Promise<RecordingView>;
  finish(meetingId: string, id: string, signal?: AbortSignal): Promise<RecordingView>;
  giveUp(meetingId: string, id: string): Promise<RecordingList>;
  align(meetingId: string, id: string, input: AlignRecordingInput): Promise<RecordingList>;
  recognise(meetingId: string, id: string): Promise<RecordingView>;
  ticket(meetingId: string, id: string): Promise<PlayTicket>;
}

/** A part over the line of a branch office. */
const PART_DEADLINE_MS = 120_000;
/** Two gigabytes are read once more. */
const FINISH_DEADLINE_MS = 120_000;

const formOf = ({ sha256, bytes }: RecordingPart): FormData => withFile({ sha256 }, new File([bytes], 'part'));

export function recordingsClient(transport: Transport): RecordingsClient {
  const all = (meetingId: string) => `/api/v1/meetings/${encodeURIComponent(meetingId)}/recordings`;
  const one = (meetingId: string, id: string, rest = '') => `${all(meetingId)}/${encodeURIComponent(id)}${rest}`;
  const post = <T>(path: string, more: object = {}) => json<T>(transport({ method: 'POST', path, ...more }));
  return {
    list: (meetingId, signal) => json(transport({ method: 'GET', path: all(meetingId), signal })),
    begin: (meetingId, body, signal) => post(all(meetingId), { body, signal }),
    part: (meetingId, id, part, signal) =>
      json(
        transport({
          ...{ method: 'PUT', path: one(meetingId, id, `/parts/${part.number}`), form: formOf(part), signal },
          deadlineMs: PART_DEADLINE_MS,
        }),
      ),
    align: (meetingId, id, body) => post(one(meetingId, id, '/align'), { body }),
    finish: (meetingId, id, signal) => post(one(meetingId, id, '/finish'), { signal, deadlineMs: FINISH_DEADLINE_MS }),
    giveUp: (meetingId, id) => json(transport({ method: 'DELETE', path: one(meetingId, id) })),
    recognise: (meetingId, id) => post(one(meetingId, id, '/recognise')),
    ticket: (meetingId, id) => post(one(meetingId, id, '/ticket')),
  };
}

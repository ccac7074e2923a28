import {
  AlignRecordingInputSchema,
  BeginRecordingInputSchema,
  PlayTicketSchema,
  type RecordingList,
  RecordingListSchema,
  RecordingSchema,
  type RecordingView,
} from '@kaigi/core/contract';
import { SECTION_HEAD } from './people.ts';
import type { Answer, Call } from './stand-in-wire.ts';

/** 録音 of the first meeting. */
export interface RecordingsWorld {
  recordings: RecordingList;
}

export const recordingId = (n: number): string => `0193c0de-0000-7000-9100-00000000000${n}`;
export const PART_BYTES = 64 * 1024;

export const aRecording = (n: number, more: Partial<RecordingView> = {}): RecordingView =>
  RecordingSchema.parse({
    ...{ id: recordingId(n), fileName: `審議会${n}.wav`, state: 'RECOGNISED', kind: 'WAV', bytes: 345_600_044 },
    ...{ partBytes: PART_BYTES, parts: 5274, received: 5274, at: '2026-11-24T08:00:00.000Z', by: SECTION_HEAD },
    ...{ problem: null, transcriptId: 't1', follows: false, may: { send: false, recognise: false, play: true } },
    ...more,
  });

export const theRecordings = (...recordings: readonly RecordingView[]): RecordingList =>
  RecordingListSchema.parse({
    recordings,
    plays: recordings
      .flatMap(({ id, may }, at) => (may.play ? [{ recordingId: id, fromMs: at * 60_000 }] : []))
      .slice(0, 2),
    playsId: recordings.findLast(({ may }) => may.play)?.id ?? null,
    ...{ mostBytes: 2048 * 1024 * 1024, partBytes: PART_BYTES, may: { add: true } },
  });

interface Asked {
  readonly method: string;
  /** Behind `/meetings/{id}/`. */
  readonly rest: string;
  readonly body: unknown;
}

function begun(world: RecordingsWorld, body: unknown): Answer {
  const { fileName, bytes, follows } = BeginRecordingInputSchema.parse(body);
  const { recordings } = world.recordings;
  const known = recordings.find((one) => one.fileName === fileName && one.state === 'UPLOADING');
  if (known) return { body: known };
  const recording = aRecording(recordings.length + 1, {
    ...{ fileName, bytes, state: 'UPLOADING', parts: Math.ceil(bytes / PART_BYTES), received: 0, transcriptId: null },
    follows: follows !== undefined,
    may: { send: true, recognise: false, play: false },
  });
  world.recordings = theRecordings(...recordings, recording);
  return { status: 201, body: recording };
}

function changed(world: RecordingsWorld, recording: RecordingView, change: Partial<RecordingView>): Answer {
  const after = RecordingSchema.parse({ ...recording, ...change });
  world.recordings = theRecordings(...world.recordings.recordings.map((one) => (one.id === after.id ? after : one)));
  return { body: after };
}

const WHOLE = { send: false, recognise: false, play: true };

function aligned(world: RecordingsWorld, { id }: RecordingView, body: unknown): Answer {
  const { atMs } = AlignRecordingInputSchema.parse(body);
  const plays = world.recordings.plays.map((one) => (one.recordingId === id ? { ...one, fromMs: 21_000 - atMs } : one));
  world.recordings = { ...world.recordings, plays };
  return { body: world.recordings };
}

function ofRecording(world: RecordingsWorld, recording: RecordingView, { method, rest, body }: Asked): Answer | null {
  const [, , act, number] = rest.split('/');
  if (act === 'parts') return changed(world, recording, { received: Number(number) + 1 });
  if (act === 'finish' || act === 'recognise')
    return changed(world, recording, { state: 'STORED', problem: null, may: WHOLE });
  if (act === 'align') return aligned(world, recording, body);
  if (act === 'ticket')
    return {
      body: PlayTicketSchema.parse({ path: `${contentOf(recording.id)}?ticket=t`, until: '2026-11-24T09:00:00Z' }),
    };
  if (act !== undefined || method !== 'DELETE') return null;
  world.recordings = theRecordings(...world.recordings.recordings.filter((one) => one !== recording));
  return { body: world.recordings };
}

const contentOf = (id: string): string =>
  `/api/v1/meetings/0193c0de-0000-7000-a000-000000000001/recordings/${id}/content`;

/** The recordings of a meeting; null for whatever else. */
export function ofRecordings(world: RecordingsWorld, asked: Asked): Answer | null {
  const { method, rest, body } = asked;
  if (rest === 'recordings') return method === 'POST' ? begun(world, body) : { body: world.recordings };
  const recording = world.recordings.recordings.find(({ id }) => rest.startsWith(`recordings/${id}`));
  return recording ? ofRecording(world, recording, asked) : null;
}

/** What plays the sound of a recording, by the ranges that a browser asks for. */
export function playing(sound: Buffer): { readonly what: string; readonly answer: (call: Call) => Answer } {
  const answer = ({ headers }: Call): Answer => {
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
    const last = to === '' ? sound.length - 1 : Number(to);
    return {
      ...{ status: 206, body: sound.subarray(Number(from), last + 1) },
      headers: {
        ...{ 'Content-Type': 'audio/wav', 'Accept-Ranges': 'bytes' },
        'Content-Range': `bytes ${from}-${last}/${sound.length}`,
      },
    };
  };
  return { what: `GET ${contentOf(recordingId(1))}`, answer };
}

/** Silence of so many seconds, as a WAV file of 8 bits and 8 kHz. */
export function silence(seconds: number): Buffer {
  const rate = 8_000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + seconds * rate, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(seconds * rate, 40);
  return Buffer.concat([head, Buffer.alloc(seconds * rate, 128)]);
}

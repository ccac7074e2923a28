import { sha256Hex } from '../../platform/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { MeetingLines, MeetingView, RecordingList, RecordingView } from '../contract.ts';
import type { Hints, Recogniser, Recognition } from '../recognising/index.ts';
import { DEFAULT_RECORDING_LIMITS } from './recording.ts';

export const DAY = '2026-11-25';
export const { partBytes: PART, bytes: MOST } = DEFAULT_RECORDING_LIMITS;
/** Of the test file that has opened it. */
export let hall: Hall;
export async function openRecordings(): Promise<void> {
  hall = await openHall(`${DAY}T15:00:00+09:00`);
}

/** Sound of two parts and a bit; `tone` makes it another recording. */
export function wav(tone: number, bytes = 2 * PART + 100): Buffer {
  const sound = Buffer.alloc(bytes, tone);
  sound.write('RIFF', 0, 'latin1');
  sound.write('WAVEfmt ', 8, 'latin1');
  return sound;
}

export const ONE = '/meetings/{id}/recordings/{recordingId}';
export const make = async (name: string) => {
  const body = { title: '予算の打合せ', heldOn: DAY };
  return (await hall.call<MeetingView>(name, 'POST /meetings', { body })).id;
};
export const list = (name: string, id: string) =>
  hall.call<RecordingList>(name, 'GET /meetings/{id}/recordings', { params: { id } });
export const begin = (name: string, id: string, sound: Buffer, more: object = {}) => {
  const body = {
    fileName: '打合せ.wav',
    bytes: sound.length,
    firstSha256: sha256Hex(sound.subarray(0, PART)),
    ...more,
  };
  return hall.call<RecordingView>(name, 'POST /meetings/{id}/recordings', { params: { id }, body });
};
export interface Sent {
  readonly id: string;
  readonly recordingId: string;
  readonly sound: Buffer;
}
export const part = (name: string, { id, recordingId, sound }: Sent, number: number, sha256?: string) => {
  const bytes = sound.subarray(number * PART, (number + 1) * PART);
  return hall.call<RecordingView>(name, `PUT ${ONE}/parts/{number}`, {
    ...{ params: { id, recordingId, number }, body: { sha256: sha256 ?? sha256Hex(bytes) } },
    file: { fileName: 'part', bytes },
  });
};
export const act = <T = RecordingView>(name: string, what: string, { id, recordingId }: Omit<Sent, 'sound'>) =>
  hall.call<T>(name, what, { params: { id, recordingId } });
export const finish = (name: string, sent: Sent) => act(name, `POST ${ONE}/finish`, sent);

export async function sent(name: string, id: string, sound: Buffer): Promise<Sent> {
  const { id: recordingId, parts } = await begin(name, id, sound);
  for (let number = 0; number < parts; number += 1) await part(name, { id, recordingId, sound }, number);
  return { id, recordingId, sound };
}

/** A recogniser that answers in turn what it is told, and tells what it was given. */
export function answering(...answers: (Recognition | (() => Promise<Recognition>))[]) {
  const heard: { path: string; hints: Hints }[] = [];
  const recogniser: Recogniser = {
    name: 'stand-in',
    async recognise({ path: file }, hints, signal) {
      signal.throwIfAborted();
      heard.push({ path: file, hints });
      const answer = answers.shift();
      if (!answer) throw new Error('asked too often');
      return typeof answer === 'function' ? answer() : answer;
    },
  };
  hall.city.suite.useRecogniser(recogniser);
  return heard;
}

export const said = (...texts: string[]): Recognition => ({
  heard: {
    language: 'ja',
    segments: texts.map((text, at) => ({ from: at * 5_000, to: at * 5_000 + 4_000, text, label: `話者${at + 1}` })),
  },
});
export const lines = (id: string) =>
  hall.call<MeetingLines>('drafter', 'GET /meetings/{id}/transcript', { params: { id } });
export const states = async (id: string) => (await list('drafter', id)).recordings.map(({ state }) => state);
export const findings = async (id: string) => {
  const found: string[] = [];
  for await (const one of hall.city.suite.verify(MINATO)) if (one.subject.includes(id)) found.push(one.code);
  return found;
};

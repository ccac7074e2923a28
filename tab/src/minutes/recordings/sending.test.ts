import { describe, expect, it } from '@jest/globals';
import type { RecordingView } from '@kaigi/core/contract';
import { ProblemError, problemOf, UnreachableError } from '../../api/problem.ts';
import { type Progress, type Sending, sendRecording } from './sending.ts';

const PART = 4;
const file = new File(['0123456789'], '庁議.wav');

/** A service that keeps what has come, and loses its connection when it is told to. */
function service(received = 0) {
  const kept: string[] = Array.from({ length: received }, () => '');
  const troubles: Error[] = [];
  const asked: string[] = [];
  const view = (state: RecordingView['state'] = 'UPLOADING'): RecordingView => ({
    ...{ id: 'r', fileName: file.name, state, kind: 'WAV', bytes: file.size, partBytes: PART, parts: 3 },
    ...{ received: kept.length, at: '', by: { staffId: '', name: '', postTitle: '', unitName: '' }, problem: null },
    ...{ transcriptId: null, follows: false, may: { send: true, recognise: false, play: false } },
  });
  const answer = async (what: string, act: () => RecordingView) => {
    asked.push(what);
    const trouble = troubles.shift();
    if (trouble) throw trouble;
    return act();
  };
  const client: Sending['client'] = {
    begin: (_, { firstSha256 }) => answer(`begin ${firstSha256.slice(0, 4)}`, () => view()),
    part: async (_, __, { number, bytes }) => {
      const text = await bytes.text();
      return answer(`part ${number}`, () => {
        kept[number] = text;
        return view();
      });
    },
    finish: () => answer('finish', () => view('STORED')),
  };
  return { client, kept, asked, troubles };
}

function send(client: Sending['client'], signal = new AbortController().signal) {
  const told: Progress[] = [];
  const pauses: number[] = [];
  const done = sendRecording({
    ...{ client, meetingId: 'm', file, partBytes: PART, signal, onProgress: (progress) => told.push(progress) },
    pause: async (ms) => {
      pauses.push(ms);
    },
  });
  return { done, told, pauses };
}

const refusal = (status: number, code: string) =>
  new ProblemError(problemOf(status, { code, status, detail: 'x', errorId: '' }));

describe('M-04: sending a recording', () => {
  it('sends all parts in their order, and says how far it is', async () => {
    const { client, kept, asked } = service();
    const { done, told } = send(client);
    expect((await done).state).toBe('STORED');
    expect(kept.join('')).toBe('0123456789');
    // 「0123」
    expect(asked).toEqual(['begin 1be2', 'part 0', 'part 1', 'part 2', 'finish']);
    expect(told.map(({ sent }) => sent)).toEqual([0, 4, 8, 10]);
  });

  it('goes on from what the service has', async () => {
    const { client, asked } = service(2);
    await send(client).done;
    expect(asked.slice(1)).toEqual(['part 2', 'finish']);
  });

  it('goes on by itself when the line was broken, the service busy or a part damaged', async () => {
    const { client, asked, troubles, kept } = service();
    const { done, told, pauses } = send(client);
    troubles.push(new UnreachableError(), new UnreachableError(), refusal(503, 'x'));
    troubles.push(refusal(400, 'minutes.recording_part_damaged'));
    await done;
    expect(kept.join('')).toBe('0123456789');
    expect(asked.filter((what) => what.startsWith('begin'))).toHaveLength(5);
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(told.filter(({ waiting }) => waiting)).toHaveLength(4);
  });

  it('ends with a refusal that stays, and when it is given up', async () => {
    const refused = service();
    refused.troubles.push(refusal(400, 'minutes.recording_kind'));
    await expect(send(refused.client).done).rejects.toThrow('minutes.recording_kind');
    const given = new AbortController();
    const stopped = service();
    stopped.troubles.push(new UnreachableError());
    given.abort(new Error('given up'));
    await expect(send(stopped.client, given.signal).done).rejects.toThrow('given up');
  });
});

import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  createServer as createHttp,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Hints } from '@kaigi/core/recogniser';
import { createServer, type ServerOptions } from './server.ts';

const HINTS: Hints = { language: 'ja', speakers: 2, hotwords: 'みなと市\n', prompt: '用語：みなと市。' };
const NOBODY_STOPS = new AbortController().signal;

interface Asked {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly fields: ReadonlyMap<string, string>;
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
}

type Respond = (response: ServerResponse) => void;

const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): Respond =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

const failing = (status: number, code: string, headers: Record<string, string> = {}): Respond =>
  answering(
    status,
    { error: { message: 'About 「秘密の発言」.', type: 'invalid_request_error', param: null, code } },
    headers,
  );

/** As a server with Whisper answers. */
const VERBOSE = {
  task: 'transcribe',
  language: 'japanese',
  duration: 6.5,
  text: '始めます。異議ありませんか。',
  segments: [
    {
      id: 0,
      seek: 0,
      start: 0.0,
      end: 2.48,
      text: '始めます。',
      tokens: [50365, 1],
      temperature: 0,
      avg_logprob: -0.21,
      compression_ratio: 1.1,
      no_speech_prob: 0.02,
    },
    {
      id: 1,
      seek: 0,
      start: 2.48,
      end: 6.5,
      text: '異議ありませんか。',
      tokens: [50489],
      temperature: 0,
      avg_logprob: -0.3,
      compression_ratio: 1.1,
      no_speech_prob: 0.02,
    },
  ],
};

/** As one answers that tells voices apart. */
const DIARIZED = {
  task: 'transcribe',
  duration: 5.0,
  text: '始めます。はい。',
  segments: [
    { type: 'transcript.text.segment', id: 'seg_001', start: 0.0, end: 2.5, text: '始めます。', speaker: 'A' },
    { type: 'transcript.text.segment', id: 'seg_002', start: 2.0, end: 5.0, text: 'はい。', speaker: 'B' },
  ],
  usage: { type: 'duration', seconds: 5 },
};

describe('M-04: recognition by a server', () => {
  let home: string;
  let http: Server;
  let asked: Asked[];
  let respond: Respond[];
  let url: string;
  const sound = Buffer.from('RIFF…sound\r\n--kaigi-\r\n\r\n\u0000'.repeat(20_000));

  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'kaigi-speech-server-'));
    await writeFile(path.join(home, 'recording'), sound);
  });

  afterAll(() => rm(home, { recursive: true, force: true }));

  beforeEach(async () => {
    [asked, respond] = [[], []];
    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const one = await readForm(request.url ?? '', request.headers, Buffer.concat(chunks));
      asked.push(one);
      (respond.shift() ?? answering(500, ''))(response);
    };
    http = createHttp((request, response) => void answer(request, response).catch(unlessHungUp));
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1/audio/transcriptions`;
  });

  afterEach(async () => {
    http.closeAllConnections();
    http.close();
    await once(http, 'close');
  });

  const serverWith = (changed: Partial<ServerOptions> = {}) =>
    createServer({ url, model: 'whisper-1', mostMb: 25, key: 'sk-secret', firstPauseMs: 1, ...changed });

  const recognised = (changed: Partial<ServerOptions> = {}, name = '秘密の会議.wav') =>
    serverWith(changed).recognise({ name, path: path.join(home, 'recording') }, HINTS, NOBODY_STOPS);

  it('sends the recording as it is, with what is known beforehand, and reads times', async () => {
    respond = [answering(200, VERBOSE)];
    expect(await recognised()).toEqual({
      heard: {
        segments: [
          { from: 0, to: 2_480, text: '始めます。', label: null },
          { from: 2_480, to: 6_500, text: '異議ありませんか。', label: null },
        ],
        language: 'ja',
      },
    });
    const [one] = asked;
    expect(one?.url).toBe('/v1/audio/transcriptions');
    expect(one?.headers.authorization).toBe('Bearer sk-secret');
    expect(Object.fromEntries(one?.fields ?? [])).toEqual({
      ...{ model: 'whisper-1', language: 'ja', response_format: 'verbose_json', prompt: '用語：みなと市。' },
    });
    expect(one?.file?.name).toBe('recording.wav');
    expect(one?.file?.bytes.equals(sound)).toBe(true);
  });

  it('M-06: asks a model that tells voices apart for its labels, which become ours', async () => {
    respond = [answering(200, DIARIZED)];
    const { heard } = await recognised({ model: 'gpt-4o-transcribe-diarize', key: null }, 'a.M4A');
    expect(heard?.segments).toEqual([
      { from: 0, to: 2_500, text: '始めます。', label: '話者1', overlaps: true },
      { from: 2_000, to: 5_000, text: 'はい。', label: '話者2', overlaps: true },
    ]);
    expect(Object.fromEntries(asked[0]?.fields ?? [])).toEqual({
      ...{
        model: 'gpt-4o-transcribe-diarize',
        language: 'ja',
        response_format: 'diarized_json',
        chunking_strategy: 'auto',
      },
    });
    expect(asked[0]?.headers.authorization).toBeUndefined();
    expect(asked[0]?.file?.name).toBe('recording.m4a');
  });

  it('waits as long as it is told to, and sends the whole recording again', async () => {
    respond = [
      failing(429, 'rate_limit_exceeded', { 'retry-after': '0' }),
      failing(503, 'overloaded'),
      answering(200, VERBOSE),
    ];
    expect((await recognised()).heard?.segments).toHaveLength(2);
    expect(asked.map(({ file }) => file?.bytes.length)).toEqual([sound.length, sound.length, sound.length]);
  });

  it('does not wait for an hour: it says when to come again', async () => {
    respond = [failing(429, 'rate_limit_exceeded', { 'retry-after': '3600' })];
    const { refusal } = await recognised();
    expect(refusal).toMatchObject({
      code: 'minutes.recogniser_busy',
      params: { retryAfterSeconds: 3_600 },
      passing: true,
    });
    expect(asked).toHaveLength(1);
  });

  it.each<[string, Respond, string, number, boolean]>([
    ['a wrong key', failing(401, 'invalid_api_key'), 'recogniser_not_admitted', 1, false],
    ['a key that may not', failing(403, 'forbidden'), 'recogniser_not_admitted', 1, false],
    ['an unknown model', failing(404, 'model_not_found'), 'recogniser_not_found', 1, false],
    ['a used-up quota', failing(429, 'insufficient_quota'), 'recogniser_quota', 1, false],
    ['a format it does not know', failing(400, 'invalid_value'), 'recogniser_refused', 1, false],
    ['another address', answering(302, '', { location: 'https://elsewhere.example' }), 'recogniser_refused', 1, false],
    ['a fault', answering(500, 'oops'), 'recogniser_unreachable', 1, true],
    ['a page in place of an answer', answering(200, '<html></html>'), 'recogniser_answer_unreadable', 1, false],
    ['words without times', answering(200, { text: 'はい。' }), 'recogniser_untimed', 1, false],
    ['a server that hangs up', (response) => response.destroy(), 'recogniser_unreachable', 3, true],
    ['an answer that is cut', cut, 'recogniser_unreachable', 3, true],
    ['a crowd', failing(503, 'overloaded'), 'recogniser_busy', 3, true],
  ])('says what is wrong with %s, and quotes nothing of it', async (_, how, code, tries, passing) => {
    respond = [how, how, how];
    const { refusal } = await recognised();
    expect(refusal).toMatchObject({ code: `minutes.${code}`, passing });
    expect(JSON.stringify(refusal)).not.toContain('秘密');
    expect(asked).toHaveLength(tries);
  });

  it('hears a refusal that comes before everything was sent', async () => {
    http.removeAllListeners('request').on('request', (_, response) => failing(413, 'x')(response));
    await writeFile(path.join(home, 'long'), Buffer.alloc(20 * 1024 * 1024));
    const long = { name: 'a.wav', path: path.join(home, 'long') };
    const { refusal } = await serverWith().recognise(long, HINTS, NOBODY_STOPS);
    expect(refusal).toMatchObject({ code: 'minutes.recogniser_refused', params: { status: 413, reason: 'too_large' } });
  });

  it('says so where nobody listens', async () => {
    const { refusal } = await recognised({ url: 'http://127.0.0.1:9/v1/audio/transcriptions' });
    expect(refusal).toMatchObject({
      code: 'minutes.recogniser_unreachable',
      params: { host: '127.0.0.1:9' },
      passing: true,
    });
  });

  it('sends nothing that is too large or empty', async () => {
    const large = await recognised({ mostMb: 0 });
    expect(large.refusal).toMatchObject({ code: 'minutes.recording_too_large', params: { megabytes: 1, most: 0 } });
    await writeFile(path.join(home, 'empty'), '');
    const empty = { name: 'a.mp3', path: path.join(home, 'empty') };
    const { refusal } = await serverWith().recognise(empty, HINTS, NOBODY_STOPS);
    expect(refusal?.code).toBe('minutes.recording_empty');
    expect(asked).toEqual([]);
  });

  it('gives up at its deadline, and at once when it is stopped', async () => {
    respond = [() => undefined];
    const slow = await recognised({ deadlineMinutes: 0.01 });
    expect(slow.refusal?.code).toBe('minutes.recogniser_too_slow');
    const stopping = new AbortController();
    respond = [() => stopping.abort(new RangeError('stopped'))];
    const stopped = serverWith().recognise(
      { name: 'a.wav', path: path.join(home, 'recording') },
      HINTS,
      stopping.signal,
    );
    await expect(stopped).rejects.toThrow('stopped');
  });
});

/** On a busy machine somebody's time is over before all of the question was read. */
function unlessHungUp(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ECONNRESET') throw error;
}

function cut(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"text":"', () => response.destroy());
}

/** The form as an independent reader understands it. */
async function readForm(url: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Asked> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': headers['content-type'] ?? '' },
  }).formData();
  const fields = new Map<string, string>();
  let file: Asked['file'] = null;
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.set(name, value);
    else file = { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) };
  }
  return { url, headers, fields, file };
}

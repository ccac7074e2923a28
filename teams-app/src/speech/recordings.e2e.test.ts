import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MeetingLines, MeetingView, PlayTicket, RecordingList, RecordingView } from '@kaigi/core/contract';
import { freePort } from '@kaigi/core/free-port';
import { type TestDatabase, testDatabase } from '@kaigi/core/testing';
import { CLIENT_ID } from '../testing/entra.ts';
import { launch, type Running, ready, type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { wavOf } from './testing/wav-of.ts';

let database: TestDatabase;
let home: string;
let url: string;
let sandbox: SandboxProcess;
let service: Running;
let speech: Server;
const heard: Buffer[] = [];

/** A speech server that hears the same in everything. */
async function startSpeech(): Promise<string> {
  speech = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    heard.push(Buffer.concat(pieces));
    const segments = [
      { id: 0, start: 0.5, end: 2, text: '始めます。' },
      { id: 1, start: 6, end: 8, text: '異議ありませんか。' },
    ];
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ task: 'transcribe', language: 'japanese', duration: 8, text: '…', segments }));
  });
  speech.listen(0, '127.0.0.1');
  await once(speech, 'listening');
  return `http://127.0.0.1:${(speech.address() as AddressInfo).port}/v1`;
}

beforeAll(async () => {
  database = await testDatabase();
  home = await mkdtemp(path.join(os.tmpdir(), 'kaigi-recordings-'));
  const port = await freePort();
  url = `http://localhost:${port}`;
  sandbox = await startSandbox(url);
  service = launch('teams-app/src/main.ts', {
    ...{ PORT: String(port), KAIGI_SANDBOX_URL: sandbox.url, KAIGI_HOME: home, DATABASE_URL: database.url },
    ...{ KAIGI_SPEECH_URL: await startSpeech(), KAIGI_SPEECH_MODEL: 'whisper-1' },
  });
  await ready(service, `${url}/readyz`);
});
afterAll(async () => {
  service.process.kill('SIGKILL');
  await service.ended;
  await sandbox.stop();
  speech.close();
  await database.close();
  await rm(home, { recursive: true });
});

async function signIn(person: string): Promise<string> {
  const response = await fetch(`${sandbox.url}/minato.example/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ grant_type: 'password', client_id: CLIENT_ID },
      ...{ username: `${person}@minato.example`, password: `${person}@minato.example` },
      scope: `api://${new URL(url).host}/${CLIENT_ID}/access_as_user`,
    }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A minute of sound in two parts. */
const sound = wavOf(
  Array.from({ length: 60 * 48_000 }, (_, at) => Math.sin(at / 20) / 4),
  { rate: 48_000 },
);

describe('M-04, M-08: a recording in the started service', () => {
  it('comes in parts, becomes the transcript by the configured server, and is played by ranges', async () => {
    const token = await signIn('drafter');
    const ask = async <T>(method: string, at: string, body?: object): Promise<T> => {
      const headers = new Headers({ authorization: `Bearer ${token}` });
      const json = body === undefined || body instanceof FormData ? null : JSON.stringify(body);
      if (json !== null) headers.set('content-type', 'application/json');
      const sent = body instanceof FormData ? body : json;
      const response = await fetch(`${url}/api/v1${at}`, { method, headers, body: sent });
      const answer = (await response.json()) as T;
      expect({ at, answer, fine: response.ok }).toMatchObject({ fine: true });
      return answer;
    };
    const { id } = await ask<MeetingView>('POST', '/meetings', { title: '庁議', heldOn: '2026-11-24' });
    const all = `/meetings/${id}/recordings`;
    const { partBytes } = await ask<RecordingList>('GET', all);
    const firstSha256 = sha256(sound.subarray(0, partBytes));
    const begun = { fileName: '庁議.wav', bytes: sound.length, firstSha256 };
    const recording = await ask<RecordingView>('POST', all, begun);
    expect(recording.parts).toBe(2);
    for (let number = 0; number < recording.parts; number += 1) {
      const bytes = sound.subarray(number * partBytes, (number + 1) * partBytes);
      const form = new FormData();
      form.append('metadata', JSON.stringify({ sha256: sha256(bytes) }));
      form.append('file', new Blob([bytes]), 'part');
      await ask('PUT', `${all}/${recording.id}/parts/${number}`, form);
    }
    await ask('POST', `${all}/${recording.id}/finish`);
    while ((await ask<RecordingList>('GET', all)).recordings[0]?.state !== 'RECOGNISED') await pause(100);
    const { lines } = await ask<MeetingLines>('GET', `/meetings/${id}/transcript`);
    expect(lines.map(({ startMs, text }) => [startMs, text])).toEqual([
      [500, '始めます。'],
      [6_000, '異議ありませんか。'],
    ]);
    expect(heard).toHaveLength(1);
    expect(heard[0]?.includes(sound)).toBe(true);
    const { path: address } = await ask<PlayTicket>('POST', `${all}/${recording.id}/ticket`);
    const played = await fetch(url + address, { headers: { range: 'bytes=4000000-4000999' } });
    expect([played.status, played.headers.get('content-type')]).toEqual([206, 'audio/wav']);
    expect(Buffer.from(await played.arrayBuffer()).equals(sound.subarray(4_000_000, 4_001_000))).toBe(true);
    expect(service.output()).not.toMatch(/ticket=|庁議/);
  });
});

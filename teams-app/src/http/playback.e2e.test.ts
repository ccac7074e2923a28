import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { notAllowed } from '@kaigi/core/shared';
import { type Entra, startEntra } from '../testing/entra.ts';
import { type ServiceUnderTest, startServiceUnderTest } from '../testing/service-under-test.ts';

const BYTES = 300_000;
const SOUND = Buffer.from(Array.from({ length: BYTES }, (_, at) => at % 251));
const ADDRESS = `/api/v1/meetings/${crypto.randomUUID()}/recordings/${crypto.randomUUID()}/content`;
const TICKET = 'a-ticket-of-some-minutes';

let entra: Entra;
let service: ServiceUnderTest;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-playback-'));
  const file = path.join(folder, 'sound');
  await writeFile(file, SOUND);
  entra = await startEntra();
  service = await startServiceUnderTest(entra, {
    playback: {
      async content({ ticket }) {
        if (ticket !== TICKET) throw notAllowed('things.forbidden');
        return { path: file, bytes: BYTES, mediaType: 'audio/wav' };
      },
    },
  });
});
afterAll(async () => {
  await service.close();
  await entra.close();
  await rm(folder, { recursive: true });
});

const ask = (range?: string, ticket = TICKET) =>
  fetch(`${service.url}${ADDRESS}?ticket=${ticket}`, range === undefined ? {} : { headers: { range } });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('M-08: the bytes of a recording', () => {
  it('come whole where no range is asked for, and stay in no store', async () => {
    const response = await ask();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...{ 'accept-ranges': 'bytes', 'content-length': String(BYTES), 'content-type': 'audio/wav' },
      ...{ 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' },
    });
    expect((await bytesOf(response)).equals(SOUND)).toBe(true);
  });

  it('come by ranges, so that a player may begin anywhere', async () => {
    const response = await ask('bytes=100000-100999');
    expect([response.status, response.headers.get('content-range')]).toEqual([206, `bytes 100000-100999/${BYTES}`]);
    expect((await bytesOf(response)).equals(SOUND.subarray(100_000, 101_000))).toBe(true);
    expect((await bytesOf(await ask('bytes=-10'))).equals(SOUND.subarray(-10))).toBe(true);
    const beyond = await ask(`bytes=${BYTES}-`);
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${BYTES}`]);
  });

  it('come to nobody without a ticket, and the ticket stands in no log', async () => {
    const refused = await ask('bytes=0-', 'another');
    expect(refused.status).toBe(403);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect((await fetch(`${service.url}${ADDRESS}`)).status).toBe(403);
    expect((await fetch(`${service.url}/api/v1/meetings/1/recordings/2/content?ticket=${TICKET}`)).status).toBe(404);
    expect(service.log()).toContain('/content');
    expect(service.log()).not.toMatch(/a-ticket|another/);
  });
});

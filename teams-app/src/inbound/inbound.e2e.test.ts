import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@kaigi/core/free-port';
import { type TestDatabase, testDatabase } from '@kaigi/core/testing';
import { sampleDocx } from '../cli/sample-docx.ts';
import { CLIENT_ID } from '../testing/entra.ts';
import { launch, type Running, ready, type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { signatureOf } from './signature.ts';

const MINATO = '6d696e61-746f-4000-8000-000000000001';
const YAMATO = '79616d61-746f-4000-8000-000000000002';
const KEY = Buffer.from('the key of the finance system');
const OTHER_KEY = Buffer.from('the key of the other system..');
const senders = [
  ['zaimu', MINATO, KEY],
  ['other', YAMATO, OTHER_KEY],
] as const;

let database: TestDatabase;
let home: string;
let url: string;
let sandbox: SandboxProcess;
let service: Running;

beforeAll(async () => {
  database = await testDatabase();
  home = await mkdtemp(path.join(os.tmpdir(), 'kaigi-inbound-'));
  const port = await freePort();
  url = `http://localhost:${port}`;
  sandbox = await startSandbox(url);
  service = launch('teams-app/src/main.ts', {
    PORT: String(port),
    KAIGI_SANDBOX_URL: sandbox.url,
    KAIGI_HOME: home,
    DATABASE_URL: database.url,
    KAIGI_SENDERS: senders.map(([name, id, key]) => `${name}@${id}=whsec_${key.toString('base64')}`).join(','),
  });
  await ready(service, `${url}/readyz`);
});
afterAll(async () => {
  service.process.kill('SIGKILL');
  await service.ended;
  await sandbox.stop();
  await database.close();
  await rm(home, { recursive: true });
});

const CASE = { title: '消耗品の購入', proposalText: '伺います。', classificationCode: 'A-01-01' };
const sent = (more: object = {}) => ({
  drafter: 'drafter@minato.example',
  externalId: 'zaimu-2026-0007',
  case: CASE,
  document: { fileName: '伺い.docx', base64: Buffer.from(sampleDocx(['消耗品の購入'])).toString('base64') },
  ...more,
});

interface Sending {
  readonly sender?: string;
  readonly key?: Uint8Array;
  readonly id?: string;
  readonly headers?: Record<string, string>;
}

async function send(body: unknown, { sender = 'zaimu', key = KEY, id = crypto.randomUUID(), headers }: Sending = {}) {
  const bytes = Buffer.from(JSON.stringify(body));
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = `v1,${signatureOf(key, { id, timestamp }, bytes).toString('base64')}`;
  const response = await fetch(`${url}/api/v1/inbound/${sender}/cases`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
      ...headers,
    },
    body: bytes,
  });
  const answer = (await response.json()) as { caseId: string; status: string; code?: string };
  return { status: response.status, answer };
}

async function readAs(person: string, caseId: string): Promise<unknown> {
  const signedIn = await fetch(`${sandbox.url}/minato.example/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: CLIENT_ID,
      username: `${person}@minato.example`,
      password: `${person}@minato.example`,
      scope: `api://${new URL(url).host}/${CLIENT_ID}/access_as_user`,
    }),
  });
  const { access_token } = (await signedIn.json()) as { access_token: string };
  const response = await fetch(`${url}/api/v1/cases/${caseId}`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  return response.json();
}

describe('A-42: a case from another system', () => {
  it('A-42: is a draft of the person named, once, however often it is sent', async () => {
    const id = crypto.randomUUID();
    const first = await send(sent(), { id });
    expect(first).toMatchObject({ status: 201, answer: { status: 'DRAFT' } });
    const again = await send(sent(), { id });
    const anew = await send(sent());
    expect([again.answer.caseId, anew.answer.caseId]).toEqual([first.answer.caseId, first.answer.caseId]);
    expect(await readAs('drafter', first.answer.caseId)).toMatchObject({
      title: CASE.title,
      proposalText: CASE.proposalText,
      drafter: { name: '青波 はるか' },
      status: 'DRAFT',
      externalId: 'zaimu-2026-0007',
    });
    expect(await readAs('section-head', first.answer.caseId)).toMatchObject({ code: 'approvals.not_found' });
  });

  it.each<[string, Sending, string]>([
    ['signed with another key', { key: OTHER_KEY }, 'sign_in.wrong_signature'],
    ['of a sender that nobody knows', { sender: 'nobody' }, 'sign_in.wrong_signature'],
    ['with another id than was signed', { headers: { 'webhook-id': 'other' } }, 'sign_in.wrong_signature'],
    ['without a signature', { headers: { 'webhook-signature': '' } }, 'sign_in.wrong_signature'],
  ])('A-42: %s is refused', async (_, sending, code) => {
    expect(await send(sent(), sending)).toMatchObject({ status: 401, answer: { code } });
  });

  it('A-42: is refused for somebody of another municipality, and for what is no draft', async () => {
    const foreign = await send(sent(), { sender: 'other', key: OTHER_KEY });
    expect(foreign).toMatchObject({ status: 400, answer: { code: 'http.unknown_drafter' } });
    for (const more of [{ drafter: 'nobody@minato.example' }, { case: { ...CASE, status: 'DECIDED' } }, { act: 'x' }])
      expect((await send(sent(more))).status).toBe(400);
  });
});

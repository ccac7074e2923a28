import { createDecipheriv, createHmac, privateDecrypt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../server.ts';
import { type Contract, disagreements, loadContract } from '../testing/contract.ts';
import { type Answer, appTokenFor, call, startSandbox, TestClock, until } from '../testing/tenant.ts';
import { CERTIFICATE, PRIVATE_KEY } from './certificate.fixture.ts';

const GRAPH = 'https://graph.microsoft.com';
const DRAFTER = 'drafter@minato.example';
const clock = new TestClock();
// biome-ignore lint/suspicious/noExplicitAny: tests look into news of every shape
let received: any[] = [];
let failures = 0;
let answersHandshake = true;
let endpoint: Server;
let url = '';
let sandbox: Sandbox;
let token = '';
let contract: Contract | null;
beforeAll(async () => {
  clock.toMidweek();
  sandbox = await startSandbox({ now: clock.now });
  token = await appTokenFor(sandbox, GRAPH);
  contract = await loadContract();
  endpoint = createServer(async (request, response) => {
    const asked = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
    if (asked !== null) {
      response.writeHead(answersHandshake ? 200 : 404, { 'content-type': 'text/plain' }).end(asked);
      return;
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (failures > 0) {
      failures -= 1;
      response.writeHead(503).end();
      return;
    }
    received.push(JSON.parse(Buffer.concat(parts).toString('utf8')));
    response.writeHead(202).end();
  });
  await new Promise<void>((done) => endpoint.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/news`;
});
afterAll(async () => {
  endpoint.closeAllConnections();
  endpoint.close();
  await sandbox.close();
});
afterEach(async () => {
  await news('deliver');
  for (const { id } of (await ask('GET', '/subscriptions')).json.value) await ask('DELETE', `/subscriptions/${id}`);
  received = [];
  failures = 0;
  answersHandshake = true;
});

const typed = { 'content-type': 'application/json' };
const ask = (method: string, path: string, body?: object): Promise<Answer> =>
  call(`${sandbox.url}/v1.0${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? typed : {}) },
    body: body ? JSON.stringify(body) : null,
  });
const desk = (method: string, path: string, body: object) =>
  call(`${sandbox.url}/sandbox${path}`, { method, headers: typed, body: JSON.stringify(body) });
const news = (mode: string) => desk('PATCH', '/meeting-policy/minato.example', { news: mode });
const inMinutes = (minutes: number) => new Date(clock.now() + minutes * 60_000).toISOString();
const wish = (more: object = {}) => ({
  changeType: 'created,updated,deleted',
  resource: `users/${DRAFTER}/events`,
  notificationUrl: url,
  lifecycleNotificationUrl: url,
  expirationDateTime: inMinutes(10_000),
  clientState: 'secret',
  ...more,
});
const subscribed = async (more: object = {}) => (await ask('POST', '/subscriptions', wish(more))).json.id as string;
const made = async (subject = '打合せ') => {
  const time = (hour: string) => ({ dateTime: `2027-03-01T${hour}:00:00`, timeZone: 'UTC' });
  return (await ask('POST', `/users/${DRAFTER}/events`, { subject, start: time('01'), end: time('02') })).json
    .id as string;
};
const items = () => received.flatMap(({ value }) => value);
const after = (count: number) =>
  until(
    async () => items(),
    (all) => all.length >= count,
  );

describe('a subscription to somebody’s events', () => {
  it('tells of what is made, changed and deleted, with its secret', async () => {
    const subscriptionId = await subscribed();
    const id = await made();
    await ask('PATCH', `/users/${DRAFTER}/events/${id}`, { subject: '変更' });
    await ask('DELETE', `/users/${DRAFTER}/events/${id}`);
    const told = await after(3);
    expect(told.map(({ changeType }) => changeType).sort()).toEqual(['created', 'deleted', 'updated']);
    for (const item of told) {
      expect(item).toMatchObject({ subscriptionId, clientState: 'secret', resourceData: { id } });
      const agrees = contract?.schemaOf('microsoft.graph.changeNotification', { strict: true });
      expect([agrees?.(item) ?? true, agrees?.errors ?? null]).toEqual([true, null]);
    }
  });

  it('tells nothing of others, nor of changes that were not asked for', async () => {
    await subscribed({ changeType: 'deleted' });
    const id = await made();
    await ask('DELETE', `/users/${DRAFTER}/events/${id}`);
    expect((await after(1)).map(({ changeType }) => changeType)).toEqual(['deleted']);
    await news('lose');
    await made();
    await news('deliver');
    const last = await made('最後');
    await ask('DELETE', `/users/${DRAFTER}/events/${last}`);
    expect((await after(2)).map(({ resourceData }) => resourceData.id)).toEqual([id, last]);
  });

  it('tries again when nobody takes the news', async () => {
    await subscribed();
    failures = 2;
    await made();
    expect(await after(1)).toHaveLength(1);
    expect(failures).toBe(0);
  });

  it('can tell twice, the later first, or with forged news beside the true', async () => {
    const subscriptionId = await subscribed();
    await news('twice');
    const first = await made();
    expect((await after(2)).map(({ resourceData }) => resourceData.id)).toEqual([first, first]);
    received = [];
    await news('outOfOrder');
    const [early, late] = [await made('先'), await made('後')];
    expect((await after(2)).map(({ resourceData }) => resourceData.id)).toEqual([late, early]);
    received = [];
    await news('forged');
    await made();
    const forged = await after(3);
    expect(forged.map((item) => [item.subscriptionId === subscriptionId, item.clientState])).toEqual([
      [true, 'secret'],
      [true, 'guessed'],
      [false, 'secret'],
    ]);
  });

  it('brings what changed along, readable by the holder of the key only', async () => {
    const rich = {
      resource: `users/${DRAFTER}/events?$select=subject`,
      includeResourceData: true,
      encryptionCertificate: CERTIFICATE,
      encryptionCertificateId: 'key-1',
      expirationDateTime: inMinutes(1_400),
    };
    await subscribed(rich);
    await made('議会答弁の検討');
    await after(1);
    const [{ value, validationTokens }] = received;
    const { data, dataKey, dataSignature } = value[0].encryptedContent;
    const key = privateDecrypt(PRIVATE_KEY, Buffer.from(dataKey, 'base64'));
    const bytes = Buffer.from(data, 'base64');
    expect(createHmac('sha256', key).update(bytes).digest('base64')).toBe(dataSignature);
    const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
    const plain = Buffer.concat([cipher.update(bytes), cipher.final()]).toString('utf8');
    expect(JSON.parse(plain)).toMatchObject({ subject: '議会答弁の検討' });
    const claims = JSON.parse(Buffer.from(validationTokens[0].split('.')[1], 'base64url').toString('utf8'));
    expect(claims.appid).toBe('0bf30f3b-4a52-48df-9a82-234910c4a086');
    expect(JSON.stringify(received)).not.toContain('議会答弁');
    expect((await ask('POST', '/subscriptions', wish({ ...rich, expirationDateTime: inMinutes(1_500) }))).status).toBe(
      400,
    );
  });

  it('lasts a week at most and is renewed; Microsoft asks for authorization, misses news, or drops it', async () => {
    const id = await subscribed();
    const renewed = await ask('PATCH', `/subscriptions/${id}`, { expirationDateTime: inMinutes(10_080) });
    expect([renewed.status, renewed.json.expirationDateTime]).toEqual([200, expect.any(String)]);
    expect((await ask('PATCH', `/subscriptions/${id}`, { expirationDateTime: inMinutes(10_100) })).status).toBe(400);
    const lifecycle = (event: string) => desk('POST', `/subscriptions/minato.example/${id}/lifecycle`, { event });
    const awaits = async () =>
      (await call(`${sandbox.url}/sandbox/subscriptions/minato.example`)).json.items[0].awaitsReauthorization;
    await lifecycle('reauthorizationRequired');
    expect(await awaits()).toBe(true);
    expect((await ask('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204);
    expect(await awaits()).toBe(false);
    for (const event of ['missed', 'subscriptionRemoved']) await lifecycle(event);
    expect(items().map(({ lifecycleEvent }) => lifecycleEvent)).toEqual([
      'reauthorizationRequired',
      'missed',
      'subscriptionRemoved',
    ]);
    expect((await ask('GET', `/subscriptions/${id}`)).status).toBe(404);
    const agrees = contract?.schemaOf('microsoft.graph.changeNotification', { strict: true });
    for (const item of items()) expect([agrees?.(item) ?? true, agrees?.errors ?? null]).toEqual([true, null]);
  });

  it('is listed with the others a page at a time, each once', async () => {
    const made = new Set<string>();
    for (let turn = 0; turn < 21; turn += 1)
      for (const id of await Promise.all(Array.from({ length: 10 }, () => subscribed()))) made.add(id);
    const listed: string[] = [];
    for (let path = '/subscriptions'; path !== ''; ) {
      const answer = await ask('GET', path);
      expect(disagreements(contract, { method: 'GET', path: '/subscriptions' }, answer)).toEqual([]);
      listed.push(...answer.json.value.map(({ id }: { id: string }) => id));
      path = (answer.json['@odata.nextLink'] ?? '').replace(`${GRAPH}/v1.0`, '');
    }
    expect(listed.sort()).toEqual([...made].sort());
    for (const id of made) await ask('DELETE', `/subscriptions/${id}`);
  });

  it.each([
    ['longer than a week', () => ({ expirationDateTime: inMinutes(10_081) }), 400],
    ['a mailbox that nobody has', () => ({ resource: 'users/nobody@minato.example/events' }), 404],
    ['another kind of change', () => ({ changeType: 'moved' }), 400],
    ['what the sandbox has no news of', () => ({ resource: 'users' }), 400],
    ['resource data without a certificate', () => ({ includeResourceData: true }), 400],
    ['an address elsewhere', () => ({ notificationUrl: 'https://kaigi.example/news' }), 400],
  ])('is refused for %s', async (...[, more, status]) => {
    expect((await ask('POST', '/subscriptions', wish(more()))).status).toBe(status);
  });

  it('is refused where nobody answers the handshake', async () => {
    answersHandshake = false;
    expect((await ask('POST', '/subscriptions', wish())).status).toBe(400);
  });

  it('is refused to the thousand and first of one mailbox', async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.all(Array.from({ length: 100 }, () => subscribed()));
    expect((await ask('POST', '/subscriptions', wish())).status).toBe(403);
  });
});

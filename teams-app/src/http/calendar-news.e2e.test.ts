import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@kaigi/core/free-port';
import { type TestDatabase, testDatabase } from '@kaigi/core/testing';
import { launch, type Running, ready, type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { sandboxDesk, until } from '../testing/sandbox-desk.ts';

interface Subscription {
  readonly id: string;
  readonly notificationUrl: string;
  readonly clientState: string;
  readonly resource: string;
}

const MINATO = '6d696e61-746f-4000-8000-000000000001';
const DRAFTER = 'drafter@minato.example';
// Once: it may turn while the test runs.
const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
/** No process waits longer for the sandbox than this; Microsoft waits 3 s for the answer to its news. */
const ANSWERED_WITHIN_MS = 3_000;

let database: TestDatabase;
let home: string;
let port: number;
let url: string;
let sandbox: SandboxProcess;
let service: Running;

async function startService(): Promise<void> {
  const env = { PORT: String(port), KAIGI_SANDBOX_URL: sandbox.url, KAIGI_HOME: home, DATABASE_URL: database.url };
  service = launch('teams-app/src/main.ts', env);
  await ready(service, `${url}/readyz`);
}

beforeAll(async () => {
  database = await testDatabase();
  home = await mkdtemp(path.join(os.tmpdir(), 'kaigi-calendar-news-'));
  port = await freePort();
  url = `http://localhost:${port}`;
  sandbox = await startSandbox(url);
  await startService();
});
afterAll(async () => {
  service.process.kill('SIGKILL');
  await service.ended;
  await sandbox.stop();
  await database.close();
  await rm(home, { recursive: true });
});

const desk = sandboxDesk(() => sandbox.url);
const news = (mode: 'deliver' | 'lose' | 'twice' | 'outOfOrder' | 'forged') =>
  desk('PATCH', '/meeting-policy/minato.example', { news: mode });
const tell = (body: unknown) =>
  fetch(`${url}/api/graph/notifications`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const tokenFor = async (resource: 'app' | 'graph') =>
  (await desk<{ token: string }>('POST', '/host-token', { as: DRAFTER, resource })).token;
async function titles(): Promise<string[]> {
  const authorization = `Bearer ${await tokenFor('app')}`;
  const answer = await fetch(`${url}/api/v1/schedules/week?from=${today}&days=7`, { headers: { authorization } });
  const { rows } = (await answer.json()) as { rows: { items: { title: string | null }[] }[] };
  return rows.flatMap(({ items }) => items.flatMap(({ title }) => title ?? []));
}
const shows = (title: string) => until(titles, (found) => found.includes(title));
async function write(method: string, at: string, body?: object): Promise<string> {
  const authorization = `Bearer ${await tokenFor('graph')}`;
  const done = await fetch(`${sandbox.url}/v1.0/me/events${at}`, {
    ...{ method, headers: { authorization, ...(body ? { 'content-type': 'application/json' } : {}) } },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(done.ok).toBe(true);
  return done.status === 204 ? '' : ((await done.json()) as { id: string }).id;
}
const put = (subject: string, more: object = {}) => {
  const time = (hour: string) => ({ dateTime: `${today}T${hour}:00:00`, timeZone: 'Tokyo Standard Time' });
  return write('POST', '', { subject, start: time('20'), end: time('21'), ...more });
};
const ofDrafter = async () => {
  const { items } = await desk<{ items: Subscription[] }>('GET', '/subscriptions/minato.example');
  return items.filter(({ resource }) => decodeURIComponent(resource).includes(DRAFTER));
};
/** The subscription is there, it is known here, and what happened before it was read. */
async function followed(): Promise<Subscription> {
  const [one] = await until(ofDrafter, ({ length }) => length === 1);
  const known =
    'select 1 from kaigi.schedules_mailbox where address = $1 and token is not null and subscription_id = $2';
  const isKnown = async () => (await database.owner.query(known, [DRAFTER, one?.id])).rows.length;
  await until(isKnown, (count) => count === 1);
  return one as Subscription;
}
const lifecycle = (id: string, event: string) =>
  desk('POST', `/subscriptions/minato.example/${id}/lifecycle`, { event });

describe('S-14: from a change in Outlook to the grid', () => {
  it('S-14: whoever is looked at is followed, and news of either kind come in at one address', async () => {
    await put('前からの予定');
    expect(await titles()).toContain('前からの予定');
    const one = await followed();
    expect(one).toMatchObject({
      notificationUrl: `${url}/api/graph/notifications`,
      changeType: 'created,updated,deleted',
    });
    await put('新しい予定');
    await shows('新しい予定');
    await lifecycle(one.id, 'subscriptionRemoved');
    await put('消えた間の予定');
    await shows('消えた間の予定');
    expect((await followed()).id).not.toBe(one.id);
  });

  it('S-14: told twice, the later first, or with forged news beside it, it comes to the same', async () => {
    await followed();
    await news('twice');
    const id = await put('二度の予定');
    await shows('二度の予定');
    await news('outOfOrder');
    await write('PATCH', `/${id}`, { subject: '順の違う予定' });
    await write('PATCH', `/${id}`, { subject: '最後の予定' });
    await shows('最後の予定');
    await news('forged');
    await write('DELETE', `/${id}`);
    await news('deliver');
    const left = await until(titles, (found) => !found.includes('最後の予定'));
    expect(left.filter((title) => ['二度の予定', '順の違う予定'].includes(title))).toEqual([]);
  });

  it('S-14: what Microsoft missed, and what is after a worthless token, is found; one to be authorized again stays', async () => {
    const { id } = await followed();
    await news('lose');
    await put('取りこぼした予定');
    await news('deliver');
    await lifecycle(id, 'missed');
    await shows('取りこぼした予定');
    await desk('POST', '/calendar-policy/minato.example/forget-deltas', {});
    await put('はじめから読む予定');
    await shows('はじめから読む予定');
    await lifecycle(id, 'reauthorizationRequired');
    const awaits = async () => (await ofDrafter()) as readonly { awaitsReauthorization?: boolean }[];
    const [after] = await until(awaits, ([one]) => one?.awaitsReauthorization === false);
    expect(after).toMatchObject({ id });
  });

  it('S-14: the day of a series that was moved or taken out is so in the grid', async () => {
    await followed();
    const recurrence = {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'numbered', startDate: today, numberOfOccurrences: 3, recurrenceTimeZone: 'Tokyo Standard Time' },
    };
    const id = await put('毎日の予定', { recurrence });
    await until(titles, (found) => found.filter((title) => title === '毎日の予定').length === 3);
    const authorization = `Bearer ${await tokenFor('graph')}`;
    const end = new Date(Date.now() + 7 * 86_400_000).toISOString();
    const span = `startDateTime=${today}T00:00:00Z&endDateTime=${end}`;
    const answer = await fetch(`${sandbox.url}/v1.0/me/events/${id}/instances?${span}`, { headers: { authorization } });
    const [, second, third] = ((await answer.json()) as { value: { id: string }[] }).value;
    await write('PATCH', `/${second?.id}`, { subject: '一日だけ違う予定' });
    await write('DELETE', `/${third?.id}`);
    const left = await until(titles, (found) => found.filter((title) => title === '毎日の予定').length === 1);
    expect(left).toContain('一日だけ違う予定');
  });
});

describe('S-14: what anybody may send there', () => {
  const heardAt = async () =>
    (await database.owner.query('select max(heard_at)::text as at from kaigi.schedules_mailbox')).rows[0].at;
  const resource = `Users/${DRAFTER}/Events/forged`;

  it('S-14: forged news of a calendar are answered like others and change nothing', async () => {
    const { id, clientState } = await followed();
    const base = { subscriptionId: id, tenantId: MINATO, changeType: 'updated' };
    const before = await heardAt();
    const value = [
      { ...base, resource },
      { ...base, resource, clientState: 'guessed' },
      { ...base, resource, clientState: clientState.slice(0, -1) },
      { ...base, resource, clientState, subscriptionId: 'another' },
      { ...base, resource, clientState, tenantId: '79616d61-746f-4000-8000-000000000002' },
      { ...base, clientState: 'guessed', lifecycleEvent: 'subscriptionRemoved' },
    ];
    expect((await tell({ value })).status).toBe(202);
    expect([await heardAt(), (await followed()).id]).toEqual([before, id]);
    expect(service.output()).not.toContain(clientState);
  });

  it('S-14: of what comes along encrypted nothing is opened or believed, and the calendar itself is asked', async () => {
    const { id, clientState } = await followed();
    const encryptedContent = { data: 'x', dataKey: 'x', dataSignature: 'x', encryptionCertificateId: 'k' };
    const base = { subscriptionId: id, tenantId: MINATO, changeType: 'updated', resource, encryptedContent };
    const before = await heardAt();
    const forged = { value: [{ ...base, clientState: 'guessed' }], validationTokens: ['a.b.c'] };
    expect((await tell(forged)).status).toBe(202);
    expect(await heardAt()).toBe(before);
    expect((await tell({ value: [{ ...base, clientState }], validationTokens: [] })).status).toBe(202);
    expect(await heardAt()).not.toBe(before);
    const shown = titles();
    expect(await shown).not.toContain('x');
  });

  it('S-14: what is too large, compressed or no JSON is refused unread', async () => {
    const send = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>) =>
      fetch(`${url}/api/graph/notifications`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
    const large = JSON.stringify({ value: [{ filler: 'x'.repeat(1_100_000) }] });
    expect((await send(large, {})).status).toBe(413);
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(5_000_000, ' ')));
    expect([400, 415]).toContain((await send(bomb, { 'content-encoding': 'gzip' })).status);
    expect((await send('{"value":[', {})).status).toBe(400);
    expect((await send('value=1', { 'content-type': 'text/xml' })).status).toBe(415);
  });

  it('S-14: whoever floods it with forged news is refused for a while', async () => {
    const flood = { value: [{ subscriptionId: 'a', tenantId: MINATO, changeType: 'updated', resource }] };
    const answers = await Promise.all(Array.from({ length: 120 }, () => tell(flood)));
    const statuses = answers.map(({ status }) => status);
    expect([statuses.includes(202), statuses.includes(429)]).toEqual([true, true]);
    expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('S-14: bad luck', () => {
  it('S-14: everything is started again, the other side has forgotten its subscriptions, and the grid follows at once', async () => {
    service.process.kill('SIGKILL');
    await service.ended;
    await sandbox.stop();
    sandbox = await startSandbox(url);
    await startService();
    // Nobody looks: what begins the subscription anew is the start alone.
    await followed();
    await put('起動し直した後の予定');
    const rows = 'select 1 from kaigi.schedules_entry where subject = $1';
    await until(
      async () => (await database.owner.query(rows, ['起動し直した後の予定'])).rows.length,
      (count) => count === 1,
    );
    expect(await titles()).toContain('起動し直した後の予定');
  });

  it('S-14: news are answered within three seconds though Graph itself does not answer, and are read when it does', async () => {
    const { id, clientState } = await followed();
    await desk('POST', '/faults', { path: '/v1.0/users/', kind: 'delay', delayMs: 20_000 });
    const body = { subscriptionId: id, tenantId: MINATO, changeType: 'created', clientState };
    const began = performance.now();
    const value = Array.from({ length: 500 }, () => ({ ...body, resource: `Users/${DRAFTER}/Events/a` }));
    expect((await tell({ value })).status).toBe(202);
    expect(performance.now() - began).toBeLessThan(ANSWERED_WITHIN_MS);
    await desk('DELETE', '/faults');
    await put('遅れて読む予定');
    await shows('遅れて読む予定');
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '@kaigi/core/free-port';
import { type TestDatabase, testDatabase } from '@kaigi/core/testing';
import { launch, type Running, ready, type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { sandboxDesk, until } from '../testing/sandbox-desk.ts';

interface Subscription {
  readonly id: string;
  readonly tenantId: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string;
  readonly clientState: string;
  readonly resource: string;
}
interface Held {
  readonly id: string;
  readonly script: string;
  readonly transcriptId: string | null;
}

let database: TestDatabase;
let home: string;
let url: string;
let sandbox: SandboxProcess;
let service: Running;

beforeAll(async () => {
  database = await testDatabase();
  home = await mkdtemp(path.join(os.tmpdir(), 'kaigi-news-'));
  const port = await freePort();
  url = `http://localhost:${port}`;
  sandbox = await startSandbox(url);
  const env = { PORT: String(port), KAIGI_SANDBOX_URL: sandbox.url, KAIGI_HOME: home, DATABASE_URL: database.url };
  service = launch('teams-app/src/main.ts', env);
  await ready(service, `${url}/readyz`);
});
afterAll(async () => {
  service.process.kill('SIGKILL');
  await service.ended;
  await sandbox.stop();
  await database.close();
  await rm(home, { recursive: true });
});

const desk = sandboxDesk(() => sandbox.url);
const subscription = async () => {
  const items = () => desk<{ items: Subscription[] }>('GET', '/subscriptions/minato.example');
  const [one] = (await until(items, (found) => found.items.length === 1)).items;
  return one as Subscription;
};
const heard = async (): Promise<string[]> => {
  const { rows } = await database.owner.query('select transcript_key as key from kaigi.minutes_arrival');
  return rows.map(({ key }) => String(key));
};
/** How many wait to be taken into the minutes. */
const open = async (): Promise<number> => {
  const { rows } = await database.owner.query('select 1 from kaigi.minutes_arrival where taken_in_at is null');
  return rows.length;
};
const isHeard = (key: string) => until(heard, (keys) => keys.includes(key));
const encoded = encodeURIComponent;
const held = async (script: string) => {
  const { id } = await desk<Held>('POST', '/meetings/minato.example', { script });
  return {
    end: async () => (await desk<Held>('POST', `/meetings/minato.example/${encoded(id)}/end`)).transcriptId ?? '',
  };
};
const news = (mode: 'deliver' | 'lose' | 'twice') => desk('PATCH', '/meeting-policy/minato.example', { news: mode });
const tell = (body: unknown, query = '') =>
  fetch(`${url}/api/graph/notifications${query}`, {
    method: 'POST',
    headers: { 'content-type': query === '' ? 'application/json' : 'text/plain' },
    body: query === '' ? JSON.stringify(body) : '',
  });

describe('M-02: from the end of a meeting in Teams to the minutes', () => {
  it('M-02: after a start everybody new is known, and news are asked for at one address with a secret', async () => {
    const one = await subscription();
    expect(one).toMatchObject({
      notificationUrl: `${url}/api/graph/notifications`,
      lifecycleNotificationUrl: `${url}/api/graph/notifications`,
      clientState: expect.stringMatching(/^[\w-]{43}$/),
    });
    const { items } = await desk<{ items: Held[] }>('GET', '/meetings/minato.example');
    for (const { transcriptId } of items) if (transcriptId) await isHeard(transcriptId);
    await until(open, (count) => count === 0);
  });

  it('M-02: a meeting ends, and its transcript is heard of; told twice, it is one', async () => {
    await subscription();
    await isHeard(await (await held('overlapping')).end());
    await news('twice');
    const key = await (await held('room-hybrid')).end();
    await isHeard(key);
    await news('deliver');
    await isHeard(await (await held('in-person')).end());
    expect((await heard()).filter((one) => one === key)).toHaveLength(1);
  });

  it('M-02: lost news are found when Microsoft says that some were missed', async () => {
    const { id } = await subscription();
    await news('lose');
    const key = await (await held('in-person')).end();
    await news('deliver');
    await desk('POST', `/subscriptions/minato.example/${id}/lifecycle`, { event: 'missed' });
    await isHeard(key);
  });

  it('M-02: a subscription that Microsoft removed is made anew, and one to be authorized again stays', async () => {
    const before = await subscription();
    await desk('POST', `/subscriptions/minato.example/${before.id}/lifecycle`, { event: 'reauthorizationRequired' });
    expect((await subscription()).id).toBe(before.id);
    await desk('POST', `/subscriptions/minato.example/${before.id}/lifecycle`, { event: 'subscriptionRemoved' });
    const after = await subscription();
    expect([after.id === before.id, after.clientState === before.clientState]).toEqual([false, false]);
    await isHeard(await (await held('hidden-speaker')).end());
  });
});

describe('M-02: what anybody may send there', () => {
  const item = (more: object) => ({
    ...{ subscriptionId: 'a', tenantId: '6d696e61-746f-4000-8000-000000000001', changeType: 'created' },
    resource: "users('6d696e61-746f-4000-8000-0000000000ff')/onlineMeetings('forged')/transcripts('forged')",
    ...more,
  });

  it('M-02: the handshake gives the token back as plain text, whatever it is', async () => {
    for (const token of ['Validation: Testing <script>alert(1)</script>', 'a+b %26 c', '日本語']) {
      const answer = await tell(null, `?validationToken=${encoded(token)}`);
      expect([answer.status, await answer.text()]).toEqual([200, token]);
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await tell(null, `?validationToken=${'x'.repeat(5_000)}`)).status).toBe(400);
    expect((await tell(null, '?validationToken=a&validationToken=b')).status).toBe(400);
  });

  it('M-02: forged news are answered like others and change nothing', async () => {
    const { id, clientState } = await subscription();
    const forged = [
      item({}),
      item({ clientState: 'guessed', subscriptionId: id }),
      item({ clientState: clientState.slice(0, -1) }),
      // Another municipality's, with a secret that is not theirs.
      item({ clientState, tenantId: '79616d61-746f-4000-8000-000000000002' }),
      item({ clientState, tenantId: '99999999-9999-4999-8999-999999999999' }),
      item({ clientState: 'guessed', subscriptionId: id, lifecycleEvent: 'subscriptionRemoved' }),
      item({ clientState: 1 }),
      null,
      'news',
    ];
    for (const value of [forged, [], ...forged.map((one) => [one])]) expect((await tell({ value })).status).toBe(202);
    for (const body of [{}, [], { value: 'x' }, { value: Array(1_001).fill(item({})) }])
      expect((await tell(body)).status).toBe(400);
    expect(await heard()).not.toContain('forged');
    expect((await subscription()).id).toBe(id);
    await until(
      async () => service.output(),
      (output) => output.includes('graph-news-refused'),
    );
    expect(service.output()).not.toContain(clientState);
  });

  it('M-02: of true news one that cannot be read does not take the others along', async () => {
    const { clientState } = await subscription();
    await news('lose');
    const key = await (await held('branch-briefing')).end();
    await news('deliver');
    const value = [
      item({ clientState, changeType: 'updated' }),
      item({ clientState, resource: "me/messages('1')" }),
      null,
    ];
    expect((await tell({ value })).status).toBe(202);
    // News of which nobody can tell whose meeting it was lead to asking for everything.
    await isHeard(key);
  });
});

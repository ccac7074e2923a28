import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../server.ts';
import { MINATO_TENANT_ID } from '../settings.ts';
import { appTokenFor, call, post, startSandbox, token } from '../testing/tenant.ts';

let sandbox: Sandbox;
let headers: Record<string, string>;
beforeAll(async () => {
  sandbox = await startSandbox();
  headers = { authorization: `Bearer ${await appTokenFor(sandbox, 'https://graph.microsoft.com')}` };
});
afterAll(() => sandbox.close());
afterEach(() => call(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' }));

const fault = (wish: Record<string, unknown>) => post(`${sandbox.url}/sandbox/faults`, wish);
const users = () => call(`${sandbox.url}/v1.0/users?$top=1`, { headers });

describe('a fault', () => {
  it('comes before everything, as often as asked, and is counted', async () => {
    const made = await fault({ path: '/v1.0/users', kind: '429', retryAfter: 2.5, times: 2 });
    expect(made.status).toBe(201);
    const answers = [await users(), await users(), await users()];
    expect(answers.map((answer) => answer.status)).toEqual([429, 429, 200]);
    expect(answers[0]?.headers.get('retry-after')).toBe('2.5');
    expect(answers[0]?.json.error.code).toBe('TooManyRequests');
    const { json } = await call(`${sandbox.url}/sandbox/faults`);
    expect(json.items[0]).toMatchObject({ id: made.json.id, hits: 2 });
  });

  it('strikes one call in so many, on calendars and subscriptions as elsewhere', async () => {
    await fault({ path: '/(calendarView|subscriptions)/', regex: true, kind: '429', retryAfter: 0.05, every: 3 });
    const view = '/users/drafter@minato.example/calendarView?startDateTime=2026-11-24&endDateTime=2026-11-25';
    const answers = [];
    for (const path of [view, '/subscriptions', view, view, '/subscriptions', '/subscriptions', '/users'])
      answers.push(await call(`${sandbox.url}/v1.0${path}`, { headers }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200, 200, 429, 200]);
    expect(answers[2]?.headers.get('retry-after')).toBe('0.05');
  });

  it('strikes only its method and its pattern', async () => {
    await fault({ path: '/users(/|$)/', regex: true, method: 'post', kind: '503' });
    expect((await users()).status).toBe(200);
    expect((await post(`${sandbox.url}/v1.0/users`, {}, headers)).status).toBe(503);
  });

  it('speaks OAuth on the sign-in paths', async () => {
    await fault({ path: `/${MINATO_TENANT_ID}/oauth2`, kind: '503' });
    const answer = await token(sandbox, { grant_type: 'client_credentials' });
    expect(answer.json).toMatchObject({ error: 'temporarily_unavailable', error_codes: [90055] });
  });

  it('refuses with the code asked for, as the channel words it', async () => {
    await fault({ path: '/channel/', kind: '403', code: 'MessageWritesBlocked' });
    const answer = await post(`${sandbox.url}/channel/v3/conversations`, {});
    expect([answer.status, answer.json.errorCode]).toEqual([403, 209]);
  });

  it('delays', async () => {
    await fault({ path: '/v1.0/', kind: 'delay', delayMs: 300 });
    const start = performance.now();
    expect((await users()).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(290);
  });

  it('drops the connection', async () => {
    await fault({ path: '/v1.0/', kind: 'drop' });
    await expect(users()).rejects.toThrow();
  });

  it('can be removed, and never locks out its own switches', async () => {
    const made = await fault({ path: '/', kind: '503' });
    expect((await users()).status).toBe(503);
    const removed = await call(`${sandbox.url}/sandbox/faults/${made.json.id}`, { method: 'DELETE' });
    expect(removed.status).toBe(204);
    expect((await users()).status).toBe(200);
    expect((await call(`${sandbox.url}/sandbox/faults/none`, { method: 'DELETE' })).status).toBe(404);
  });

  it.each([
    { path: '/x' },
    { path: '/x', kind: '500' },
    { path: '(', regex: true, kind: '503' },
    { path: '/x', kind: 'drop', more: 1 },
  ])('that is not well formed is refused: %j', async (wish) => {
    const answer = await fault(wish);
    expect([answer.status, answer.json.error.code]).toEqual([400, 'badRequest']);
  });
});

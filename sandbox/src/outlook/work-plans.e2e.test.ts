import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../server.ts';
import { appTokenFor, call, passwordToken, startSandbox } from '../testing/tenant.ts';

const GRAPH = 'https://graph.microsoft.com';
const PLAN = '/settings/workHoursAndLocations';
const DRAFTER = '/users/drafter@minato.example';
// A Tuesday in Japan.
const VIEW = `${PLAN}/occurrencesView(startDateTime='2026-11-30T15:00:00Z',endDateTime='2026-12-01T15:00:00Z')`;
let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await startSandbox();
  token = await appTokenFor(sandbox, GRAPH);
});
afterAll(() => sandbox.close());
afterEach(() => call(`${sandbox.url}/sandbox/work-plans/drafter`, { method: 'DELETE' }));

function ask(method: string, path: string, body?: unknown, bearer = token) {
  return call(`${sandbox.url}/v1.0${path}`, {
    method,
    headers: {
      authorization: `Bearer ${bearer}`,
      prefer: 'outlook.timezone="Tokyo Standard Time"',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
}
const occurrence = async () => (await ask('GET', `${DRAFTER}${VIEW}`)).json.value[0];
const JAPAN = 'Tokyo Standard Time';
const TIMES = {
  start: { dateTime: '2026-12-01T08:30:00', timeZone: JAPAN },
  end: { dateTime: '2026-12-01T17:15:00', timeZone: JAPAN },
};

describe('a work plan of the made-up city', () => {
  it('has an occurrence of every working day, which is changed whole and not deleted', async () => {
    const usual = await occurrence();
    expect(usual).toMatchObject({ workLocationType: 'office', start: { dateTime: '2026-12-01T08:30:00.0000000' } });
    const path = `${DRAFTER}${PLAN}/occurrences/${encodeURIComponent(usual.id)}`;
    expect((await ask('PUT', path, { workLocationType: 'remote' })).status).toBe(400);
    expect((await ask('PUT', path, { ...TIMES, workLocationType: 'remote' })).status).toBe(200);
    expect(await occurrence()).toMatchObject({ id: usual.id, workLocationType: 'remote' });
    expect((await ask('DELETE', path)).json.error.message).toContain('Only time-off occurrences');
    expect(
      (await ask('PUT', `${DRAFTER}${PLAN}/occurrences/none`, { ...TIMES, workLocationType: 'remote' })).status,
    ).toBe(404);
  });

  it('takes time off as an occurrence, and nothing else', async () => {
    const path = `${DRAFTER}${PLAN}/occurrences`;
    expect((await ask('POST', path, { ...TIMES, workLocationType: 'remote' })).status).toBe(400);
    const made = await ask('POST', path, { ...TIMES, workLocationType: 'timeOff' });
    expect([made.status, made.json.recurrenceId]).toEqual([201, null]);
    expect((await ask('DELETE', `${path}/${made.json.id}`)).status).toBe(204);
  });

  it('is its owner’s and the app’s', async () => {
    const own = (await passwordToken(sandbox, 'drafter@minato.example', `${GRAPH}/User.Read`)).json.access_token;
    expect((await ask('GET', `/me${PLAN}/recurrences`, undefined, own)).json.value).toHaveLength(1);
    const other = await ask('GET', `/users/section-head@minato.example${PLAN}/recurrences`, undefined, own);
    expect([other.status, other.json.error.code]).toEqual([403, 'ErrorAccessDenied']);
    expect((await ask('GET', `/me${PLAN}/recurrences`)).status).toBe(400);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../server.ts';
import { YAMATO_TENANT_ID } from '../settings.ts';
import { appTokenFor, call, passwordToken, startSandbox, TestClock } from '../testing/tenant.ts';

const GRAPH = 'https://graph.microsoft.com';
const AWAY = 'security-officer@minato.example';
const AT_HOME = 'branch-head@minato.example';
const clock = new TestClock();
let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  clock.toMidweek();
  sandbox = await startSandbox({ now: clock.now });
  token = await appTokenFor(sandbox, GRAPH);
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  for (const name of ['drafter', AWAY]) await call(`${sandbox.url}/sandbox/mailboxes/${name}`, { method: 'DELETE' });
});

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
const idOf = async (name: string) => (await ask('GET', `/users/${name}?$select=id`)).json.id as string;
const local = (offsetHours: number) => {
  const at = new Date(clock.now() + (9 + offsetHours) * 3_600_000);
  return { dateTime: at.toISOString().slice(0, 19), timeZone: 'Tokyo Standard Time' };
};
const schedule = async (schedules: string[], hours = 24) =>
  (
    await ask('POST', `/users/${AWAY}/calendar/getSchedule`, {
      Schedules: schedules,
      StartTime: local(0),
      EndTime: local(hours),
      AvailabilityViewInterval: 60,
    })
  ).json;

describe('a mailbox of the made-up city', () => {
  it('says of one person that they are away this week, in all three places', async () => {
    const { json } = await ask('GET', `/users/${AWAY}/mailboxSettings?$select=automaticRepliesSetting`);
    expect(Object.keys(json)).toEqual(['@odata.context', 'automaticRepliesSetting']);
    expect(json.automaticRepliesSetting).toMatchObject({
      status: 'scheduled',
      scheduledStartDateTime: { dateTime: expect.stringMatching(/T00:00:00\.0{7}$/), timeZone: 'Tokyo Standard Time' },
    });
    const [item] = (await schedule([AWAY])).value;
    expect(item.availabilityView).toMatch(/^3+$/);
    const presences = await ask('POST', '/communications/getPresencesByUserId', { ids: [await idOf(AWAY)] });
    expect(presences.json.value).toMatchObject([{ outOfOfficeSettings: { isOutOfOffice: true } }]);
  });

  it('says of one who works at home neither that', async () => {
    const week = (await schedule([AT_HOME], 7 * 24)).value[0];
    expect(week.scheduleItems.every(({ status }: { status: string }) => status === 'workingElsewhere')).toBe(true);
    expect(week.availabilityView).toMatch(/^0+$/);
    const { json } = await ask('GET', `/users/${await idOf(AT_HOME)}/presence`);
    expect(json.outOfOfficeSettings.isOutOfOffice).toBe(false);
  });

  it('tells a stranger’s mailbox, and another municipality’s, in its own item', async () => {
    const { value } = await schedule(['nobody@minato.example', 'mayor@yamato.example', AWAY]);
    expect(value.map((each: { error?: { responseCode: string } }) => each.error?.responseCode)).toEqual([
      'ErrorMailRecipientNotFound',
      'ErrorMailRecipientNotFound',
      undefined,
    ]);
  });

  it('can be switched by its person, not by another, until its hour is over', async () => {
    const mine = await passwordToken(sandbox, 'drafter@minato.example', `${GRAPH}/User.Read`);
    const setting = {
      automaticRepliesSetting: {
        status: 'scheduled',
        scheduledStartDateTime: local(-1),
        scheduledEndDateTime: local(0.25),
      },
    };
    const own = mine.json.access_token;
    expect((await ask('PATCH', `/users/${AWAY}/mailboxSettings`, setting, own)).status).toBe(403);
    expect((await ask('PATCH', '/me/mailboxSettings', setting, own)).status).toBe(200);
    const away = async () => (await ask('GET', '/me/presence', undefined, own)).json.outOfOfficeSettings.isOutOfOffice;
    expect(await away()).toBe(true);
    clock.forward(20 * 60_000);
    expect(await away()).toBe(false);
  });

  it('takes what a trainee writes into a calendar', async () => {
    const [start, end] = [0, 2].map((hours) => new Date(clock.now() + hours * 3_600_000).toISOString());
    const put = await call(`${sandbox.url}/sandbox/mailboxes/drafter`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entries: [{ start, end, status: 'oof' }] }),
    });
    expect(put.status).toBe(204);
    expect((await schedule(['drafter@minato.example'], 4)).value[0].availabilityView).toMatch(/^3{2,3}0/);
  });

  it.each([
    ['63 days', { startTime: local(0), endTime: local(63 * 24), schedules: [AWAY] }, 'ErrorTimeIntervalTooBig'],
    [
      'an end before the start',
      { startTime: local(2), endTime: local(0), schedules: [AWAY] },
      'ErrorInvalidTimeInterval',
    ],
    ['nobody', { startTime: local(0), endTime: local(2) }, 'ErrorInvalidRequest'],
  ])('refuses to be asked about %s', async (...[, body, code]) => {
    const answer = await ask('POST', `/users/${AWAY}/calendar/getSchedule`, body);
    expect([answer.status, answer.json.error.code]).toEqual([400, code]);
  });

  it('is not shown to another municipality', async () => {
    const foreign = await appTokenFor(sandbox, GRAPH, YAMATO_TENANT_ID);
    expect((await ask('GET', `/users/${AWAY}/mailboxSettings`, undefined, foreign)).status).toBe(404);
    const presences = await ask('POST', '/communications/getPresencesByUserId', { ids: [await idOf(AWAY)] }, foreign);
    expect(presences.json.value).toEqual([]);
  });
});

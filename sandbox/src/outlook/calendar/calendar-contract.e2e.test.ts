import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../server.ts';
import { type Contract, disagreements, loadContract } from '../../testing/contract.ts';
import { type Answer, appTokenFor, call, passwordToken, startSandbox, TestClock } from '../../testing/tenant.ts';

const GRAPH = 'https://graph.microsoft.com';
const DRAFTER = '/users/drafter@minato.example';
const HEAD = '/users/section-head@minato.example';
const ROOM = '/users/room-301@minato.example';
const clock = new TestClock();
const day = (days: number) => new Date(clock.now() + days * 86_400_000).toISOString().slice(0, 10);
const time = (days: number, hour: string) => ({ dateTime: `${day(days)}T${hour}:00`, timeZone: 'Tokyo Standard Time' });
const span = () => `startDateTime=${day(-2)}T00:00:00Z&endDateTime=${day(8)}T00:00:00Z`;
const EVENT = () => ({
  subject: '打合せ',
  body: { contentType: 'html', content: '<p>資料は<b>前日</b>まで</p>' },
  start: time(2, '10:00'),
  end: time(2, '11:00'),
  attendees: [
    { type: 'required', emailAddress: { address: 'section-head@minato.example' } },
    { type: 'resource', emailAddress: { address: 'room-301@minato.example' } },
  ],
  isOnlineMeeting: true,
  sensitivity: 'private',
  categories: ['会議'],
  transactionId: 'contract-1',
});
const SERIES = () => ({
  ...EVENT(),
  transactionId: null,
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['friday'] },
    range: { type: 'endDate', startDate: day(2), endDate: day(60) },
  },
});

/** Method, path, status, body; `{event}`, `{copy}`, `{series}`, `{day}`, `{place}`, `{list}` are filled in. */
type Step = readonly [string, string, number, (() => object)?];
const STEPS: readonly Step[] = [
  ['GET', `${DRAFTER}/calendar`, 200],
  ['GET', `${DRAFTER}/events`, 200],
  ['GET', `${DRAFTER}/calendar/events?$top=3&$orderby=start/dateTime desc&$count=true`, 200],
  ['GET', `${DRAFTER}/events?$search=x`, 400],
  ['POST', `${DRAFTER}/events`, 201, EVENT],
  ['POST', `${DRAFTER}/events`, 409, () => ({ ...EVENT(), subject: '別件' })],
  ['POST', `${DRAFTER}/calendar/events`, 201, SERIES],
  ['POST', `${DRAFTER}/events`, 400, () => ({ subject: 'いつか' })],
  ['GET', `${DRAFTER}/events/{event}`, 200],
  ['GET', `${DRAFTER}/events/{series}`, 200],
  ['GET', `${DRAFTER}/events/{day}`, 200],
  ['GET', `${DRAFTER}/events/{event}?$select=subject,start`, 200],
  ['GET', `${DRAFTER}/events/{event}?$select=shoeSize`, 400],
  ['GET', `${DRAFTER}/events/none`, 400],
  ['GET', `${DRAFTER}/events/{copy}`, 404],
  ['GET', `${DRAFTER}/events/{series}/instances?{span}`, 200],
  ['PATCH', `${DRAFTER}/events/{event}`, 200, () => ({ showAs: 'oof', location: { displayName: '応接室' } })],
  ['PATCH', `${DRAFTER}/events/{day}`, 200, () => ({ subject: '打合せ(臨時)' })],
  ['PATCH', `${DRAFTER}/events/{event}`, 400, () => ({ end: time(1, '10:00') })],
  ['POST', `${HEAD}/events/{copy}/tentativelyAccept`, 202, () => ({ sendResponse: true })],
  ['POST', `${HEAD}/events/{copy}/accept`, 202, () => ({ comment: '出席します', sendResponse: true })],
  ['GET', `${HEAD}/events/{copy}`, 200],
  ['POST', `${HEAD}/events/{copy}/cancel`, 400, () => ({})],
  ['POST', `${HEAD}/events/{copy}/decline`, 202, () => ({})],
  ['GET', `${DRAFTER}/calendarView?{span}`, 200],
  ['GET', `${DRAFTER}/calendar/calendarView?{span}&$select=subject,showAs&$skip=2`, 200],
  ['GET', `${DRAFTER}/calendarView`, 400],
  ['GET', `${DRAFTER}/calendarView/delta()?{span}`, 200],
  ['GET', `${DRAFTER}/calendarView/delta?{span}&$select=subject`, 400],
  ['GET', `${ROOM}/calendarView?{span}`, 200],
  ['GET', '/users/nobody@minato.example/calendarView?{span}', 404],
  ['GET', `/me/calendarView?{span}`, 200],
  ['GET', `/me/events`, 200],
  ['POST', `${DRAFTER}/events/{event}/cancel`, 202, () => ({ comment: '中止します' })],
  ['DELETE', `${DRAFTER}/events/{series}`, 204],
  ['DELETE', `${DRAFTER}/events/{series}`, 404],
  ['GET', '/places/graph.room', 200],
  ['GET', '/places/microsoft.graph.room?$top=2', 200],
  ['GET', '/places/graph.roomList', 200],
  ['GET', '/places/{list}/graph.roomList/rooms', 200],
  ['GET', '/places/rooms-honcho@minato.example/microsoft.graph.roomList/rooms', 200],
  ['GET', '/places/{place}', 200],
  ['GET', '/places/{list}', 200],
  ['GET', '/places/nowhere/graph.roomList/rooms', 404],
];

let sandbox: Sandbox;
let contract: Contract | null;
let tokens: { app: string; person: string };
const ids: Record<string, string> = {};
beforeAll(async () => {
  clock.toMidweek();
  sandbox = await startSandbox({ now: clock.now });
  const person = await passwordToken(sandbox, 'drafter@minato.example', `${GRAPH}/Calendars.ReadWrite`);
  tokens = { app: await appTokenFor(sandbox, GRAPH), person: person.json.access_token };
  contract = await loadContract();
});
afterAll(() => sandbox.close());

function ask(method: string, path: string, body?: object) {
  return call(`${sandbox.url}/v1.0${path}`, {
    method,
    headers: {
      authorization: `Bearer ${path.startsWith('/me') ? tokens.person : tokens.app}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

async function learn(status: number, path: string, json: Answer['json']) {
  if (status === 201 && path === `${DRAFTER}/events`) {
    ids['{event}'] = json.id;
    const { value } = (await ask('GET', `${HEAD}/calendarView?${span()}&$top=500`)).json;
    ids['{copy}'] = value.find(({ subject }: { subject: string }) => subject === '打合せ').id;
  }
  if (status === 201 && path === `${DRAFTER}/calendar/events`) {
    ids['{series}'] = json.id;
    ids['{day}'] = (await ask('GET', `${DRAFTER}/events/${json.id}/instances?${span()}`)).json.value[0].id;
  }
  if (path === '/places/graph.room') ids['{place}'] = json.value[0].id;
  if (path === '/places/graph.roomList') ids['{list}'] = json.value[0].id;
}

describe('calendars and rooms', () => {
  it.each(STEPS)('agree with Microsoft: %s %s is %i', async (...[method, template, status, body]) => {
    const path = template.replaceAll(/\{\w+\}/g, (name) => (name === '{span}' ? span() : (ids[name] ?? name)));
    const answer = await ask(method, path, body?.());
    expect(answer.status).toBe(status);
    if (status >= 400)
      expect(answer.json.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    expect(disagreements(contract, { method, path }, answer)).toEqual([]);
    if (answer.json) await learn(status, template, answer.json);
  });

  it('have rooms in three buildings, with seats and equipment', async () => {
    const { value } = (await ask('GET', '/places/graph.room')).json;
    expect(value).toHaveLength(12);
    expect(value[0]).toMatchObject({
      displayName: '庁議室',
      emailAddress: 'chogi@minato.example',
      building: '本庁舎',
      floorNumber: 3,
      capacity: 24,
      tags: ['スクリーン', 'Web会議システム', 'マイク'],
    });
    const lists = (await ask('GET', '/places/graph.roomList')).json.value;
    expect(lists.map(({ displayName }: { displayName: string }) => displayName)).toEqual([
      '本庁舎',
      '浜支所',
      '丘出張所',
    ]);
    const inside = (await ask('GET', `/places/${lists[1].id}/graph.roomList/rooms`)).json.value;
    expect(inside.map(({ emailAddress }: { emailAddress: string }) => emailAddress)).toEqual([
      'hama-1@minato.example',
      'hama-2@minato.example',
    ]);
  });
});

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { BookingWish, CalendarAnswer, Calendars, Changes } from '@kaigi/core';
import { createAppTokens } from '../sign-in/app-tokens.ts';
import { CLIENT_ID, MINATO } from '../testing/entra.ts';
import { graphContract, listening, strangeIn } from '../testing/graph-contract.ts';
import { type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { createTransport } from '../transport/transport.ts';
import { createCalendars } from './calendars.ts';
import { createGraphClient, type GraphEditor } from './graph-client.ts';
import { readPeople } from './people.ts';
import { GRAPH_PERMISSIONS } from './permissions.ts';

const [DRAFTER, HEAD, ROOM] = ['drafter@minato.example', 'section-head@minato.example', 'room-301@minato.example'];
const NOBODY = 'no@minato.example';
const DAY_MS = 86_400_000;
// A Wednesday.
const BASE = Date.parse('2031-05-14T00:00:00+09:00');
const WINDOW = { from: new Date(BASE - 7 * DAY_MS), to: new Date(BASE + 21 * DAY_MS) };

let sandbox: SandboxProcess;
let calendars: Calendars;
let graph: GraphEditor;
let sent: ReturnType<typeof listening>['sent'];
let endpoint: Server;
let answersHandshake = true;

beforeAll(async () => {
  endpoint = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
    response.writeHead(answersHandshake ? 200 : 404, { 'content-type': 'text/plain' }).end(token);
  });
  await new Promise<void>((done) => endpoint.listen(0, '127.0.0.1', done));
  const publicUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`;
  sandbox = await startSandbox('http://localhost:1');
  const heard = listening(createTransport(sandbox.url));
  ({ sent } = heard);
  const tokens = createAppTokens({ clientId: CLIENT_ID, clientSecret: 'sandbox-secret', transport: heard.transport });
  const graphOf = (municipalityId: string) => createGraphClient({ municipalityId, tokens, transport: heard.transport });
  graph = graphOf(MINATO);
  calendars = createCalendars(graphOf, { publicUrl, municipalityIds: [MINATO] });
});
afterAll(async () => {
  endpoint.closeAllConnections();
  endpoint.close();
  await sandbox.stop();
});

const desk = async (method: string, path: string, body?: object): Promise<void> => {
  await fetch(`${sandbox.url}/sandbox${path}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
};
beforeEach(async () => {
  // Only what a test writes is there.
  for (const mailbox of [DRAFTER, HEAD, ROOM]) await desk('PUT', `/mailboxes/${mailbox}`, { entries: [] });
});
afterEach(async () => {
  await desk('DELETE', '/faults');
  for (const mailbox of [DRAFTER, HEAD, ROOM]) await desk('DELETE', `/mailboxes/${mailbox}`);
  await desk('PATCH', '/calendar-policy/minato.example', {
    sharing: 'subjects',
    occurrences: 'brief',
    withoutMailbox: [],
  });
});

const at = (day: number, time: string): Date => new Date(BASE + day * DAY_MS + Date.parse(`1970-01-01T${time}:00Z`));
const zoned = (when: Date, timeZone = 'Tokyo Standard Time', hours = 9) => ({
  dateTime: new Date(when.getTime() + hours * 3_600_000).toISOString().slice(0, 19),
  timeZone,
});
const event = (more: object = {}) => ({
  ...{ subject: '定例', start: zoned(at(0, '10:00')), end: zoned(at(0, '11:00')), ...more },
});
const put = async (more: object = {}) =>
  ((await graph.post<{ id: string }>(`/users/${DRAFTER}/events`, event(more))) ?? { id: '' }).id;
const value = <T>(answer: CalendarAnswer<T>): T => {
  if (answer.kind !== 'OK') throw new Error(JSON.stringify(answer));
  return answer.value;
};
async function changes(token: string | null = null, mailbox = DRAFTER): Promise<Changes> {
  const read = value(await calendars.changes(MINATO, mailbox, { ...WINDOW, token }));
  if (read.kind !== 'CHANGES') throw new Error('the token is worth nothing');
  return read;
}
const times = ({ entries }: Changes) => entries.map(({ from }) => from.getTime()).toSorted((a, b) => a - b);
const weekly = {
  pattern: { type: 'weekly', interval: 1, daysOfWeek: ['wednesday'], firstDayOfWeek: 'monday' },
  range: {
    type: 'numbered',
    startDate: '2031-05-14',
    numberOfOccurrences: 3,
    recurrenceTimeZone: 'Tokyo Standard Time',
  },
};

describe('S-01: free and busy', () => {
  it('of sixty people is three calls, and says by itself of each what it is', async () => {
    const mailboxes = (await readPeople(graph)).map(({ signInName }) => signInName);
    const before = sent.length;
    const window = { from: new Date(), to: new Date(Date.now() + 5 * DAY_MS) };
    const found = value(await calendars.glance(MINATO, { mailboxes: [...mailboxes.slice(0, 59), NOBODY], ...window }));
    const asked = sent.slice(before).filter(({ path }) => path.endsWith('getSchedule'));
    expect(asked.map(({ body }) => (body as { schedules: string[] }).schedules.length)).toEqual([20, 20, 20]);
    expect(new Set(asked.map(({ prefer }) => prefer))).toEqual(new Set(['outlook.timezone="Tokyo Standard Time"']));
    expect([found.size, found.get(NOBODY)]).toEqual([60, { kind: 'PROBLEM', problem: 'NO_MAILBOX' }]);
    expect([...found.values()].filter(({ kind }) => kind === 'OK')).toHaveLength(59);
  });

  it('starts with another where the first has no mailbox, and hides what is private', async () => {
    await put();
    await put({ subject: '通院', sensitivity: 'private', showAs: 'oof' });
    const found = value(await calendars.glance(MINATO, { mailboxes: [NOBODY, DRAFTER], ...WINDOW }));
    const glance = found.get(DRAFTER);
    const entries = glance?.kind === 'OK' ? glance.entries : [];
    expect(entries.map(({ subject, status, visibility }) => [subject, status, visibility]).sort()).toEqual([
      [null, 'OOF', 'PRIVATE'],
      ['定例', 'BUSY', 'SECTION'],
    ]);
  });

  it('of more than a thousand entries is read from the calendar itself, and the others of the twenty are there', async () => {
    const entries = Array.from({ length: 1_200 }, (_, index) => {
      const start = new Date(at(0, '00:00').getTime() + index * 5 * 60_000);
      return { start: start.toISOString(), end: new Date(start.getTime() + 300_000).toISOString(), status: 'busy' };
    });
    await desk('PUT', `/mailboxes/${DRAFTER}`, { entries });
    const days = { start: at(2, '00:00').toISOString(), end: at(5, '00:00').toISOString(), allDay: true };
    await desk('PUT', `/mailboxes/${HEAD}`, { entries: [{ ...days, status: 'oof', subject: '視察' }] });
    const found = value(await calendars.glance(MINATO, { mailboxes: [DRAFTER, HEAD, NOBODY], ...WINDOW }));
    const [many, few] = [found.get(DRAFTER), found.get(HEAD)];
    expect(many?.kind === 'OK' ? many.entries.length : many).toBe(1_200);
    expect(few).toMatchObject({ entries: [{ from: at(2, '00:00'), to: at(5, '00:00'), allDay: true, status: 'OOF' }] });
    expect(found.get(NOBODY)).toEqual({ kind: 'PROBLEM', problem: 'NO_MAILBOX' });
  });

  it('is told to come later by whom Graph puts off, and the others are there', async () => {
    const mailboxes = (await readPeople(graph)).map(({ signInName }) => signInName).slice(0, 40);
    const fault = { path: `/v1.0/users/${encodeURIComponent(mailboxes[0] ?? '')}`, kind: '429', retryAfter: 60 };
    await desk('POST', '/faults', fault);
    const found = value(await calendars.glance(MINATO, { mailboxes, ...WINDOW }));
    const kinds = mailboxes.map((mailbox) => found.get(mailbox)?.kind);
    expect([kinds.slice(0, 20), kinds.slice(20)]).toEqual([Array(20).fill('PROBLEM'), Array(20).fill('OK')]);
  });
});

describe('S-14: what changed', () => {
  it('is everything first, and then what is new, otherwise or gone', async () => {
    const id = await put({
      location: { displayName: '第1会議室' },
      categories: ['公開', '議会'],
      isOnlineMeeting: true,
    });
    const first = await changes();
    expect(first).toMatchObject({ whole: true, removed: [], renewed: [] });
    expect(first.entries).toEqual([
      {
        ...{ key: id, seriesKey: null, status: 'BUSY', from: at(0, '10:00'), to: at(0, '11:00'), allDay: false },
        ...{ subject: '定例', place: '第1会議室', visibility: 'SECTION', online: true, categories: ['公開', '議会'] },
      },
    ]);
    expect(await changes(first.token)).toMatchObject({ entries: [], removed: [], renewed: [], whole: false });
    await graph.patch(`/users/${DRAFTER}/events/${id}`, { start: zoned(at(1, '09:00')), end: zoned(at(1, '10:00')) });
    const second = await changes(first.token);
    expect(times(second)).toEqual([at(1, '09:00').getTime()]);
    await graph.delete(`/users/${DRAFTER}/events/${id}`);
    expect(await changes(second.token)).toMatchObject({ entries: [], removed: [id], whole: false });
  });

  it.each(['brief', 'full'])(
    'has every day of a series (%s), with its exceptions, and loses those taken out',
    async (occurrences) => {
      await desk('PATCH', '/calendar-policy/minato.example', { occurrences });
      const id = await put({ recurrence: weekly, categories: ['公開'] });
      const first = await changes();
      const days = [0, 7, 14].map((day) => at(day, '10:00').getTime());
      expect([times(first), first.entries.map(({ subject }) => subject)]).toEqual([days, ['定例', '定例', '定例']]);
      expect(new Set(first.entries.map(({ seriesKey }) => seriesKey))).toEqual(new Set([id]));
      const second = first.entries.find(({ from }) => from.getTime() === days[1]);
      const path = `/users/${DRAFTER}/events/${second?.key}`;
      await graph.patch(path, { subject: '時間変更', start: zoned(at(7, '15:00')), end: zoned(at(7, '16:00')) });
      const moved = await changes(first.token);
      const left = (told: Changes) => (told.renewed.includes(id) ? times(told) : null);
      // Told as one day, or as the series anew: either way this day has moved.
      expect(times(moved)).toContain(at(7, '15:00').getTime());
      expect(left(moved) ?? days).toHaveLength(3);
      await graph.delete(path);
      const taken = await changes(moved.token);
      expect(taken.removed.includes(second?.key ?? '') || left(taken)?.length === 2).toBe(true);
      await graph.delete(`/users/${DRAFTER}/events/${id}`);
      const { removed } = await changes(taken.token);
      const rest = first.entries.filter((one) => one !== second).flatMap(({ key }) => key ?? []);
      expect(removed.includes(id) || rest.every((key) => removed.includes(key))).toBe(true);
    },
  );

  it('is in Japanese time whatever zone it was made in, and whole days are Japanese days', async () => {
    await put({ subject: '海外', start: zoned(at(2, '10:00'), 'UTC', 0), end: zoned(at(2, '11:00'), 'UTC', 0) });
    const midnight = (day: number) => ({ dateTime: zoned(at(day, '00:00')).dateTime, timeZone: 'Tokyo Standard Time' });
    await put({ subject: '視察', isAllDay: true, start: midnight(3), end: midnight(6), showAs: 'oof' });
    const found = (await changes()).entries.toSorted((a, b) => a.from.getTime() - b.from.getTime());
    expect(found.map(({ subject, from, to, allDay }) => [subject, from, to, allDay])).toEqual([
      ['海外', at(2, '10:00'), at(2, '11:00'), false],
      ['視察', at(3, '00:00'), at(6, '00:00'), true],
    ]);
  });

  it('begins anew where the token is worth nothing, and says of whom there is no calendar', async () => {
    const { token } = await changes();
    await desk('POST', '/calendar-policy/minato.example/forget-deltas', {});
    expect(value(await calendars.changes(MINATO, DRAFTER, { ...WINDOW, token }))).toEqual({ kind: 'RESYNC' });
    const gone = { kind: 'REFUSED', code: 'schedules.graph_gone' };
    expect(await calendars.changes(MINATO, NOBODY, { ...WINDOW, token: null })).toEqual(gone);
    await desk('PATCH', '/calendar-policy/minato.example', { withoutMailbox: [DRAFTER] });
    expect(await calendars.changes(MINATO, DRAFTER, { ...WINDOW, token: null })).toEqual(gone);
  });

  it('of a thousand events in a week is a few pages', async () => {
    const entries = Array.from({ length: 1_000 }, (_, index) => {
      const start = new Date(at(0, '00:00').getTime() + index * 5 * 60_000);
      return { start: start.toISOString(), end: new Date(start.getTime() + 300_000).toISOString(), status: 'busy' };
    });
    await desk('PUT', `/mailboxes/${DRAFTER}`, { entries });
    const before = sent.length;
    expect((await changes()).entries).toHaveLength(1_000);
    expect(sent.length - before).toBeLessThanOrEqual(6);
  });

  it('is never asked of another address than Graph’s', async () => {
    const token = 'https://elsewhere.example/v1.0/users/x/calendarView/delta?$deltatoken=1';
    expect(await calendars.changes(MINATO, DRAFTER, { ...WINDOW, token })).toMatchObject({ kind: 'LATER' });
  });
});

describe('S-03, S-08: a booking', () => {
  const wish: BookingWish = {
    ...{
      bookingId: '0198a6f2-0000-7000-8000-000000000001',
      organizer: DRAFTER,
      subject: '予算の打合せ',
      body: '資料は後ほど',
    },
    ...{ from: at(8, '13:00'), to: at(8, '14:00'), required: [HEAD], optional: [], place: null, online: true },
    rooms: [{ mailbox: ROOM, name: '301会議室' }],
    ...{ hold: true, visibility: 'PUBLIC', category: null },
  };

  it('is made once however often it is sent, is changed, and is called off', async () => {
    const booked = value(await calendars.book(MINATO, wish));
    expect(value(await calendars.book(MINATO, wish)).eventKey).toBe(booked.eventKey);
    expect(booked.joinUrl).toMatch(/^https:/);
    const held = await changes();
    expect(held.entries).toMatchObject([
      { status: 'TENTATIVE', subject: '予算の打合せ', categories: ['公開'], online: true },
    ]);
    const key = { organizer: DRAFTER, eventKey: booked.eventKey };
    const change = { hold: false, from: at(8, '15:00'), to: at(8, '16:00') };
    expect(value(await calendars.change(MINATO, key, change))).toBeNull();
    const fixed = await changes(held.token);
    expect(fixed.entries).toMatchObject([{ status: 'BUSY', from: at(8, '15:00') }]);
    expect(value(await calendars.cancel(MINATO, key, '延期します'))).toBeNull();
    expect((await changes(fixed.token)).entries).toEqual([]);
    expect(value(await calendars.cancel(MINATO, key, null))).toBeNull();
  });

  it('says which room took it and which declined, because another meeting was there first', async () => {
    const answerOf = async (bookingId: string) => {
      const { eventKey } = value(await calendars.book(MINATO, { ...wish, bookingId }));
      return value(await calendars.answers(MINATO, { organizer: DRAFTER, eventKey })).get(ROOM);
    };
    expect(await answerOf('0198a6f2-0000-7000-8000-000000000011')).toBe('ACCEPTED');
    expect(await answerOf('0198a6f2-0000-7000-8000-000000000012')).toBe('DECLINED');
  });

  it('finds the rooms of the city with what is in them', async () => {
    const rooms = value(await calendars.rooms(MINATO));
    expect(rooms).toHaveLength(12);
    expect(rooms.find(({ mailbox }) => mailbox === ROOM)).toMatchObject({ building: expect.any(String) });
    expect(rooms.every(({ lists, capacity }) => lists.length > 0 && capacity !== null)).toBe(true);
  });

  it('knows who is in, as Teams has it', async () => {
    const [one] = await readPeople(graph);
    const [found] = value(await calendars.presences(MINATO, [one?.entraObjectId ?? '']));
    expect(found).toMatchObject({ entraObjectId: one?.entraObjectId, availability: expect.any(String) });
  });
});

describe('S-14: being told', () => {
  it('is asked for of one calendar, goes on and is ended; what is gone is said to be', async () => {
    answersHandshake = true;
    const until = new Date(Date.now() + calendars.longestMs);
    const asked = { mailbox: DRAFTER, secret: 'x'.repeat(43), until };
    const one = value(await calendars.subscribe(MINATO, asked));
    expect(one.expiresAt.getTime()).toBeGreaterThan(Date.now() + 6 * DAY_MS);
    const { subscriptionId } = one;
    expect(value(await calendars.prolong(MINATO, subscriptionId, until)).subscriptionId).toBe(subscriptionId);
    expect(value(await calendars.unsubscribe(MINATO, subscriptionId))).toBeNull();
    expect(value(await calendars.unsubscribe(MINATO, subscriptionId))).toBeNull();
    const gone = { kind: 'REFUSED', code: 'schedules.graph_gone' };
    expect(await calendars.prolong(MINATO, subscriptionId, until)).toEqual(gone);
    expect(await calendars.subscribe(MINATO, { ...asked, mailbox: NOBODY })).toEqual(gone);
    answersHandshake = false;
    const unreachable = { kind: 'REFUSED', code: 'schedules.graph_address_unreachable' };
    expect(await calendars.subscribe(MINATO, asked)).toEqual(unreachable);
  });
});

describe('S-14: what Microsoft knows of our subscriptions', () => {
  it('is told page by page: those of calendars that lead here, and no others', async () => {
    answersHandshake = true;
    const before = new Set(value(await calendars.subscriptions(MINATO)).map(({ subscriptionId }) => subscriptionId));
    const until = new Date(Date.now() + calendars.longestMs);
    const asked = Array.from({ length: 105 }, (_, index) => ({ mailbox: index % 2 === 0 ? DRAFTER : HEAD, until }));
    const made: string[] = [];
    for (const one of asked)
      made.push(value(await calendars.subscribe(MINATO, { ...one, secret: 'x'.repeat(43) })).subscriptionId);
    const lasts = { expirationDateTime: until.toISOString(), clientState: 'other' };
    const elsewhere = { notificationUrl: `${calendars.newsAddress}/elsewhere`, ...lasts };
    await graph.post('/subscriptions', { ...elsewhere, changeType: 'created', resource: `users/${DRAFTER}/events` });
    const transcripts = { changeType: 'created', resource: 'communications/onlineMeetings/getAllTranscripts' };
    const inHours = { expirationDateTime: new Date(Date.now() + 50 * 60_000).toISOString(), clientState: 'other' };
    await graph.post('/subscriptions', { ...transcripts, notificationUrl: calendars.newsAddress, ...inHours });
    const listed = value(await calendars.subscriptions(MINATO)).filter((one) => !before.has(one.subscriptionId));
    expect(listed.map(({ subscriptionId }) => subscriptionId).sort()).toEqual(made.sort());
    expect(listed.every(({ expiresAt }) => Math.abs(expiresAt.getTime() - until.getTime()) < 1_000)).toBe(true);
  });

  it('was asked for without what stands in the events: no key of ours, and nothing to decrypt', () => {
    const asked = sent.filter(({ method, path }) => method === 'POST' && path === '/v1.0/subscriptions');
    const ours = asked.filter(({ body }) => (body as { clientState: string }).clientState !== 'other');
    const allowed = ['changeType', 'resource', 'notificationUrl', 'lifecycleNotificationUrl'];
    expect(new Set(ours.flatMap(({ body }) => Object.keys(body as object)))).toEqual(
      new Set([...allowed, 'expirationDateTime', 'clientState']),
    );
    const secrets = ours.map(({ body }) => (body as { clientState: string }).clientState);
    expect(secrets.every((secret) => secret.length >= 43 && secret.length <= 128)).toBe(true);
  });
});

describe('S-14: where Graph is slow or down', () => {
  const fault = (settings: object) => desk('POST', '/faults', { path: `/v1.0/users/`, ...settings });

  it('a pause to the fraction of a second is waited for, and the answer is whole', async () => {
    await put();
    await fault({ kind: '429', retryAfter: 0.35, times: 2 });
    const began = performance.now();
    expect((await changes()).entries).toHaveLength(1);
    expect(performance.now() - began).toBeGreaterThan(650);
  });

  it('an outage of an hour is no answer, and it is said when to come again', async () => {
    await fault({ kind: '503', retryAfter: 3_600 });
    const began = Date.now();
    const later = { kind: 'LATER', at: expect.any(Date) };
    const read = await calendars.changes(MINATO, DRAFTER, { ...WINDOW, token: null });
    expect(read).toEqual(later);
    if (read.kind === 'LATER') expect(read.at.getTime()).toBeGreaterThanOrEqual(began + 3_600_000);
    expect(await calendars.glance(MINATO, { mailboxes: [DRAFTER, HEAD], ...WINDOW })).toEqual(later);
    await desk('DELETE', '/faults');
    await fault({ kind: 'drop' });
    expect(await calendars.changes(MINATO, DRAFTER, { ...WINDOW, token: null })).toEqual(later);
  });
});

it('Every call is one that Microsoft describes', async () => {
  const contract = await graphContract();
  expect(sent.length).toBeGreaterThan(30);
  expect(strangeIn(contract, sent)).toEqual([]);
  const odd = { method: 'GET', path: '/v1.0/users/a/events/b?$shoe=1', body: undefined, prefer: null };
  const answer = { status: 200, contentType: 'application/json', text: '{"shoe":1}' };
  expect(strangeIn(contract, [{ ...odd, answer }])).toHaveLength(contract === null ? 0 : 2);
});

/** By what Microsoft's documentation names as the least that an app by itself needs. */
const LEAST: readonly (readonly [RegExp, string])[] = [
  [/^POST .*\/calendar\/getSchedule$/, 'Calendars.ReadBasic.All'],
  [/^GET \/users\/[^/]+\/(calendarView|events)\b/, 'Calendars.Read'],
  [/^(POST|PATCH|DELETE) \/users\/[^/]+\/events\b/, 'Calendars.ReadWrite'],
  [/^(GET|POST|PATCH|DELETE) \/subscriptions\b/, 'Calendars.Read'],
  [/^GET \/places\//, 'Place.Read.All'],
  [/^POST \/communications\/getPresencesByUserId$/, 'Presence.Read.All'],
  [/^GET \/users\?/, 'User.Read.All'],
];

it('Every call needs a permission that an administrator was asked for, and each of those is used', () => {
  const calls = sent.map(({ method, path }) => `${method} ${path.replace('/v1.0', '')}`);
  const needed = (call: string) => LEAST.find(([pattern]) => pattern.test(call))?.[1] ?? `nothing for ${call}`;
  const asked = GRAPH_PERMISSIONS.filter(({ type }) => type === 'application').map(({ name }) => name);
  const used = [...new Set(calls.map(needed))];
  expect(used.filter((name) => !asked.includes(name))).toEqual([]);
  expect(used.sort()).toEqual([...new Set(LEAST.map(([, name]) => name))].sort());
});

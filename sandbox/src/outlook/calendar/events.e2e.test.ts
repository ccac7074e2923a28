import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../server.ts';
import { YAMATO_TENANT_ID } from '../../settings.ts';
import { appTokenFor, call, passwordToken, startSandbox, TestClock, until } from '../../testing/tenant.ts';

const GRAPH = 'https://graph.microsoft.com';
const DRAFTER = 'drafter@minato.example';
const HEAD = 'section-head@minato.example';
const ROOM = 'room-301@minato.example';
const clock = new TestClock();
let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  clock.toMidweek();
  sandbox = await startSandbox({ now: clock.now });
  token = await appTokenFor(sandbox, GRAPH);
});
afterAll(() => sandbox.close());
afterEach(async () => {
  for (const name of [DRAFTER, HEAD, ROOM]) await desk('DELETE', `/mailboxes/${name}`);
  await desk('PATCH', '/calendar-policy/minato.example', { sharing: 'subjects', roomDelayMs: 0, withoutMailbox: [] });
});

const json = (body: unknown) => (body === undefined ? null : JSON.stringify(body));
const typed = (body: unknown) => (body === undefined ? {} : { 'content-type': 'application/json' });
const desk = (method: string, path: string, body?: unknown) =>
  call(`${sandbox.url}/sandbox${path}`, { method, headers: typed(body), body: json(body) });
function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const asked = { authorization: `Bearer ${token}`, prefer: 'outlook.timezone="Tokyo Standard Time"' };
  return call(`${sandbox.url}/v1.0${path.replace(`${GRAPH}/v1.0`, '')}`, {
    method,
    headers: { ...asked, ...typed(body), ...headers },
    body: json(body),
  });
}
/** So many hours after 10:00 of the Wednesday that it is. */
const at = (hours: number, timeZone = 'Tokyo Standard Time') => {
  const local = new Date(Math.floor((clock.now() + 9 * 3_600_000) / 3_600_000) * 3_600_000 + hours * 3_600_000);
  return { dateTime: local.toISOString().slice(0, 19), timeZone };
};
const instant = (hours: number) => new Date(`${at(hours).dateTime}+09:00`).toISOString();
const attendee = (address: string, type = 'required') => ({ type, emailAddress: { address } });
const meeting = (more: object = {}) => ({ subject: '条例改正の打合せ', start: at(48), end: at(49), ...more });
const made = async (more: object = {}, owner = DRAFTER) =>
  (await ask('POST', `/users/${owner}/events`, meeting(more))).json;
const view = async (owner: string, from = 0, to = 7 * 24, more = '') => {
  const span = `startDateTime=${instant(from)}&endDateTime=${instant(to)}`;
  return (await ask('GET', `/users/${owner}/calendarView?${span}&$top=500${more}`)).json.value;
};
const found = async (owner: string, subject: string) =>
  (await view(owner)).find((event: { subject: string }) => event.subject === subject);
const statusOf = async (id: string, address: string) =>
  (await ask('GET', `/users/${DRAFTER}/events/${id}`)).json.attendees.find(
    (one: { emailAddress: { address: string } }) => one.emailAddress.address === address,
  ).status.response;

describe('an event', () => {
  it('stands in the calendars of those invited, who answer; its organizer sees who did', async () => {
    const event = await made({
      attendees: [attendee(HEAD)],
      isOnlineMeeting: true,
      location: { displayName: '第1応接室' },
    });
    expect(event).toMatchObject({
      isOrganizer: true,
      start: { dateTime: `${at(48).dateTime}.0000000`, timeZone: 'Tokyo Standard Time' },
      onlineMeeting: { joinUrl: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//) },
      location: { displayName: '第1応接室' },
    });
    const copy = await found(HEAD, event.subject);
    expect(copy).toMatchObject({
      showAs: 'tentative',
      isOrganizer: false,
      responseStatus: { response: 'notResponded' },
    });
    expect([copy.iCalUId, copy.id === event.id]).toEqual([event.iCalUId, false]);
    expect((await ask('POST', `/users/${HEAD}/events/${copy.id}/accept`, { sendResponse: true })).status).toBe(202);
    expect(await found(HEAD, event.subject)).toMatchObject({
      showAs: 'busy',
      responseStatus: { response: 'accepted' },
    });
    expect(await statusOf(event.id, HEAD)).toBe('accepted');
    await ask('PATCH', `/users/${DRAFTER}/events/${event.id}`, { start: at(50), end: at(51) });
    expect(await found(HEAD, event.subject)).toMatchObject({ responseStatus: { response: 'notResponded' } });
    await ask('POST', `/users/${HEAD}/events/${copy.id}/decline`, {});
    expect([await found(HEAD, event.subject), await statusOf(event.id, HEAD)]).toEqual([undefined, 'declined']);
  });

  it('is called off for everybody, by its organizer only', async () => {
    const event = await made({ attendees: [attendee(HEAD), attendee(ROOM, 'resource')] });
    const copy = await found(HEAD, event.subject);
    expect((await ask('POST', `/users/${HEAD}/events/${copy.id}/cancel`, {})).status).toBe(400);
    expect((await ask('POST', `/users/${DRAFTER}/events/${event.id}/accept`, {})).status).toBe(400);
    expect((await ask('POST', `/users/${DRAFTER}/events/${event.id}/cancel`, { comment: '延期します' })).status).toBe(
      202,
    );
    expect((await ask('GET', `/users/${DRAFTER}/events/${event.id}`)).json.error.code).toBe('ErrorItemNotFound');
    expect(await found(HEAD, `キャンセル済み: ${event.subject}`)).toMatchObject({ isCancelled: true, showAs: 'free' });
    expect((await view(ROOM)).filter((one: { iCalUId: string }) => one.iCalUId === event.iCalUId)).toEqual([]);
  });

  it('is made once, however often the same transaction is sent', async () => {
    const [first, again] = [await made({ transactionId: 'booking-1' }), await made({ transactionId: 'booking-1' })];
    expect(again.id).toBe(first.id);
    const other = await ask(
      'POST',
      `/users/${DRAFTER}/events`,
      meeting({ transactionId: 'booking-1', subject: '別件' }),
    );
    expect([other.status, other.json.error.code]).toEqual([409, 'ErrorDuplicateTransactionId']);
  });

  it('of whole days begins at midnight in whatever zone it is asked for, and refuses another hour', async () => {
    const day = (offset: number) => ({ dateTime: `${at(offset).dateTime.slice(0, 10)}T00:00:00`, timeZone: 'UTC' });
    const event = await made({ isAllDay: true, start: day(24), end: day(48), showAs: 'oof' });
    expect(event.start).toEqual({ dateTime: `${day(24).dateTime}.0000000`, timeZone: 'Tokyo Standard Time' });
    const inUtc = await ask('GET', `/users/${DRAFTER}/events/${event.id}`, undefined, { prefer: '' });
    expect(inUtc.json.start).toEqual({ dateTime: `${day(24).dateTime}.0000000`, timeZone: 'UTC' });
    const wrong = await ask('POST', `/users/${DRAFTER}/events`, meeting({ isAllDay: true }));
    expect([wrong.status, wrong.json.error.code]).toEqual([400, 'ErrorPropertyValidationFailure']);
  });

  it('is written and read in other zones, summer time included', async () => {
    const summer = { dateTime: '2027-07-01T09:00:00', timeZone: 'Eastern Standard Time' };
    const { id } = await made({ start: summer, end: { ...summer, dateTime: '2027-07-01T10:00:00' } });
    const { start } = (await ask('GET', `/users/${DRAFTER}/events/${id}`)).json;
    expect(start.dateTime).toBe('2027-07-01T22:00:00.0000000');
    const prefer = 'outlook.timezone="Europe/Berlin"';
    const inBerlin = await ask('GET', `/users/${DRAFTER}/events/${id}?$select=start`, undefined, { prefer });
    expect(inBerlin.json.start).toEqual({ dateTime: '2027-07-01T15:00:00.0000000', timeZone: 'Europe/Berlin' });
    expect(Object.keys(inBerlin.json).sort()).toEqual(['@odata.context', '@odata.etag', 'id', 'start']);
  });

  it.each([
    ['no end', { end: undefined }, 'ErrorPropertyValidationFailure'],
    ['an end before its start', { end: at(47) }, 'ErrorCalendarEndDateIsEarlierThanStartDate'],
    ['a zone that is none', { start: at(48, 'Minato Time') }, 'TimeZoneNotSupportedException'],
    ['an address that is none', { attendees: [attendee('nobody')] }, 'ErrorInvalidRecipients'],
    ['a status that is none', { showAs: 'asleep' }, 'ErrorInvalidRequest'],
  ])('is refused with %s', async (_what, more, code) => {
    const answer = await ask('POST', `/users/${DRAFTER}/events`, meeting(more));
    expect([answer.status, answer.json.error.code]).toEqual([400, code]);
  });

  it('is neither shown to another municipality nor to a colleague; who has no licence has no calendar', async () => {
    const { id } = await made();
    const path = `${sandbox.url}/v1.0/users/${DRAFTER}/events/${id}`;
    const foreign = await appTokenFor(sandbox, GRAPH, YAMATO_TENANT_ID);
    const colleague = (await passwordToken(sandbox, HEAD, `${GRAPH}/Calendars.ReadWrite`)).json.access_token;
    const status = async (bearer: string) =>
      (await call(path, { headers: { authorization: `Bearer ${bearer}` } })).status;
    expect([await status(foreign), await status(colleague), await status(token)]).toEqual([404, 403, 200]);
    await desk('PATCH', '/calendar-policy/minato.example', { withoutMailbox: [DRAFTER] });
    expect((await ask('GET', `/users/${DRAFTER}/events/${id}`)).json.error.code).toBe('MailboxNotEnabledForRESTAPI');
  });
});

describe('a room', () => {
  const booked = async (start: number, end: number, more: object = {}) =>
    made({ attendees: [attendee(ROOM, 'resource')], start: at(start), end: at(end), ...more });
  it('accepts when it is free and declines when it is taken, without telling what about', async () => {
    await desk('PUT', `/mailboxes/${ROOM}`, { entries: [] });
    const [first, second] = [await booked(48, 50), await booked(49, 51)];
    expect([await statusOf(first.id, ROOM), await statusOf(second.id, ROOM)]).toEqual(['accepted', 'declined']);
    expect(await view(ROOM)).toMatchObject([{ subject: '青波 はるか', showAs: 'busy' }]);
    await ask('PATCH', `/users/${DRAFTER}/events/${second.id}`, { start: at(50), end: at(51) });
    expect(await statusOf(second.id, ROOM)).toBe('accepted');
  });

  it('declines a series of which one day is taken', async () => {
    await desk('PUT', `/mailboxes/${ROOM}`, { entries: [] });
    await booked(48 + 14 * 24, 49 + 14 * 24);
    const startDate = at(48).dateTime.slice(0, 10);
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: ['friday'] },
      range: { type: 'noEnd', startDate },
    };
    const series = await booked(48, 49, { recurrence });
    expect(await statusOf(series.id, ROOM)).toBe('declined');
  });

  it('takes its time where that is set; of two who ask meanwhile the first gets it', async () => {
    await desk('PUT', `/mailboxes/${ROOM}`, { entries: [] });
    await desk('PATCH', '/calendar-policy/minato.example', { roomDelayMs: 50 });
    const [first, second] = [await booked(48, 50), await booked(48, 50)];
    const both = () => Promise.all([statusOf(first.id, ROOM), statusOf(second.id, ROOM)]);
    expect(await both()).toEqual(['none', 'none']);
    expect(await until(both, (answers) => !answers.includes('none'))).toEqual(['accepted', 'declined']);
  });
});

describe('a series', () => {
  const series = (more: object = {}) => {
    const startDate = at(48).dateTime.slice(0, 10);
    const pattern = { type: 'daily', interval: 1 };
    return made({
      subject: '朝会',
      recurrence: { pattern, range: { type: 'numbered', startDate, numberOfOccurrences: 4 } },
      ...more,
    });
  };
  const days = async (owner = DRAFTER) =>
    (await view(owner)).filter((event: { subject: string }) => event.subject.includes('朝会'));

  it('is expanded into its days; one is moved, one does not take place', async () => {
    const { id } = await series({ attendees: [attendee(HEAD)] });
    const [first, second, third, fourth] = await days();
    expect([first.type, first.seriesMasterId, fourth.start.dateTime]).toEqual([
      'occurrence',
      id,
      `${at(120).dateTime}.0000000`,
    ]);
    await ask('PATCH', `/users/${DRAFTER}/events/${second.id}`, { subject: '朝会(臨時)', start: at(78), end: at(79) });
    await ask('DELETE', `/users/${DRAFTER}/events/${third.id}`);
    expect((await days()).map((one: { type: string; subject: string }) => [one.type, one.subject])).toEqual([
      ['occurrence', '朝会'],
      ['exception', '朝会(臨時)'],
      ['occurrence', '朝会'],
    ]);
    const theirs = await days(HEAD);
    expect(theirs.map((one: { isCancelled: boolean }) => one.isCancelled)).toEqual([false, false, true, false]);
    const span = `startDateTime=${instant(0)}&endDateTime=${instant(168)}`;
    expect((await ask('GET', `/users/${DRAFTER}/events/${id}/instances?${span}`)).json.value).toHaveLength(3);
    expect((await ask('GET', `/users/${DRAFTER}/events/${id}`)).json).toMatchObject({
      type: 'seriesMaster',
      recurrence: { range: { numberOfOccurrences: 4 } },
    });
  });

  it('is answered day by day', async () => {
    const { id } = await series({ attendees: [attendee(HEAD)] });
    const [, second] = await days(HEAD);
    await ask('POST', `/users/${HEAD}/events/${second.id}/decline`, {});
    expect(await days(HEAD)).toHaveLength(3);
    const span = `startDateTime=${instant(0)}&endDateTime=${instant(168)}`;
    const answers = (await ask('GET', `/users/${DRAFTER}/events/${id}/instances?${span}`)).json.value.map(
      (one: { attendees: { status: { response: string } }[] }) => one.attendees[0]?.status.response,
    );
    expect(answers).toEqual(['none', 'declined', 'none', 'none']);
    const [first] = await days(HEAD);
    await ask('POST', `/users/${HEAD}/events/${first.id}/accept`, {});
    await ask('PATCH', `/users/${DRAFTER}/events/${id}`, { subject: '朝会(新)' });
    const responses = async () =>
      (await days(HEAD)).map((one: { subject: string; responseStatus: { response: string } }) => [
        one.subject,
        one.responseStatus.response,
      ]);
    expect(await responses()).toEqual([
      ['朝会(新)', 'accepted'],
      ['朝会(新)', 'notResponded'],
      ['朝会(新)', 'notResponded'],
    ]);
    const [own] = await days();
    await ask('PATCH', `/users/${DRAFTER}/events/${own.id}`, { start: at(52), end: at(53) });
    expect((await responses())[0]).toEqual(['朝会(新)', 'notResponded']);
  });
});

describe('what a window shows', () => {
  it('comes ten a page unless more are asked for, with links to Microsoft', async () => {
    const span = `startDateTime=${instant(-48)}&endDateTime=${instant(14 * 24)}`;
    const first = await ask('GET', `/users/${HEAD}/calendarView?${span}&$select=subject`);
    expect([first.json.value.length, first.json['@odata.nextLink']]).toEqual([10, expect.stringContaining(GRAPH)]);
    const second = await ask('GET', first.json['@odata.nextLink']);
    const ids = [...first.json.value, ...second.json.value].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const prefer = 'odata.maxpagesize=3';
    const small = await ask('GET', `/users/${HEAD}/calendarView?${span}`, undefined, { prefer });
    expect([small.json.value.length, small.headers.get('preference-applied')]).toEqual([3, prefer]);
    expect((await ask('GET', `/users/${HEAD}/calendarView?startDateTime=${instant(0)}`)).status).toBe(400);
  });

  it('is told as free/busy: private ones without words, all without words where sharing is closed', async () => {
    const entry = (hours: number, more: object) => ({
      start: instant(hours),
      end: instant(hours + 1),
      status: 'busy',
      ...more,
    });
    const entries = [
      entry(1, { subject: '通院', isPrivate: true }),
      entry(3, { subject: '庁議', place: '庁議室', status: 'tentative' }),
    ];
    await desk('PUT', `/mailboxes/${DRAFTER}`, { entries });
    const body = { schedules: [DRAFTER], startTime: at(0), endTime: at(6), availabilityViewInterval: 60 };
    const told = async () => (await ask('POST', `/users/${HEAD}/calendar/getSchedule`, body)).json.value[0];
    const open = await told();
    expect(open.availabilityView).toBe('020100');
    expect(open.scheduleItems[0]).toEqual({
      isPrivate: true,
      status: 'busy',
      start: expect.anything(),
      end: expect.anything(),
    });
    expect(open.scheduleItems[1]).toMatchObject({ isPrivate: false, subject: '庁議', location: '庁議室' });
    await desk('PATCH', '/calendar-policy/minato.example', { sharing: 'times' });
    expect((await told()).scheduleItems[1]).toEqual({
      status: 'tentative',
      start: expect.anything(),
      end: expect.anything(),
    });
  });

  it('is an error of its own where it holds more than a thousand entries', async () => {
    const entries = Array.from({ length: 1_001 }, () => ({ start: instant(1), end: instant(2), status: 'busy' }));
    await desk('PUT', `/mailboxes/${DRAFTER}`, { entries });
    const body = { schedules: [DRAFTER, HEAD], startTime: at(0), endTime: at(6) };
    const { value } = (await ask('POST', `/users/${HEAD}/calendar/getSchedule`, body)).json;
    expect([value[0].error.responseCode, value[1].error]).toEqual(['5006', undefined]);
  });
});

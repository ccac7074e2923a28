import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../server.ts';
import { type Answer, appTokenFor, call, post, startSandbox, TestClock } from '../../testing/tenant.ts';

const GRAPH = 'https://graph.microsoft.com';
const DRAFTER = 'drafter@minato.example';
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
  await call(`${sandbox.url}/sandbox/mailboxes/${DRAFTER}`, { method: 'DELETE' });
  await policy({ occurrences: 'brief' });
});

const policy = (body: object) =>
  call(`${sandbox.url}/sandbox/calendar-policy/minato.example`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const ask = (method: string, path: string, body?: object, prefer = 'odata.maxpagesize=500') =>
  call(`${sandbox.url}${path.replace(GRAPH, '').replace(/^\/(?!v1\.0)/, '/v1.0/')}`, {
    method,
    headers: { authorization: `Bearer ${token}`, prefer, ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : null,
  });
const EVENTS = `/users/${DRAFTER}/events`;
const instant = (hours: number) => new Date(Math.floor(clock.now() / 3_600_000) * 3_600_000 + hours * 3_600_000);
const time = (hours: number) => ({ dateTime: instant(hours).toISOString().slice(0, 19), timeZone: 'UTC' });
const span = (from = 0, to = 168) =>
  `startDateTime=${instant(from).toISOString()}&endDateTime=${instant(to).toISOString()}`;
const first = (more = '') => ask('GET', `/users/${DRAFTER}/calendarView/delta?${span()}${more}`);
const made = async (more: object = {}) =>
  (await ask('POST', EVENTS, { subject: '打合せ', start: time(2), end: time(3), ...more })).json.id as string;
const link = ({ json }: Answer): string => json['@odata.deltaLink'];
const next = (answer: Answer) => ask('GET', link(answer));
const series = (count = 4) =>
  made({
    subject: '朝会',
    recurrence: {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'numbered', startDate: instant(2).toISOString().slice(0, 10), numberOfOccurrences: count },
    },
  });
const empty = () =>
  call(`${sandbox.url}/sandbox/mailboxes/${DRAFTER}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entries: [] }),
  });

describe('a delta of a calendar', () => {
  it('tells a window page by page, then only what is new, otherwise or gone', async () => {
    let page = await ask(
      'GET',
      `/users/${DRAFTER}/calendarView/delta?${span(-100, 400)}`,
      undefined,
      'odata.maxpagesize=2',
    );
    const ids: string[] = [];
    for (;;) {
      ids.push(...page.json.value.map(({ id }: { id: string }) => id));
      if (!page.json['@odata.nextLink']) break;
      expect(page.json['@odata.nextLink']).toContain(`${GRAPH}/v1.0/users/`);
      page = await ask('GET', page.json['@odata.nextLink'], undefined, 'odata.maxpagesize=2');
    }
    expect([ids.length > 10, new Set(ids).size]).toEqual([true, ids.length]);
    expect((await next(page)).json.value).toEqual([]);
    const [kept, lost] = [await made(), await made()];
    const news = await next(page);
    expect(news.json.value.map(({ id }: { id: string }) => id).sort()).toEqual([kept, lost].sort());
    await ask('PATCH', `${EVENTS}/${kept}`, { subject: '打合せ(変更)' });
    await ask('DELETE', `${EVENTS}/${lost}`);
    const later = await next(news);
    expect(later.json.value).toHaveLength(2);
    expect(later.json.value).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: kept, subject: '打合せ(変更)' }),
        { '@removed': { reason: 'deleted' }, id: lost },
      ]),
    );
    expect((await next(later)).json.value).toEqual([]);
  });

  it('keeps to the window of its first call, and tells what left it', async () => {
    const id = await made();
    const start = await first();
    const outside = { start: time(24 * 30), end: time(24 * 30 + 1) };
    await made(outside);
    await ask('PATCH', `${EVENTS}/${id}`, outside);
    expect((await next(start)).json.value).toEqual([{ '@removed': { reason: 'deleted' }, id }]);
  });

  it('tells a series with its days on one page, the days by their times only', async () => {
    await empty();
    const id = await series();
    const start = await ask('GET', `/users/${DRAFTER}/calendarView/delta?${span()}`, undefined, 'odata.maxpagesize=2');
    const [master, ...days] = start.json.value;
    expect([master.type, master.subject, days.length]).toEqual(['seriesMaster', '朝会', 4]);
    expect(Object.keys(days[0]).sort()).toEqual(
      ['@odata.etag', '@odata.type', 'end', 'id', 'seriesMasterId', 'start', 'type'].sort(),
    );
    await ask('PATCH', `${EVENTS}/${days[1].id}`, { subject: '朝会(臨時)' });
    await ask('DELETE', `${EVENTS}/${days[2].id}`);
    const news = await next(start);
    expect(news.json.value.map((one: { type: string; subject?: string }) => [one.type, one.subject])).toEqual([
      ['seriesMaster', '朝会'],
      ['occurrence', undefined],
      ['exception', '朝会(臨時)'],
      ['occurrence', undefined],
    ]);
    await ask('DELETE', `${EVENTS}/${id}`);
    expect((await next(news)).json.value).toEqual([{ '@removed': { reason: 'deleted' }, id }]);
  });

  it('tells every day of a series by itself where that is switched on', async () => {
    await empty();
    await policy({ occurrences: 'full' });
    const id = await series(3);
    const start = await first();
    expect(start.json.value).toMatchObject(Array(3).fill({ type: 'occurrence', subject: '朝会', seriesMasterId: id }));
    const [, second] = start.json.value;
    await ask('DELETE', `${EVENTS}/${second.id}`);
    const { value } = (await next(start)).json;
    expect(value.find((one: { id: string }) => one.id === second.id)).toEqual({
      '@removed': { reason: 'deleted' },
      id: second.id,
    });
  });

  it('has to begin again when its token is no longer known: 410 says where', async () => {
    const start = await first();
    const forgotten = await post(`${sandbox.url}/sandbox/calendar-policy/minato.example/forget-deltas`, {
      person: DRAFTER,
    });
    expect(forgotten.status).toBe(204);
    const gone = await next(start);
    expect([gone.status, gone.json.error.code]).toEqual([410, 'SyncStateNotFound']);
    const again = await ask('GET', gone.headers.get('location') ?? '');
    expect([again.status, link(again).includes('$deltatoken=') || link(again).includes('%24deltatoken=')]).toEqual([
      200,
      true,
    ]);
    await empty();
    expect((await next(again)).status).toBe(410);
  });

  it('refuses $select, a foreign token and a missing window', async () => {
    const statuses = [
      await first('&$select=subject'),
      await ask('GET', `/users/${DRAFTER}/calendarView/delta?$deltatoken=abc`),
      await ask('GET', link(await first()).replace(DRAFTER, 'section-head@minato.example')),
      await ask('GET', `/users/${DRAFTER}/calendarView/delta`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([400, 400, 400, 400]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MINATO, type TestCity, testCity } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';
import { type WeekRow, type WeekView, WeekViewSchema } from '../week/contract.ts';
import { KEEP } from './jobs-of.ts';
import type { CalendarNotice } from './notices.ts';
import { Outlook } from './outlook.fixture.ts';
import type { Changes } from './port.ts';

const at = (time: string, day = '2026-11-24') => new Date(`${day}T${time}:00+09:00`);
const PEOPLE = ['section-head', 'subsection-head', 'drafter', 'colleague'];

let now = at('10:00');
let city: TestCity;
let microsoft: Outlook;

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  await city.suite.startJobs();
});
afterAll(() => city.close());
beforeEach(async () => {
  await city.test.owner.query('truncate kaigi.schedules_mailbox, kaigi.schedules_glance, kaigi.schedules_entry');
  now = at('10:00');
  microsoft = new Outlook();
  microsoft.open(...PEOPLE);
  city.suite.useCalendars(microsoft.port());
});

const routeOf = (what: string) => {
  const found = city.suite.routes.find(({ method, path }) => `${method} ${path}` === what);
  if (!found) throw new Error(`no such route ${what}`);
  return found;
};
async function look(name = 'drafter', query = {}): Promise<WeekView> {
  const route = routeOf('GET /schedules/week');
  const asked = route.query?.parse({ ...query });
  const answer = await route.handle(city.as(name), { params: {}, query: asked, body: {}, file: null });
  return WeekViewSchema.parse(answer);
}
const rowOf = (view: WeekView, name: string): WeekRow => {
  const row = view.rows.find(({ person }) => person.name === `見本 ${name}`);
  if (!row) throw new Error(`no row of ${name}`);
  return row;
};
const titles = (view: WeekView, name: string) => rowOf(view, name).items.map(({ title }) => title);
const settled = () => quiet(city.test);
const hear = (...notices: readonly (CalendarNotice | null)[]) =>
  city.suite.calendarNews.hear(notices.filter((one) => one !== null));
const calls = (name: string) => microsoft.calls.filter((one) => one === name).length;
/** The minute in which the clock does what is due. */
async function keepUp(): Promise<void> {
  await city.suite.enqueue([{ task: KEEP, payload: { municipalityId: MINATO } }]);
  await settled();
}
/** The first look, and what it begins. */
async function followed(): Promise<void> {
  await look();
  await settled();
}
const LATER = { kind: 'LATER', at: new Date('2026-11-24T01:01:00Z') } as const;

describe('S-01: a week that nobody has looked at yet', () => {
  it('is asked for at once, once for everybody, and from then on comes from here', async () => {
    microsoft.put('drafter', { from: at('13:00'), to: at('14:00'), subject: '政策会議' });
    const first = await look();
    expect(titles(first, 'drafter')).toEqual(['政策会議']);
    expect(rowOf(first, 'drafter').synced).toEqual({ at: now.toISOString(), stale: false, problem: null });
    expect(calls('glance')).toBe(1);
    await settled();
    expect([calls('subscribe'), titles(await look(), 'drafter')]).toEqual([4, ['政策会議']]);
    const before = microsoft.calls.length;
    for (const name of PEOPLE) await look(name);
    expect(microsoft.calls.length).toBe(before);
  });

  it('is one of so many that Microsoft answers at once: more are asked for one stretch after the other', async () => {
    const spans: number[] = [];
    const port = microsoft.port();
    city.suite.useCalendars({
      ...port,
      glance(municipalityId, asked) {
        spans.push((asked.to.getTime() - asked.from.getTime()) / 86_400_000);
        return port.glance(municipalityId, asked);
      },
    });
    const route = routeOf('POST /schedules/slots');
    const [other] = (await look()).rows;
    const wish = { required: [other?.person.staffId], from: '2027-02-05', to: '2027-04-05', minutes: 30 };
    await route.handle(city.as('drafter'), { params: {}, query: {}, body: route.body?.parse(wish), file: null });
    expect(spans).toEqual([7, 56, 14]);
    expect((await look()).rows.map(({ synced }) => synced.problem)).toEqual([null, null, null, null]);
  });

  it('says of each calendar by itself what could not be had', async () => {
    microsoft = new Outlook();
    microsoft.open('drafter', 'colleague', 'section-head');
    microsoft.refuse = (call, address) => (call === 'glance-one' && address === 'colleague' ? LATER : undefined);
    city.suite.useCalendars(microsoft.port());
    microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    const view = await look();
    expect(titles(view, 'drafter')).toEqual(['打合せ']);
    expect(rowOf(view, 'drafter').synced.problem).toBeNull();
    expect(rowOf(view, 'subsection-head').synced).toEqual({ at: null, stale: false, problem: 'NO_MAILBOX' });
    expect(rowOf(view, 'colleague').synced).toEqual({ at: null, stale: true, problem: 'UNREACHABLE' });
  });

  it('comes without Outlook when Graph is down, and nobody waits for it a second time', async () => {
    microsoft.refuse = () => LATER;
    const view = await look();
    expect(view.rows.map(({ synced }) => synced.problem)).toEqual(Array(4).fill('UNREACHABLE'));
    await look();
    expect(calls('glance')).toBe(1);
  });

  it('shows what was read before the outage with when that was', async () => {
    microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    await followed();
    const read = now.toISOString();
    microsoft.refuse = () => LATER;
    now = at('23:59');
    await keepUp();
    const row = rowOf(await look(), 'drafter');
    expect([row.items.length, row.synced]).toEqual([1, { at: read, stale: true, problem: 'UNREACHABLE' }]);
    microsoft.refuse = () => undefined;
    now = at('00:05', '2026-11-25');
    await keepUp();
    expect(rowOf(await look(), 'drafter').synced).toEqual({ at: now.toISOString(), stale: false, problem: null });
  });

  it('of a followed calendar, which Microsoft could not tell for a time far off, is read again soon', async () => {
    await followed();
    microsoft.refuse = (call) => (call === 'glance' ? LATER : undefined);
    await look('drafter', { from: '2027-06-07' });
    expect(rowOf(await look(), 'drafter').synced.problem).toBe('UNREACHABLE');
    now = at('10:02');
    await keepUp();
    expect(rowOf(await look(), 'drafter').synced).toEqual({ at: now.toISOString(), stale: false, problem: null });
  });

  it('does without Microsoft where the deployment reads no calendars', async () => {
    city.suite.useCalendars({ ...microsoft.port(), municipalityIds: [] });
    const view = await look();
    expect(rowOf(view, 'drafter').synced).toEqual({ at: null, stale: false, problem: null });
    expect(microsoft.calls).toEqual([]);
  });
});

describe('S-14: what changes in Outlook', () => {
  beforeEach(followed);

  it('is in the grid with the next look after the news, and pages are told', async () => {
    const told: string[] = [];
    const stop = city.suite.onChange(({ topic }) => told.push(topic));
    const key = microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    expect(await hear(microsoft.news('drafter'))).toEqual({ believed: 1, forged: 0 });
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ']);
    microsoft.put('drafter', { key, from: at('15:00'), to: at('16:00'), subject: '延期' });
    await hear(microsoft.news('drafter'));
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['延期']);
    microsoft.remove('drafter', key);
    await hear(microsoft.news('drafter'));
    await settled();
    expect(titles(await look(), 'drafter')).toEqual([]);
    stop();
    expect(told).toContain('schedules/changed');
  });

  it('comes to the same when it is told twice, at once and out of order', async () => {
    const key = microsoft.put('drafter', { from: at('13:00'), to: at('14:00'), subject: '一' });
    const [first, second] = [microsoft.news('drafter'), microsoft.news('drafter')];
    microsoft.put('drafter', { key, from: at('13:00'), to: at('14:00'), subject: '二' });
    await Promise.all([hear(second, first, first), hear(first), hear(second)]);
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['二']);
  });

  it('is not believed of anybody who does not know the secret of that subscription', async () => {
    const real = microsoft.news('drafter');
    const other = microsoft.news('colleague');
    if (!real || !other) throw new Error('nobody is told');
    microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    const before = microsoft.calls.length;
    const forged = [
      { ...real, secret: null },
      { ...real, secret: 'guessed' },
      { ...real, secret: other.secret },
      { ...real, subscriptionId: 'unknown' },
      { ...real, municipalityId: '79616d61-746f-4000-8000-000000000002' },
      { ...real, kind: 'REMOVED' as const, secret: 'x'.repeat(255) },
    ];
    expect(await hear(...forged)).toEqual({ believed: 0, forged: 6 });
    await settled();
    expect(microsoft.calls.length).toBe(before);
  });

  it('is read from the beginning where the token is worth nothing any more', async () => {
    const gone = microsoft.put('drafter', { from: at('09:00'), to: at('10:00'), subject: '前から' });
    await hear(microsoft.news('drafter'));
    await settled();
    microsoft.remove('drafter', gone);
    microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    microsoft.forgetTokens();
    await hear(microsoft.news('drafter'));
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ']);
  });

  it('of a series is all of the series: days that were taken out are gone, and so is a series that was removed', async () => {
    const days = ['2026-11-24', '2026-11-25', '2026-11-26'].map((day) => ({
      from: at('09:00', day),
      to: at('10:00', day),
    }));
    const [first, second, third] = days.map((day) => ({ ...day, seriesKey: 'series', subject: '朝礼' }));
    for (const one of [first, second]) if (one) microsoft.put('drafter', one);
    await hear(microsoft.news('drafter'));
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['朝礼', '朝礼']);
    const told = async (changes: Partial<Changes>) => {
      const nothing = { kind: 'CHANGES', entries: [], removed: [], renewed: [], whole: false, token: '1:9' } as const;
      const value = { ...nothing, ...changes };
      city.suite.useCalendars({ ...microsoft.port(), changes: async () => ({ kind: 'OK', value }) });
      await hear(microsoft.news('drafter'));
      await settled();
      return rowOf(await look(), 'drafter').items.map(({ from }) => from.slice(0, 10));
    };
    const usual = { status: 'BUSY', allDay: false, place: null, visibility: 'SECTION', online: false } as const;
    const anew = third ? [{ ...usual, ...third, key: 'day-3', categories: [] }] : [];
    expect(await told({ entries: anew, renewed: ['series'] })).toEqual(['2026-11-26']);
    expect(await told({ removed: ['series'] })).toEqual([]);
  });

  it('that Microsoft missed is found by reading all of it again', async () => {
    microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    await hear(microsoft.news('drafter', 'MISSED'));
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ']);
  });

  it('is told of again after Microsoft dropped a subscription', async () => {
    const dropped = microsoft.news('drafter', 'REMOVED');
    microsoft.forgetSubscriptions();
    microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    await hear(dropped);
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ']);
    expect(microsoft.news('drafter')?.subscriptionId).not.toBe(dropped?.subscriptionId);
    // Of the one before it is not said again.
    expect(await hear(dropped)).toEqual({ believed: 1, forged: 0 });
    await settled();
    expect(await hear(microsoft.news('drafter'))).toEqual({ believed: 1, forged: 0 });
  });

  it('goes on being told when Microsoft asks whether it still may', async () => {
    await hear(microsoft.news('drafter', 'REAUTHORIZE'));
    await settled();
    expect(calls('prolong')).toBe(1);
  });

  it('that nobody told of is found within half a day', async () => {
    microsoft.forgetSubscriptions();
    microsoft.put('drafter', { from: at('18:00'), to: at('19:00') });
    now = at('16:01');
    await keepUp();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ']);
  });

  it('keeps coming in the next weeks, for which each calendar is read anew', async () => {
    const next = at('09:00', '2027-02-03');
    microsoft.put('drafter', { from: next, to: at('10:00', '2027-02-03') });
    now = at('09:00', '2026-12-07');
    await keepUp();
    await look('drafter', { from: '2027-02-01' });
    await settled();
    const before = microsoft.calls.length;
    expect(titles(await look('drafter', { from: '2027-02-01' }), 'drafter')).toEqual(['打合せ']);
    expect(microsoft.calls.length).toBe(before);
  });
});

describe('subscriptions', () => {
  it('are prolonged before they end, though one call in twenty fails, and none is lost in a week', async () => {
    await followed();
    let asked = 0;
    microsoft.refuse = (call) => {
      asked += 1;
      return call !== 'changes' && asked % 20 < 2 ? { kind: 'LATER', at: now } : undefined;
    };
    for (let hour = 0; hour < 24 * 8; hour += 6) {
      now = new Date(at('10:00').getTime() + hour * 3_600_000);
      await keepUp();
      const { rows } = await city.test.owner.query(
        'select count(*)::int as dead from kaigi.schedules_mailbox where expires_at is null or expires_at <= $1',
        [now],
      );
      expect(rows[0].dead).toBe(0);
    }
    expect(calls('subscribe')).toBe(4);
    expect(calls('prolong')).toBeGreaterThanOrEqual(4);
  });

  it('of calendars at which nobody looks any more are ended, and nothing of them is kept', async () => {
    await followed();
    now = at('10:00', '2027-01-20');
    await keepUp();
    const { rows } = await city.test.owner.query('select count(*)::int as left from kaigi.schedules_mailbox');
    expect([rows[0].left, calls('unsubscribe')]).toEqual([0, 4]);
  });
});

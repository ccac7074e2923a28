import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { YAMATO } from '../../testing/test-city.ts';
import { at, CalendarWorld, LATER, PEOPLE, rowOf, titles } from './calendar-world.fixture.ts';
import { Outlook } from './outlook.fixture.ts';
import type { Changes } from './port.ts';

const world = new CalendarWorld();
beforeAll(() => world.open());
afterAll(() => world.close());
beforeEach(() => world.begin());
const { look, settled, hear, calls, keepUp, followed, routeOf } = world;

describe('S-01: a week that nobody has looked at yet', () => {
  it('is asked for at once, once for everybody, and from then on comes from here', async () => {
    world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00'), subject: '政策会議' });
    const first = await look();
    expect(titles(first, 'drafter')).toEqual(['政策会議']);
    expect(rowOf(first, 'drafter').synced).toEqual({ at: world.now.toISOString(), stale: false, problem: null });
    expect(calls('glance')).toBe(1);
    await settled();
    expect([calls('subscribe'), titles(await look(), 'drafter')]).toEqual([4, ['政策会議']]);
    const before = world.microsoft.calls.length;
    for (const name of PEOPLE) await look(name);
    expect(world.microsoft.calls.length).toBe(before);
  });

  it('is one of so many that Microsoft answers at once: more are asked for one stretch after the other', async () => {
    const spans: number[] = [];
    const port = world.microsoft.port();
    world.city.suite.useCalendars({
      ...port,
      glance(municipalityId, asked) {
        spans.push((asked.to.getTime() - asked.from.getTime()) / 86_400_000);
        return port.glance(municipalityId, asked);
      },
    });
    const route = routeOf('POST /schedules/slots');
    const [other] = (await look()).rows;
    const wish = { required: [other?.person.staffId], from: '2027-02-05', to: '2027-04-05', minutes: 30 };
    await route.handle(world.city.as('drafter'), { params: {}, query: {}, body: route.body?.parse(wish), file: null });
    expect(spans).toEqual([7, 56, 14]);
    expect((await look()).rows.map(({ synced }) => synced.problem)).toEqual([null, null, null, null]);
  });

  it('says of each calendar by itself what could not be had', async () => {
    world.microsoft = new Outlook();
    world.microsoft.open('drafter', 'colleague', 'section-head');
    world.microsoft.refuse = (call, address) => (call === 'glance-one' && address === 'colleague' ? LATER : undefined);
    world.city.suite.useCalendars(world.microsoft.port());
    world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    const view = await look();
    expect(titles(view, 'drafter')).toEqual(['打合せ']);
    expect(rowOf(view, 'drafter').synced.problem).toBeNull();
    expect(rowOf(view, 'subsection-head').synced).toEqual({ at: null, stale: false, problem: 'NO_MAILBOX' });
    expect(rowOf(view, 'colleague').synced).toEqual({ at: null, stale: true, problem: 'UNREACHABLE' });
  });

  it('comes without Outlook when Graph is down, and nobody waits for it a second time', async () => {
    world.microsoft.refuse = () => LATER;
    const view = await look();
    expect(view.rows.map(({ synced }) => synced.problem)).toEqual(Array(4).fill('UNREACHABLE'));
    await look();
    expect(calls('glance')).toBe(1);
  });

  it('shows what was read before the outage with when that was', async () => {
    world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    await followed();
    const read = world.now.toISOString();
    world.microsoft.refuse = () => LATER;
    world.now = at('23:59');
    await keepUp();
    const row = rowOf(await look(), 'drafter');
    expect([row.items.length, row.synced]).toEqual([1, { at: read, stale: true, problem: 'UNREACHABLE' }]);
    world.microsoft.refuse = () => undefined;
    world.now = at('00:05', '2026-11-25');
    await keepUp();
    expect(rowOf(await look(), 'drafter').synced).toEqual({ at: world.now.toISOString(), stale: false, problem: null });
  });

  it('is tried now and then while Graph is down for an hour, and is whole with the first minute after it', async () => {
    await followed();
    const [before, reads] = [world.microsoft.news('drafter'), calls('changes')];
    world.microsoft.refuse = () => ({ kind: 'LATER', at: world.now });
    world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    await hear(before);
    for (let minute = 1; minute <= 60; minute += 1) {
      world.now = new Date(at('10:00').getTime() + minute * 60_000);
      if (minute % 5 === 0) await keepUp();
    }
    // Of the others nothing new was told: theirs is as good as it was.
    expect(calls('changes') - reads).toBeLessThanOrEqual(12 + 1);
    const view = await look();
    expect([rowOf(view, 'drafter').synced.stale, rowOf(view, 'colleague').synced.stale]).toEqual([true, false]);
    world.microsoft.refuse = () => undefined;
    world.now = at('11:01');
    await keepUp();
    const row = rowOf(await look(), 'drafter');
    expect([row.items.length, row.synced]).toEqual([1, { at: world.now.toISOString(), stale: false, problem: null }]);
  });

  it('of a followed calendar, which Microsoft could not tell for a time far off, is read again soon', async () => {
    await followed();
    world.microsoft.refuse = (call) => (call === 'glance' ? LATER : undefined);
    await look('drafter', { from: '2027-06-07' });
    expect(rowOf(await look(), 'drafter').synced.problem).toBe('UNREACHABLE');
    world.now = at('10:02');
    await keepUp();
    expect(rowOf(await look(), 'drafter').synced).toEqual({ at: world.now.toISOString(), stale: false, problem: null });
  });

  it('does without Microsoft where the deployment reads no calendars', async () => {
    world.city.suite.useCalendars({ ...world.microsoft.port(), municipalityIds: [] });
    const view = await look();
    expect(rowOf(view, 'drafter').synced).toEqual({ at: null, stale: false, problem: null });
    expect(world.microsoft.calls).toEqual([]);
  });
});

describe('S-14: what changes in Outlook', () => {
  beforeEach(followed);

  it('is in the grid with the next look after the news, and pages are told', async () => {
    const told: string[] = [];
    const stop = world.city.suite.onChange(({ topic }) => told.push(topic));
    const key = world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    expect(await hear(world.microsoft.news('drafter'))).toEqual({ believed: 1, forged: 0 });
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ']);
    world.microsoft.put('drafter', { key, from: at('15:00'), to: at('16:00'), subject: '延期' });
    await hear(world.microsoft.news('drafter'));
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['延期']);
    world.microsoft.remove('drafter', key);
    await hear(world.microsoft.news('drafter'));
    await settled();
    expect(titles(await look(), 'drafter')).toEqual([]);
    stop();
    expect(told).toContain('schedules/changed');
  });

  it('comes to the same when it is told twice, at once and out of order', async () => {
    const key = world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00'), subject: '一' });
    const [first, second] = [world.microsoft.news('drafter'), world.microsoft.news('drafter')];
    world.microsoft.put('drafter', { key, from: at('13:00'), to: at('14:00'), subject: '二' });
    await Promise.all([hear(second, first, first), hear(first), hear(second)]);
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['二']);
  });

  it('is not believed of anybody who does not know the secret of that subscription', async () => {
    const real = world.microsoft.news('drafter');
    const other = world.microsoft.news('colleague');
    if (!real || !other) throw new Error('nobody is told');
    world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    const before = world.microsoft.calls.length;
    const forged = [
      { ...real, secret: null },
      { ...real, secret: 'guessed' },
      { ...real, secret: other.secret },
      { ...real, subscriptionId: 'unknown' },
      { ...real, municipalityId: YAMATO },
      { ...real, kind: 'REMOVED' as const, secret: 'x'.repeat(255) },
    ];
    // Both follow their calendars: what one knows is worth nothing for the other.
    world.city.suite.useCalendars({
      ...world.microsoft.port(),
      municipalityIds: [world.city.as('drafter').municipalityId, YAMATO],
    });
    expect(await hear(...forged)).toEqual({ believed: 0, forged: 6 });
    await settled();
    expect(world.microsoft.calls.length).toBe(before);
  });

  it('is read from the beginning where the token is worth nothing any more', async () => {
    const gone = world.microsoft.put('drafter', { from: at('09:00'), to: at('10:00'), subject: '前から' });
    await hear(world.microsoft.news('drafter'));
    await settled();
    world.microsoft.remove('drafter', gone);
    world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    world.microsoft.forgetTokens();
    await hear(world.microsoft.news('drafter'));
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ']);
  });

  it('of a series is all of the series: days that were taken out are gone, and so is a series that was removed', async () => {
    const days = ['2026-11-24', '2026-11-25', '2026-11-26'].map((day) => ({
      from: at('09:00', day),
      to: at('10:00', day),
    }));
    const [first, second, third] = days.map((day) => ({ ...day, seriesKey: 'series', subject: '朝礼' }));
    for (const one of [first, second]) if (one) world.microsoft.put('drafter', one);
    await hear(world.microsoft.news('drafter'));
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['朝礼', '朝礼']);
    const told = async (changes: Partial<Changes>) => {
      const nothing = { kind: 'CHANGES', entries: [], removed: [], renewed: [], whole: false, token: '1:9' } as const;
      const value = { ...nothing, ...changes };
      world.city.suite.useCalendars({ ...world.microsoft.port(), changes: async () => ({ kind: 'OK', value }) });
      await hear(world.microsoft.news('drafter'));
      await settled();
      return rowOf(await look(), 'drafter').items.map(({ from }) => from.slice(0, 10));
    };
    const usual = { status: 'BUSY', allDay: false, place: null, visibility: 'SECTION', online: false } as const;
    const anew = third ? [{ ...usual, ...third, key: 'day-3', categories: [] }] : [];
    expect(await told({ entries: anew, renewed: ['series'] })).toEqual(['2026-11-26']);
    expect(await told({ removed: ['series'] })).toEqual([]);
  });

  it('that Microsoft missed is found by reading all of it again', async () => {
    world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    await hear(world.microsoft.news('drafter', 'MISSED'));
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ']);
  });

  it('is told of again after Microsoft dropped a subscription', async () => {
    const dropped = world.microsoft.news('drafter', 'REMOVED');
    world.microsoft.forgetSubscriptions();
    world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    await hear(dropped);
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ']);
    expect(world.microsoft.news('drafter')?.subscriptionId).not.toBe(dropped?.subscriptionId);
    // Of the one before it is not said again.
    expect(await hear(dropped)).toEqual({ believed: 1, forged: 0 });
    await settled();
    expect(await hear(world.microsoft.news('drafter'))).toEqual({ believed: 1, forged: 0 });
  });

  it('goes on being told when Microsoft asks whether it still may', async () => {
    await hear(world.microsoft.news('drafter', 'REAUTHORIZE'));
    await settled();
    expect(calls('prolong')).toBe(1);
  });

  it('that nobody told of is found within half a day', async () => {
    world.microsoft.forgetSubscriptions();
    world.microsoft.put('drafter', { from: at('18:00'), to: at('19:00') });
    world.now = at('16:01');
    await keepUp();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ']);
  });

  it('keeps coming in the next weeks, for which each calendar is read anew', async () => {
    const next = at('09:00', '2027-02-03');
    world.microsoft.put('drafter', { from: next, to: at('10:00', '2027-02-03') });
    world.now = at('09:00', '2026-12-07');
    await keepUp();
    await look('drafter', { from: '2027-02-01' });
    await settled();
    const before = world.microsoft.calls.length;
    expect(titles(await look('drafter', { from: '2027-02-01' }), 'drafter')).toEqual(['打合せ']);
    expect(world.microsoft.calls.length).toBe(before);
  });
});

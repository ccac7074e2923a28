import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { at, CalendarWorld, LATER, PEOPLE, rowOf, titles } from './calendar-world.fixture.ts';
import { RENEW, ROLL_CALL } from './jobs-of.ts';

const world = new CalendarWorld();
beforeAll(() => world.open());
afterAll(() => world.close());
beforeEach(() => world.begin());
const { look, settled, hear, calls, keepUp, followed, run } = world;
const mailbox = async (address: string) => {
  const { rows } = await world.city.test.owner.query(
    'select owner_id as "ownerId", subscription_id as "subscriptionId" from kaigi.schedules_mailbox where address = $1',
    [address],
  );
  return rows[0];
};

describe('subscriptions that Microsoft forgot without a word', () => {
  beforeEach(followed);

  it('are found when a process starts, and begun anew at once; what happened meanwhile is read', async () => {
    world.microsoft.forgetSubscriptions();
    world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    await world.city.suite.enqueue(world.city.suite.calendarNews.firstJobs());
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ']);
    world.microsoft.put('drafter', { from: at('15:00'), to: at('16:00'), subject: 'その後' });
    expect(await hear(world.microsoft.news('drafter'))).toEqual({ believed: 1, forged: 0 });
    await settled();
    expect(titles(await look(), 'drafter')).toEqual(['打合せ', 'その後']);
  });

  it('are found by one question for all, and those that are there are left alone', async () => {
    const before = world.microsoft.calls.length;
    await run(ROLL_CALL);
    expect(world.microsoft.calls.slice(before)).toEqual(['subscriptions']);
    world.microsoft.forgetSubscriptions('drafter');
    await run(ROLL_CALL);
    expect([calls('subscribe'), world.microsoft.subscribed('drafter').length]).toEqual([5, 1]);
  });

  it('are not taken for forgotten while Microsoft cannot be asked', async () => {
    const refused = { kind: 'REFUSED', code: 'schedules.graph_not_permitted' } as const;
    world.microsoft.refuse = (call) => {
      if (call !== 'subscriptions') return undefined;
      return calls('subscriptions') === 1 ? { kind: 'LATER', at: new Date() } : refused;
    };
    await run(ROLL_CALL);
    // Put off, it was asked once more by itself.
    expect([calls('subscriptions'), calls('prolong'), calls('subscribe')]).toEqual([2, 0, 4]);
  });

  it('and those that lead to an address that is no longer ours are begun anew', async () => {
    world.city.suite.useCalendars({
      ...world.microsoft.port(),
      newsAddress: 'https://new.example/api/graph/notifications',
    });
    world.microsoft.forgetSubscriptions();
    await run(ROLL_CALL);
    expect(calls('subscribe')).toBe(8);
  });

  it('leave in the grid what was known, with when that was', async () => {
    world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    await hear(world.microsoft.news('drafter'));
    await settled();
    const read = world.now.toISOString();
    const missed = world.microsoft.news('drafter', 'MISSED');
    world.microsoft.refuse = () => LATER;
    world.now = at('10:30');
    await hear(missed);
    await settled();
    const row = rowOf(await look(), 'drafter');
    expect([row.items.length, row.synced]).toEqual([1, { at: read, stale: true, problem: 'UNREACHABLE' }]);
  });
});

describe('a process that died between asking for news and keeping the answer', () => {
  /** Microsoft has made it, and nobody here heard so. */
  async function orphaned(): Promise<string> {
    const port = world.microsoft.port();
    world.city.suite.useCalendars({
      ...port,
      async subscribe(municipalityId, asked) {
        const answer = await port.subscribe(municipalityId, asked);
        return asked.mailbox === 'drafter' ? LATER : answer;
      },
    });
    await followed();
    world.city.suite.useCalendars(port);
    expect((await mailbox('drafter')).subscriptionId).toBeNull();
    return world.microsoft.subscribed('drafter')[0] ?? '';
  }
  const renewed = async () => {
    const { ownerId } = await mailbox('drafter');
    await run(RENEW, { ownerId });
  };

  it('leaves a subscription that is taken over by its first news, and stays the only one', async () => {
    const orphan = await orphaned();
    world.microsoft.put('drafter', { from: at('13:00'), to: at('14:00') });
    expect(await hear(world.microsoft.news('drafter'))).toEqual({ believed: 1, forged: 0 });
    await settled();
    expect([titles(await look(), 'drafter'), (await mailbox('drafter')).subscriptionId]).toEqual([['打合せ'], orphan]);
    world.now = at('10:06');
    await renewed();
    expect([world.microsoft.subscribed('drafter'), calls('prolong')]).toEqual([[orphan], 1]);
  });

  it('leaves one that nobody listens to once there is another, and that is ended', async () => {
    const orphan = await orphaned();
    const late = world.microsoft.news('drafter');
    world.now = at('10:06');
    await renewed();
    const [, second] = world.microsoft.subscribed('drafter');
    const read = calls('changes');
    expect(await hear(late)).toEqual({ believed: 1, forged: 0 });
    await settled();
    expect([calls('changes'), (await mailbox('drafter')).subscriptionId]).toEqual([read, second]);
    // Too young: it may be that of a process which is about to keep it.
    await run(ROLL_CALL);
    expect(world.microsoft.subscribed('drafter')).toEqual([orphan, second]);
    world.now = at('10:11');
    await run(ROLL_CALL);
    expect(world.microsoft.subscribed('drafter')).toEqual([second]);
    expect(PEOPLE.map((name) => world.microsoft.subscribed(name).length)).toEqual([1, 1, 1, 1]);
  });

  it('does not make the news of a calendar that was before into those of the present one', async () => {
    await followed();
    const before = world.microsoft.news('drafter');
    world.microsoft.open('renamed');
    const { ownerId } = await mailbox('drafter');
    await world.city.test.owner.query("update kaigi.directory_staff set sign_in_name = 'renamed' where staff_id = $1", [
      ownerId,
    ]);
    world.now = at('10:00', '2026-11-25');
    await look();
    await hear(before);
    await settled();
    expect((await mailbox('renamed')).subscriptionId).toBe(world.microsoft.subscribed('renamed')[0]);
    await world.city.test.owner.query("update kaigi.directory_staff set sign_in_name = 'drafter' where staff_id = $1", [
      ownerId,
    ]);
  });
});

describe('subscriptions', () => {
  it('are prolonged before they end, though one call in twenty fails, and none is lost in a week', async () => {
    await followed();
    let asked = 0;
    world.microsoft.refuse = (call) => {
      asked += 1;
      return call !== 'changes' && asked % 20 < 2 ? { kind: 'LATER', at: world.now } : undefined;
    };
    for (let hour = 0; hour < 24 * 8; hour += 6) {
      world.now = new Date(at('10:00').getTime() + hour * 3_600_000);
      await keepUp();
      const { rows } = await world.city.test.owner.query(
        'select count(*)::int as dead from kaigi.schedules_mailbox where expires_at is null or expires_at <= $1',
        [world.now],
      );
      expect(rows[0].dead).toBe(0);
    }
    expect(calls('subscribe')).toBe(4);
    expect(calls('prolong')).toBeGreaterThanOrEqual(4);
  });

  it('of calendars at which nobody looks any more are ended, and nothing of them is kept', async () => {
    await followed();
    world.now = at('10:00', '2027-01-20');
    await keepUp();
    const { rows } = await world.city.test.owner.query('select count(*)::int as left from kaigi.schedules_mailbox');
    expect([rows[0].left, calls('unsubscribe')]).toEqual([0, 4]);
  });
});

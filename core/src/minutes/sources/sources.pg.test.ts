import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { isStorable } from '../../shared/index.ts';
import { MINATO, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { quiet, until } from '../../testing/until.ts';
import type { Notice } from './notices.ts';
import type { ArrivedTranscript } from './sink.ts';
import { FakeTeams } from './teams.fixture.ts';
import { sourcesTexts } from './text.ts';

// What is put off by this clock stays put off: the queue's clock is the database's own.
const START = new Date('2096-11-26T10:00:00+09:00').getTime();
// The tests say themselves when somebody looks.
const HOUR = 60 * 60_000;
let now = START;
const clock = { now: () => new Date(now) };

let city: TestCity;
let organizerOid = '';
const teams = new FakeTeams(clock);
const taken: ArrivedTranscript[] = [];
let failing: Error | null = null;

beforeAll(async () => {
  city = await testCity({ clock });
  organizerOid = city.as('section-head').entraObjectId;
  city.suite.useTeamsMeetings(teams);
  city.suite.useTranscriptSink({
    async takeIn(arrived) {
      if (failing) throw failing;
      taken.push(arrived);
    },
  });
  await city.suite.startJobs();
  await city.suite.enqueue(city.suite.transcriptSources.firstJobs());
  await quiet(city.test);
});
afterAll(() => city.close());
afterEach(() => {
  teams.refusal = null;
  teams.contentRefusal = null;
  teams.later = null;
  failing = null;
});

const news = (transcriptKey: string, more: Partial<Notice> = {}): Notice =>
  ({
    ...{ municipalityId: MINATO, kind: 'TRANSCRIPT', subscriptionId: teams.subscriptionId, secret: teams.secret },
    ...{ key: { organizerOid, meetingKey: 'meeting-1', transcriptKey }, ...more },
  }) as Notice;
const hear = (...notices: Notice[]) => city.suite.transcriptSources.hear(notices);
const keys = () => taken.map(({ key }) => key.transcriptKey);
const run = async (task: string, payload: object = { municipalityId: MINATO }) => {
  await city.suite.enqueue([{ task, payload }]);
  await quiet(city.test);
};
const catchUp = () => run('minutes/teams-catch-up');
/** What waits in the queue is tried now. */
const tryAgain = () =>
  city.test.owner.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null');
const takeInJobs = async (where: string) => {
  const { rowCount } = await city.test.owner.query(
    `select 1 from graphile_worker.jobs where task_identifier = 'minutes/teams-take-in' and ${where}`,
  );
  return rowCount;
};
const column = async (name: string, table: string, where = 'true') => {
  const { rows } = await city.test.owner.query(`select ${name} as v from kaigi.${table} where ${where} order by 1`);
  return rows.map(({ v }) => v as unknown);
};
const refusalOf = async (transcriptKey: string) =>
  (await column('refusal', 'minutes_arrival', `transcript_key = '${transcriptKey}'`))[0];

describe('M-02: news of transcripts', () => {
  it('M-02: are believed with the secret only, and what they tell of is fetched and handed on once', async () => {
    teams.put('told', organizerOid);
    const forged = [news('told', { secret: 'guessed' }), news('told', { secret: null }), news('told', { secret: '' })];
    expect(await hear(...forged)).toEqual({ believed: 0, forged: 3 });
    expect(await hear(news('told', { municipalityId: YAMATO }))).toEqual({ believed: 0, forged: 1 });
    await quiet(city.test);
    expect(keys()).toEqual([]);
    expect(await hear(news('told'), news('told'), ...forged)).toEqual({ believed: 2, forged: 3 });
    await quiet(city.test);
    await hear(news('told'));
    await quiet(city.test);
    expect(keys()).toEqual(['told']);
    expect(taken[0]).toMatchObject({
      key: { municipalityId: MINATO, organizerOid, meetingKey: 'meeting-1' },
      content: { form: 'NAMED', text: expect.stringContaining('WEBVTT') },
      meeting: { subject: '政策会議' },
      attendance: { kind: 'OK' },
    });
  });

  it('M-02: only a hash of the secret stands in the database', async () => {
    expect(teams.secret.length).toBeGreaterThan(40);
    const { rows } = await city.test.owner.query('select s::text as row from kaigi.graph_subscription s');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(teams.secret);
  });

  it('M-02: may come before what they tell of is there; a deleted meeting is given up after a day', async () => {
    await hear(news('early'), news('deleted'));
    await until(async () => (await takeInJobs('run_at > now()')) === 2);
    teams.put('early', organizerOid);
    now += HOUR;
    await until(async () => {
      await tryAgain();
      return keys().includes('early');
    });
    now += 24 * HOUR;
    await until(async () => {
      await tryAgain();
      return (await refusalOf('deleted')) === 'minutes.graph_gone';
    });
    await quiet(city.test);
    await catchUp();
    expect(keys()).toEqual(['told', 'early']);
  });

  it('M-02: nothing is lost while the minutes cannot take it in, or the process dies before it is noted', async () => {
    teams.put('stubborn', organizerOid);
    failing = new Error('the database is away');
    await hear(news('stubborn'));
    await until(async () => (await takeInJobs('last_error is not null')) === 1);
    failing = null;
    await tryAgain();
    await quiet(city.test);
    expect(keys().filter((key) => key === 'stubborn')).toHaveLength(1);
  });
});

describe('M-02: without news', () => {
  it('M-02: what nobody told of is found by asking, and asked for from there on', async () => {
    teams.put('untold', organizerOid);
    await catchUp();
    expect(keys()).toContain('untold');
    const before = taken.length;
    await catchUp();
    expect(taken).toHaveLength(before);
    expect(teams.asked.at(-1)).toMatchObject({ organizerOid, token: expect.stringMatching(/^after-/) });
  });

  it('M-02: Teams off for a day: it waits as long as is asked, then everything comes', async () => {
    teams.put('while-off', organizerOid);
    teams.later = new Date(Date.now() + 24 * HOUR);
    await city.suite.enqueue([{ task: 'minutes/teams-catch-up', payload: { municipalityId: MINATO } }]);
    await until(async () => {
      const { rows } = await city.test.owner.query(
        `select run_at as at from graphile_worker.jobs where task_identifier = 'minutes/teams-catch-up' and run_at > now()`,
      );
      return rows.some(({ at }) => (at as Date).getTime() === teams.later?.getTime());
    });
    expect(keys()).not.toContain('while-off');
    teams.later = null;
    await until(async () => {
      await tryAgain();
      return keys().includes('while-off');
    });
    await quiet(city.test);
  });

  it('M-02: an organizer who was refused keeps the place to read on from, and the refusal is named', async () => {
    teams.refusedOrganizer = organizerOid;
    teams.put('behind-policy', organizerOid);
    await catchUp();
    const where = `organizer_oid = '${organizerOid}'`;
    expect(await column('refusal', 'graph_delta', where)).toEqual(['minutes.graph_no_access_policy']);
    expect(await column('token', 'graph_delta', where)).toEqual([expect.stringMatching(/^after-/)]);
    teams.refusedOrganizer = null;
    await catchUp();
    expect(keys()).toContain('behind-policy');
    expect(await column('refusal', 'graph_delta', where)).toEqual([null]);
  });

  it('M-02: switched off by the tenant: named, nobody else is asked, and all comes when it is switched on', async () => {
    teams.put('switched-off', organizerOid);
    teams.refusal = 'minutes.graph_transcripts_switched_off';
    await hear(news('switched-off'));
    await catchUp();
    expect(await column('reading_refusal', 'graph_watch')).toEqual(['minutes.graph_transcripts_switched_off']);
    expect(await refusalOf('switched-off')).toBe('minutes.graph_transcripts_switched_off');
    teams.refusal = null;
    await catchUp();
    expect(await column('reading_refusal', 'graph_watch')).toEqual([null]);
    expect(keys()).toContain('switched-off');
  });

  it('M-02: a meeting or attendance that may not be read does not keep its words from coming', async () => {
    teams.put('words-only', organizerOid);
    teams.contentRefusal = 'minutes.graph_not_permitted';
    await hear(news('words-only'));
    await quiet(city.test);
    const arrived = taken.find(({ key }) => key.transcriptKey === 'words-only');
    expect(arrived).toMatchObject({
      meeting: { subject: '', organizerOid, start: arrived?.createdAt },
      attendance: { kind: 'REFUSED', code: 'minutes.graph_not_permitted' },
    });
  });
});

describe('M-02: the subscription', () => {
  it('M-02: is prolonged in its last day, not before', async () => {
    now = START + 40 * 24 * HOUR;
    await run('minutes/teams-watch');
    const before = [...teams.calls];
    await run('minutes/teams-watch');
    expect(teams.calls).toEqual(before);
    now += teams.subscriptions.longestMs - 12 * HOUR;
    await run('minutes/teams-watch');
    expect(teams.calls.slice(before.length)).toEqual([`prolong ${teams.subscriptionId}`]);
    const [expires] = (await column('expires_at', 'graph_subscription')) as [Date];
    expect(expires).toEqual(new Date(now + teams.subscriptions.longestMs));
  });

  it.each<['MISSED' | 'REMOVED' | 'REAUTHORIZE', RegExp]>([
    ['REAUTHORIZE', /^prolong sub-\d+$/],
    ['REMOVED', /^subscribe$/],
  ])('M-02: %s is answered', async (kind, call) => {
    const before = teams.calls.length;
    const { subscriptionId, secret } = teams;
    await hear({ municipalityId: MINATO, subscriptionId, secret: 'guessed', kind });
    await quiet(city.test);
    expect(teams.calls).toHaveLength(before);
    await hear({ municipalityId: MINATO, subscriptionId, secret, kind });
    await quiet(city.test);
    expect(teams.calls.slice(before)).toEqual([expect.stringMatching(call)]);
    expect(await column('1', 'graph_subscription')).toEqual([1]);
  });

  it('M-02: news that Microsoft says it could not bring are asked for', async () => {
    teams.put('missed', organizerOid);
    await hear({ municipalityId: MINATO, subscriptionId: teams.subscriptionId, secret: teams.secret, kind: 'MISSED' });
    await quiet(city.test);
    expect(keys()).toContain('missed');
  });

  it('M-02: one that ran out or vanished is made anew, and what happened meanwhile is asked for', async () => {
    teams.put('between', organizerOid);
    now += 10 * 24 * HOUR;
    await run('minutes/teams-watch');
    expect(keys()).toContain('between');
    teams.put('vanished', organizerOid);
    const lost = teams.subscriptionId;
    teams.forget();
    now += teams.subscriptions.longestMs - HOUR;
    await run('minutes/teams-watch');
    expect(teams.subscriptionId).not.toBe(lost);
    expect(keys()).toContain('vanished');
  });

  it('M-02: news that are faster than the answer to the subscription are believed', async () => {
    teams.put('fast', organizerOid);
    teams.forget();
    let heard: unknown = null;
    teams.beforeAnswer = async (secret) => {
      heard = await hear(news('fast', { secret, subscriptionId: 'not-known-yet' }));
    };
    await city.test.owner.query('delete from kaigi.graph_subscription');
    await run('minutes/teams-watch');
    teams.beforeAnswer = null;
    expect(heard).toEqual({ believed: 1, forged: 0 });
    expect(keys()).toContain('fast');
  });

  it('M-02: an address that Microsoft cannot reach is named, and transcripts come by asking', async () => {
    teams.subscribeRefusal = 'minutes.graph_address_unreachable';
    await city.test.owner.query('delete from kaigi.graph_subscription');
    await run('minutes/teams-watch');
    expect(await column('subscribing_refusal', 'graph_watch')).toEqual(['minutes.graph_address_unreachable']);
    expect(await column('1', 'graph_subscription')).toEqual([]);
    teams.put('no-news', organizerOid);
    await catchUp();
    expect(keys()).toContain('no-news');
    teams.subscribeRefusal = null;
    await run('minutes/teams-watch');
    expect(await column('subscribing_refusal', 'graph_watch')).toEqual([null]);
  });
});

it('M-02: every refusal says in both languages what to do', () => {
  for (const { ja, en } of Object.values(sourcesTexts)) {
    expect([isStorable(ja), /[ぁ-ん]/.test(ja), /[ぁ-ん]/.test(en)]).toEqual([true, true, false]);
    expect(en.length).toBeGreaterThan(40);
  }
});

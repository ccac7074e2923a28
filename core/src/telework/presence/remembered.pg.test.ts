import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { importPosts, MINATO, POSTS, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { until } from '../../testing/until.ts';
import { PresenceBoardSchema } from './contract.ts';
import { at, DAY, type Days, daysIn } from './presence.fixture.ts';

let now = at('14:00');
let city: TestCity;
let days: Days;

beforeAll(async () => {
  city = await testCity({ clock: { now: () => now } });
  days = daysIn(city);
});
afterAll(() => city.close());
beforeEach(() => {
  now = at('14:00');
});

const board = async (name: string, more: object = {}) => {
  const found = city.suite.routes.find(({ path }) => path === '/telework/presence');
  const query = { unit: 'all', below: 'true' };
  const answer = await found?.handle(city.as(name, more), { params: {}, query, body: {}, file: null });
  return PresenceBoardSchema.parse(answer);
};
const rowOf = async (name: string, as = 'other-section', more: object = {}) =>
  (await board(as, more)).items.find(({ person }) => person.name === `見本 ${name}`);
const stateOf = async (name: string, as?: string, more?: object) => (await rowOf(name, as, more))?.state;
const say = async (name: string, said: string) => {
  const route = city.suite.routes.find((one) => one.path === '/telework/whereabouts' && one.method === 'POST');
  await route?.handle(city.as(name), { params: {}, query: {}, body: route.body?.parse({ said }), file: null });
};

describe('T-13: the board is reckoned once for many readers', () => {
  it('who look while nothing happens, and says at which moment', async () => {
    // Other tests write to the same server, and any commit ends what is remembered.
    await until(async () => {
      now = at('14:00');
      const first = await board('drafter');
      now = new Date(at('14:00').getTime() + 20_000);
      return first.at === at('14:00').toISOString() && (await board('auditor')).at === first.at;
    });
  });

  it('and a tap is there at the next look, in one’s own municipality alone', async () => {
    expect([await stateOf('drafter'), await stateOf('drafter', 'drafter', { municipalityId: YAMATO })]).toEqual(
      Array(2).fill('NOT_STARTED'),
    );
    await days.punch('drafter', 'START', at('08:30'));
    expect(await stateOf('drafter')).toBe('OFFICE');
    await days.punch('drafter', 'PAUSE', at('13:59'));
    expect(await stateOf('drafter')).toBe('PAUSED');
    expect(await stateOf('drafter', 'drafter', { municipalityId: YAMATO })).toBe('NOT_STARTED');
  });

  it('and so are an approval, what somebody says, and what of it ends in the middle of a minute', async () => {
    await days.punch('section-head', 'START', at('08:30'));
    expect(await stateOf('section-head')).toBe('OFFICE');
    await days.approve('section-head', { kind: 'TELEWORK', date: DAY, detail: { kind: 'HOME' } });
    expect(await stateOf('section-head')).toBe('HOME');
    now = new Date(at('14:00').getTime() + 10_000);
    await say('section-head', '外出 県庁 1時間');
    expect(await stateOf('section-head')).toBe('OUT');
    const ends = new Date((await rowOf('section-head'))?.until ?? '');
    now = new Date(ends.getTime() - 1);
    expect(await stateOf('section-head')).toBe('OUT');
    now = ends;
    expect(await stateOf('section-head')).toBe('HOME');
  });

  it('and so is who came, moved or was made a head: what one may read of others is asked anew', async () => {
    await days.approve('colleague', { kind: 'LEAVE', date: DAY, detail: { kind: 'ANNUAL' } });
    const detail = async () => (await rowOf('colleague', 'other-section'))?.detail;
    expect(await detail()).toBeNull();
    await importPosts(city.suite, MINATO, [
      ...POSTS.filter((line) => !line.includes('department-head')),
      'kikaku,企画部,DEPARTMENT,,kikaku-bucho,部長,DEPARTMENT_HEAD,1,other-section,1,,2026-04-01,',
    ]);
    expect(await detail()).toBe('年次有給休暇');
    expect(await rowOf('department-head')).toBeUndefined();
    await importPosts(city.suite, MINATO, POSTS);
    expect(await detail()).toBeNull();
    expect(await stateOf('department-head')).toBe('NOT_STARTED');
  });

  it('and so is where an application says that somebody is reached', async () => {
    const applicationId = newId();
    const drafter = await days.staffId('drafter');
    await days.approve('drafter', { kind: 'TELEWORK', date: DAY, detail: { kind: 'HOME' }, applicationId });
    const contact = async () => (await rowOf('drafter', 'section-head'))?.contact;
    expect(await contact()).toBeNull();
    await city.test.owner.query(
      `insert into kaigi.telework_application (municipality_id, application_id, kind, staff_id, state, version, made_at,
         applicant, input, salt, judged, caller)
       values ($1, $2, 'TELEWORK', $3, 'APPROVED', 1, $4, '{}', '{"contact": "内線 123"}', '', '{}', '{}')`,
      [MINATO, applicationId, drafter, now],
    );
    expect(await contact()).toBe('内線 123');
    expect((await rowOf('drafter', 'other-section'))?.contact).toBeNull();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Route } from '../../shared/index.ts';
import { at, CalendarWorld, rowOf } from './calendar-world.fixture.ts';

const world = new CalendarWorld();
beforeAll(() => world.open());
afterAll(() => world.close());
beforeEach(() => world.begin());
const { look, settled, hear, routeOf, followed } = world;

const SECRETS = /秘密の件|隠れ家|極秘分類|秘密の私用/;
/** So that a search that finds nothing is known to look in the right place. */
const OPEN = /公開の件/;
const TIME = { from: at('13:00'), to: at('14:00') };

async function call(route: Route, name: string, { query = {}, body = {} }): Promise<unknown> {
  const parsed = { query: route.query?.parse(query) ?? {}, body: route.body?.parse(body) ?? {} };
  return route.handle(world.city.as(name), { params: {}, ...parsed, file: null });
}

async function drafterId(): Promise<string> {
  return rowOf(await look(), 'drafter').person.staffId;
}

beforeEach(async () => {
  await followed();
  const secret = { subject: '秘密の件', place: '隠れ家', visibility: 'PRIVATE', online: true } as const;
  world.microsoft.put('drafter', { ...TIME, ...secret, categories: ['極秘分類', '公開'] });
  world.microsoft.put('drafter', { from: at('15:00'), to: at('16:00'), subject: '公開の件', categories: ['公開'] });
  const own = { from: at('10:00').toISOString(), to: at('11:00').toISOString(), subject: '秘密の私用' };
  await call(routeOf('POST /schedules/entries'), 'drafter', { body: { ...own, visibility: 'PRIVATE' } });
  await hear(world.microsoft.news('drafter'));
  await settled();
});

describe('S-18: what somebody of another section learns of a private entry', () => {
  it('is that there is one, and when', async () => {
    const view = await look('other-section', { unit: 'all' });
    const hidden = { title: null, place: null, category: null, online: false, bookingId: null, mayEdit: false };
    expect(rowOf(view, 'drafter').items).toMatchObject([
      { ...hidden, from: at('10:00').toISOString() },
      { ...hidden, from: TIME.from.toISOString(), to: TIME.to.toISOString() },
      { title: '公開の件' },
    ]);
    expect(JSON.stringify(await look('drafter'))).toMatch(SECRETS);
  });

  it('is no more by any other way of asking', async () => {
    const staffId = await drafterId();
    const span = { from: '2026-11-24', to: '2026-11-25' };
    const queries = [{}, span, { people: staffId }, { staffId }, { unit: 'all' }, { day: span.from }];
    const asked = world.city.suite.routes.filter(
      ({ method, path }) => method === 'GET' && path.startsWith('/schedules/') && !path.includes('{'),
    );
    const answered = new Set<string>();
    const answers: string[] = [];
    for (const route of asked)
      for (const query of queries) {
        const answer = await call(route, 'other-section', { query }).catch(() => null);
        if (answer === null) continue;
        answered.add(route.path);
        answers.push(JSON.stringify(answer));
      }
    expect([...answered]).toEqual(expect.arrayContaining(['/schedules/week', '/schedules/rooms']));
    expect(answered.size).toBeGreaterThan(asked.length / 2);
    const wish = { required: [staffId], from: '2026-11-24', to: '2026-11-24', minutes: 30 };
    const slots = await call(routeOf('POST /schedules/slots'), 'other-section', { body: wish });
    expect(JSON.stringify([...answers, slots])).not.toMatch(SECRETS);
    expect(JSON.stringify(answers)).toMatch(OPEN);
  });

  it('is nothing at all by what open pages are told, nor by the record', async () => {
    const told: string[] = [];
    const stop = world.city.suite.onChange((fact) => told.push(JSON.stringify(fact)));
    world.microsoft.put('drafter', { from: at('17:00'), to: at('18:00'), subject: '秘密の件', visibility: 'PRIVATE' });
    await hear(world.microsoft.news('drafter'));
    await settled();
    stop();
    expect(told.join()).toContain('schedules/changed');
    const { rows } = await world.city.test.owner.query('select fact, actor from kaigi.schedules_fact');
    expect(rows.length).toBeGreaterThan(0);
    expect(`${told.join()}${JSON.stringify(rows)}`).not.toMatch(SECRETS);
  });
});

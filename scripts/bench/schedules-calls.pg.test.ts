import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type WeekView, WeekViewSchema } from '../../core/src/schedules/week/contract.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { quiet } from '../../core/src/testing/until.ts';
import { createSandbox } from '../../sandbox/src/server.ts';
import { createCalendars } from '../../teams-app/src/graph/calendars.ts';
import { listening } from '../../teams-app/src/testing/graph-contract.ts';
import { createTransport } from '../../teams-app/src/transport/transport.ts';
import { type CityHall, cityHall, SEED } from './city-hall.ts';
import { graphs, newsEndpoint } from './schedules-graph.ts';

const [CITY, GRID] = [110, 100];
/** The clock stands still: no midnight comes between two looks. */
const now = Date.now();

/** The suite on its database, with its own way to the sandbox's Graph. */
let hall: CityHall;
let sent: ReturnType<typeof listening>['sent'];
let people: string;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const sandbox = createSandbox({
    ...{ port: 0, citySize: CITY, citySeed: SEED, entriesPerWeek: 8, rateLimits: false, now: () => now },
  });
  await sandbox.listen();
  closers.push(() => sandbox.close());
  hall = await cityHall(CITY, { clock: { now: () => new Date(now) } });
  closers.push(() => hall.city.close());
  const heard = listening(createTransport(sandbox.url));
  ({ sent } = heard);
  const publicUrl = await newsEndpoint((close) => closers.push(close));
  hall.suite.useCalendars(createCalendars(graphs(heard.transport, Date.now), { publicUrl, municipalityIds: [MINATO] }));
  const { rows } = await hall.owner.query<{ id: string }>(
    `select staff_id as id from kaigi.directory_staff
     where municipality_id = $1 and sign_in_name like '%@minato.example' order by staff_id limit $2`,
    [MINATO, GRID],
  );
  people = rows.map(({ id }) => id).join();
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

async function look(name: string, days = 5): Promise<WeekView> {
  const route = hall.suite.routes.find(({ method, path }) => method === 'GET' && path === '/schedules/week');
  const query = route?.query?.parse({ people, days });
  return WeekViewSchema.parse(await route?.handle(hall.as(name), { params: {}, query, body: {}, file: null }));
}
const filled = ({ rows }: WeekView) => rows.filter(({ items }) => items.length > 0).length;

describe('S-01: the week of a hundred people', () => {
  it('at which nobody has looked yet is five calls of Graph, and no more', async () => {
    const view = await look('drafter');
    expect([view.rows.length, sent.map(({ path }) => path.split('/').at(-1))]).toEqual([
      ...[GRID, Array(5).fill('getSchedule')],
    ]);
    expect(filled(view)).toBeGreaterThan(GRID * 0.9);
  });

  it('once it is followed is none, whoever looks and at whichever days', async () => {
    await hall.suite.startJobs();
    await quiet(hall.city.test);
    expect(
      new Set(sent.slice(5).map(({ method, path }) => `${method} ${path.split(/[/?]/).at(-1)}`)).size,
    ).toBeGreaterThan(1);
    const before = sent.length;
    for (const name of ['drafter', 'section-head', 'mayor', 'personnel']) {
      for (const days of [1, 5, 7, 14]) expect((await look(name, days)).rows).toHaveLength(GRID);
    }
    await quiet(hall.city.test);
    expect(sent.slice(before)).toEqual([]);
    const view = await look('drafter');
    expect(filled(view)).toBeGreaterThan(GRID * 0.9);
    expect(view.rows.filter(({ synced }) => synced.at === null || synced.stale)).toEqual([]);
  });
});

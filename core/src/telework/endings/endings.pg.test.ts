import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId, systemClock } from '../../platform/index.ts';
import { endData } from '../../regulations/retention/ending.ts';
import { MINATO, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { teleworkEndings } from './index.ts';

const NOW = new Date('2032-04-10T03:40:00+09:00');
const clock = { now: () => NOW };
let city: TestCity;
let staffId: string;

beforeAll(async () => {
  city = await testCity({ clock });
  staffId = (await city.suite.directory.me(city.as('drafter'))).staffId;
});
afterAll(() => city.close());

const sql = (text: string, values: readonly unknown[] = []) => city.test.owner.query(text, [...values]);
const pcLog = (on: string, whose = MINATO) =>
  sql(
    `insert into kaigi.telework_pc_log (municipality_id, staff_id, on_at, off_at, imported_at)
     values ($1, $2, $3, $3::timestamptz + interval '1 hour', $3)`,
    [whose, staffId, on],
  );
const whereabouts = (expires: string) =>
  sql(
    `insert into kaigi.telework_whereabouts (municipality_id, whereabouts_id, staff_id, kind, person, from_at, expires_at,
       place, said_at)
     values ($1, $2, $3, 'OUT', '{}', $4::timestamptz - interval '1 hour', $4, '県庁', $4::timestamptz - interval '1 hour')`,
    [MINATO, newId(systemClock), staffId, expires],
  );
const left = async (table: string, column: string) =>
  (await sql(`select ${column} as at from kaigi.${table} where municipality_id = $1 order by 1`, [MINATO])).rows.map(
    ({ at }) => (at instanceof Date ? at.toISOString() : at),
  );
const told = async () =>
  (
    await sql(
      `select fact from kaigi.telework_fact where municipality_id = $1 and subject_kind = 'data-ending'
       order by fact ->> 'set'`,
      [MINATO],
    )
  ).rows.map(({ fact }) => fact);

const parts = (batch?: number) => ({
  ...{ db: city.test.db, clock, directory: city.suite.directory, regulations: city.suite.regulations },
  ...{ enqueue: city.suite.enqueue, ...(batch === undefined ? {} : { batch }) },
});
const sets = () => teleworkEndings({ clock });
const run = async (batch?: number, given = sets()) => {
  for (const set of given) await endData(parts(batch), MINATO, set);
};
const findings = async () => {
  const found = [];
  for await (const one of city.suite.verify(MINATO)) if (one.kind.startsWith('telework/')) found.push(one.code);
  return found;
};

beforeEach(async () => {
  for (const table of ['telework_pc_log', 'telework_whereabouts', 'telework_sheet', 'telework_day'])
    await sql(`delete from kaigi.${table}`);
});

describe('O-17: what telework leaves behind beside its facts', () => {
  it('goes when the schedule of the city says so, to the day in Japan, and one fact tells how much by which article', async () => {
    // 5 years from 1 April after: of the fiscal year 2026 nothing is left, of 2027 all.
    for (const on of ['2027-03-31T23:59:59+09:00', '2026-05-11T08:30:00+09:00', '2027-04-01T00:00:00+09:00'])
      await pcLog(on);
    // 30 days.
    for (const ends of ['2032-03-10T23:59:00+09:00', '2032-03-11T00:01:00+09:00']) await whereabouts(ends);
    await pcLog('2020-01-01T00:00:00+09:00', YAMATO);
    await run();
    expect(await left('telework_pc_log', 'on_at')).toEqual(['2027-03-31T15:00:00.000Z']);
    expect(await left('telework_whereabouts', 'expires_at')).toEqual(['2032-03-10T15:01:00.000Z']);
    expect(await told()).toEqual([
      expect.objectContaining({ set: 'PRESENCE', count: 1, keptFrom: '2032-03-11', removed: { whereabouts: 1 } }),
      expect.objectContaining({
        ...{ set: 'TELEWORK', count: 2, keptFrom: '2027-04-01', removed: { pcLogs: 2 } },
        rule: expect.objectContaining({ years: 5, article: expect.stringContaining('別表第3') }),
      }),
    ]);
    const { rows } = await sql('select count(*)::int as n from kaigi.telework_pc_log where municipality_id = $1', [
      YAMATO,
    ]);
    expect(rows[0]).toEqual({ n: 1 });
    expect(await findings()).toEqual([]);
    // The next night has nothing to say.
    await run();
    expect(await told()).toHaveLength(2);
  });

  it('stays while the month is open or something asked for in it is not decided', async () => {
    const days = ['2026-05-11', '2026-06-11', '2026-07-13'];
    for (const day of days) await pcLog(`${day}T08:30:00+09:00`);
    const sheet = 'insert into kaigi.telework_sheet (municipality_id, staff_id, month, closed) values ($1, $2, $3, $4)';
    await sql(sheet, [MINATO, staffId, '2026-05', null]);
    await sql(sheet, [MINATO, staffId, '2026-06', '{}']);
    await sql(
      `insert into kaigi.telework_day (municipality_id, item_id, application_id, staff_id, date, kind, state, detail)
       values ($1, $2, $3, $4, '2026-07-20', 'LEAVE', 'ASKED', '{}')`,
      [MINATO, newId(systemClock), newId(systemClock), staffId],
    );
    await run();
    expect(await left('telework_pc_log', 'on_at')).toEqual(['2026-05-10T23:30:00.000Z', '2026-07-12T23:30:00.000Z']);
    await sql("update kaigi.telework_sheet set closed = '{}'");
    await sql("update kaigi.telework_day set state = 'REFUSED'");
    await run();
    expect(await left('telework_pc_log', 'on_at')).toEqual([]);
  });

  it('goes in batches; killed in the middle, the next night goes on, and its fact counts all of it once', async () => {
    const before = (await told()).length;
    for (let at = 0; at < 7; at += 1) await pcLog(`2026-05-1${at}T08:30:00+09:00`);
    const [presence, telework] = sets();
    if (!presence || !telework) throw new Error('two kinds of data');
    let batches = 0;
    const dying = {
      ...telework,
      data: telework.data.map((one) => ({
        ...one,
        remove: async (...given: Parameters<typeof one.remove>) => {
          const count = await one.remove(...given);
          batches += 1;
          // After the rows of this batch went, before its commit.
          if (batches === 3) throw new Error('killed');
          return count;
        },
      })),
    };
    await expect(run(2, [dying])).rejects.toThrow('killed');
    expect(await left('telework_pc_log', 'on_at')).toHaveLength(3);
    expect(await told()).toHaveLength(before);
    await run(2);
    expect(await left('telework_pc_log', 'on_at')).toEqual([]);
    const all = await told();
    expect(all).toHaveLength(before + 1);
    expect(all.filter(({ count }) => count === 7)).toEqual([expect.objectContaining({ removed: { pcLogs: 7 } })]);
    expect(await findings()).toEqual([]);
  });

  it('is never a punch, an application or a fact: the database refuses to delete what the log names', async () => {
    for (const table of ['telework_fact', 'telework_punch', 'telework_application'])
      await expect(
        city.test.db.inMunicipality(MINATO, (tx) => tx.query(`delete from kaigi.${table}`)),
      ).rejects.toThrow();
  });
});

import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { migrate } from './migrate.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await test.owner.query('create table public.busy (id int)');
});
afterAll(() => test.close());

const MIGRATION = { name: 'test/20991231-0000-busy.sql', sql: 'alter table public.busy add column more int' };

/** Somebody who reads the table, and is not done with it. */
async function reader() {
  const client = await test.owner.connect();
  await client.query('begin');
  await client.query('select * from public.busy');
  return async () => {
    await client.query('rollback');
    client.release();
  };
}
const isWaiting = async () =>
  (await test.owner.query(`select from pg_stat_activity where wait_event_type = 'Lock' and query like 'alter table%'`))
    .rowCount === 1;

describe('a migration of a table that others use', () => {
  it('lets those who come after it through while it waits, and is done when it is free', async () => {
    const done = await reader();
    const migrating = migrate(test.owner, [MIGRATION], { lockMs: 100, pauseMs: 50, times: 600 });
    await until(isWaiting);
    for (let nth = 0; nth < 5; nth += 1) {
      await test.owner.query('begin; set local lock_timeout = 5000; select * from public.busy; commit');
      await setTimeout(60);
    }
    await done();
    expect(await migrating).toEqual([MIGRATION.name]);
    expect((await test.owner.query('select more from public.busy')).rows).toEqual([]);
  });

  it('is given up in the end where it never is free, and leaves nothing', async () => {
    const done = await reader();
    const again = { name: 'test/20991231-0001-never.sql', sql: 'alter table public.busy add column never int' };
    await expect(migrate(test.owner, [again], { lockMs: 20, pauseMs: 5, times: 3 })).rejects.toThrow('lock timeout');
    await done();
    const { rows } = await test.owner.query(`select name from public.kaigi_migration where name like 'test/%'`);
    expect(rows).toEqual([{ name: MIGRATION.name }]);
    await expect(test.owner.query('select never from public.busy')).rejects.toThrow('does not exist');
  });
});

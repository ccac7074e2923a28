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
const isWaitingFor = async (query: string) => {
  const { rowCount } = await test.owner.query(
    `select from pg_stat_activity where wait_event_type in ('Lock', 'Timeout') and starts_with(query, $1)`,
    [query],
  );
  return rowCount === 1;
};

describe('a migration of a table that others use', () => {
  it('lets those who come after it through while it waits, and is done when it is free', async () => {
    const done = await reader();
    const migrating = migrate(test.owner, [MIGRATION], { patience: { lockMs: 100, pauseMs: 50, times: 600 } });
    await until(() => isWaitingFor('alter table'));
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
    const patience = { lockMs: 20, pauseMs: 5, times: 3 };
    await expect(migrate(test.owner, [again], { patience })).rejects.toThrow('lock timeout');
    await done();
    const { rows } = await test.owner.query(`select name from public.kaigi_migration where name like 'test/%'`);
    expect(rows).toEqual([{ name: MIGRATION.name }]);
    await expect(test.owner.query('select never from public.busy')).rejects.toThrow('does not exist');
  });

  it('is tried again when it and somebody else wait for each other', async () => {
    await test.owner.query('create table public.busy_too (id int)');
    const both = {
      name: 'test/20991231-0002-both.sql',
      sql: 'lock table public.busy_too, public.busy in access exclusive mode; drop table public.busy_too',
    };
    const other = await test.owner.connect();
    // Of the two it is the migration that PostgreSQL takes out.
    await other.query(`begin; set local deadlock_timeout = '60s'; select * from public.busy`);
    const migrating = migrate(test.owner, [both], { patience: { lockMs: 30_000, pauseMs: 5, times: 600 } });
    migrating.catch(() => undefined);
    await until(() => isWaitingFor('lock table'));
    await other.query('select * from public.busy_too');
    await other.query('commit');
    other.release();
    expect(await migrating).toEqual([both.name]);
  });
});

describe('a migration that takes long', () => {
  const long = { name: 'test/20991231-0003-long.sql', sql: 'create table public.long (id int); select pg_sleep(600)' };
  const short = { ...long, sql: 'create table public.long (id int)' };

  it('is undone at once when all is stopped, and done the next time', async () => {
    const stopping = new AbortController();
    const migrating = migrate(test.owner, [long], { signal: stopping.signal });
    migrating.catch(() => undefined);
    await until(() => isWaitingFor('create table public.long'));
    stopping.abort();
    await expect(migrating).rejects.toThrow('canceling statement');
    await expect(migrate(test.owner, [short], { signal: stopping.signal })).rejects.toThrow('aborted');
    expect(await migrate(test.owner, [short])).toEqual([short.name]);
  });
});

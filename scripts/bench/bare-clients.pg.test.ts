import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '../../core/src/testing/test-database.ts';
import { bareClients } from './bare-clients.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

it('a bare connection that the server ends while nobody asks brings nothing down; who asks then hears of it', async () => {
  const { clients, close } = await bareClients(test.url, 2);
  const [one, other] = clients;
  const ended = new Promise<void>((resolve) => one?.once('end', resolve));
  const { rows } = (await one?.query<{ pid: number }>('select pg_backend_pid() as pid')) ?? { rows: [] };
  await test.owner.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await ended;
  await expect(one?.query('select 1')).rejects.toThrow();
  expect((await other?.query('select 1 as one'))?.rows).toEqual([{ one: 1 }]);
  await close();
});

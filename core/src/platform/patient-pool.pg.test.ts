import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { patientPool } from './patient-pool.ts';

let test: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  test = await testDatabase();
  pool = new pg.Pool({ connectionString: test.url, max: 1, connectionTimeoutMillis: 20 });
});
afterAll(async () => {
  await pool.end();
  await test.close();
});

/** In front of the database: who comes first waits in vain, the others are let through. */
async function slowDoor(url: string) {
  const { host, port } = new pg.Client({ connectionString: url });
  const inner = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  const open = new Set<net.Socket>();
  let knocks = 0;
  const server = net.createServer((socket) => {
    open.add(socket.on('error', () => undefined));
    knocks += 1;
    if (knocks === 1) return;
    const inside = net.connect(inner).on('error', () => undefined);
    open.add(inside);
    socket.pipe(inside).pipe(socket);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const there = new URL(url);
  there.hostname = '127.0.0.1';
  there.searchParams.delete('host');
  there.port = String((server.address() as net.AddressInfo).port);
  return {
    url: there.href,
    knocks: () => knocks,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Until so many have asked in vain: by then an impatient one has been refused. */
const refusedOnce = () => expect(pool.connect()).rejects.toThrow('timeout exceeded');

describe('the pool of the job runner', () => {
  it('asks again where a new connection was not made in time', async () => {
    const door = await slowDoor(test.url);
    const hurried = new pg.Pool({ connectionString: door.url, connectionTimeoutMillis: 200 });
    const client = await patientPool(hurried).pool.connect();
    client.release();
    await hurried.end();
    await door.close();
    expect(door.knocks()).toBeGreaterThan(1);
  });

  it('waits for a connection as long as it takes', async () => {
    const patient = patientPool(pool);
    const holding = await patient.pool.connect();
    const waiting = patient.pool.connect();
    for (let nth = 0; nth < 3; nth += 1) await refusedOnce();
    holding.release();
    const client = await waiting;
    const { rows } = await client.query<{ one: number }>('select 1 as one');
    client.release();
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('answers nobody after its end, and troubles nobody', async () => {
    const patient = patientPool(pool);
    const holding = await patient.pool.connect();
    let answered = false;
    const noted = () => {
      answered = true;
    };
    patient.pool.connect().then(noted, noted);
    patient.end();
    await refusedOnce();
    await refusedOnce();
    holding.release();
    expect(answered).toBe(false);
  });

  it('refuses at once what waiting does not help', async () => {
    const gone = new pg.Pool({ connectionString: test.url });
    await gone.end();
    await expect(patientPool(gone).pool.connect()).rejects.toThrow('after calling end');
  });
});

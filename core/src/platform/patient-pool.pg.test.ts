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

/** Until so many have asked in vain: by then an impatient one has been refused. */
const refusedOnce = () => expect(pool.connect()).rejects.toThrow('timeout exceeded');

describe('the pool of the job runner', () => {
  it('waits for a connection as long as it takes', async () => {
    const patient = patientPool(pool);
    const holding = await pool.connect();
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
    const holding = await pool.connect();
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

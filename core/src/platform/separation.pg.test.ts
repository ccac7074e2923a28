import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allMigrations } from '../migrations.ts';
import { aDocument, MINATO, type TestCity, testCity, YAMATO } from '../testing/test-city.ts';
import { testDatabase } from '../testing/test-database.ts';
import { migrate, onlyOnce, openDatabase, SERVICE_ROLE } from './index.ts';

let city: TestCity;
beforeAll(async () => {
  city = await testCity();
  const caller = city.as('drafter');
  const code = (await city.suite.regulations.classifications(caller, '')).items[0]?.code ?? '';
  const draft = await city.suite.approvals.draft(
    caller,
    { title: '分離', proposalText: '', classificationCode: code },
    aDocument(),
  );
  await city.suite.approvals.submit(caller, draft.id, draft.version);
});
afterAll(() => city.close());

const tables = async (): Promise<string[]> => {
  const { rows } = await city.test.owner.query<{ name: string }>(
    "select c.relname as name from pg_class c where c.relnamespace = 'kaigi'::regnamespace and c.relkind in ('r', 'p') order by 1",
  );
  return rows.map((row) => row.name);
};

describe('every table', () => {
  it('has its municipality first in its key and row-level security on, for a role that owns nothing', async () => {
    const { rows } = await city.test.owner.query<{ name: string; secured: boolean; first_key: string; owner: string }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as secured, a.attname as first_key,
         pg_get_userbyid(c.relowner) as owner
       from pg_class c
       left join pg_index i on i.indrelid = c.oid and i.indisprimary
       left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where c.relnamespace = 'kaigi'::regnamespace and c.relkind in ('r', 'p')`,
    );
    const broken = rows.filter(
      (row) => !row.secured || row.first_key !== 'municipality_id' || row.owner === SERVICE_ROLE,
    );
    expect(broken).toEqual([]);
    expect(rows.length).toBeGreaterThan(15);
  });

  it('shows another municipality nothing', async () => {
    for (const table of await tables()) {
      const seen = await city.test.db
        .inMunicipality(YAMATO, (tx) =>
          tx.query(`select municipality_id from kaigi.${table} where municipality_id <> $1`, [YAMATO]),
        )
        .catch((error: Error) => (/permission denied/.test(error.message) ? [] : Promise.reject(error)));
      expect([table, seen]).toEqual([table, []]);
    }
  });

  it('takes no row for another municipality', async () => {
    const smuggled = city.test.db.inMunicipality(YAMATO, (tx) =>
      tx.query("insert into kaigi.outbox (municipality_id, topic, payload) values ($1, 'x', '{}')", [MINATO]),
    );
    await expect(smuggled).rejects.toThrow(/row-level security/);
  });

  it('shows nothing at all without a municipality', async () => {
    const client = await city.test.owner.connect();
    try {
      await client.query(`begin; set local role ${SERVICE_ROLE}`);
      const { rows } = await client.query('select case_id from kaigi.approvals_case');
      expect(rows).toEqual([]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('history', () => {
  it.each(['approvals_history', 'records_register', 'records_file_version', 'ledger_leaf', 'ledger_checkpoint'])(
    'of %s cannot be updated or deleted by the service, nor by the owner',
    async (table) => {
      for (const statement of [
        `update kaigi.${table} set municipality_id = municipality_id`,
        `delete from kaigi.${table}`,
      ]) {
        await expect(city.test.db.inMunicipality(MINATO, (tx) => tx.query(statement))).rejects.toThrow(
          /denied|refused/,
        );
      }
      await expect(city.test.owner.query(`truncate kaigi.${table} cascade`)).rejects.toThrow(/refused/);
    },
  );

  it('refuses even the owner by trigger', async () => {
    await expect(city.test.owner.query("update kaigi.approvals_history set comment = 'x'")).rejects.toThrow(/refused/);
    await expect(city.test.owner.query('delete from kaigi.approvals_history')).rejects.toThrow(/refused/);
  });
});

describe('migrations', () => {
  it('run once when several processes start together', async () => {
    const fresh = await testDatabase();
    try {
      await fresh.owner.query('drop schema kaigi cascade; drop schema kaigi_jobs cascade; drop table kaigi_migration');
      const migrations = await allMigrations();
      const processes = Array.from({ length: 4 }, () => openDatabase({ url: fresh.url }));
      const applied = await Promise.all(processes.map((one) => migrate(one.owner, migrations)));
      await Promise.all(processes.map((one) => one.close()));
      expect(applied.map((names) => names.length).sort((a, b) => a - b)).toEqual([0, 0, 0, migrations.length]);
    } finally {
      await fresh.close();
    }
  });

  it('leave nothing behind when one fails', async () => {
    const fresh = await testDatabase();
    try {
      const broken = { name: 'test/broken.sql', sql: 'create table kaigi.half (id int); select no_such_function();' };
      await expect(migrate(fresh.owner, [...(await allMigrations()), broken])).rejects.toThrow(/no_such_function/);
      const { rows } = await fresh.owner.query("select to_regclass('kaigi.half') as half");
      expect(rows[0].half).toBeNull();
    } finally {
      await fresh.close();
    }
  });
});

describe('a call with an Idempotency-Key', () => {
  it('runs again after a failure, and only then', async () => {
    const staffId = (await city.suite.directory.me(city.as('drafter'))).staffId;
    let runs = 0;
    const call = (fail: boolean) =>
      city.test.db.inMunicipality(MINATO, (tx) =>
        onlyOnce(tx, { staffId, key: 'k', request: { a: 1 } }, async () => {
          runs += 1;
          if (fail) throw new Error('on purpose');
          return { runs };
        }),
      );
    await expect(call(true)).rejects.toThrow('on purpose');
    expect(await call(false)).toEqual({ runs: 2 });
    expect(await call(false)).toEqual({ runs: 2 });
  });
});

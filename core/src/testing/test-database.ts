import pg from 'pg';
import { type Database, newId, openDatabase } from '../platform/index.ts';
import { invariant } from '../shared/index.ts';

export interface TestDatabase {
  readonly db: Database;
  readonly owner: pg.Pool;
  readonly url: string;
  close(): Promise<void>;
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A fresh, migrated database for one test file. The server was started by jest's global set-up. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env.KAIGI_TEST_POSTGRES;
  invariant(server, 'run through jest, whose global set-up starts PostgreSQL');
  const name = `test_${newId().replaceAll('-', '')}`;
  await onServer(server, `create database ${name} template kaigi_template strategy file_copy`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = openDatabase({ url: url.href, connectWithinMs: 60_000 });
  return {
    db,
    owner: db.owner,
    url: url.href,
    async close() {
      await db.close();
      await onServer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

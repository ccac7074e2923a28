import { allMigrations } from '../migrations.ts';
import { type EmbeddedPostgres, migrate, migrateJobs, openDatabase, startEmbeddedPostgres } from '../platform/index.ts';
import { homeForTests, sharedMemoryIn, sweepHomes } from './home-for-tests.ts';

declare global {
  var kaigiTestPostgres: EmbeddedPostgres | undefined;
}

// What is made here is thrown away after the run: it need not outlive a power cut.
const FORGETFUL = [
  ['fsync', 'off'],
  ['synchronous_commit', 'off'],
  ['full_page_writes', 'off'],
  // It may lie in memory.
  ['max_wal_size', '256MB'],
] as const;

/** One PostgreSQL per test run, with one migrated template that every test file's database is copied from. */
export default async function globalSetup(): Promise<void> {
  if (globalThis.kaigiTestPostgres) return;
  await sweepHomes();
  const home = await homeForTests();
  const postgres = await startEmbeddedPostgres(home, [...FORGETFUL, ...sharedMemoryIn(home)]);
  globalThis.kaigiTestPostgres = postgres;
  process.env.KAIGI_TEST_POSTGRES_HOME = home;
  process.env.KAIGI_TEST_POSTGRES = postgres.url;
  const server = openDatabase({ url: postgres.url });
  await server.owner.query('create database kaigi_template');
  await server.close();
  const template = openDatabase({ url: withDatabase(postgres.url, 'kaigi_template') });
  await migrate(template.owner, await allMigrations());
  await migrateJobs(template.owner);
  await template.close();
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

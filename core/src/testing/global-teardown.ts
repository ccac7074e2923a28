import { rm } from 'node:fs/promises';

export default async function globalTeardown(): Promise<void> {
  const postgres = globalThis.kaigiTestPostgres;
  globalThis.kaigiTestPostgres = undefined;
  await postgres?.stop();
  const home = process.env.KAIGI_TEST_POSTGRES_HOME;
  if (postgres && home) await rm(home, { recursive: true, force: true });
}

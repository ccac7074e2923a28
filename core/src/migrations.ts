import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Migration, readMigrations } from './platform/index.ts';

/**
 * Every capability's migrations, oldest first. The folders are looked up, not listed:
 * to delete a capability is to delete its folder.
 */
export async function allMigrations(): Promise<Migration[]> {
  const root = import.meta.dirname;
  const folders = (await readdir(root)).filter((name) => existsSync(path.join(root, name, 'migrations')));
  const found = await Promise.all(folders.map((name) => readMigrations(name, path.join(root, name, 'migrations'))));
  const dated = (migration: Migration) => path.basename(migration.name);
  return found.flat().sort((a, b) => (dated(a) < dated(b) ? -1 : 1));
}

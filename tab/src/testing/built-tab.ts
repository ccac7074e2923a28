import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const TAB = resolve(import.meta.dirname, '../..');
const ROOT = resolve(TAB, '..');
const SOURCES = [join(TAB, 'src'), join(TAB, 'index.html'), join(TAB, 'vite.config.ts'), join(ROOT, 'core/src/shared')];

async function fingerprint(path: string, hash: ReturnType<typeof createHash>): Promise<void> {
  const info = await stat(path);
  if (info.isDirectory()) {
    for (const name of (await readdir(path)).sort()) await fingerprint(join(path, name), hash);
    return;
  }
  hash.update(`${path}\0${info.size}\0${info.mtimeMs}\n`);
}

/**
 * As a city hall gets them, or with React's own warnings about how they are written; these are drawn at half the speed.
 */
export type Build = 'production' | 'development';
export const USUAL_BUILD: Build = process.env.KAIGI_TAB_BUILD === 'development' ? 'development' : 'production';

/**
 * The pages as they are built from today's sources, so that no test looks at yesterday's. Built once for all test
 * files: whoever comes second finds it, and of two at the same time one is thrown away.
 */
export async function builtTab(build: Build): Promise<string> {
  const hash = createHash('sha256').update(build);
  for (const source of SOURCES) await fingerprint(source, hash);
  const place = join(tmpdir(), `kaigi-tab-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(place)) return place;
  const fresh = await mkdtemp(join(tmpdir(), 'kaigi-tab-build-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '-c', join(TAB, 'vite.config.ts'), '--outDir', fresh, '--logLevel', 'error'],
    // Jest's own word for it, `test`, would make it the other one.
    { cwd: ROOT, env: { ...process.env, NODE_ENV: build } },
  );
  await rename(fresh, place).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  });
  return place;
}

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const LOADED = `
  import { createRequire } from 'node:module';
  await import('./service.ts');
  const loaded = Object.keys(createRequire(import.meta.url).cache);
  console.log(JSON.stringify(loaded.filter((file) => /node_modules.(?:botbuilder|botframework-)/.test(file))));`;

it('a service that nobody has spoken to holds nothing of the SDK of bots', async () => {
  const args = ['--input-type=module', '--eval', LOADED];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname });
  expect(JSON.parse(stdout)).toEqual([]);
});
